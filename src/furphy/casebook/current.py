"""Documents and readings in use, each once, for what looks at all of them together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from sqlalchemy import CompoundSelect, Connection, Table, func, select

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


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in use, not yet fetched."""

    edition: int
    edition_id: str
    reading: int | None
    key: str
    """The least under which it was met."""


@dataclass(frozen=True, slots=True, order=True)
class InOrder:
    """A document in use with what tells its place among all."""

    document: str
    """Its id."""
    key: str
    edition: str
    """Its id."""
    entry: Entry = field(compare=False)


def current(connection: Connection) -> Iterator[Current]:
    """Yield each document in use, by id and key; one met under several keys goes by the least."""
    return fetched(connection, entries(connection))


def entries(connection: Connection, document: str | None = None) -> list[Entry]:
    """Return what is in use, or one document of it by its id, without what it says.

    It comes in the order of ids and keys.
    """
    return [each.entry for each in in_use(connection, document=document)]


def in_use(
    connection: Connection,
    editions: CompoundSelect[tuple[int]] | None = None,
    document: str | None = None,
) -> Iterator[InOrder]:
    """Yield what is in use, in order: all, or what is of some editions, or one document.

    ``editions`` selects their numbers; the document goes by its id.
    """
    key = func.min(SIGHTING.c.key)
    chosen = (
        select(DOCUMENT.c.id, EDITION.c.number, EDITION.c.id, func.max(READING.c.number), key)
        .join_from(EDITION, DOCUMENT)
        .join(SIGHTING, SIGHTING.c.edition == EDITION.c.number)
        .outerjoin(READING, (READING.c.edition == EDITION.c.number) & (READING.c.current == 1))
        .where(SIGHTING.c.current == 1)
        .group_by(EDITION.c.number, EDITION.c.id, DOCUMENT.c.id)
        .order_by(DOCUMENT.c.id, key, EDITION.c.id)
    )
    if document is not None:
        chosen = chosen.where(DOCUMENT.c.id == document)
    if editions is not None:
        chosen = chosen.where(EDITION.c.number.in_(editions))
    for name, number, edition, reading, least in connection.execute(chosen):
        yield InOrder(name, least, edition, Entry(number, edition, reading, least))


def fetched(connection: Connection, wanted: Iterable[Entry]) -> Iterator[Current]:
    """Yield documents in use, in the order given."""
    rows = iter(wanted)
    while some := list(islice(rows, _AT_ONCE)):
        editions = _packed(connection, EDITION, [x.edition for x in some if x.reading is None])
        readings = _packed(connection, READING, [x.reading for x in some if x.reading is not None])
        for each in some:
            is_read = each.reading is not None
            packed = editions[each.edition] if each.reading is None else readings[each.reading]
            found = restored(unpacked(packed).decode())
            named = replace(found, document=replace(found.document, key=each.key))
            yield Current(named, is_read)


def _packed(connection: Connection, table: Table, numbers: list[int]) -> dict[int, bytes]:
    asked = select(table.c.number, table.c.packed).where(table.c.number.in_(numbers))
    return {row.number: row.packed for row in connection.execute(asked)}
