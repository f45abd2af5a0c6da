"""Readings, held against the documents they were made of; their look-up rows against them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, RowMapping, select

from furphy.casebook.covering import Found
from furphy.casebook.filing import filed_reading
from furphy.casebook.packing import unpacked
from furphy.casebook.restoring import restored
from furphy.casebook.schema import (
    ASSERTION,
    EDITION,
    MOMENT,
    PLACE,
    QUANTITY,
    READING,
    SOURCE,
)
from furphy.casebook.verification.agreement import Details, Expected
from furphy.casebook.verification.captured import taken_back
from furphy.casebook.verification.finding import Finding
from furphy.casebook.verification.rereading import loops
from furphy.model.document import Document

_OWNER = "reading"


class ReadingCheck:
    """Holds readings, in the order of their numbers, and all that is looked up of them."""

    def __init__(self) -> None:
        self.assertions = Details(ASSERTION, _OWNER)
        self.sources = Details(SOURCE, _OWNER)
        self.grounded = {
            "places": Details(PLACE, _OWNER),
            "moments": Details(MOMENT, _OWNER),
            "quantities": Details(QUANTITY, _OWNER),
        }
        self.counted = 0
        """Assertions looked at."""

    @property
    def details(self) -> tuple[Details, ...]:
        """All that belongs to readings."""
        return (self.assertions, self.sources, *self.grounded.values())

    def __call__(self, connection: Connection, found: Found) -> Iterator[Finding]:
        """Yield what is wrong with a reading."""
        taken = taken_back(READING.name, found)
        if not isinstance(taken, list) and loops(taken[1]):
            taken = [Finding(READING.name, found.id, "an attribution stands inside itself")]
        if isinstance(taken, list):
            for each in self.details:
                each.pass_over(each.rows(connection, found.number))
            yield from taken
            return
        line, reading = taken
        yield from _of_its_edition(connection, found, reading.document)
        filed = filed_reading(reading, line, {})
        where = f"reading {found.id}"
        rows = self.assertions.rows(connection, found.number)
        self.counted += len(rows)
        yield from self.assertions.compared(rows, filed.assertions, where)
        mine = self.sources.rows(connection, found.number)
        yield from self.sources.compared(mine, filed.sources, where)
        for name, details in self.grounded.items():
            mine = details.rows(connection, found.number)
            wanted = _at_home(getattr(filed, name), rows)
            yield from details.compared(mine, wanted, where)


def _at_home(rows: Sequence[Expected], assertions: Sequence[RowMapping]) -> list[Expected]:
    """Put the numbers of assertions in place of their ordinals."""
    numbers = {each["ordinal"]: each["number"] for each in assertions}
    return [{**row, "assertion": numbers.get(row["assertion"])} for row in rows]


def _of_its_edition(connection: Connection, found: Found, document: Document) -> Iterator[Finding]:
    """Yield whether a reading is of another text than the edition that it points to."""
    asked = select(EDITION.c.packed).where(EDITION.c.id == found.values["edition"])
    pack = connection.scalar(asked)
    try:
        edition = restored(unpacked(pack or b"").decode("utf-8", "replace")).document
    except ValueError:
        return  # The edition is found altered by itself, or is missing.
    if replace(document, notes=()) != replace(edition, notes=()):
        what = f"was not made of the edition it points to, {found.values['edition']}"
        yield Finding(READING.name, found.id, what)
