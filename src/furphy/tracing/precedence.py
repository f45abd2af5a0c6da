"""Which of two documents was there first, by their times alone."""

from functools import lru_cache
from math import exp, inf, log

from furphy.tracing.traced import Window

SURE = 0.98
"""How often a clock is right that puts one before the other."""

_UNDATED_LATER = 0.7
"""How often what has no date is the later of two: most documents are made from others."""

NEWS_DAYS = 7.0
"""How long news is passed on: what two texts of different weeks have in common is a routine."""

_STEPS = 20
_MINUTE = 60
_DAY = 86_400.0


@lru_cache(maxsize=1 << 18)
def earlier(one: Window | None, other: Window | None) -> float:
    """Return how likely the one was published before the other, from 1 - SURE to SURE.

    Where the stretches overlap, every moment in each is taken to be as likely as another.
    """
    if one is None or other is None:
        if one is other:
            return 0.5
        return 1 - _UNDATED_LATER if one is None else _UNDATED_LATER
    if one.end <= other.start:
        return SURE
    if other.end <= one.start:
        return 1 - SURE
    share = sum(_after(other, one, step) for step in range(_STEPS)) / _STEPS
    return (1 - SURE) + share * (2 * SURE - 1)


def _after(other: Window, one: Window, step: int) -> float:
    moment = one.start + (one.end - one.start) * (step + 0.5) / _STEPS
    return min(1.0, max(0.0, (other.end - moment) / (other.end - other.start)))


def is_exact(window: Window | None) -> bool:
    """Tell whether a time is one of a clock, to the minute or nearer."""
    return window is not None and window.end - window.start <= _MINUTE


def begun(window: Window | None) -> float:
    """Return when a document was published at the earliest; infinite where it is unknown."""
    return window.start if window else inf


def ended(window: Window | None) -> float:
    """Return when a document was published at the latest; infinite where it is unknown."""
    return window.end if window else inf


def midst(window: Window | None) -> float:
    """Return when a document was published in the mean; infinite where it is unknown."""
    return (window.start + window.end) / 2 if window else inf


def are_of_one_time(one: Window | None, other: Window | None) -> bool:
    """Tell whether two documents may have been published within :data:`NEWS_DAYS`."""
    if one is None or other is None:
        return True
    return max(one.start - other.end, other.start - one.end) <= NEWS_DAYS * _DAY


def log_odds(probability: float) -> float:
    """Return the natural logarithm of the odds."""
    return log(probability / (1 - probability))


def from_log_odds(odds: float) -> float:
    """Return the probability with such odds, never quite 0 or 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
