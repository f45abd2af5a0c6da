"""GeoNames' ``alternateNamesV2``: more forms of names, with their languages.

The file is in no order that helps, and larger than memory should be, so it is first laid into a
temporary table on disk.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from furphy.errors import InputError
from furphy.gazetteer.record import Name

_FEWEST_COLUMNS = 4
_NO_NAMES = frozenset(
    {"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny"}
)
"""What stands in the column of languages where the form is no name, or made by a program."""
_USUAL, _PREFERRED, _RARE, _SHORTENED = 0.8, 0.95, 0.5, 0.6
_BATCH = 50_000


class Alternates:
    """Forms of names by GeoNames' id."""

    def __init__(self, table: sqlite3.Connection) -> None:
        self._table = table

    def of(self, key: str) -> Iterator[Name]:
        """Yield the forms of one place."""
        query = "SELECT form, language, weight FROM forms WHERE place = ?"
        for form, language, weight in self._table.execute(query, (int(key),)):
            yield Name(form, language or None, weight)


@contextmanager
def laid_out(lines: Iterable[str], folder: Path, watch: Callable[[], None]) -> Iterator[Alternates]:
    """Lay the file into a table in a folder, which goes when the context ends.

    ``watch`` is called now and then. Raises :class:`InputError` where it is no such file.
    """
    with TemporaryDirectory(dir=folder, prefix=".alternates-") as apart, _table(apart) as table:
        rows = _rows(lines)
        table.execute("BEGIN")
        while batch := list(islice(rows, _BATCH)):
            table.executemany("INSERT INTO forms VALUES (?, ?, ?, ?)", batch)
            watch()
        table.execute("CREATE INDEX by_place ON forms (place)")
        table.execute("COMMIT")
        yield Alternates(table)


@contextmanager
def _table(folder: str) -> Iterator[sqlite3.Connection]:
    path = Path(folder) / "forms.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as table:
        table.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "CREATE TABLE forms (place INTEGER, form TEXT, language TEXT, weight REAL);"
        )
        yield table


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, str, str, float]]:
    whole = False
    for line in lines:
        cells = line.split("\t")
        if len(cells) >= _FEWEST_COLUMNS and cells[0].isdecimal() and cells[1].isdecimal():
            whole = True
            if cells[2] not in _NO_NAMES and cells[3].strip():
                yield int(cells[1]), cells[3], cells[2], _weight(cells)
        elif not whole:
            raise InputError("this is not GeoNames' alternateNamesV2")


def _weight(cells: list[str]) -> float:
    preferred, short, colloquial, historic = (each == "1" for each in [*cells[4:8], *[""] * 4][:4])
    if colloquial or historic:
        return _RARE
    if cells[2] == "abbr" or short:
        return _SHORTENED
    return _PREFERRED if preferred else _USUAL
