"""What is in use of a casebook, asked for again and again: only what has come since is looked up.

Rows come with rising numbers, and whatever takes something out of use, or brings it back, comes as
a row itself: a sighting of the same capture, or a reading of the same edition (:mod:`.writer`).
"""

from bisect import bisect_left, insort
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from furphy.casebook.current import Entry, InOrder, in_use
from furphy.casebook.journal import JOURNAL
from furphy.casebook.schema import READING, SIGHTING


@dataclass(frozen=True, slots=True)
class _Reached:
    """How far a casebook has been read: the last numbers, and what tells that it still is it."""

    sighting: int = 0
    reading: int = 0
    journal: int = 0
    id: str | None = None


class InUse:
    """The documents in use of a casebook, in the order of :func:`.current.entries`."""

    def __init__(self) -> None:
        self._reached = _Reached()
        self._rows: list[InOrder] = []
        self._of: dict[int, InOrder] = {}
        """By edition."""

    def entries(self, connection: Connection) -> list[Entry]:
        """Return what is in use now."""
        if self._is_as_it_was(connection):
            self._follow(connection)
        else:
            self._rows = [*in_use(connection)]
            self._of = {each.entry.edition: each for each in self._rows}
        self._reached = _reached(connection)
        return [each.entry for each in self._rows]

    def _is_as_it_was(self, connection: Connection) -> bool:
        """Tell whether rows only came since; not where another casebook took its place."""
        last = self._reached
        if last.id is None:
            return False
        asked = select(JOURNAL.c.id).where(JOURNAL.c.number == last.journal)
        return connection.scalar(asked) == last.id

    def _follow(self, connection: Connection) -> None:
        last = self._reached
        captures = select(SIGHTING.c.capture).where(SIGHTING.c.number > last.sighting)
        met = select(SIGHTING.c.edition).where(SIGHTING.c.capture.in_(captures))
        read = select(READING.c.edition).where(READING.c.number > last.reading)
        touched = {*connection.scalars(met.union(read))}
        if not touched:
            return
        for each in touched & self._of.keys():
            del self._rows[bisect_left(self._rows, self._of.pop(each))]
        for now in in_use(connection, met.union(read)):
            insort(self._rows, now)
            self._of[now.entry.edition] = now


def _reached(connection: Connection) -> _Reached:
    sighting = connection.scalar(select(func.max(SIGHTING.c.number)))
    reading = connection.scalar(select(func.max(READING.c.number)))
    entry = connection.execute(
        select(JOURNAL.c.number, JOURNAL.c.id).order_by(JOURNAL.c.number.desc()).limit(1)
    ).first()
    return _Reached(sighting or 0, reading or 0, *(entry or (0, None)))
