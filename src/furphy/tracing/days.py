"""Days of the year that a text names, whatever its language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.text import Span

_LAST_MONTH, _LAST_DAY = 12, 31
_NUMERIC = re.compile(
    r"\b\d{4}-(?P<m1>\d{2})-(?P<d1>\d{2})\b|\b(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.\d{2}(?:\d{2})?\b"
)
_DAY = r"(?P<day>\d{1,2})(?:[^\W\d_]{2})?"
_NUMBER = r"(?P<number>\d{1,2})"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the year in a text."""

    month: int
    day: int
    span: Span


def days(text: str, language: str) -> Iterator[Day]:
    """Yield the days of a text, in order within each way of writing them."""
    for found in _NUMERIC.finditer(text):
        yield from _checked(found, found["m1"] or found["m2"], found["d1"] or found["d2"])
    months = _months(language)
    for pattern in _patterns(language):
        for found in pattern.finditer(text):
            parts = found.groupdict()
            month = parts.get("number") or str(months.get((parts.get("month") or "").lower(), 0))
            yield from _checked(found, month, found["day"])


def _checked(found: re.Match[str], month: str, day: str) -> Iterator[Day]:
    if 1 <= int(month) <= _LAST_MONTH and 1 <= int(day) <= _LAST_DAY:
        yield Day(int(month), int(day), Span(*found.span()))


@cache
def _months(language: str) -> dict[str, int]:
    return {row["word"]: int(row["month"]) for row in lexicon.rows("months", language)}


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    longest_first = sorted(_months(language), key=lambda word: (-len(word), word))
    month = "(?P<month>" + "|".join(map(re.escape, longest_first)) + ")"
    written = [row["pattern"] for row in lexicon.rows("day_patterns", language)]
    spaced = [each.replace(" ", r"\.?[ \u00a0]{1,2}") for each in written]
    bounded = [rf"(?<!\d){each}(?!\d)" if "\\" not in each else rf"\b{each}\b" for each in spaced]
    return tuple(
        re.compile(
            each.replace("{day}", _DAY if language != "zh" else r"(?P<day>\d{1,2})")
            .replace("{month}", month)
            .replace("{number}", _NUMBER),
            re.IGNORECASE,
        )
        for each in bounded
    )
