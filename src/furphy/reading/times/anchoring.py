"""Work out when an expression means: against the publication time and the dates told before it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from furphy.model.text import Span
from furphy.model.time import TimeMod, TimeType
from furphy.reading.times import dates
from furphy.reading.times.intervals import Interval, interval_of, written
from furphy.reading.times.meanings import (
    Calendar,
    Count,
    Length,
    Meaning,
    Offset,
    Portion,
    Recurrence,
    Reference,
)
from furphy.reading.times.outlook import Outlook
from furphy.reading.times.values import Moments, moments_of, period, value_of
from furphy.textkit.calendar import SECONDS, Grain, finer, shifted

# A date told farther back than this, in code points, is no longer what "two days later" means.
_REACH = 1500
_PLURAL = (2.0, 9.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expression stands for."""

    type: TimeType
    value: str | None
    mod: TimeMod | None = None
    interval: Interval | None = None
    anchor: Span | None = None
    impossible: bool = False
    """Whether it names a date that no calendar has."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text has named."""

    span: Span
    moments: Moments
    has_year: bool
    """Whether its words name the year."""


class Situation:
    """What is known at one place of a text."""

    __slots__ = ("_passage", "_told", "published")

    def __init__(self, published: datetime | None) -> None:
        self.published = published
        self._told: list[Told] = []
        self._passage = 0

    def enter(self, passage: Span) -> None:
        """Go on to the next segment."""
        self._passage = passage.start

    def opens(self, span: Span) -> bool:
        """Tell whether words stand at the head of their segment, as times do in a live report."""
        return span.start == self._passage

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.published.date() if self.published else None

    def remember(self, span: Span, moments: Moments, has_year: bool) -> None:
        """Keep a date for what is counted from it later."""
        self._told.append(Told(span, moments, has_year))

    def last(self, span: Span, grain: Grain) -> Told | None:
        """Return the last date told before these words that is at least as fine as a grain."""
        for told in reversed(self._told):
            if span.start - told.span.end > _REACH:
                return None
            if told.span.end <= span.start and not finer(grain, told.moments.grain):
                return told
        return None

    def last_with_year(self, span: Span) -> Told | None:
        """Return the last date before these words whose year the text names.

        Where nothing tells when the text was published, a date may be far before, but a year by
        itself, which is more often compared with than told of, is of the same segment.
        """
        for told in reversed(self._told):
            if told.has_year and told.span.end <= span.start:
                return told if self._is_in_reach(told, span) else None
        return None

    def _is_in_reach(self, told: Told, span: Span) -> bool:
        if self.published:
            return span.start - told.span.end <= _REACH
        return finer(told.moments.grain, Grain.YEAR) or told.span.start >= self._passage


def answer(meaning: Meaning, span: Span, situation: Situation, outlook: Outlook) -> Answer:
    """Return what an expression stands for at its place."""
    try:
        match meaning:
            case Calendar():
                found = _of_calendar(meaning, span, situation, outlook)
            case Offset():
                found = _of_offset(meaning, span, situation)
            case Length():
                found = _of_length(meaning, situation)
            case Portion():
                found = _of_portion(meaning, span, situation, outlook)
            case Recurrence():
                found = Answer(TimeType.SET, meaning.value)
            case Reference():
                found = Answer(TimeType.DATE, meaning.value)
    except OverflowError:
        return Answer(TimeType.DATE, None)
    return found


# Calendar ----------------------------------------------------------------------------------------


def _of_calendar(one: Calendar, span: Span, situation: Situation, outlook: Outlook) -> Answer:
    found = dates.locate(one, span, situation, outlook)
    in_day = one.part or one.clock
    kind = TimeType.TIME if in_day or "T" in (found.value or "") else TimeType.DATE
    if found.impossible:
        return Answer(kind, None, impossible=True)
    value = found.value
    if in_day and value is not None and "T" not in value:
        value = f"{value}T{one.clock or one.part}"
    mod = one.mod or (TimeMod.APPROX if one.fiscal else None)
    zone = one.zone if one.clock else ""
    interval = interval_of(f"{value}{zone}", mod) if value else None
    if one.then and interval and situation.today:
        interval = _clipped(interval, one.then, situation.today)
    if zone == "+00:00":
        value = f"{value}Z"
    return Answer(kind, value, mod, interval, found.anchor)


def _clipped(interval: Interval, then: TimeMod, today: date) -> Interval:
    """Keep of a stretch what is over by the day of publication, or what is left of it."""
    start, end = interval
    cut = today.isoformat()
    if not start < cut < end or "T" in start:
        return interval
    tomorrow = (today + timedelta(days=1)).isoformat()
    return (start, tomorrow) if then is TimeMod.START else (cut, end)


# Counted -----------------------------------------------------------------------------------------

