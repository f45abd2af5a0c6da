"""Find the date that words name in part: "Friday", "in May", "last summer", "03.04.2022"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from furphy.model.text import Span
from furphy.model.time import TimeMod
from furphy.reading.times.intervals import interval_of
from furphy.reading.times.meanings import Calendar
from furphy.reading.times.outlook import Outlook
from furphy.reading.times.values import SEASONS, Moments, moments_of, value_of
from furphy.textkit.calendar import (
    Grain,
    Stretch,
    add_months,
    around,
    day_of_week,
    easter,
    nth_weekday,
    shifted,
)


class _Told(Protocol):
    @property
    def span(self) -> Span: ...
    @property
    def moments(self) -> Moments: ...


class _Situation(Protocol):
    @property
    def today(self) -> date | None: ...
    def last(self, span: Span, grain: Grain) -> _Told | None: ...
    def last_with_year(self, span: Span) -> _Told | None: ...
    def opens(self, span: Span) -> bool: ...


@dataclass(frozen=True, slots=True)
class Located:
    """The value of a date, or that there is none."""

    value: str | None
    anchor: Span | None = None
    impossible: bool = False


_IMPOSSIBLE = Located(None, impossible=True)
_LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def locate(one: Calendar, span: Span, situation: _Situation, outlook: Outlook) -> Located:
    """Return the value of the day, month, year … that words name."""
    if one.written:
        return _in_figures(one.written)
    if one.month and one.day and one.day > _LONGEST.get(one.month, 31):
        return _IMPOSSIBLE
    for way in (_by_unit, _by_era, _by_year):
        if (found := way(one, span, situation, outlook)) is not None:
            return found
    return _by_occurrence(one, span, situation, outlook)


# Named outright ----------------------------------------------------------------------------------


def _in_figures(text: str) -> Located:
    """Read a date in figures: 2013-03-22, 22.03.2013, 3/22/2013."""
    if moments_of(text[:10]) and re.fullmatch(r"\d{4}-\d\d-\d\d([T ].*)?", text):
        return Located(text.replace(" ", "T"))
    if week := re.fullmatch(r"(\d{4})-?W(\d\d)", text):
        value = f"{week[1]}-W{week[2]}"
        return Located(value, impossible=moments_of(value) is None)
    numbers = [int(part) for part in re.split(r"[./-]", text)]
    if numbers[0] > 31:
        year, month, day = numbers
    else:
        day, month, year = numbers
        is_american = "/" in text and day <= 12
        if is_american or month > 12:
            day, month = month, day
        year += 0 if year > 99 else 2000 if year < 50 else 1900
    return _dated(year, month, day)


def _dated(year: int, month: int, day: int) -> Located:
    try:
        return Located(date(year, month, day).isoformat())
    except ValueError:
        return _IMPOSSIBLE


def _by_era(one: Calendar, _: Span, situation: _Situation, __: Outlook) -> Located | None:
    if one.decade:
        return Located(_decade(one.decade, situation.today))
    if one.century:
        return Located(f"{one.century - 1:02}")
    return None


def _decade(written: str, today: date | None) -> str:
    """Read "1980" and "80" as the decade they begin; two figures mean the last such one."""
    number = int(written)
    if len(written) > 2:
        return f"{number // 10:03}"
    latest = (today or date(2000, 1, 1)).year
    century = latest // 100 * 100
    return (
        f"{(century + number if century + number <= latest else century - 100 + number) // 10:03}"
    )


def _by_year(one: Calendar, _: Span, __: _Situation, ___: Outlook) -> Located | None:
    year = one.year
    if year is None and one.short_year:
        year = int(one.short_year) + (2000 if int(one.short_year) < 50 else 1900)
    if year is None or not 1 <= year <= 9998:
        return None
    if one.month and one.day:
        return _dated(year, one.month, one.day)
    found = _in_year(one, year)
    if found is None:
        return Located(f"{year:04}")
    day, grain = found
    return Located(value_of(day, grain))


def _in_year(one: Calendar, year: int) -> tuple[date, Grain] | None:
    """Return where in a year it is, and how long a stretch is meant; None where only a year is."""
    if one.holiday:
        return _feast(one.holiday, year), Grain.DAY
    if one.month:
        last = _LONGEST.get(one.month, 31)
        if not one.day:
            return date(year, one.month, 1), Grain.MONTH
        leap = one.month == 2 and one.day == last
        return (
            date(year, 3, 1) if leap and not _is_leap(year) else date(year, one.month, one.day)
        ), Grain.DAY
    if one.season:
        return date(year, SEASONS[one.season], 1), Grain.SEASON
    if one.quarter in (1, 2, 3, 4):
        return date(year, one.quarter * 3 - 2, 1), Grain.QUARTER
    if one.half in (1, 2):
        return date(year, one.half * 6 - 5, 1), Grain.HALF
    return None


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _feast(rule: str, year: int) -> date:
    """Read ``12-25``, ``easter-2`` (two days before) and ``11-4#4`` (fourth Thursday of November)."""
    if movable := re.fullmatch(r"[a-z]+([+-]\d+)", rule):
        return easter(year) + timedelta(days=int(movable[1]))
    if weekday := re.fullmatch(r"(\d+)-(\d)#(-?\d)", rule):
        return nth_weekday(year, int(weekday[1]), int(weekday[2]), int(weekday[3]))
    month, day = rule.split("-")
    return date(year, int(month), int(day))


