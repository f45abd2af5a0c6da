"""Rows for look-up, held against what they were worked out from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sqlalchemy import Connection, RowMapping, Table, exists, select

from furphy.casebook.schema import METADATA
from furphy.casebook.verification.finding import Finding

Expected = Mapping[str, object]
"""Columns of a row, without its number and what it belongs to."""


@dataclass(slots=True)
class Details:
    """The rows of one table that belong to the rows of another, its owners."""

    table: Table
    owner: str
    """The column that points to what a row belongs to."""
    last: int = 0
    """The number of the row looked at last.

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
        if len(found) != len(expected):
            what = f"{len(found)} rows of {where}, which gives {len(expected)}"
            yield Finding(self.table.name, where, f"{what}: some were taken away or added")
        for row, wanted in zip_longest(found, expected):
            if row is not None and row["number"] != self.last + 1 and len(found) == len(expected):
                what = f"numbered {row['number']} where {self.last + 1} belongs"
                yield Finding(self.table.name, where, what)
            if row is not None:
                self.last = row["number"]
            if row is not None and wanted is not None:
                yield from self._differing(row, wanted, where)

    def pass_over(self, found: Sequence[RowMapping]) -> None:
        """Leave the rows of an owner that gives nothing to hold them against."""
        if found:
            self.last = found[-1]["number"]

    def strays(self, connection: Connection) -> Iterator[Finding]:
        """Yield the rows that belong to nothing that is there."""
        (key,) = self.table.c[self.owner].foreign_keys
        owner = METADATA.tables[key.target_fullname.split(".")[0]]
        there = exists().where(owner.c.number == self.table.c[self.owner])
        for number in connection.scalars(select(self.table.c.number).where(~there)):
            what = f"belongs to no {owner.name} that is there"
            yield Finding(self.table.name, f"number {number}", what)

    def _differing(self, row: RowMapping, wanted: Expected, where: str) -> Iterator[Finding]:
        for name, value in wanted.items():
            if row[name] != value:
                named = row.get("id") or f"number {row['number']}"
                what = f"{name} is {_shown(row[name])}, but {where} gives {_shown(value)}"
                yield Finding(self.table.name, str(named), what)


def _shown(value: object) -> str:
    longest = 80
    told = repr(value)
    return told if len(told) <= longest else f"{told[:longest]}…"
