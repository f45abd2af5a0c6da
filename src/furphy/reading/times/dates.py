"""Find the date that words name in part: "Friday", "in May", "last summer", "the 24th"."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from furphy.model.text import Span
from furphy.model.time import TimeMod
from furphy.reading.times.figures import value_of_day, value_of_figures, year_of
from furphy.reading.times.intervals import interval_of
from furphy.reading.times.meanings import Calendar
from furphy.reading.times.occurrences import chosen, grain_of, in_year, occurrences
from furphy.reading.times.outlook import Outlook
from furphy.reading.times.values import UNKNOWN_DAY, Moments, value_of
from furphy.textkit.calendar import Grain, add_months, day_of_week, shifted


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


_UNKNOWN = Located(None)
_LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_LAST_DAY, _LAST_YEAR, _CENTURY = 31, 9998, 100
# "That day" and "the next week" of a text that has named none are not counted from its publication.
_SHORT = frozenset({Grain.DAY, Grain.WEEK, Grain.WEEKEND})


def locate(one: Calendar, span: Span, situation: _Situation, outlook: Outlook) -> Located:
    """Return the value of the day, month, year … that words name."""
    if (outright := _outright(one, situation.today)) is not None:
        return outright
    if (unit := _unit_of(one)) is not None:
        return _by_unit(one, unit, span, situation, outlook)
    if one.weekday or one.month or one.season or one.quarter or one.half or one.holiday:
        return _by_occurrence(one, span, situation, outlook)
    return _by_day(one.day, span, situation) if one.day else _by_time(one, span, situation, outlook)


# Named outright ----------------------------------------------------------------------------------


def _outright(one: Calendar, today: date | None) -> Located | None:
    """Read what needs no other date; of the publication only which nineties are meant."""
    if one.written:
        return _certain(value_of_figures(one.written))
    if one.month and one.day and one.day > _LONGEST.get(one.month, _LAST_DAY):
        return _certain(None)
    year = one.year or (year_of(one.short_year) if one.short_year else None)
    if year is not None and year <= _LAST_YEAR:
        return _of_year(one, year)
    if one.decade:
        return Located(_decade(one.decade, today))
    return Located(f"{one.century - 1:02}") if one.century else None


def _certain(value: str | None) -> Located:
    return Located(value, impossible=value is None)


def _of_year(one: Calendar, year: int) -> Located:
    if one.month and one.day:
        return _certain(value_of_day(year, one.month, one.day))
    start = in_year(one, year)
    return Located(f"{year:04}" if start is None else value_of(start, grain_of(one)))


def _decade(written: str, today: date | None) -> str:
    """Read "1980" and "80" as the decade they begin; two figures mean the last such one."""
    begins = int(written)
    if begins < _CENTURY:
        latest = (today or date(2000, 1, 1)).year
        begins += latest // _CENTURY * _CENTURY
        begins -= _CENTURY if begins > latest else 0
    return f"{begins // 10:03}"


# Counted from a reference ------------------------------------------------------------------------


def _unit_of(one: Calendar) -> Grain | None:
    """Return what is counted in "last week", "the following day", "this morning"."""
    if one.month or one.quarter or one.half or one.season or one.holiday:
        return None
    if one.unit is None and one.shift is not None and one.part and one.weekday is None:
        return Grain.DAY
    return one.unit


def _by_unit(
    one: Calendar, unit: Grain, span: Span, situation: _Situation, outlook: Outlook
) -> Located:
    finest = Grain.DAY if unit is Grain.WEEKEND else unit
    told = situation.last(span, finest) if one.told else None
    base = told.moments.start.date() if told else situation.today
    if base is None or (one.told and told is None and one.shift != -1 and unit in _SHORT):
        return _UNKNOWN
    shift = one.shift or 0
    if one.shift is None and one.mod is TimeMod.END and outlook is Outlook.BACK:
        shift = -1 if _ends_ahead(base, unit) else 0
    day = shifted(base, shift, unit)
    if one.weekday:
        day, unit = day_of_week(day, one.weekday), Grain.DAY
    return Located(value_of(day, unit), told.span if told else None)


def _ends_ahead(base: date, unit: Grain) -> bool:
    """Tell whether the end of this week, month … cannot have been reached yet."""
    end = interval_of(value_of(base, unit), TimeMod.END)
    return end is not None and base.isoformat() < end[0]


# Coming again and again --------------------------------------------------------------------------


def _by_occurrence(one: Calendar, span: Span, situation: _Situation, outlook: Outlook) -> Located:
    """Choose among the days, months, seasons of the same name by the reference and the outlook."""
    told = _told_before(one, span, situation)
    base = told.moments.start.date() if told else situation.today
    among = occurrences(one, base) if base else []
    if base is None or not among:
        return Located(_undated(one))
    if told and not one.told:
        # "In 2012 … on 16 September": of that year, though the one before is nearer to its start.
        of_year = told.moments.grain is Grain.YEAR
        same = [each for each in among if of_year and each.start.year == base.year]
        best = min(same or among, key=lambda each: abs((each.start - base).days))
    else:
        best = chosen(one, among, base, outlook)
    return Located(value_of(best.start, grain_of(one)), told.span if told else None)


def _told_before(one: Calendar, span: Span, situation: _Situation) -> _Told | None:
    """Return the date that a name is to be sought near, where that is not the publication."""
    if one.told:
        return situation.last(span, Grain.YEAR)
    if one.shift is not None:
        return None
    told = situation.last_with_year(span)
    if told is None or situation.today is None:
        return told
    is_told_of = (
        one.month is not None
        and one.weekday is None
        and told.moments.grain in (Grain.DAY, Grain.MONTH)
        and told.moments.start.year < situation.today.year
        and situation.last(span, Grain.MONTH) is told
    )
    return told if is_told_of else None


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
    return f"XXXX-H{one.half}" if one.half else None


# A day or a time alone ---------------------------------------------------------------------------


def _by_day(day: int, span: Span, situation: _Situation) -> Located:
    """Read "the 24th", which belongs to the month told last, else is the last one that was."""
    told = situation.last(span, Grain.DAY)
    base = told.moments.start.date() if told else situation.today
    if base is None:
        return Located(f"XXXX-XX-{day:02}")
    for months in (0, -1, 1):
        first = add_months(base.replace(day=1), months)
        found = first + timedelta(days=day - 1)
        if found.month == first.month and (told or found <= base):
            return Located(found.isoformat(), told.span if told else None)
    return Located(f"XXXX-XX-{day:02}")


def _by_time(one: Calendar, span: Span, situation: _Situation, outlook: Outlook) -> Located:
    """Read a time of day, which belongs to the day told last, else to that of the publication."""
    if not (one.part or one.clock):
        return _UNKNOWN
    told = situation.last(span, Grain.DAY)
    if told is not None and not situation.opens(span):
        return Located(told.moments.start.date().isoformat(), told.span)
    if situation.today is None:
        return Located(UNKNOWN_DAY)
    was_last_night = one.part == "NI" and outlook is not Outlook.AHEAD
    return Located((situation.today - timedelta(days=was_last_night)).isoformat())
