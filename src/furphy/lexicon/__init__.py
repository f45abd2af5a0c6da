"""The words each language uses to report, hedge, deny and confirm, read from ``data/``.

A language is a folder of tab-separated files; adding one changes no Python. Lines that begin
with ``#`` are comments, the first other line names the columns.
"""

import csv
from functools import cache
from importlib import resources
from types import MappingProxyType

from furphy.errors import LexiconError

ENGLISH = "en"
"""The language whose patterns and parser are here."""

Row = MappingProxyType[str, str]
"""One line of a file: column name to value, edge blanks removed."""


@cache
def rows(name: str, language: str) -> tuple[Row, ...]:
    """Return the lines of ``data/<language>/<name>.tsv``; none where the language lacks the file.

    Raises :class:`LexiconError` where a line has more or fewer cells than the head.
    """
    place = resources.files(__name__).joinpath("data", language, f"{name}.tsv")
    if not place.is_file():
        return ()
    found: list[Row] = []
    head: list[str] | None = None
    lines = place.read_text(encoding="utf-8").splitlines()
    for number, cells in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        if not cells or cells[0].startswith("#"):
            continue
        if head is None:
            head = cells
        elif len(cells) != len(head):
            raise LexiconError(
                f"{language}/{name}.tsv:{number}: {len(cells)} cells, not {len(head)}"
            )
        else:
            found.append(MappingProxyType(dict(zip(head, map(str.strip, cells), strict=True))))
    return tuple(found)


@cache
def words(name: str, language: str) -> frozenset[str]:
    """Return the first column of a file."""
    return frozenset(next(iter(row.values())) for row in rows(name, language))
