"""Rows as the journal vouches for them: everything in them that never changes, and its digest.

Where a row points to a row of another table, the ``id`` of that one stands for its ``number``; for
bytes stands their SHA-256. Left out is what may change: ``current``, and which run tried an input
how often. What is merely worked out of a reading (assertions, places …) is not covered: it has to
agree with the line that is, see :mod:`.verification`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, Table, select

from furphy.casebook.canonical import Json, value_digest
from furphy.casebook.journal import Covered
from furphy.casebook.packing import digest
from furphy.casebook.schema import DOCUMENT, EDITION, METADATA, READING, SIGHTING

COVERED = (DOCUMENT, EDITION, SIGHTING, READING)
"""Tables whose every row some entry of the journal vouches for, beside those of people's deeds."""

_MAY_CHANGE = {"current", "run", "attempts"}
_AT_ONCE = 50
"""Rows asked for in one go; each may hold a whole document."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row as it is stored."""

    number: int
    id: str
    values: dict[str, object]
    """Its columns that never change, by name; ``id`` of the row for each that it points to."""

    def covered(self) -> Covered:
        """Return how an entry vouches for this row."""
        return Covered(self.number, self.id, value_digest(self._told()))

    def told_digest(self) -> str:
        """Return the digest of all its columns but the id: the id of what people say."""
        told = self._told()
        del told["id"]
        return value_digest(told)

    def _told(self) -> dict[str, Json]:
        return {
            name: f"sha256:{digest(value)}" if isinstance(value, bytes) else _json(value)
            for name, value in self.values.items()
        }


def covered(connection: Connection, table: Table, numbers: Sequence[int]) -> list[Covered]:
    """Return the rows with these numbers, as an entry vouches for them, in the same order."""
    found: list[Covered] = []
    for start in range(0, len(numbers), _AT_ONCE):
        chosen = table.c.number.in_(numbers[start : start + _AT_ONCE])
        found += [each.covered() for each in _rows(connection, table, chosen)]
    return found


def rows(
    connection: Connection, table: Table, after: int | None, to: int | None
) -> Iterator[Found]:
    """Yield the rows of a table with numbers above one and up to another, in their order."""
    while True:
        chosen: list[ColumnElement[bool]] = []
        if after is not None:
            chosen.append(table.c.number > after)
        if to is not None:
            chosen.append(table.c.number <= to)
        found = _rows(connection, table, *chosen)
        yield from found
        if len(found) < _AT_ONCE:
            return
        after = found[-1].number


def _rows(connection: Connection, table: Table, *chosen: ColumnElement[bool]) -> list[Found]:
    asked = _asked(table).where(*chosen).order_by(table.c.number).limit(_AT_ONCE)
    return [
        Found(number, id_, dict(zip(_kept(table), values, strict=True)))
        for number, id_, *values in connection.execute(asked)
    ]


def _kept(table: Table) -> list[str]:
    return [each.name for each in table.columns if each.name not in {"number", *_MAY_CHANGE}]


@cache
def _asked(table: Table) -> Select[*tuple[Any, ...]]:
    """Ask for number, id and all that is kept, with ids in place of other tables' numbers."""
    shown: list[ColumnElement[object]] = []
    joined: FromClause = table
    for name in _kept(table):
        column: Column[object] = table.c[name]
        if not column.foreign_keys:
            shown.append(column)
            continue
        (key,) = column.foreign_keys
        pointed = METADATA.tables[key.target_fullname.split(".")[0]].alias(f"the_{name}")
        joined = joined.outerjoin(pointed, column == pointed.c.number)
        shown.append(pointed.c.id.label(name))
    return select(table.c.number, table.c.id, *shown).select_from(joined)


def _json(value: object) -> Json:
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"no column of a casebook holds {type(value).__name__}")
