"""Where readings go: to the terminal, a stream or a folder of pages."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click
from rich.console import Console

from furphy.desk.checks import first_checks
from furphy.export import csv, json, page, terminal
from furphy.model.reading import Reading
from furphy.model.verdict import Verdict

Take = Callable[[Reading], None]
"""What is done with each reading."""

_LONGEST_NAME = 60


def taker(form: str, to: TextIO, verdicts: Sequence[Verdict] = ()) -> Take:
    """Return what writes readings to a stream in one of the formats.

    ``verdicts`` are what people say, where there is but one reading.
    """
    match form:
        case "json":
            return lambda reading: click.echo(json.line(reading), file=to)
        case "csv":
            table = csv.Table(to, verdicts)
            return table.add
        case _:
            console = Console(file=to, soft_wrap=False)
            return lambda reading: terminal.show(reading, first_checks(reading), console, verdicts)


@contextmanager
def stream(path: Path | None) -> Iterator[TextIO]:
    """Open a file for writing, or lend standard output."""
    if path is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        return
    try:
        file = path.open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise click.FileError(str(path), error.strerror) from error
    with file:
        yield file


def is_single(path: Path) -> bool:
    """Tell whether pages are wanted as one file, not as a folder of them."""
    return path.suffix.casefold() in {".html", ".htm"}


class Pages:
    """Writes each reading as a page: one file for one document, else a folder of them."""

    def __init__(self, path: Path, verdicts: Sequence[Verdict] = ()) -> None:
        self.written: list[Path] = []
        self._verdicts = verdicts
        self._path = path

    def add(self, reading: Reading) -> None:
        """Write one page; a second one wants a folder."""
        if is_single(self._path) and self.written:
            raise click.UsageError(f"{self._path} can hold one document; give --html a folder")
        target = self._path if is_single(self._path) else self._path / self._name(reading)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            written = page.render(reading, first_checks(reading), self._verdicts)
            target.write_text(written, encoding="utf-8")
        except OSError as error:
            raise click.FileError(str(target), error.strerror) from error
        self.written.append(target)

    def _name(self, reading: Reading) -> str:
        """Number pages, since keys repeat, and keep of a key only what any file system takes."""
        plain = re.sub(r"[^A-Za-z0-9]+", "-", Path(reading.document.key).stem).strip("-")
        return f"{len(self.written) + 1:04d}-{plain[:_LONGEST_NAME] or 'document'}.html"
