"""The documents of a casebook as tracing wants them: places and times at hand, texts when asked."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from furphy.casebook.casebook import Casebook
from furphy.casebook.current import Entry, fetched
from furphy.casebook.in_use import InUse
from furphy.desk.traceable import traced
from furphy.model.reading import Reading
from furphy.tracing.corpus import rank
from furphy.tracing.memory import Memory, digest, read, written
from furphy.tracing.on_demand import OnDemand
from furphy.tracing.shelf import Shelf, text_digest
from furphy.tracing.traced import Traced, Window

_KIND = "head"
_AT_ONCE = 1000


class Readings(OnDemand[Reading]):
    """Readings of a casebook, each fetched when it is asked for, all when all are."""

    def __init__(self, where: str, wanted: Sequence[Entry]) -> None:
        self._where = where
        self._entries = wanted
        self._found: dict[int, Reading] = {}
        self._book: Casebook | None = None

    def made(self, place: int) -> Reading:
        """Return one reading."""
        if place not in self._found:
            self._fetch([place])
        return self._found[place]

    def fetch(self, places: Sequence[int]) -> None:
        """Have some readings ready."""
        self._fetch([each for each in dict.fromkeys(places) if each not in self._found])

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Reading]:
        self._fetch([each for each in range(len(self)) if each not in self._found])
        return (self._found[each] for each in range(len(self)))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the casebook open for what is asked one by one."""
        with Casebook.open(self._where) as self._book:
            yield
        self._book = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process makes its own of."""
        return _in_worker, (self._where, self._entries)

    def hold(self) -> None:
        """Keep the casebook open as long as this process lasts."""
        self._book = Casebook.open(self._where)

    def _fetch(self, places: Sequence[int]) -> None:
        if not places:
            return
        if self._book is None:
            with self.held():
                self._fetch(places)
            return
        with self._book.reading() as connection:
            some = fetched(connection, [self._entries[each] for each in places])
            self._found.update(zip(places, (each.reading for each in some), strict=True))


def _in_worker(where: str, wanted: Sequence[Entry]) -> Readings:
    found = Readings(where, wanted)
    found.hold()
    return found


class Documents(OnDemand[Traced]):
    """The same documents as tracing sees them."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings

    def made(self, place: int) -> Traced:
        """Return one document."""
        return traced(self._readings[place].document)

    def fetch(self, places: Sequence[int]) -> None:
        """Have some documents ready."""
        self._readings.fetch(places)

    def __len__(self) -> int:
        return len(self._readings)


@dataclass(frozen=True, slots=True)
class Shelved:
    """The documents of a casebook in the order of their times."""

    shelf: Shelf
    readings: Readings
    ids: Sequence[str]


class Shelver:
    """Puts the documents of a casebook on a shelf, again and again; heads are read once."""

    def __init__(self, where: str, memory: Memory) -> None:
        self._where = where
        self._memory = memory
        self._in_use = InUse()
        self._known: dict[tuple[str, str], _Told] = {}
        """By edition and key."""

    def shelve(self, connection: Connection) -> Shelved:
        """Return the documents in use of the casebook, in the order of their times."""
        wanted = self._in_use.entries(connection)
        names = [(each.edition_id, each.key) for each in wanted]
        new = [place for place, each in enumerate(names) if each not in self._known]
        told = self._read(connection, [wanted[each] for each in new])
        self._known.update(zip((names[each] for each in new), told, strict=True))
        # No more is held than is in use.
        self._known = {each: self._known[each] for each in names}
        found = [*self._known.values()]
        order = sorted(range(len(found)), key=[each.order for each in found].__getitem__)
        readings = Readings(self._where, [wanted[each] for each in order])
        shelf = Shelf(
            [found[each].head for each in order],
            [found[each].text for each in order],
            Documents(readings),
        )
        return Shelved(shelf, readings, [found[each].id for each in order])

    def _read(self, connection: Connection, wanted: Sequence[Entry]) -> list["_Told"]:
        """Return what is kept of some entries; what is not is fetched, and kept."""
        keys = [digest(each.edition_id, each.key) for each in wanted]
        found = self._memory.recall(_KIND, keys)
        new = [place for place, each in enumerate(found) if each is None]
        for start in range(0, len(new), _AT_ONCE):
            some = new[start : start + _AT_ONCE]
            rows = fetched(connection, [wanted[each] for each in some])
            made = {place: _written(row.reading) for place, row in zip(some, rows, strict=True)}
            self._memory.keep(_KIND, {keys[place]: row for place, row in made.items()})
            for place, row in made.items():
                found[place] = row
        return [_told(each.key, row or b"") for each, row in zip(wanted, found, strict=True)]


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of a document before it is fetched."""

    id: str
    text: bytes
    """The digest of all that it says."""
    head: Traced
    order: tuple[float, str]
    """By which :func:`.in_order` has it."""


def _told(key: str, data: bytes) -> _Told:
    name, text, row = read(data)[0]
    head = _head(key, row)
    return _Told(name, bytes.fromhex(text), head, rank(head))


def _written(reading: Reading) -> bytes:
    document = traced(reading.document)
    window = document.published
    told = [
        document.language,
        document.title,
        document.outlet,
        document.url,
        window and [window.start, window.end],
        document.forwarded,
        document.referred,
    ]
    return written([reading.document.id, text_digest(document).hex(), told])


def _head(key: str, told: Sequence[Any]) -> Traced:
    language, title, outlet, url, window, forwarded, referred = told
    return Traced(
        key=key,
        text="",
        language=language,
        title=title,
        outlet=outlet,
        url=url,
        published=window and Window(*window),
        forwarded=tuple(forwarded),
        referred=tuple(referred),
    )