_COUNTED_MODS = {
    -1: {
        TimeMod.MORE_THAN: TimeMod.BEFORE,
        TimeMod.LESS_THAN: TimeMod.AFTER,
        TimeMod.EQUAL_OR_MORE: TimeMod.ON_OR_BEFORE,
        TimeMod.EQUAL_OR_LESS: TimeMod.ON_OR_AFTER,
    },
    1: {
        TimeMod.MORE_THAN: TimeMod.AFTER,
        TimeMod.LESS_THAN: TimeMod.BEFORE,
        TimeMod.EQUAL_OR_MORE: TimeMod.ON_OR_AFTER,
        TimeMod.EQUAL_OR_LESS: TimeMod.ON_OR_BEFORE,
    },
}
"""More than two years ago is before, more than two years later after, what two years make."""


def _of_offset(one: Offset, span: Span, situation: Situation) -> Answer:
    count, grain = one.parts[0]
    told = situation.last(span, max(grain, Grain.DAY, key=list(Grain).index)) if one.told else None
    told = told or (situation.last(span, grain) if one.told else None)
    anchor = told.span if told else None
    base = told.moments.start if told else situation.published
    mod = _COUNTED_MODS[one.sign].get(one.mod, one.mod) if one.mod else None
    if not isinstance(count, float):
        return _vaguely(one, base, anchor)
    if base is None:
        return Answer(TimeType.DATE, None, mod, anchor=anchor)
    if grain in SECONDS:
        return _by_clock(one, base, told, anchor)
    day = base.date()
    for number, unit in one.parts:
        day = shifted(day, one.sign * (number if isinstance(number, float) else 1.0), unit)
    value = value_of(day, one.parts[-1][1])
    return Answer(TimeType.DATE, value, mod, interval_of(value, mod), anchor)


def _vaguely(one: Offset, base: datetime | None, anchor: Span | None) -> Answer:
    """A number nobody said: somewhere within what such words span."""
    count, grain = one.parts[0]
    low, high = count if isinstance(count, tuple) else _PLURAL
    value = "PAST_REF" if one.sign < 0 or one.told else "FUTURE_REF"
    if base is None or grain in SECONDS:
        return Answer(TimeType.DATE, value, anchor=anchor)
    ends = sorted(shifted(base.date(), one.sign * number, grain) for number in (low, high))
    interval = (ends[0].isoformat(), (ends[1] + timedelta(days=1)).isoformat())
    return Answer(TimeType.DATE, value, None, interval, anchor)


def _by_clock(one: Offset, base: datetime, told: Told | None, anchor: Span | None) -> Answer:
    grain = told.moments.grain if told else Grain.SECOND
    if grain not in SECONDS or base.time() == time():
        return Answer(TimeType.TIME, None, one.mod, anchor=anchor)
    seconds = sum(count * SECONDS[unit] for count, unit in one.parts if isinstance(count, float))
    at = base + one.sign * timedelta(seconds=seconds)
    is_whole = one.parts[-1][1] is Grain.HOUR and not at.minute
    value = f"{at.date().isoformat()}T{at:{'%H' if is_whole else '%H:%M'}}"
    return Answer(TimeType.TIME, value, one.mod, interval_of(value, one.mod), anchor)


def _of_length(one: Length, situation: Situation) -> Answer:
    value = period(
        [(count if isinstance(count, float) else None, grain) for count, grain in one.parts]
    )
    interval = None
    if one.towards and situation.today:
        interval = _from_publication(one, situation.today)
    return Answer(TimeType.DURATION, value, one.mod, interval)


def _from_publication(one: Length, today: date) -> Interval:
    end = today
    for count, grain in one.parts:
        if grain in SECONDS:
            end += one.towards * timedelta(days=-(-_most(count) * SECONDS[grain] // 86400))
        else:
            end = shifted(end, one.towards * _most(count), grain)
    first, last = sorted((today, end))
    return first.isoformat(), (last + timedelta(days=one.towards < 0)).isoformat()


def _most(count: Count) -> float:
    return count if isinstance(count, float) else (count or _PLURAL)[1]


# Portions ----------------------------------------------------------------------------------------


def _of_portion(one: Portion, span: Span, situation: Situation, outlook: Outlook) -> Answer:
    """Work out "the first three months of 2024", "the last week of May"."""
    whole = _of_calendar(one.of, span, situation, outlook)
    count, grain = one.parts[0]
    number = count if isinstance(count, float) else None
    length = period([(number, grain)])
    moments = moments_of(whole.value or "")
    if moments is None or grain in SECONDS or number is None:
        mod = TimeMod.START if one.number > 0 else TimeMod.END
        return replace(whole, mod=mod, interval=interval_of(whole.value or "", mod))
    start, end = _cut_out(one, moments, number, grain)
    interval = written(datetime.combine(start, time()), datetime.combine(end, time()))
    if number == 1 and not finer(moments.grain, grain):
        return Answer(TimeType.DATE, value_of(_middle(start, end), grain), None, interval)
    return Answer(TimeType.DURATION, length, None, interval)


def _cut_out(one: Portion, moments: Moments, number: float, grain: Grain) -> tuple[date, date]:
    if one.number < 0:
        end = moments.end.date()
        return shifted(end, -number, grain), end
    start = shifted(moments.start.date(), (one.number - 1) * number, grain)
    return start, shifted(start, number, grain)


def _middle(start: date, end: date) -> date:
    return start + (end - start) / 2
