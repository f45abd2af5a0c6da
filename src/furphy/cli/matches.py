"""Print which texts say what others say."""

import json
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from furphy.cli.exit import Exit
from furphy.cli.output import stream
from furphy.desk.matching import Matched, Wanted, matched
from furphy.export.visible import on_one_line

_SHOWN = 160
"""Characters of a text in the list for people."""


@dataclass(frozen=True, slots=True)
class Request:
    """What someone asked ``furphy match`` for."""

    queries: str
    against: str
    form: str = "text"
    most: int = 20
    vectors: bool = True
    output: Path | None = None


def run(request: Request) -> Exit:
    """Match, print, and return what to tell the shell."""
    wanted = Wanted(request.queries, request.against, request.most, request.vectors)
    told, failed = 0, 0
    with stream(request.output) as to:
        console = Console(file=to)
        for found in matched(wanted):
            if not isinstance(found, Matched):
                failed += 1
                click.echo(f"furphy: {on_one_line(str(found))}", err=True)
            elif request.form == "jsonl":
                told += 1
                click.echo(_line(found), file=to)
            else:
                told += 1
                _show(found, console)
    if not told:
        return Exit.NOTHING_READ
    return Exit.SOME_FAILED if failed else Exit.ALL_READ


def _line(found: Matched) -> str:
    matches = [
        {"id": each.key, "score": each.score, "same": each.same.value} for each in found.matches
    ]
    return json.dumps({"query": found.key, "matches": matches}, ensure_ascii=False)


def _show(found: Matched, console: Console) -> None:
    console.print(_words(f"{found.key}  {found.text}"), style="bold")
    for each in found.matches:
        console.print(_words(f"  {each.score:.2f} {each.same.value:8}  {each.key}  {each.text}"))


def _words(text: str) -> Text:
    """Return the beginning of a text on one line, in which nothing is taken for markup."""
    line = on_one_line(" ".join(text.split(" ")))
    return Text(line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…")
