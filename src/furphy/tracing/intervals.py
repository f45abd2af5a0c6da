"""Which of two documents was there first, by when they say they were published."""

import math
from datetime import UTC, datetime
from functools import lru_cache

from furphy.model.document import Published

APART = 0.96
"""How likely it is that times which do not overlap are in the right order: clocks are wrong, and
what is copied is sometimes dated by hand."""

UNDATED = (math.inf, math.inf)

Interval = tuple[float, float]


def interval(published: Published | None) -> Interval:
    """Return when a document was published, in seconds since 1970; infinite where it is unknown."""
    if published is None:
        return UNDATED
    return _seconds(published.start, published.end)


@lru_cache(maxsize=100_000)
def _seconds(start: str, end: str) -> Interval:
    try:
        first, last = (datetime.fromisoformat(each) for each in (start, end))
    except ValueError:
        return UNDATED
    return _second(first), _second(last)


def _second(moment: datetime) -> float:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def earlier(one: Interval, other: Interval) -> float:
    """Return how likely it is that the first is the earlier, 0 to 1; .5 where nothing tells.

    Of two overlapping intervals it is the part of the chance, both evenly spread, that the first
    is before the second.
    """
    if UNDATED in {one, other}:
        return 0.5
    if one[1] <= other[0]:
        return APART if one != other else 0.5
    if other[1] <= one[0]:
        return 1 - APART
    return (1 - APART) + (2 * APART - 1) * _chance(one, other)


def _chance(one: Interval, other: Interval) -> float:
    """Return the chance that a point of one interval lies before a point of the other."""
    low, high = other
    if high <= low:
        return 0.5 if one[1] <= one[0] else _share(one, low)
    return (_passed(one, high) - _passed(one, low)) / (high - low)


def _share(one: Interval, moment: float) -> float:
    """Return which part of an interval lies before a moment."""
    return min(max((moment - one[0]) / (one[1] - one[0]), 0.0), 1.0)


def _passed(one: Interval, moment: float) -> float:
    """Return the integral, up to a moment, of the part of an interval that lies before."""
    start, end = one
    if moment <= start:
        return 0.0
    if moment <= end:
        return (moment - start) ** 2 / 2 / (end - start)
    return (end - start) / 2 + moment - end
