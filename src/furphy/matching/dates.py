"""Times in the marks of a sentence: dates, days of the week, yesterday, times of day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from furphy.matching.proposition import When
from furphy.matching.vocabulary import Mark
from furphy.model.text import Span
from furphy.textkit.calendar import DAYS_A_WEEK

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_DAY = 31


def times(
    marks: Sequence[Mark], published: tuple[str, str] | None
) -> tuple[tuple[When, ...], frozenset[int]]:
    """Return the times that the marks of a sentence tell, and which marks tell them."""
    today = _day(published[0]) if published else None
    found: list[When] = []
    used: set[int] = set()
    at = 0
    while at < len(marks):
        told = _told(marks, at, today)
        if told is None:
            at += 1
            continue
        end, interval, value = told
        found.append(When(Span(marks[at].start, marks[end - 1].end), interval, value))
        used |= {*range(at, end)}
        at = end
    return tuple(found), frozenset(used)


_Told = tuple[int, tuple[str, str] | None, str | None]


def _told(marks: Sequence[Mark], at: int, today: date | None) -> _Told | None:
    mark = marks[at]
    if mark.kind == "day":
        return _written(mark.pieces[0].text, at)
    if mark.kind == "clock":
        return at + 1, None, f"T{mark.pieces[0].text:0>5}"
    if (relative := mark.value("day")) is not None:
        if today is None:
            return None
        return at + 1, *_of_day(today + timedelta(days=int(relative)))
    if (weekday := mark.value("weekday")) is not None:
        return at + 1, *_of_weekday(int(weekday), today)
    return _dated(marks, at, today)


def _written(text: str, at: int) -> _Told | None:
    try:
        if "-" in text:
            return at + 1, *_of_day(date.fromisoformat(text))
        day, month, year = map(int, text.split("."))
        return at + 1, *_of_day(date(year, month, day))
    except ValueError:
        return None


def _of_weekday(weekday: int, today: date | None) -> tuple[tuple[str, str] | None, str | None]:
    if today is None:
        return None, f"XXXX-WXX-{weekday}"
    return _of_day(today - timedelta(days=(today.isoweekday() - weekday) % DAYS_A_WEEK))


def _of_day(day: date) -> tuple[tuple[str, str] | None, str | None]:
    return (day.isoformat(), (day + timedelta(days=1)).isoformat()), day.isoformat()


def _dated(marks: Sequence[Mark], at: int, today: date | None) -> _Told | None:
    """Read "3 May 2024", "May 3, 2024", "May 2024", "2024年5月3日", "5月3日"."""
    for reader in (_signed, _day_first, _month_first):
        parts = reader(marks, at)
        if parts is not None:
            end, year, month, day = parts
            return _on_calendar(end, year, month, day, today)
    return None


_Parts = tuple[int, int | None, int, int | None]


def _on_calendar(
    end: int, year: int | None, month: int, day: int | None, today: date | None
) -> _Told | None:
    if year is None and today is not None:
        # The last such day: reports look back.
        year = today.year - ((month, day or 1) > (today.month, today.day))
    if year is None:
        return end, None, f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    try:
        first = date(year, month, day or 1)
    except ValueError:
        return None
    if day:
        return end, *_of_day(first)
    following = date(year + month // 12, month % 12 + 1, 1)
    return end, (first.isoformat(), following.isoformat()), f"{year}-{month:02}"


def _figure(marks: Sequence[Mark], at: int, low: int, high: int) -> int | None:
    if at < len(marks) and marks[at].kind == "figure":
        text = marks[at].pieces[0].text
        if text.isdecimal() and low <= int(text) <= high:
            return int(text)
    return None


def _is(marks: Sequence[Mark], at: int, part: str) -> bool:
    return at < len(marks) and marks[at].has(part)


def _signed(marks: Sequence[Mark], at: int) -> _Parts | None:
    """Read a date whose figures are followed by the signs for year, month and day."""
    year = _figure(marks, at, _FIRST_YEAR, _LAST_YEAR)
    if year is not None and _is(marks, at + 1, "year-sign"):
        at += 2
    else:
        year = None
    month = _figure(marks, at, 1, 12)
    if month is None or not _is(marks, at + 1, "month-sign"):
        return None
    day = _figure(marks, at + 2, 1, _LAST_DAY)
    if day is not None and _is(marks, at + 3, "day-sign"):
        return at + 4, year, month, day
    return at + 2, year, month, None


def _day_first(marks: Sequence[Mark], at: int) -> _Parts | None:
    day = _figure(marks, at, 1, _LAST_DAY)
    if day is None or not _is(marks, at + 1, "month"):
        return None
    year = _figure(marks, at + 2, _FIRST_YEAR, _LAST_YEAR)
    month = int(marks[at + 1].value("month") or 0)
    return at + 2 + (year is not None), year, month, day


def _month_first(marks: Sequence[Mark], at: int) -> _Parts | None:
    """Read a month with a day or a year after it, or one in a form that is only a month's."""
    if not _is(marks, at, "month"):
        return None
    month = int(marks[at].value("month") or 0)
    day = _figure(marks, at + 1, 1, _LAST_DAY)
    after = at + 1 + (day is not None)
    comma = after < len(marks) and marks[after].pieces[0].text == ","
    year = _figure(marks, after + comma, _FIRST_YEAR, _LAST_YEAR)
    if year is not None:
        return after + comma + 1, year, month, day
    if day is not None:
        return after, None, month, day
    # "By March", "before May": no march, no "may".
    led = at > 0 and marks[at - 1].has("place", "oblique", "passive", "about")
    sure = led and (marks[at].pieces[0].is_capital or not marks[at].pieces[0].text.isascii())
    return (at + 1, None, month, None) if sure else None


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def overlapping(marks: Iterator[When]) -> tuple[str, str] | None:
    """Return the stretch that holds all intervals told; None where there is none."""
    told = [each.interval for each in marks if each.interval]
    return (min(each[0] for each in told), max(each[1] for each in told)) if told else None
