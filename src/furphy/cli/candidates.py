"""Print the places that names may stand for."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from furphy.cli.exit import Exit
from furphy.cli.output import stream
from furphy.desk.place_candidates import Found, Search, place_candidates
from furphy.errors import InputError
from furphy.export.visible import on_one_line


@dataclass(frozen=True, slots=True)
class Request:
    """What someone asked ``furphy place-candidates`` for."""

    form: str = "text"
    limit: int = 5
    country: str | None = None
    files: tuple[Path, ...] = ()


def run(request: Request) -> Exit:
    """Look up the names on standard input and return what to tell the shell."""
    search = Search(request.files, request.limit, request.country)
    with stream(None) as to:
        console = Console(file=to)
        try:
            for found in place_candidates(_names(), search):
                if request.form == "jsonl":
                    click.echo(_line(found), file=to)
                else:
                    console.print(_table(found))
        except InputError as error:
            click.echo(f"furphy: {on_one_line(str(error))}", err=True)
            return Exit.NOTHING_READ
    return Exit.ALL_READ


def _names() -> Iterator[str]:
    """Yield the lines of standard input that hold a name."""
    for line in sys.stdin.buffer:
        name = line.decode("utf-8-sig", errors="replace").strip()
        if name:
            yield name


def _line(found: Found) -> str:
    candidates = [
        {
            "id": each.place.id,
            "gazetteer": each.place.gazetteer,
            "name": each.place.name,
            "form": each.name,
            "lat": each.place.lat,
            "lon": each.place.lon,
            "country": each.place.country,
            "kind": each.place.kind.value,
            "score": round(each.score, 4),
        }
        for each in found.candidates
    ]
    return json.dumps({"name": found.name, "candidates": candidates}, ensure_ascii=False)


def _table(found: Found) -> Table:
    table = Table(title=_text(found.name), title_justify="left", box=None, padding=(0, 2))
    table.add_column("score", justify="right")
    for head in ("place", "like", "what", "where"):
        table.add_column(head)
    for each in found.candidates:
        place = each.place
        where = f"{place.lat:.2f}, {place.lon:.2f} {place.country or ''}"
        cells = (f"{each.score:.2f}", place.name, each.name, place.kind.value, where)
        table.add_row(*map(_text, cells))
    return table


def _text(words: str) -> Text:
    """Return words as a cell in which nothing is taken for markup."""
    return Text(on_one_line(words))
