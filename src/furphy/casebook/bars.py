"""Stretches of time counted in bars, so that each bar counts what a search for it finds.

A stretch belongs to every bar that it shares time with, as :class:`.filters.Stretch` is sought:
moments are compared as they are written (ISO 8601), and what has no end that is known is in none.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import NamedTuple

from furphy.casebook.filters import Stretch

MOST_BARS = 42
"""Bars up to which finer ones are taken; six weeks of days, or three years and a half of months."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_END = "9999-12-31T24:00"
"""Of the calendar."""


class Step(StrEnum):
    """How long a bar is."""

    DAY = "day"
    WEEK = "week"
    """From Monday on."""
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


class Span(NamedTuple):
    """From when, until when (not any more), ISO 8601; None where that is not known."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, and how many share time with it."""

    start: str
    end: str
    """Not any more; ISO 8601."""
    count: int


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars side by side, without a gap; none where nothing has a time."""

    step: Step | None
    bars: tuple[Bar, ...]
    without: int
    """Of what was counted, what has no time on the calendar."""


def in_bars(spans: Mapping[Span, int], within: Stretch | None = None) -> Bars:
    """Count stretches, each so many times, in bars of all of them, or of a stretch within."""
    known = {span: count for span, count in spans.items() if None not in span}
    edges = _edges(known, within or Stretch())
    if edges is None:
        return Bars(None, (), sum(spans.values()))
    step, bounds = edges
    changes = [0] * (len(bounds) + 1)
    counted = 0
    for span, count in known.items():
        first, last = _met(span, bounds)
        if first <= last:
            changes[first] += count
            changes[last + 1] -= count
            counted += count
    return _bars(step, bounds, [*accumulate(changes)], sum(spans.values()) - counted)


def of_each(spans: Iterable[tuple[int, Span]], total: int, within: Stretch | None = None) -> Bars:
    """Count things in bars, each once in a bar however many of its stretches lie there.

    ``spans`` are numbers of things with one of their stretches each; ``total`` things there are.
    """
    things: dict[Span, list[int]] = {}
    for number, span in spans:
        if None not in span:
            things.setdefault(span, []).append(number)
    edges = _edges(things, within or Stretch())
    if edges is None:
        return Bars(None, (), total)
    step, bounds = edges
    masks: dict[int, int] = {}
    for span, numbers in things.items():
        first, last = _met(span, bounds)
        mask = (1 << last + 1) - (1 << first) if first <= last else 0
        for number in numbers if mask else ():
            masks[number] = masks.get(number, 0) | mask
    heights = [0] * len(bounds)
    for mask, count in Counter(masks.values()).items():
        for at in range(len(bounds)):
            heights[at] += count * (mask >> at & 1)
    return _bars(step, bounds, heights, total - len(masks))


def _bars(step: Step, bounds: list[str], heights: list[int], without: int) -> Bars:
    sides = zip(pairwise(bounds), heights, strict=False)
    return Bars(step, tuple(Bar(*ends, height) for ends, height in sides), without)


def _met(span: Span, bounds: list[str]) -> tuple[int, int]:
    """Return the first and the last bar that a stretch shares time with."""
    start, end = span.start or "", span.end or ""
    first = bisect_right(bounds, start, lo=1) - 1
    last = bisect_left(bounds, end) - 1
    return first, min(last, len(bounds) - 2)


def _edges(spans: Iterable[Span], within: Stretch) -> tuple[Step, list[str]] | None:
    """Return how long bars are, and where they begin and end."""
    first, last = _reach(spans, within)
    if first is None or last is None or last < first:
        return None
    for step in Step:
        bounds = [*_begun(step, first, last)]
        if len(bounds) - 1 <= MOST_BARS:
            break
    # What somebody asked for begins and ends within a bar, which then is as short as that.
    if within.start is not None and bounds[0] < within.start < bounds[1]:
        bounds[0] = within.start
    if within.end is not None and bounds[-2] < within.end < bounds[-1]:
        bounds[-1] = within.end
    return step, bounds


def _reach(spans: Iterable[Span], within: Stretch) -> tuple[date | None, date | None]:
    """Return the first and the last day of stretches, as far as they lie within one."""
    starts, ends = set[date](), set[date]()
    for span in spans:
        start, end = _day(span.start), _last_day(span.end)
        if start is not None and end is not None:
            starts.add(start)
            ends.add(max(end, start))
    low, high = _day(within.start), _last_day(within.end)
    first, last = min(starts, default=None), max(ends, default=None)
    if first is not None and low is not None:
        first = max(first, low)
    if last is not None and high is not None:
        last = min(last, high)
    return first, last


def _day(moment: str | None) -> date | None:
    found = _DATE.match(moment or "")
    if found is None:
        return None
    try:
        return date(*(int(each or 1) for each in found.groups()))
    except ValueError:
        return None


def _last_day(moment: str | None) -> date | None:
    """Return the day on which something is that ends so."""
    day = _day(moment)
    if day is None or len(moment or "") > len("2024-03-14") or day == date.min:
        return day
    return day - timedelta(days=1)


def _begun(step: Step, first: date, last: date) -> Iterator[str]:
    """Yield where bars begin that hold all from one day to another, and where the last one ends."""
    at = _FIRST[step](first)
    yield at.isoformat()
    for _ in range(MOST_BARS + 1):
        following = _NEXT[step](at)
        if following is None:
            # The calendar has no day on which this bar would end.
            yield _END
            return
        yield following.isoformat()
        if following > last:
            return
        at = following


def _later_month(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) if year <= date.max.year else None


def _later_day(day: date, days: int) -> date | None:
    return day + timedelta(days) if date.max - day >= timedelta(days) else None


def _from_year(years: int) -> Callable[[date], date]:
    return lambda day: date(max(day.year - day.year % years, 1), 1, 1)


def _to_year(years: int) -> Callable[[date], date | None]:
    # The year 1 begins the first decade, and the first century, where there is no year 0.
    return lambda day: _later_month(day.replace(month=1), 12 * (years - day.year % years))


_FIRST: dict[Step, Callable[[date], date]] = {
    Step.DAY: lambda day: day,
    Step.WEEK: lambda day: date.fromordinal(max(day.toordinal() - day.weekday(), 1)),
    Step.MONTH: lambda day: day.replace(day=1),
    Step.YEAR: _from_year(1),
    Step.DECADE: _from_year(10),
    Step.CENTURY: _from_year(100),
    Step.MILLENNIUM: _from_year(1000),
}
_NEXT: dict[Step, Callable[[date], date | None]] = {
    Step.DAY: lambda day: _later_day(day, 1),
    Step.WEEK: lambda day: _later_day(day, 7 - day.weekday()),
    Step.MONTH: lambda day: _later_month(day, 1),
    Step.YEAR: _to_year(1),
    Step.DECADE: _to_year(10),
    Step.CENTURY: _to_year(100),
    Step.MILLENNIUM: _to_year(1000),
}