# Counted from a reference ------------------------------------------------------------------------


def _by_unit(one: Calendar, span: Span, situation: _Situation, outlook: Outlook) -> Located | None:
    """Read "last week", "the following day", "this morning", "tomorrow"."""
    unit = one.unit
    if unit is None and one.shift is not None and one.part and one.weekday is None:
        unit = Grain.DAY
    if unit is None or one.year is not None or one.month or one.quarter or one.half or one.season:
        return None
    told = situation.last(span, _at_least(unit)) if one.told else None
    base = told.moments.start.date() if told else situation.today
    if base is None or (one.told and told is None and one.shift != -1 and unit in _SHORT):
        return Located(None)
    shift = one.shift or 0
    if one.shift is None and one.mod is TimeMod.END and outlook is Outlook.BACK:
        shift = -1 if _ends_ahead(base, unit) else 0
    day = shifted(base, shift, unit)
    if one.weekday:
        day, unit = day_of_week(day, one.weekday), Grain.DAY
    return Located(value_of(day, unit), told.span if told else None)


# "That day" and "the next week" of a text that has named none are not counted from its publication.
_SHORT = frozenset({Grain.DAY, Grain.WEEK, Grain.WEEKEND})


def _ends_ahead(base: date, unit: Grain) -> bool:
    """Tell whether the end of this week, month … cannot have been reached yet."""
    end = interval_of(value_of(base, unit), TimeMod.END)
    return end is not None and base.isoformat() < end[0]


def _at_least(unit: Grain) -> Grain:
    return Grain.DAY if unit is Grain.WEEKEND else unit


# Occurring again and again -----------------------------------------------------------------------

_UNKNOWN = Located(None)


def _by_occurrence(one: Calendar, span: Span, situation: _Situation, outlook: Outlook) -> Located:
    """Choose among the days, months, seasons of the same name by the reference and the outlook."""
    told = _told_before(one, span, situation)
    base = told.moments.start.date() if told else situation.today
    anchor = told.span if told else None
    if base is None:
        return Located(_undated(one))
    candidates = [*_candidates(one, base)]
    if not candidates:
        return _day_or_time_only(one, span, situation, outlook)
    if told and not one.told:
        distance: Callable[[Stretch], int] = lambda each: abs((each.start - base).days)
        best = min(candidates, key=distance)
    else:
        best = _chosen(one, candidates, base, outlook)
    grain = Grain.DAY if one.weekday or one.day or one.holiday else _grain_of(one)
    return Located(value_of(best.start, grain), anchor)


def _told_before(one: Calendar, span: Span, situation: _Situation) -> _Told | None:
    if one.told:
        return situation.last(span, Grain.YEAR)
    if one.shift is None and not one.weekday and one.month:
        return _of_told_year(span, situation)
    if one.shift is None and situation.today is None:
        return situation.last_with_year(span)
    return None


def _of_told_year(span: Span, situation: _Situation) -> _Told | None:
    """Return the date whose year is still being told of, where that is not the year of publication."""
    told = situation.last_with_year(span)
    if told is None or situation.today is None:
        return told
    is_dated = told.moments.grain in (Grain.DAY, Grain.MONTH)
    is_past = told.moments.start.year < situation.today.year
    newest = situation.last(span, Grain.MONTH)
    return told if is_dated and is_past and newest is told else None


def _grain_of(one: Calendar) -> Grain:
    if one.month:
        return Grain.MONTH
    return Grain.SEASON if one.season else Grain.QUARTER if one.quarter else Grain.HALF


def _candidates(one: Calendar, base: date) -> Iterator[Stretch]:
    if one.weekday and one.day and not one.month:
        for months in range(-12, 13):
            first = add_months(base.replace(day=1), months)
            day = first + timedelta(days=one.day - 1)
            if day.month == first.month and day.isoweekday() == one.weekday:
                yield around(day, Grain.DAY)
        return
    if one.weekday and not one.month:
        same = day_of_week(base, one.weekday)
        for days in (-14, -7, 0, 7, 14):
            yield around(same + timedelta(days=days), Grain.DAY)
        return
    for year in range(max(base.year - 2, 1), min(base.year + 3, 9999)):
        if (found := _in_year(one, year)) is not None:
            stretch = around(*found)
            if not one.weekday or stretch.start.isoweekday() == one.weekday or not one.day:
                yield stretch
    if one.weekday and one.day:
        for years in (0, -1, 1):
            if (found := _in_year(one, base.year + years)) is not None:
                yield around(*found)


