"""What a casebook holds, counted; and which of it is known already."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Executable, Select, exists, func, select

from furphy.casebook.schema import (
    ASSERTION,
    DOCUMENT,
    EDITION,
    FAILURE,
    ITEM,
    MAKER,
    READING,
    SIGHTING,
)


@dataclass(frozen=True, slots=True)
class Missed:
    """Why an input, or a document in one, is not in the casebook, or not read."""

    input: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Day:
    """What came into the casebook on a day."""

    day: str
    """ISO 8601, in UTC."""
    documents: int


@dataclass(frozen=True, slots=True)
class Census:
    """What a casebook holds."""

    states: dict[str, int]
    """How many inputs are in each state of the ledger."""
    documents: int
    editions: int
    sightings: int
    readings: int
    """Those in use; what they replaced is kept beside them."""
    replaced: int
    unread: int
    """Editions met and not read yet."""
    assertions: int
    """In the readings in use."""
    failures: int
    languages: dict[str, int]
    """Editions by language, most first; ``und`` where it could not be told."""
    makers: dict[str, int]
    """Readings in use by version of furphy and parser."""
    days: tuple[Day, ...]
    """The last days on which something came in, latest first."""


IN_USE = exists().where(SIGHTING.c.edition == EDITION.c.number, SIGHTING.c.current == 1)
READ = exists().where(READING.c.edition == EDITION.c.number, READING.c.current == 1)

_DAYS = 5
_AT_ONCE = 500


def census(connection: Connection) -> Census:
    """Count what a casebook holds."""
    used = READING.c.current == 1
    return Census(
        states=_by(connection, select(ITEM.c.state, func.count()).group_by(ITEM.c.state)),
        documents=_count(connection, select(func.count()).select_from(DOCUMENT)),
        editions=_count(connection, select(func.count()).select_from(EDITION)),
        sightings=_count(connection, select(func.count()).select_from(SIGHTING)),
        readings=_count(connection, select(func.count()).select_from(READING).where(used)),
        replaced=_count(connection, select(func.count()).select_from(READING).where(~used)),
        unread=_count(connection, select(func.count()).select_from(EDITION).where(IN_USE, ~READ)),
        assertions=_count(
            connection, select(func.count()).select_from(ASSERTION.join(READING)).where(used)
        ),
        failures=_count(connection, select(func.count()).select_from(FAILURE)),
        languages=_languages(connection),
        makers=_makers(connection),
        days=_days(connection),
    )


def is_read(connection: Connection, edition: str, version: str) -> bool:
    """Tell whether a version of furphy has read an edition, given by its id."""
    join = READING.join(EDITION, READING.c.edition == EDITION.c.number)
    made = join.join(MAKER, READING.c.maker == MAKER.c.number)
    found = select(1).select_from(made).where(EDITION.c.id == edition, MAKER.c.version == version)
    return connection.scalar(found.limit(1)) is not None


def is_met(connection: Connection, capture: str, version: str, *, read: bool) -> bool:
    """Tell whether a capture is filed; where asked, whether a version of furphy has read it."""
    sought = select(1).where(
        SIGHTING.c.capture == capture,
        SIGHTING.c.edition == EDITION.c.number,
    )
    if read:
        sought = sought.where(
            READING.c.edition == EDITION.c.number,
            READING.c.maker == MAKER.c.number,
            MAKER.c.version == version,
        )
    return connection.scalar(sought.limit(1)) is not None


def misses(connection: Connection) -> Iterator[Missed]:
    """Yield what is not in the casebook or not read: whole inputs, then documents in them."""
    whole = select(ITEM.c.input, ITEM.c.input.label("key"), ITEM.c.reason)
    parts = select(ITEM.c.input, FAILURE.c.key, FAILURE.c.reason).join_from(FAILURE, ITEM)
    in_few = connection.execution_options(yield_per=_AT_ONCE)
    for row in in_few.execute(whole.where(ITEM.c.reason.is_not(None)).order_by(ITEM.c.number)):
        yield Missed(row.input, row.key, row.reason)
    for row in in_few.execute(parts.order_by(ITEM.c.number, FAILURE.c.number)):
        yield Missed(row.input, row.key, row.reason)


def _count(connection: Connection, count: Select[Any]) -> int:
    return connection.scalar(count) or 0


def _by(connection: Connection, counts: Executable) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(counts)}


def _languages(connection: Connection) -> dict[str, int]:
    named = func.coalesce(EDITION.c.language, "und")
    counts = select(named, func.count()).where(IN_USE).group_by(named)
    return _by(connection, counts.order_by(func.count().desc(), named))


def _makers(connection: Connection) -> dict[str, int]:
    rows = connection.execute(
        select(MAKER.c.version, MAKER.c.parser, func.count())
        .join_from(READING, MAKER, READING.c.maker == MAKER.c.number)
        .where(READING.c.current == 1)
        .group_by(MAKER.c.version, MAKER.c.parser)
        .order_by(MAKER.c.version, MAKER.c.parser)
    )
    return {f"furphy {version}, parser {parser}": count for version, parser, count in rows}


def _days(connection: Connection) -> tuple[Day, ...]:
    day = func.substr(DOCUMENT.c.added_at, 1, 10)
    rows = connection.execute(
        select(day, func.count()).group_by(day).order_by(day.desc()).limit(_DAYS)
    )
    return tuple(Day(*row) for row in rows)
