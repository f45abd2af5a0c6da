"""Arithmetic on the calendar: stretches of a grain, shifted and found around a day.

The calendar is the proleptic Gregorian one of ISO 8601, years 1 to 9999. What leaves these years
raises :class:`OverflowError`, as in :mod:`datetime`.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7
_FIRST_YEAR, _LAST_YEAR = 1, 9999


class Grain(StrEnum):
    """How long a stretch of the calendar is."""

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    FORTNIGHT = "fortnight"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


# Each grain as so many months, days or seconds.
_MONTHS = {
    Grain.MILLENNIUM: 12000,
    Grain.CENTURY: 1200,
    Grain.DECADE: 120,
    Grain.YEAR: 12,
    Grain.HALF: 6,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.MONTH: 1,
}
_DAYS = {Grain.FORTNIGHT: 14, Grain.WEEK: 7, Grain.WEEKEND: 7, Grain.DAY: 1}
SECONDS = {Grain.HOUR: 3600, Grain.MINUTE: 60, Grain.SECOND: 1}
"""The grains shorter than a day, in seconds."""

_FINENESS = {grain: number for number, grain in enumerate(Grain)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole days in a row, half-open."""

    start: date
    end: date


def finer(one: Grain, other: Grain) -> bool:
    """Tell whether one grain is shorter than another."""
    return _FINENESS[one] > _FINENESS[other]


def add_months(day: date, months: int) -> date:
    """Return the same day of another month, or its last where it is shorter."""
    count = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(count, MONTHS_A_YEAR)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise OverflowError(f"year {year} is not on the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, count: float, grain: Grain) -> date:
    """Return the day so many grains later (earlier where the count is negative).

    Parts of months and years are counted as 30 days and 12 months; grains below a day do not move
    it.
    """
    if grain in _MONTHS:
        months, rest = divmod(count * _MONTHS[grain], 1)
        return add_months(day, int(months)) + timedelta(days=int(rest * 30))
    if grain in _DAYS:
        return day + timedelta(days=int(count * _DAYS[grain]))
    return day


def around(day: date, grain: Grain) -> Stretch:
    """Return the stretch of a grain that holds a day; a week begins on Monday.

    Seasons are the meteorological ones of the north: spring begins with March.
    """
    if grain in _MONTHS:
        start = _start_of_months(day, grain)
        return Stretch(start, add_months(start, _MONTHS[grain]))
    monday = day - timedelta(days=day.weekday())
    if grain in (Grain.WEEK, Grain.FORTNIGHT):
        return Stretch(monday, monday + timedelta(days=_DAYS[grain]))
    if grain is Grain.WEEKEND:
        return Stretch(monday + timedelta(days=5), monday + timedelta(days=7))
    return Stretch(day, day + timedelta(days=1))


def _start_of_months(day: date, grain: Grain) -> date:
    first = day.replace(day=1)
    match grain:
        case Grain.MILLENNIUM | Grain.CENTURY | Grain.DECADE:
            years = _MONTHS[grain] // MONTHS_A_YEAR
            return date(max(day.year - day.year % years, _FIRST_YEAR), 1, 1)
        case Grain.SEASON:
            return add_months(first, -(day.month % 3))
        case _:
            return add_months(first, -((day.month - 1) % _MONTHS[grain]))


def day_of_week(day: date, weekday: int) -> date:
    """Return the day of the same ISO week that is the given weekday, Monday being 1."""
    return day + timedelta(days=weekday - day.isoweekday())


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches.

    Anonymous Gregorian computus, as printed in *Nature* 13 (1876), p. 487.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return the first, second … Monday (1) to Sunday (7) of a month; -1 is its last.

    Raises :class:`ValueError` where the month has no such day.
    """
    if number < 0:
        last = date(year, month, monthrange(year, month)[1])
        found = last - timedelta(days=(last.isoweekday() - weekday) % DAYS_A_WEEK)
    else:
        first = date(year, month, 1)
        ahead = (weekday - first.isoweekday()) % DAYS_A_WEEK + DAYS_A_WEEK * (number - 1)
        found = first + timedelta(days=ahead)
    if found.month != month:
        raise ValueError(f"{year}-{month:02} has no {number}th weekday {weekday}")
    return found
