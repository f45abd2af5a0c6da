"""What a writer stores, entered into the journal in the same transaction."""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from furphy.casebook.canonical import Json
from furphy.casebook.clock import Clock, utc_now
from furphy.casebook.covering import covered
from furphy.casebook.journal import NOBODY_NAMED, Covers, Deed, EntryKind, append
from furphy.casebook.schema import DOCUMENT, EDITION, ITEM, READING, SIGHTING
from furphy.casebook.writer import Stored

_INTAKE = (DOCUMENT, EDITION, SIGHTING)


def witness(
    by: str = NOBODY_NAMED,
    settings: Mapping[str, Json] | None = None,
    clock: Clock = utc_now,
) -> Callable[[Connection, Stored], None]:
    """Return what enters each batch: one entry for what was taken in, one for what was read.

    ``by`` is who had it done, ``settings`` what else is to be known. Nothing is entered where a
    batch brought nothing new.
    """
    known = settings or {}

    def enter(connection: Connection, stored: Stored) -> None:
        numbers = dict(stored.numbers)
        ended = {each.item for each in stored.batch.endings}
        taken: Covers = {
            **{
                each.name: covered(connection, each, numbers.get(each.name, [])) for each in _INTAKE
            },
            ITEM.name: covered(connection, ITEM, sorted(ended)),
        }
        read: Covers = {READING.name: covered(connection, READING, numbers.get(READING.name, []))}
        for kind, covers in ((EntryKind.INTAKE, taken), (EntryKind.READING, read)):
            if any(covers.values()):
                append(connection, Deed(kind, covers, by, known), clock)

    return enter
