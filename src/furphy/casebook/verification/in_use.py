"""Which sightings and readings are in use: those that nothing took the place of."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Table, and_, case, exists, select

from furphy.casebook.schema import READING, SIGHTING
from furphy.casebook.verification.finding import Finding


def out_of_step(connection: Connection) -> Iterator[Finding]:
    """Yield the rows whose ``current`` is not what the rows after them make it.

    A sighting is in use until another edition is met in the same capture; a reading is while its
    edition is met anywhere, until that is read again.
    """
    later = SIGHTING.alias()
    same = and_(later.c.capture == SIGHTING.c.capture, later.c.number > SIGHTING.c.number)
    yield from _differing(connection, SIGHTING, ~exists().where(same))
    newer = READING.alias()
    again = and_(newer.c.edition == READING.c.edition, newer.c.number > READING.c.number)
    met = exists().where(SIGHTING.c.edition == READING.c.edition, SIGHTING.c.current == 1)
    yield from _differing(connection, READING, and_(met, ~exists().where(again)))


def _differing(
    connection: Connection, table: Table, in_use: ColumnElement[bool]
) -> Iterator[Finding]:
    wanted = case((in_use, 1), else_=0)
    chosen = select(table.c.id, table.c.current).where(table.c.current != wanted)
    for row in connection.execute(chosen):
        yield Finding(
            table.name, row.id, f"current is {row.current} where {1 - row.current} belongs"
        )
