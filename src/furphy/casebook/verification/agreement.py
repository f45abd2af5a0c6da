"""Rows for look-up, held against what they were worked out from."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, Table, exists, select

from furphy.casebook.schema import METADATA
from furphy.casebook.verification.finding import Finding

Expected = Mapping[str, object]
"""Columns of a row, without its number and what it belongs to."""

_Columns = TypeVar("_Columns", RowMapping, Expected)


@dataclass(slots=True)
class Details:
    """The rows of one table that belong to the rows of another, its owners."""

    table: Table
    owner: str
    """The column that points to what a row belongs to."""
    within: str = "ordinal"
    """The column that tells the rows of one owner apart, but for repetitions in their order."""
    _last: int | None = 0
    """The number of the row looked at last; None once one was wrong.

    They are given without gaps, in the order of the owners, so that a changed number shows.
    """

    def rows(self, connection: Connection, number: int) -> list[RowMapping]:
        """Return the rows that belong to the owner of a number."""
        mine = self.table.c[self.owner] == number
        chosen = select(self.table).where(mine).order_by(self.table.c.number)
        return [*connection.execute(chosen).mappings()]

    def compared(
        self, found: Sequence[RowMapping], expected: Sequence[Expected], where: str
    ) -> Iterator[Finding]:
        """Yield how the rows of an owner differ from what they have to be, in their order.

        ``where`` names the owner. Owners have to be given in the order of their numbers.
        """
        rows, wanted = self._told_apart(found), self._told_apart(expected)
        for key in wanted.keys() - rows.keys():
            what = f"{where} gives one more, of {self.within} {key[0]}: it was taken away"
            yield Finding(self.table.name, where, what)
        for key in rows.keys() - wanted.keys():
            what = f"{where} gives none of {self.within} {key[0]}: it was added"
            yield Finding(self.table.name, _named(rows[key]), what)
        if rows.keys() != wanted.keys():
            self._last = None
        for key in wanted:
            if key in rows:
                yield from self._differing(rows[key], wanted[key], where)
                yield from self._numbered(rows[key])

    def pass_over(self, found: Sequence[RowMapping]) -> None:
        """Leave the rows of an owner that gives nothing to hold them against."""
        if found and self._last is not None:
            self._last = found[-1]["number"]

    def strays(self, connection: Connection) -> Iterator[Finding]:
        """Yield the rows that belong to nothing that is there."""
        (key,) = self.table.c[self.owner].foreign_keys
        owner = METADATA.tables[key.target_fullname.split(".")[0]]
        there = exists().where(owner.c.number == self.table.c[self.owner])
        for number in connection.scalars(select(self.table.c.number).where(~there)):
            what = f"belongs to no {owner.name} that is there"
            yield Finding(self.table.name, f"number {number}", what)

    def _told_apart(self, rows: Sequence[_Columns]) -> dict[tuple[object, int], _Columns]:
        met = Counter[object]()
        found: dict[tuple[object, int], _Columns] = {}
        for row in rows:
            found[row[self.within], met[row[self.within]]] = row
            met[row[self.within]] += 1
        return found

    def _differing(self, row: RowMapping, wanted: Expected, where: str) -> Iterator[Finding]:
        for name, value in wanted.items():
            if row[name] != value:
                what = f"{name} is {_shown(row[name])}, but {where} gives {_shown(value)}"
                yield Finding(self.table.name, _named(row), what)

    def _numbered(self, row: RowMapping) -> Iterator[Finding]:
        if self._last is None:
            return
        if row["number"] == self._last + 1:
            self._last += 1
            return
        what = f"its number is {row['number']}, where {self._last + 1} belongs"
        self._last = None
        yield Finding(self.table.name, _named(row), what)


def _named(row: RowMapping) -> str:
    return str(row.get("id") or f"number {row['number']}")


def _shown(value: object) -> str:
    longest = 80
    told = repr(value)
    return told if len(told) <= longest else f"{told[:longest]}…"
