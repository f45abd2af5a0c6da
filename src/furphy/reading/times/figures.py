"""Read dates that stand in figures: 2013-03-22, 22.03.2013, 3/22/2013, 2013-W12."""

import re
from datetime import date

from furphy.reading.times.values import moments_of

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")
_ISO_WEEK = re.compile(r"(\d{4})-?W(\d\d)")
_LAST_MONTH, _LAST_DAY = 12, 31
_CENTURY = 100
_PIVOT = 50
"""Years of two figures from here on are of the twentieth century."""


def year_of(figures: str) -> int:
    """Return the year that two or four figures mean."""
    year = int(figures)
    if year >= _CENTURY:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def value_of_figures(text: str) -> str | None:
    """Return the value of a date in figures; None where no calendar has it.

    With strokes the month comes first, as in the United States, unless only the other order makes a
    date; with full stops and hyphens the day does.
    """
    if _ISO_DAY.fullmatch(text):
        return text.replace(" ", "T") if moments_of(text[:10]) else None
    if week := _ISO_WEEK.fullmatch(text):
        value = f"{week[1]}-W{week[2]}"
        return value if moments_of(value) else None
    first, second, third = re.split(r"[./-]", text)
    if int(first) > _LAST_DAY:
        return value_of_day(year_of(first), int(second), int(third))
    day, month = int(first), int(second)
    if month > _LAST_MONTH or ("/" in text and day <= _LAST_MONTH):
        day, month = month, day
    return value_of_day(year_of(third), month, day)


def value_of_day(year: int, month: int, day: int) -> str | None:
    """Return the value of a day; None where no calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
