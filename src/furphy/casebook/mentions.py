"""How often readings in use name a place."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select, tuple_

from furphy.casebook.schema import PLACE, READING


def of_places(
    connection: Connection, places: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], int]:
    """Return how often each place is named, given by gazetteer and id; those never are left out."""
    counts = (
        select(PLACE.c.gazetteer, PLACE.c.place_id, func.count())
        .join(READING, READING.c.number == PLACE.c.reading)
        .where(tuple_(PLACE.c.gazetteer, PLACE.c.place_id).in_(places), READING.c.current == 1)
        .group_by(PLACE.c.gazetteer, PLACE.c.place_id)
    )
    return {(gazetteer, id_): count for gazetteer, id_, count in connection.execute(counts)}
