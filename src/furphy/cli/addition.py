"""Run one addition to a casebook: say how far it is, name what failed, sum it up."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click
from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from furphy.cli.exit import Exit
from furphy.desk.adding import add
from furphy.desk.inputs import STANDARD_INPUT, is_date
from furphy.desk.intake import Settings
from furphy.desk.storing import Misses, Progress, Watch
from furphy.desk.taking import Request
from furphy.export.visible import on_one_line

_EVERY = 30.0
"""Seconds between two lines on how far it is, where no one watches a bar."""


@dataclass(frozen=True, slots=True)
class Order:
    """What someone asked ``furphy add`` for."""

    case: str
    inputs: tuple[str, ...] = ()
    jobs: int = 1
    timeout: float = 300
    published: str | None = None
    fields: tuple[str, ...] = ()
    no_read: bool = False
    again: bool = False

    def request(self) -> Request:
        """Return what the desk is asked for; raises :class:`click.UsageError`."""
        if STANDARD_INPUT in self.inputs:
            raise click.UsageError("standard input cannot be added; save it as a file first")
        if self.published is not None and not is_date(self.published):
            raise click.UsageError(f"{self.published} is no date; write it like 2024-03-14")
        settings = Settings(self.published, tuple(map(_pair, self.fields)), not self.no_read)
        return Request(self.case, self.inputs, settings, self.again, self.jobs, self.timeout)


def run(order: Order) -> Exit:
    """Add everything asked for and return what to tell the shell."""
    with _watched() as watch:
        progress = add(order.request(), watch)
    click.echo(_summed_up(progress), err=True)
    if not progress.inputs and order.inputs:
        click.echo("furphy: no file to add", err=True)
        return Exit.NOTHING_READ
    if progress.failed == progress.inputs and progress.inputs:
        return Exit.NOTHING_READ
    return Exit.SOME_FAILED if progress.failed or progress.misses else Exit.ALL_READ


def _pair(field: str) -> tuple[str, str]:
    ours, equals, theirs = field.partition("=")
    if not (ours and equals and theirs):
        raise click.UsageError(f"--field {field}: write it like text=body")
    return ours, theirs


def _summed_up(progress: Progress) -> str:
    left = progress.inputs - progress.ended
    parts = [
        f"{progress.ended:,} of {progress.inputs:,} inputs",
        f"{progress.known:,} known and unchanged" if progress.known else "",
        f"{progress.added:,} new documents",
        f"{progress.read:,} new readings",
        f"{progress.misses:,} not read" if progress.misses else "",
        f"{left:,} left to another furphy that has taken them on" if left else "",
    ]
    return ", ".join(filter(None, parts))


@contextmanager
def _watched() -> Iterator[Watch]:
    """Lend what is told how far an addition is: a bar where someone watches, else some lines."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"))
    with Bar(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task("adding", total=None, told="")
        pace = _Pace()

        def watch(progress: Progress, misses: Misses) -> None:
            for each in misses:
                console.print(
                    _named(each.key, each.reason), markup=False, highlight=False, soft_wrap=True
                )
            told = pace.told(progress)
            bar.update(task, completed=progress.ended, total=progress.inputs, told=told)

        yield watch


class _Lines:
    """Tells how far it is in lines, now and then."""

    def __init__(self) -> None:
        self._pace = _Pace()
        self._last = time.monotonic()

    def __call__(self, progress: Progress, misses: Misses) -> None:
        for each in misses:
            click.echo(_named(each.key, each.reason), err=True)
        if time.monotonic() - self._last > _EVERY:
            self._last = time.monotonic()
            click.echo(f"furphy: {self._pace.told(progress)}", err=True)


class _Pace:
    """How fast it goes, and how long it will take."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def told(self, progress: Progress) -> str:
        """Return how far it is, how fast it goes and when it will be done."""
        seconds = max(time.monotonic() - self._start, 0.001)
        parts = [
            f"{progress.ended:,} of {progress.inputs:,} inputs",
            f"{progress.documents:,} documents",
            f"{progress.documents / seconds:.1f} a second",
        ]
        if progress.ended:
            left = seconds / progress.ended * (progress.inputs - progress.ended)
            parts.append(f"{_span(left)} left")
        return ", ".join(parts)


def _span(seconds: float) -> str:
    hours, rest = divmod(round(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def _named(key: str, reason: str) -> str:
    return f"furphy: {on_one_line(key)}: {on_one_line(reason)}"
