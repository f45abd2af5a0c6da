"""Days, months, seasons that come again: where they fall, and which of them is meant."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from furphy.reading.times.meanings import Calendar
from furphy.reading.times.outlook import Outlook
from furphy.reading.times.values import SEASONS
from furphy.textkit.calendar import (
    Grain,
    Stretch,
    add_months,
    around,
    day_of_week,
    easter,
    nth_weekday,
)

# Reaches from one leap day to the next, and past a century that has none.
_YEARS_AROUND = 8
_FIRST_YEAR, _LAST_YEAR = 2, 9998

# A writer who leaves out the year means a day that is not far off: one so many times nearer than
# the other is meant whatever the tense, which may be that of another clause.
_SURELY_NEARER = 4
# News tells of months gone by unless the next one of that name is so many times nearer.
_MONTH_BIAS = 3


def grain_of(one: Calendar) -> Grain:
    """Return how long the stretch is that its finest name stands for."""
    if one.weekday or one.day or one.holiday:
        return Grain.DAY
    if one.month:
        return Grain.MONTH
    return Grain.SEASON if one.season else Grain.QUARTER if one.quarter else Grain.HALF


def in_year(one: Calendar, year: int) -> date | None:
    """Return the first day of what it names in a year; None where the year has no such thing."""
    try:
        if one.holiday:
            return _feast(one.holiday, year)
        if one.month:
            return date(year, one.month, one.day or 1)
        if one.season:
            return date(year, SEASONS[one.season], 1)
        if one.quarter:
            return date(year, one.quarter * 3 - 2, 1)
        return date(year, one.half * 6 - 5, 1) if one.half else None
    except ValueError:
        return None


def _feast(rule: str, year: int) -> date:
    """Read ``12-25``, ``easter-2`` (two days before), ``11-4#4`` (fourth Thursday of November)."""
    if movable := re.fullmatch(r"[a-z]+([+-]\d+)", rule):
        return easter(year) + timedelta(days=int(movable[1]))
    if weekday := re.fullmatch(r"(\d+)-(\d)#(-?\d)", rule):
        return nth_weekday(year, int(weekday[1]), int(weekday[2]), int(weekday[3]))
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def occurrences(one: Calendar, base: date) -> list[Stretch]:
    """Return the stretches of its names around a day; none where it names only a time or a day."""
    if not _FIRST_YEAR + _YEARS_AROUND < base.year < _LAST_YEAR - _YEARS_AROUND:
        return []
    if one.weekday and not one.month:
        days = _dated_weekdays(one, base) if one.day else _weekdays(one.weekday, base)
        return [around(day, Grain.DAY) for day in days]
    years = range(base.year - _YEARS_AROUND, base.year + _YEARS_AROUND + 1)
    starts = [start for year in years if (start := in_year(one, year)) is not None]
    if one.weekday and one.day:
        near = [start for start in starts if abs(start.year - base.year) <= 1]
        fitting = [start for start in near if start.isoweekday() == one.weekday]
        starts = fitting or near or starts
    return [around(start, grain_of(one)) for start in starts]


def _weekdays(weekday: int, base: date) -> Iterator[date]:
    same = day_of_week(base, weekday)
    for weeks in range(-2, 3):
        yield same + timedelta(weeks=weeks)


def _dated_weekdays(one: Calendar, base: date) -> Iterator[date]:
    """Yield each "Tuesday the 12th" of a year before and after."""
    for months in range(-12, 13):
        first = add_months(base.replace(day=1), months)
        day = first + timedelta(days=(one.day or 1) - 1)
        if day.month == first.month and day.isoweekday() == one.weekday:
            yield day


def chosen(one: Calendar, among: list[Stretch], base: date, outlook: Outlook) -> Stretch:
    """Return the stretch that a direction, the outlook or else nearness points to."""
    past = [each for each in among if each.end <= base]
    here = [each for each in among if each.start <= base < each.end]
    ahead = [each for each in among if each.start > base]
    match one.shift:
        case -1:
            return past[-1] if past else among[0]
        case 1:
            return ahead[0] if ahead else among[-1]
        case 0:
            return _this(one, among, base, outlook)
    back, forth = [*past, *here], [*here, *ahead]
    if not (back and forth):
        return back[-1] if back else forth[0]
    is_ahead = _is_ahead(one, (base - back[-1].start).days, (forth[0].start - base).days, outlook)
    return forth[0] if is_ahead else back[-1]


def _is_ahead(one: Calendar, ago: int, ahead: int, outlook: Outlook) -> bool:
    """Choose between what is so many days ago and what is so many days ahead."""
    is_date = bool(one.holiday or (one.day and one.month))
    if one.quarter or one.half or (one.weekday and not one.day):
        return outlook is Outlook.AHEAD
    if outlook is Outlook.UNKNOWN:
        return ahead * (1 if is_date else _MONTH_BIAS) < ago
    if not is_date:
        return outlook is Outlook.AHEAD
    if outlook is Outlook.AHEAD:
        return ahead <= ago * _SURELY_NEARER
    return ahead * _SURELY_NEARER < ago


def _this(one: Calendar, among: list[Stretch], base: date, outlook: Outlook) -> Stretch:
    """Choose for "this Friday", "this May", "this winter"."""
    if one.weekday and outlook is Outlook.BACK:
        return [each for each in among if each.start <= base][-1]
    if one.weekday:
        return next(each for each in among if each.start >= base)
    here = [each for each in among if each.start <= base < each.end]
    same_year = [each for each in among if each.start.year == base.year]
    return (here or same_year or among)[0]
