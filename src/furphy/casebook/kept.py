"""Captured bytes given back, to be read later, or again."""

from dataclasses import dataclass

from sqlalchemy import Connection, exists, select

from furphy.casebook.census import READ
from furphy.casebook.ledger import Item
from furphy.casebook.packing import unpacked
from furphy.casebook.schema import DOCUMENT, EDITION, FAILURE, ITEM, SIGHTING

_AT_ONCE = 50
"""Each holds a whole document."""


@dataclass(frozen=True, slots=True)
class Met:
    """Bytes as they were met."""

    number: int
    """Of the sighting."""
    item: Item
    """The input that they were met in."""
    key: str
    context: str
    """What was known of them from outside, a JSON object."""
    data: bytes | None
    """None where they were not kept."""


def page(connection: Connection, after: int, *, unread: bool) -> list[Met]:
    """Return the next of what is kept after a number, in the order in which it was met.

    ``unread`` leaves out what has a reading, and what there was no reading it before.
    """
    columns = (SIGHTING.c.number, SIGHTING.c.key, SIGHTING.c.context, EDITION.c.document)
    item = (ITEM.c.number.label("item"), ITEM.c.input, ITEM.c.digest, ITEM.c.attempts)
    met = (
        select(*columns, *item)
        .join_from(SIGHTING, EDITION)
        .join(ITEM, ITEM.c.input == SIGHTING.c.input)
        .where(SIGHTING.c.current == 1, SIGHTING.c.number > after)
        .order_by(SIGHTING.c.number)
        .limit(_AT_ONCE)
    )
    if unread:
        tried = exists().where(FAILURE.c.item == ITEM.c.number, FAILURE.c.key == SIGHTING.c.key)
        met = met.where(~READ, ~tried)
    return [
        Met(
            row.number,
            Item(row.item, row.input, row.digest, row.attempts, ended=True),
            row.key,
            row.context,
            _data(connection, row.document),
        )
        for row in connection.execute(met).all()
    ]


def _data(connection: Connection, document: int) -> bytes | None:
    found = connection.scalar(select(DOCUMENT.c.packed).where(DOCUMENT.c.number == document))
    return None if found is None else unpacked(found)
