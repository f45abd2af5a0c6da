"""Documents as they were captured, with what was read in them, to be handed on as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from furphy.casebook.packing import unpacked
from furphy.casebook.schema import DOCUMENT, EDITION, READING, SIGHTING


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it was met under a key."""

    id: str
    key: str
    context: str
    """What was known of its bytes from outside, a JSON object."""
    edition: str
    """Id of what the readers of formats made of it."""
    data: bytes | None
    """The very bytes; None where they were not kept."""
    reading: str | None
    """The line of its reading, under its id for its key; None where it was only kept."""
    reading_id: str | None


def originals(connection: Connection, wanted: Iterable[tuple[str, str]]) -> Iterator[Original]:
    """Yield documents, given their ids and keys, in the order of these; each edition once."""
    for id_, key in sorted(set(wanted)):
        asked = (
            select(
                SIGHTING.c.context,
                EDITION.c.id.label("edition"),
                DOCUMENT.c.packed,
                READING.c.packed.label("reading"),
                READING.c.id.label("reading_id"),
            )
            .join_from(SIGHTING, EDITION, EDITION.c.number == SIGHTING.c.edition)
            .join(DOCUMENT, DOCUMENT.c.number == EDITION.c.document)
            .outerjoin(READING, (READING.c.edition == EDITION.c.number) & (READING.c.current == 1))
            .where(SIGHTING.c.key == key, SIGHTING.c.current == 1, DOCUMENT.c.id == id_)
            .order_by(EDITION.c.id, SIGHTING.c.context, READING.c.number.desc())
        )
        met = set[str]()
        for row in connection.execute(asked).all():
            if row.edition not in met:
                met.add(row.edition)
                data = None if row.packed is None else unpacked(row.packed)
                line = None if row.reading is None else unpacked(row.reading).decode()
                yield Original(id_, key, row.context, row.edition, data, line, row.reading_id)
