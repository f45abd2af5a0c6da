"""Whether two propositions are of one time."""

from datetime import date, datetime

from furphy.matching.proposition import Proposition, When
from furphy.matching.quantities import Verdict

_CLOCK = "T"
_UNKNOWN = "X"
_SAME_HOUR = 90
"""Minutes by which two reports may put one event apart."""


def compared(
    one: Proposition, other: Proposition
) -> tuple[Verdict | None, tuple[When, When] | None]:
    """Compare the times of two propositions; None where one of them tells none."""
    days = [each for each in one.times if not _is_clock(each)]
    theirs = [each for each in other.times if not _is_clock(each)]
    verdicts = [(_met(a, b), (a, b)) for a in days for b in theirs]
    if not verdicts:
        clocks = [(a, b) for a in one.times for b in other.times if _is_clock(a) and _is_clock(b)]
        verdicts = [(_met(a, b), (a, b)) for a, b in clocks]
    known = [each for each in verdicts if each[0] is not None]
    if not known:
        return None, None
    same = next((pair for met, pair in known if met), None)
    if same is not None:
        return Verdict.SAME, same
    return Verdict.CONFLICT, known[0][1]


def _is_clock(when: When) -> bool:
    return when.interval is None and (when.value or "").startswith(_CLOCK)


def _met(one: When, other: When) -> bool | None:
    """Tell whether two times may be one; None where that is not known."""
    if _is_clock(one) and _is_clock(other):
        return abs(_minutes(one) - _minutes(other)) <= _SAME_HOUR
    if one.interval and other.interval:
        return one.interval[0] < other.interval[1] and other.interval[0] < one.interval[1]
    if one.interval or other.interval:
        known, vague = (one, other) if one.interval else (other, one)
        return _fits(known, vague)
    return _alike(one.value or "", other.value or "")


def _minutes(when: When) -> int:
    hour, _, minute = (when.value or "")[1:6].partition(":")
    return int(hour) * 60 + int(minute) if hour.isdecimal() and minute.isdecimal() else 0


def _fits(known: When, vague: When) -> bool | None:
    """Tell whether a day of the calendar may be one whose year, or week, is not known."""
    start = (known.interval or ("",))[0][:10]
    value = vague.value or ""
    try:
        day = date.fromisoformat(start)
    except ValueError:
        return None
    if value.startswith("XXXX-WXX-"):
        return f"{day.isoweekday()}" == value[-1]
    if value.startswith("XXXX-") and value[5:7].isdecimal():
        ours, length = f"{day.month:02}-{day.day:02}", len(value) - 5
        return ours[:length] == value[5:] if _is_day(known) or length == len("05") else None
    return None


def _is_day(when: When) -> bool:
    start, end = when.interval or ("", "")
    try:
        length = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    except (TypeError, ValueError):
        return False
    return length.days <= 1


def _alike(one: str, other: str) -> bool | None:
    """Compare values in which something is unknown, as far as both tell the same parts."""
    week, other_week = "-W" in one, "-W" in other
    if not one or not other or week != other_week:
        return None
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if _UNKNOWN not in (a, b)]
    return all(a == b for a, b in pairs)
