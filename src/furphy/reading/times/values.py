"""Values of TIMEX3: written from days and clocks, and read back as stretches of time.

The forms are those of ISO 8601 as TimeML extends it (TIDES 2005; Saurí et al. 2006): ``19`` is a
century, ``198`` a decade, ``2013-SU`` a summer, ``2013-W12-WE`` a weekend, ``2013-Q2`` a quarter,
``2013-03-22TMO`` a morning; ``X`` stands for what is not known.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from furphy.textkit.calendar import SECONDS, Grain, Stretch, around

_LAST_HOUR, _LAST_MINUTE = 24, 59
UNKNOWN_DAY, UNKNOWN_WEEK = "XXXX-XX-XX", "XXXX-WXX"
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Season to the month it begins with, in the north."""

PARTS = {
    "MO": (6, 12),
    "MI": (11, 14),
    "AF": (12, 18),
    "DT": (6, 18),
    "EV": (18, 24),
    "NI": (20, 30),
}
"""Part of a day to the hours it begins and ends at; past 24 is in the next day."""


@dataclass(frozen=True, slots=True)
class Moments:
    """A half-open stretch between two moments, and how long its smallest whole unit is."""

    start: datetime
    end: datetime
    grain: Grain
    zone: str = ""
    """Offset from UTC as ``Z`` or ``+02:00``; empty where it is not said."""


def value_of(day: date, grain: Grain) -> str:
    """Return the value of the stretch of a grain that holds a day; below a day, of the day."""
    if grain in _IN_YEARS:
        years, figures = _IN_YEARS[grain]
        return f"{day.year // years:0{figures}}"
    if grain in _IN_MONTHS:
        letter, months = _IN_MONTHS[grain]
        return f"{day.year:04}-{letter}{(day.month - 1) // months + 1}"
    if grain is Grain.SEASON:
        start = around(day, Grain.SEASON).start
        return f"{start.year:04}-{_SEASON_AT[start.month]}"
    if grain is Grain.MONTH:
        return f"{day.year:04}-{day.month:02}"
    if grain in _IN_WEEKS:
        week = day.isocalendar()
        return f"{week.year:04}-W{week.week:02}{_IN_WEEKS[grain]}"
    return day.isoformat()


_IN_YEARS = {
    Grain.MILLENNIUM: (1000, 1),
    Grain.CENTURY: (100, 2),
    Grain.DECADE: (10, 3),
    Grain.YEAR: (1, 4),
}
_IN_MONTHS = {Grain.HALF: ("H", 6), Grain.QUARTER: ("Q", 3)}
_IN_WEEKS = {Grain.FORTNIGHT: "", Grain.WEEK: "", Grain.WEEKEND: "-WE"}
_SEASON_AT = {month: name for name, month in SEASONS.items()}
_UNITS = {
    Grain.MILLENNIUM: ("Y", 1000),
    Grain.CENTURY: ("Y", 100),
    Grain.DECADE: ("Y", 10),
    Grain.YEAR: ("Y", 1),
    Grain.QUARTER: ("M", 3),
    Grain.SEASON: ("M", 3),
    Grain.MONTH: ("M", 1),
    Grain.FORTNIGHT: ("W", 2),
    Grain.WEEK: ("W", 1),
    Grain.WEEKEND: ("WE", 1),
    Grain.DAY: ("D", 1),
    Grain.HOUR: ("H", 1),
    Grain.MINUTE: ("M", 1),
    Grain.SECOND: ("S", 1),
}
_LONGEST_FIRST = {grain: place for place, grain in enumerate(Grain)}
_CLOCK = (Grain.HOUR, Grain.MINUTE, Grain.SECOND)
_VAGUE_UNITS = {Grain.DECADE: "DE", Grain.CENTURY: "CE", Grain.MILLENNIUM: "ML"}


def period(parts: list[tuple[float | None, Grain]]) -> str:
    """Return the value of a length of time; None is a number that is not said.

    >>> period([(2, Grain.HOUR), (20, Grain.MINUTE)])
    'PT2H20M'
    """
    days = clock = ""
    whole = [each for part in parts for each in _in_whole_minutes(*part)]
    for count, grain in sorted(whole, key=lambda part: _LONGEST_FIRST[part[1]]):
        letter, factor = _UNITS[grain]
        if count is None:
            written = "X" + _VAGUE_UNITS.get(grain, letter)
        else:
            written = f"{_plain(count * factor)}{letter}"
        if grain in _CLOCK:
            clock += written
        else:
            days += written
    return f"P{days}" + (f"T{clock}" if clock else "")


