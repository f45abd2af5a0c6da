"""Documents and readings in use, each once, for what looks at all of them together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import Connection, Table, func, select

from furphy.casebook.packing import unpacked
from furphy.casebook.restoring import restored
from furphy.casebook.schema import DOCUMENT, EDITION, READING, SIGHTING
from furphy.model.reading import Reading

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Current:
    """A document as it was last met under its least key, with what was last read in it."""

    reading: Reading
    """With nothing in it where the document was only kept."""
    is_read: bool


def current(connection: Connection) -> Iterator[Current]:
    """Yield each document in use, by id and key; one met under several keys goes by the least."""
    key = func.min(SIGHTING.c.key)
    chosen = (
        select(EDITION.c.number, func.max(READING.c.number), key)
        .join_from(EDITION, DOCUMENT)
        .join(SIGHTING, SIGHTING.c.edition == EDITION.c.number)
        .outerjoin(READING, (READING.c.edition == EDITION.c.number) & (READING.c.current == 1))
        .where(SIGHTING.c.current == 1)
        .group_by(EDITION.c.number, EDITION.c.id, DOCUMENT.c.id)
        .order_by(DOCUMENT.c.id, key, EDITION.c.id)
    )
    rows = iter(connection.execute(chosen).all())
    while some := list(islice(rows, _AT_ONCE)):
        editions = _packed(connection, EDITION, [row[0] for row in some if row[1] is None])
        readings = _packed(connection, READING, [row[1] for row in some if row[1] is not None])
        for edition, reading, shown in some:
            packed = editions[edition] if reading is None else readings[reading]
            found = restored(unpacked(packed).decode())
            named = replace(found, document=replace(found.document, key=shown))
            yield Current(named, reading is not None)


def _packed(connection: Connection, table: Table, numbers: list[int]) -> dict[int, bytes]:
    asked = select(table.c.number, table.c.packed).where(table.c.number.in_(numbers))
    return {row.number: row.packed for row in connection.execute(asked)}
