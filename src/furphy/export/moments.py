"""The expressions of time of a reading, each once, with what they mean on the calendar."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from furphy.export.visible import on_one_line
from furphy.export.wording import words
from furphy.model.reading import Reading
from furphy.model.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Moment:
    """Words for one time."""

    times: tuple[int, ...]
    """Indexes of the expressions, in reading order."""
    written: tuple[str, ...]
    """How the text writes it, each form once."""
    told: str
    """When it is on the calendar; empty where it has no place there."""
    value: str
    """Its TIMEX3 value with its mod; empty where unknown."""
    kind: str
    anchor: str
    """The words elsewhere in the text that it is counted from; empty where there are none."""


def moments(reading: Reading) -> tuple[Moment, ...]:
    """Return what the text says of when: first what has a day, in the order of the calendar."""
    found = defaultdict[tuple[object, ...], list[int]](list)
    for index, each in enumerate(reading.times):
        # Of what cannot be told, only the same words are the same.
        unknown = each.value is None and each.interval is None
        said = words(reading, (each.span,)).casefold() if unknown else None
        found[each.type, each.value, each.mod, each.interval, said].append(index)
    listed = [_moment(reading, tuple(indexes)) for indexes in found.values()]
    return tuple(sorted(listed, key=lambda each: _order(reading.times[each.times[0]])))


def _moment(reading: Reading, indexes: tuple[int, ...]) -> Moment:
    first = reading.times[indexes[0]]
    forms = (words(reading, (reading.times[each].span,)) for each in indexes)
    mod = "" if first.mod is None else f", {first.mod.value.lower().replace('_', ' ')}"
    return Moment(
        times=indexes,
        written=tuple(dict.fromkeys(forms)),
        told="" if first.interval is None else stretch(*first.interval),
        value="" if first.value is None else on_one_line(first.value) + mod,
        kind=first.type.value.lower(),
        anchor="" if first.anchor is None else words(reading, (first.anchor,)),
    )


def _order(each: TimeExpression) -> tuple[bool, datetime]:
    start = None if each.interval is None else _point(each.interval[0])
    return start is None, start or datetime.min.replace(tzinfo=UTC)


def stretch(start: str, end: str) -> str:
    """Return a half-open stretch as people write it: its days, month, year, or first and last day.

    What is no date is told as it stands.
    """
    first, after = _point(start), _point(end)
    if first is None or after is None or first >= after:
        return on_one_line(f"{start} … {end}")
    if "T" in start or "T" in end:
        return _hours(first, after)
    last = (after - timedelta(days=1)).date()
    return _days(first.date(), last)


def _days(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    after = last + timedelta(days=1) if last < date.max else last
    whole_years = (first.month, first.day, after.month, after.day) == (1, 1, 1, 1)
    if whole_years:
        years = (f"{first.year:04}", f"{last.year:04}")
        return years[0] if years[0] == years[1] else " … ".join(years)
    if first.day == 1 and after.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    return f"{first.isoformat()} … {last.isoformat()}"


def _hours(first: datetime, after: datetime) -> str:
    one, other = first.date(), after.date()
    begins, ends = f"{first:%H:%M}", f"{after:%H:%M}"
    if other == one + timedelta(days=1) and after.time() == time():
        other, ends = one, "24:00"
    if after - first <= timedelta(minutes=1):
        return f"{one.isoformat()} {begins}"
    if one == other:
        return f"{one.isoformat()} {begins}–{ends}"
    return f"{one.isoformat()} {begins} … {other.isoformat()} {ends}"


def _point(text: str) -> datetime | None:
    """Return an ISO 8601 date or time, a month or a year as its first day; None for all else."""
    padded = f"{text}-01" if len(text) == len("2024-02") else text
    padded = f"{text}-01-01" if len(text) == len("2024") else padded
    try:
        found = datetime.fromisoformat(padded)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
