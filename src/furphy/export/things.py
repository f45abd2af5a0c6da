"""What in a text is listed below it: names of places, times and quantities, with their entries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.export.amounts import Amount, amounts
from furphy.export.moments import Moment, moments
from furphy.export.whereabouts import Located, Unlocated, located, unlocated
from furphy.export.whoiswho import Known, known
from furphy.model.reading import Reading
from furphy.model.text import Span


@dataclass(frozen=True, slots=True)
class Lists:
    """What ties a reading to the world, ready to be listed."""

    places: tuple[Located, ...]
    nowhere: tuple[Unlocated, ...]
    moments: tuple[Moment, ...]
    amounts: tuple[Amount, ...]
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A stretch of text that has an entry in a list."""

    kind: str
    """``place``, ``time`` or ``quantity``."""
    span: Span
    anchor: str
    """By which the list points to it."""
    entry: str
    """By which it points to its entry."""
    number: str
    """By which maps call it; empty for all but places."""
    told: str
    """What it was taken for, in short; empty where it was taken for nothing."""


def lists(reading: Reading) -> Lists:
    """Return all lists of a reading."""
    return Lists(
        located(reading), unlocated(reading), moments(reading), amounts(reading), known(reading)
    )


def things(reading: Reading, of: Lists) -> tuple[Thing, ...]:
    """Return what of a text is listed, the longest first, so that what lies within shows."""
    found = (*_places(reading, of), *_times(reading, of.moments), *_amounts(reading, of.amounts))
    return tuple(sorted(found, key=lambda each: (-len(each.span), each.span.start)))


def _places(reading: Reading, of: Lists) -> Iterator[Thing]:
    for place in of.places:
        told = f"{place.name}, {place.lies}"
        for name in place.toponyms:
            span = reading.toponyms[name].named.span
            entry = f"place-{place.number}"
            yield Thing("place", span, f"named-{name}", entry, str(place.number), told)
    for number, unknown in enumerate(of.nowhere, 1):
        for name in unknown.toponyms:
            span = reading.toponyms[name].named.span
            yield Thing("place", span, f"named-{name}", f"nowhere-{number}", "?", "")


def _times(reading: Reading, listed: Sequence[Moment]) -> Iterator[Thing]:
    for number, moment in enumerate(listed, 1):
        for each in moment.times:
            span = reading.times[each].span
            told = moment.told or moment.value
            yield Thing("time", span, f"timed-{each}", f"time-{number}", "", told)


def _amounts(reading: Reading, listed: Sequence[Amount]) -> Iterator[Thing]:
    for number, amount in enumerate(listed, 1):
        for each in amount.quantities:
            span = reading.quantities[each].span
            yield Thing("quantity", span, f"counted-{each}", f"quantity-{number}", "", amount.told)
