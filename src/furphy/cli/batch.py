"""Run one batch: read each input, hand each reading on, name each failure."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from furphy.cli.exit import Exit
from furphy.cli.output import Pages, Take, is_single, stream, taker
from furphy.cli.progress import watched
from furphy.desk.inputs import expanded, holds_many, is_date
from furphy.desk.reader import Result, read_input
from furphy.desk.workers import read_inputs
from furphy.export.visible import on_one_line
from furphy.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Request:
    """What someone asked ``furphy read`` for."""

    inputs: tuple[str, ...]
    form: str | None = None
    pages: Path | None = None
    output: Path | None = None
    jobs: int = 1
    timeout: float = 300
    published: str | None = None


def run(request: Request) -> Exit:
    """Read everything asked for and return what to tell the shell."""
    names = list(expanded(request.inputs))
    if request.pages and is_single(request.pages) and len(names) > 1:
        raise click.UsageError(f"{request.pages} can hold one document; give --html a folder")
    if request.published is not None and not is_date(request.published):
        raise click.UsageError(f"{request.published} is no date; write it like 2024-03-14")
    pages = Pages(request.pages) if request.pages else None
    with stream(request.output) as to:
        takes: list[Take] = [pages.add] if pages else []
        if request.form or request.output or not pages:
            takes.append(taker(request.form or "report", to))
        outcome = hand_on(_results(request, names), takes)
    if pages:
        tell_written(pages.written)
    if not names:
        click.echo("furphy: no file to read", err=True)
    return outcome


def _results(request: Request, names: list[str]) -> Iterator[Result]:
    total = None if any(map(holds_many, names)) else len(names)
    if request.jobs > 1:
        results = read_inputs(names, request.jobs, request.timeout, request.published)
    else:
        results = (result for name in names for result in read_input(name, request.published))
    return watched(results, total)


def hand_on(results: Iterator[Result], takes: list[Take]) -> Exit:
    """Give each reading to all takers, name each failure, and say how it went."""
    read = failed = 0
    for result in results:
        if isinstance(result, Reading):
            read += 1
            for take in takes:
                take(result)
        else:
            failed += 1
            click.echo(f"furphy: {on_one_line(str(result))}", err=True)
    if not read:
        return Exit.NOTHING_READ
    return Exit.SOME_FAILED if failed else Exit.ALL_READ


def tell_written(paths: list[Path]) -> None:
    """Say on standard error which pages there are now."""
    if len(paths) == 1:
        click.echo(f"wrote {paths[0]}", err=True)
    elif paths:
        click.echo(f"wrote {len(paths)} pages to {paths[0].parent}", err=True)