# A writer who leaves out the year means a day that is not far off: one so many times nearer than the
# other is meant whatever the tense, which may be that of another clause.
_SURELY_NEARER = 4
# News tells of months gone by unless the next one of that name is so many times nearer.
_MONTH_BIAS = 3


def _chosen(one: Calendar, candidates: list[Stretch], base: date, outlook: Outlook) -> Stretch:
    """Return the stretch that a direction, the outlook or else nearness points to."""
    before = [each for each in candidates if each.end <= base or each.start <= base < each.end]
    here = [each for each in candidates if each.start <= base < each.end]
    past = [each for each in before if each not in here]
    ahead = [each for each in candidates if each.start > base]
    match one.shift:
        case -1:
            return max(past, key=_start)
        case 1:
            return min(ahead, key=_start)
        case 0:
            return _this(one, candidates, base, outlook)
    return _by_outlook(one, ([*past, *here], [*here, *ahead]), base, outlook)


def _by_outlook(
    one: Calendar,
    sides: tuple[list[Stretch], list[Stretch]],
    base: date,
    outlook: Outlook,
) -> Stretch:
    """Return the last stretch before or the first after, weighing how far off each is."""
    last, following = max(sides[0], key=_start), min(sides[1], key=_start)
    ago, ahead = (base - last.start).days, (following.start - base).days
    if one.weekday and not one.day:
        return following if outlook is Outlook.AHEAD else last
    if outlook is Outlook.UNKNOWN:
        return following if ahead * (1 if one.day or one.holiday else _MONTH_BIAS) < ago else last
    if not (one.day or one.holiday):
        return following if outlook is Outlook.AHEAD else last
    if outlook is Outlook.AHEAD:
        return last if ago * _SURELY_NEARER < ahead else following
    return following if ahead * _SURELY_NEARER < ago else last


def _this(one: Calendar, candidates: list[Stretch], base: date, outlook: Outlook) -> Stretch:
    """Choose for "this Friday", "this May", "this winter"."""
    if one.weekday:
        back = outlook is Outlook.BACK
        near = [each for each in candidates if (each.start <= base if back else each.start >= base)]
        return (max if back else min)(near, key=_start)
    same_year = [each for each in candidates if each.start.year == base.year]
    here = [each for each in candidates if each.start <= base < each.end]
    return (here or same_year or candidates)[0]


def _start(stretch: Stretch) -> date:
    return stretch.start


def _day_or_time_only(
    one: Calendar, span: Span, situation: _Situation, outlook: Outlook
) -> Located:
    """Read "the 24th" and times of day, which belong to the month or the day told last."""
    told = situation.last(span, Grain.DAY)
    if one.day:
        base = told.moments.start.date() if told else situation.today
        if base is None:
            return Located(f"XXXX-XX-{one.day:02}")
        return _day_of_month(one.day, base, told)
    if not (one.part or one.clock):
        return _UNKNOWN
    if told is not None and one.shift != 0 and not situation.opens(span):
        return Located(told.moments.start.date().isoformat(), told.span)
    if situation.today is None:
        return Located("XXXX-XX-XX")
    night_before = one.part == "NI" and outlook is not Outlook.AHEAD and one.shift is None
    return Located((situation.today - timedelta(days=1 if night_before else 0)).isoformat())


def _day_of_month(day: int, base: date, told: _Told | None) -> Located:
    anchor = told.span if told else None
    for months in (0, -1, 1):
        first = add_months(base.replace(day=1), months)
        try:
            found = first.replace(day=day)
        except ValueError:
            continue
        if told or found <= base:
            return Located(found.isoformat(), anchor)
    return _UNKNOWN


def _undated(one: Calendar) -> str | None:
    """Return the value of a date of no known year."""
    if one.month:
        return f"XXXX-{one.month:02}" + (f"-{one.day:02}" if one.day else "")
    if one.weekday:
        return f"XXXX-WXX-{one.weekday}"
    if one.season:
        return f"XXXX-{one.season}"
    if one.quarter:
        return f"XXXX-Q{one.quarter}"
    if one.half:
        return f"XXXX-H{one.half}"
    if one.day:
        return f"XXXX-XX-{one.day:02}"
    return "XXXX-XX-XX" if one.part or one.clock else None
