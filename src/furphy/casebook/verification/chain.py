"""The journal, walked from its first entry: whether it is whole, and what it vouches for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection

from furphy.casebook.journal import (
    JOURNAL,
    NOTHING_BEFORE,
    Covered,
    Entry,
    digest_of,
    entries,
)
from furphy.casebook.verification.finding import Finding


@dataclass(frozen=True, slots=True)
class Link:
    """An entry with what is wrong with it."""

    entry: Entry
    covers: dict[str, list[Covered]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def links(connection: Connection) -> Iterator[Link]:
    """Yield every entry in order, checked against the one before."""
    number, before = 0, NOTHING_BEFORE
    for entry in entries(connection):
        troubles = [*_troubles(entry, number, before)]
        try:
            covers = entry.covered()
        except ValueError as error:
            covers = {}
            troubles.append(f"what it vouches for cannot be read: {error}")
        found = tuple(Finding(JOURNAL.name, _named(entry), each) for each in troubles)
        yield Link(entry, covers, found)
        number, before = entry.number, entry.id


def _troubles(entry: Entry, number: int, before: str) -> Iterator[str]:
    if entry.number != number + 1:
        before_it = f"after entry {number}" if number else "before it"
        yield f"what stood {before_it} is missing"
    elif entry.previous != before:
        yield f"names {entry.previous} as the entry before it, which is {before}"
    if digest_of(entry) != entry.id:
        yield f"was altered: its digest is {digest_of(entry)}"


def _named(entry: Entry) -> str:
    return f"{entry.number} {entry.id}"
