"""Stated distances and directions: "about 12 miles", "a few kilometres", "to the north-west"."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.reading.places.line import Item, Phrases

_FIGURES = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)([.,]\d+)?")
_JOINED = re.compile(r"([\d.,]+)(\D+)")
_RANGE = frozenset({"-", "–", "—"})
# A number that names no more exact a distance than its last digit does.
_TEN = 10
_EXACT = (0.9, 1.1)


@dataclass(frozen=True, slots=True)
class Measure:
    """Bounds of a distance in kilometres, and the items it stands in."""

    low: float
    high: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Words:
    units: Phrases
    km: dict[str, float]
    numbers: dict[str, float]
    before: Phrases
    after: Phrases
    alone: Phrases
    directions: Phrases
    joins: frozenset[str]


@cache
def _words(language: str) -> _Words:
    amounts = lexicon.rows("spatial_amounts", language)
    lengths = [row for row in lexicon.rows("units", language) if row["kind"] == "length"]
    numerals = lexicon.rows("numerals", language)
    before, after, alone = (
        Phrases([row for row in amounts if row["side"] == side])
        for side in ("before", "after", "alone")
    )
    return _Words(
        Phrases(lengths),
        {row["code"]: float(row["km"]) for row in lexicon.rows("spatial_units", language)},
        {row["word"]: float(row["value"]) for row in numerals if row["part"] == "small"},
        before,
        after,
        alone,
        Phrases(lexicon.rows("directions", language)),
        glue(language)["to"] | glue(language)["and"],
    )


@cache
def telling(language: str) -> frozenset[str]:
    """Return the words without which no distance, direction or way is stated."""
    lengths = [row["words"] for row in lexicon.rows("units", language) if row["kind"] == "length"]
    points = [row["words"] for row in lexicon.rows("directions", language)]
    ways = [
        row["words"]
        for row in lexicon.rows("spatial_relations", language)
        if row["relation"] in {"between", "towards", "beside"}
    ]
    return frozenset(
        [
            *(each.split()[-1] for each in (*lengths, *points)),
            *(w for each in ways for w in each.split()[2:3] or [each]),
        ]
    )


@cache
def glue(language: str) -> dict[str, frozenset[str]]:
    """Return the small words between places by the part they play."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in lexicon.rows("spatial_glue", language):
        found[row["part"]].add(row["words"])
    return defaultdict(frozenset, {part: frozenset(each) for part, each in found.items()})


def measure(line: Sequence[Item], first: int, language: str) -> Measure | None:
    """Return the distance stated from an item on."""
    words = _words(language)
    hedge = words.before.at(line, first)
    start = hedge[1] if hedge else first
    number = _number(line, start, words)
    if number is not None:
        low, high, after, unit = number
        factors = _factors(hedge[0]) if hedge else (_EXACT if low == high else (0.95, 1.05))
        return _with_unit(
            line, Measure(low * factors[0], high * factors[1], first, after), unit, words
        )
    vague = words.alone.at(line, start)
    if vague is None:
        return None
    low, high = _factors(vague[0])
    factors = _factors(hedge[0]) if hedge else (1.0, 1.0)
    return _with_unit(
        line,
        Measure(low * min(factors[0], 1.0), high * max(factors[1], 1.0), first, vague[1]),
        None,
        words,
    )


def direction(line: Sequence[Item], first: int, language: str) -> tuple[float, str, int] | None:
    """Return the bearing that stands at an item, the form of its word, and where it ends."""
    found = _words(language).directions.at(line, first)
    if found is None:
        return None
    return float(found[0]["bearing"]), found[0]["form"], found[1]


def _factors(row: lexicon.Row) -> tuple[float, float]:
    return float(row["low"]), float(row["high"])


def _with_unit(
    line: Sequence[Item], bare: Measure, unit: str | None, words: _Words
) -> Measure | None:
    """Multiply a number with the unit behind it; None where there is none of length."""
    last = bare.last
    if unit is None:
        found = words.units.at(line, last)
        if found is None:
            return None
        unit, last = found[0]["code"], found[1]
    km = words.km.get(unit)
    if km is None:
        return None
    low, high = bare.low * km, bare.high * km
    more = words.after.at(line, last)
    if more is not None:
        factors = _factors(more[0])
        low, high, last = low * factors[0], high * factors[1], more[1]
    return Measure(low, high, bare.first, _past_brackets(line, last))


def _past_brackets(line: Sequence[Item], last: int) -> int:
    """Step over the same distance in another unit: "10 km (6 miles) from"."""
    if last < len(line) and line[last].text == "(":
        for place in range(last + 1, min(last + 6, len(line))):
            if line[place].name is not None:
                return last
            if line[place].text == ")":
                return place + 1
    return last


def _number(
    line: Sequence[Item], first: int, words: _Words
) -> tuple[float, float, int, str | None] | None:
    """Return a number or a range, where it ends, and the unit written onto it, if one is."""
    one = _value(line, first, words)
    if one is None:
        return None
    value, unit = one
    after = first + 1
    if after + 1 < len(line) and (line[after].text in _RANGE or line[after].text in words.joins):
        other = _value(line, after + 1, words)
        if other is not None and other[0] > value:
            return value, other[0], after + 2, other[1]
    # Two figures next to each other: a hyphen stood between them.
    if after < len(line) and unit is None and (other := _value(line, after, words)) is not None:
        tens = (
            value
            if value % _TEN == 0 and other[0] < _TEN and not line[first].text[0].isdigit()
            else 0
        )
        if tens:
            return tens + other[0], tens + other[0], after + 1, other[1]
        if other[0] > value:
            return value, other[0], after + 1, other[1]
    return value, value, after, unit


def _value(line: Sequence[Item], place: int, words: _Words) -> tuple[float, str | None] | None:
    if place >= len(line) or line[place].name is not None:
        return None
    text = line[place].text
    if text in words.numbers:
        return words.numbers[text], None
    if _FIGURES.fullmatch(text):
        return _figures(text), None
    # "12km", "3-km", "10-15" in one word.
    joined = _JOINED.fullmatch(text)
    if joined is None or not _FIGURES.fullmatch(joined[1]):
        return None
    unit = words.units.at([_spelt(line[place], joined[2].strip("-"))], 0)
    return (_figures(joined[1]), unit[0]["code"]) if unit else None


def _spelt(item: Item, text: str) -> Item:
    return Item(text, item.span, item.token, None)


def _figures(text: str) -> float:
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text):
        return float(text.replace(",", ""))
    return float(text.replace(",", "."))