def _in_whole_minutes(count: float | None, grain: Grain) -> list[tuple[float | None, Grain]]:
    """Write half an hour as thirty minutes, which is how the corpora do."""
    if count is None or grain is not Grain.HOUR or count == int(count) or count * 60 % 1:
        return [(count, grain)]
    minutes = (count % 1 * 60, Grain.MINUTE)
    return [(count // 1, grain), minutes] if count > 1 else [minutes]


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.2f}".rstrip("0")


_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[Stretch, Grain]]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(\d\d)", lambda m: _years(int(m[1]) * 100, Grain.CENTURY)),
        (r"(\d{3})", lambda m: _years(int(m[1]) * 10, Grain.DECADE)),
        (r"(\d{4})", lambda m: _years(int(m[1]), Grain.YEAR)),
        (r"(\d{4})-H([12])", lambda m: _months(int(m[1]), int(m[2]) * 6 - 5, Grain.HALF)),
        (r"(\d{4})-Q([1-4])", lambda m: _months(int(m[1]), int(m[2]) * 3 - 2, Grain.QUARTER)),
        (r"(\d{4})-(SP|SU|FA|WI)", lambda m: _months(int(m[1]), SEASONS[m[2]], Grain.SEASON)),
        (r"(\d{4})-(\d\d)", lambda m: _months(int(m[1]), int(m[2]), Grain.MONTH)),
        (r"(\d{4})-W(\d\d)", lambda m: _week(int(m[1]), int(m[2]), Grain.WEEK)),
        (r"(\d{4})-W(\d\d)-WE", lambda m: _week(int(m[1]), int(m[2]), Grain.WEEKEND)),
        (r"\d{4}-\d\d-\d\d", lambda m: (around(date.fromisoformat(m[0]), Grain.DAY), Grain.DAY)),
    )
)
_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)T(?:(MO|MI|AF|DT|EV|NI)|(\d\d)(?::(\d\d)(?::(\d\d))?)?)"
    r"(Z|[+-]\d\d:\d\d)?"
)


def _years(year: int, grain: Grain) -> tuple[Stretch, Grain]:
    return around(date(max(year, 1), 1, 1), grain), grain


def _months(year: int, month: int, grain: Grain) -> tuple[Stretch, Grain]:
    return around(date(year, month, 1), grain), grain


def _week(year: int, week: int, grain: Grain) -> tuple[Stretch, Grain]:
    return around(date.fromisocalendar(year, week, 1), grain), grain


def moments_of(value: str) -> Moments | None:
    """Return the stretch a value stands for; None where it is not on the calendar.

    Lengths, sets, references and values with an ``X`` are not on it, nor is 31 November.
    """
    try:
        for pattern, make in _DAYS:
            if found := pattern.fullmatch(value):
                stretch, grain = make(found)
                return Moments(_midnight(stretch.start), _midnight(stretch.end), grain)
        if found := _TIME.fullmatch(value):
            return _within_day(found)
    except (ValueError, OverflowError):
        pass
    return None


def _within_day(found: re.Match[str]) -> Moments:
    midnight = _midnight(date.fromisoformat(found[1]))
    zone = found[6] or ""
    if found[2]:
        start, end = PARTS[found[2]]
        hours = [midnight + timedelta(hours=hour) for hour in (start, end)]
        return Moments(hours[0], hours[1], Grain.HOUR, zone)
    hour, minute, second = (int(part or 0) for part in found.group(3, 4, 5))
    if (hour, minute, second) > (_LAST_HOUR, 0, 0) or max(minute, second) > _LAST_MINUTE:
        raise ValueError(f"no such time of day: {found[0]}")
    start_at = midnight + timedelta(hours=hour, minutes=minute, seconds=second)
    grain = Grain.SECOND if found[5] else Grain.MINUTE if found[4] else Grain.HOUR
    return Moments(start_at, start_at + timedelta(seconds=SECONDS[grain]), grain, zone)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
