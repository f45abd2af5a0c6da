"""The journal: what was done to a casebook, by whom, when, each entry chained to the one before.

An entry names the rows it covers with a digest of each (:mod:`.covering`), so that it proves them;
and its own digest is taken over all its fields and the digest of the entry before, so that no
entry can be changed, taken out or put in between without every later one showing it. That the end
of the journal was cut off, or all of it made anew, shows only against a head that was kept
elsewhere: :mod:`.seal`. The construction is that of Haber & Stornetta (1991), How to time-stamp a
digital document, Journal of Cryptology 3(2), section 5.1, without their server.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, select

import furphy
from furphy.casebook.canonical import Json, canonical, value_digest
from furphy.casebook.clock import Clock, utc_now
from furphy.casebook.schema import number, table, words

JOURNAL = table(
    "journal",
    number(),  # 1, 2, 3 …, without gaps.
    words("id", unique=True),  # Digest of this entry, 64 hex digits, see digest_of().
    words("previous"),  # id of the entry before; 64 zeros before the first.
    words("kind"),  # EntryKind.
    words("at"),  # ISO 8601, UTC.
    words("by"),  # Who; "furphy" where it was not told.
    words("version"),  # Of the furphy that wrote the entry.
    words("settings"),  # What else is to be known of it, a JSON object.
    words("covers"),  # {table: [[number, id, digest], …]}, canonical JSON.
)
"""What was done, in the order in which it was."""

NOTHING_BEFORE = "0" * 64
"""What the first entry names as the digest of the entry before."""

NOBODY_NAMED = "furphy"
"""Who did it, where no person was named."""


class EntryKind(StrEnum):
    """What was done."""

    INTAKE = "intake"
    READING = "reading"
    JUDGEMENT = "judgement"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Covered:
    """A row that an entry vouches for."""

    number: int
    """Its handle in this casebook."""
    id: str
    digest: str
    """Of all its columns that never change, 64 hex digits."""


Covers = Mapping[str, Sequence[Covered]]
"""Rows by the names of their tables, in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be entered."""

    kind: EntryKind
    covers: Covers = field(default_factory=dict)
    by: str = NOBODY_NAMED
    settings: Mapping[str, Json] = field(default_factory=dict)
    """What else is to be known of it: of an export, say, its format, rows and digest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, as it is stored."""

    number: int
    id: str
    previous: str
    kind: str
    at: str
    by: str
    version: str
    settings: str
    covers: str

    def covered(self) -> dict[str, list[Covered]]:
        """Return the rows it vouches for; raises :class:`ValueError` where it cannot be read."""
        try:
            found = json.loads(self.covers)
            return {name: [Covered(*each) for each in rows] for name, rows in found.items()}
        except (TypeError, AttributeError) as error:
            raise ValueError(f"not a list of what is covered: {error}") from error


_FIELDS = [each.name for each in fields(Entry)]


def append(connection: Connection, deed: Deed, clock: Clock = utc_now) -> Entry:
    """Enter a deed, in the transaction that does it.

    The connection has to be one that writes (:meth:`.Casebook.writing`), for the last entry must
    stay the last until this one is stored.
    """
    last = head(connection)
    covers: dict[str, Json] = {
        name: [[each.number, each.id, each.digest] for each in rows]
        for name, rows in deed.covers.items()
        if rows
    }
    unsigned = Entry(
        number=1 if last is None else last.number + 1,
        id="",
        previous=NOTHING_BEFORE if last is None else last.id,
        kind=deed.kind.value,
        at=clock(),
        by=deed.by,
        version=furphy.__version__,
        settings=canonical(deed.settings),
        covers=canonical(covers),
    )
    entry = replace(unsigned, id=digest_of(unsigned))
    connection.execute(insert(JOURNAL).values(asdict(entry)))
    return entry


def digest_of(entry: Entry) -> str:
    """Return what the digest of an entry has to be.

    SHA-256 of the canonical JSON of an object with all columns but ``id``; ``settings`` and
    ``covers`` as the strings they are stored as.
    """
    told = asdict(entry)
    del told["id"]
    return value_digest(told)


def head(connection: Connection) -> Entry | None:
    """Return the last entry; None where nothing was entered yet."""
    row = connection.execute(
        select(JOURNAL).order_by(JOURNAL.c.number.desc()).limit(1)
    ).one_or_none()
    return None if row is None else _entry(row)


def entry_at(connection: Connection, number: int) -> Entry | None:
    """Return the entry with a number, if there is one."""
    row = connection.execute(select(JOURNAL).where(JOURNAL.c.number == number)).one_or_none()
    return None if row is None else _entry(row)


def entries(connection: Connection, after: int | None = None) -> Iterator[Entry]:
    """Yield the entries in order, one in memory at a time.

    ``after`` is the number of an entry; without it also those are yielded whose number is none.
    """
    chosen = select(JOURNAL).order_by(JOURNAL.c.number).limit(1)
    while True:
        asked = chosen if after is None else chosen.where(JOURNAL.c.number > after)
        row = connection.execute(asked).one_or_none()
        if row is None:
            return
        found = _entry(row)
        yield found
        after = found.number


def _entry(row: Row[Any]) -> Entry:
    return Entry(**{name: getattr(row, name) for name in _FIELDS})
