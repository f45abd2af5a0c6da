"""Numbers in the marks of a sentence: figures and words, how they are meant, what they count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.matching.proposition import Amount
from furphy.matching.vocabulary import CONCEPT, Mark, kinds
from furphy.model.text import Span
from furphy.textkit.numerals import NumeralWord, composed

_BLANKS = re.compile("[ \u00a0\u2009\u202f]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_BOUNDS = ("about", "at-least", "at-most")
_AFTER = 3
"""Marks after a number among which its unit and what it counts stand."""
_CHANGES = frozenset({"rise", "fall"})
"""The concepts of verbs that lead to a new value."""
_FAR = 7
"""Marks between a number and what befell those it counts."""
_TEN, _THOUSAND = 10, 1000


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it stands."""

    first: int
    last: int
    """One past its last mark."""
    value: float


def amounts(marks: Sequence[Mark], decimal: str = ".") -> tuple[Amount, ...]:
    """Return the amounts in the marks of a sentence; figures of dates must have been taken out."""
    numbers = [*_numbers(marks, decimal)]
    harms = _harms(marks, numbers)
    found = [_amount(marks, numbers, at, harms.get(at)) for at in range(len(numbers))]
    return (*(each for each in found if each), *_nobody(marks))


def _numbers(marks: Sequence[Mark], decimal: str) -> Iterator[_Number]:
    at = 0
    while at < len(marks):
        words: list[NumeralWord] = []
        end = at
        while end < len(marks) and (word := _word(marks[end], decimal)) is not None:
            if words and marks[end].kind == "figure":
                break
            words.append(word)
            end += 1
        value = _value(words, marks[at])
        if value is not None and end > at:
            yield _Number(at, end, value)
        at = max(end, at + 1)


def _word(mark: Mark, decimal: str) -> NumeralWord | None:
    if mark.kind == "figure":
        return NumeralWord(_figure(mark.pieces[0].text, decimal))
    if (small := mark.value("small")) is not None:
        return NumeralWord(float(small))
    if (multiple := mark.value("multiple")) is not None:
        return NumeralWord(float(multiple), multiplies=True)
    return None


def _figure(written: str, decimal: str) -> float:
    plain = _BLANKS.sub("", written)
    if decimal == ",":
        plain = plain.replace(".", "") if plain.count(".") > 1 else plain
        plain = plain.replace(",", ".")
    elif _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    head, _, rest = plain.replace(",", ".").partition(".")
    return float(f"{head}.{rest.replace('.', '')}")


def _value(words: Sequence[NumeralWord], first: Mark) -> float | None:
    """Return the value of words of a number; a multiple alone counts only where it is a word."""
    if not words:
        return None
    if first.kind == "han":
        return _chinese(words)
    value = composed(words)
    if value is None and len(words) > 1 and words[0].value >= _THOUSAND and words[1].multiplies:
        return words[0].value * words[1].value
    return value


def _chinese(words: Sequence[NumeralWord]) -> float | None:
    """Return the value of Chinese numerals, which multiply by ten as well.

    A lone sign for a hundred or more is one of a name, not a number.
    """
    if len(words) == 1 and words[0].multiplies and words[0].value > _TEN:
        return None
    total, section, digit = 0.0, 0.0, None
    for word in words:
        if not word.multiplies:
            # 二〇二四 is a year: digits one after the other.
            digit = word.value if digit is None else digit * 10 + word.value
        elif word.value > _THOUSAND:
            total += (section + (digit or 0.0) or 1.0) * word.value
            section, digit = 0.0, None
        else:
            section += (1.0 if digit is None else digit) * word.value
            digit = None
    return total + section + (digit or 0.0)


def _harms(marks: Sequence[Mark], numbers: Sequence[_Number]) -> dict[int, str]:
    """Return what befell those that numbers count: each number gets the nearest that is left."""
    known = kinds()
    places = [
        (place, concept)
        for place, mark in enumerate(marks)
        if (concept := mark.value(CONCEPT)) and known.get(concept) == "harm"
    ]
    pairs = sorted(
        (_distance(marks, number, place), at, place, concept)
        for at, number in enumerate(numbers)
        for place, concept in places
    )
    found: dict[int, str] = {}
    used: set[int] = set()
    for distance, at, place, concept in pairs:
        free = distance <= _FAR and at not in found and place not in used
        if free and _unit(marks, numbers[at]) is None:
            found[at] = concept
            used.add(place)
    return found


def _distance(marks: Sequence[Mark], number: _Number, place: int) -> float:
    """Return how many marks lie between a number and a word; a stop between them counts more."""
    first, last = (number.last, place) if place >= number.last else (place + 1, number.first)
    return sum(3.0 if mark.kind == "stop" else 1.0 for mark in marks[first:last])


def _unit(marks: Sequence[Mark], number: _Number) -> str | None:
    after = marks[number.last : number.last + 2]
    for mark in after:
        if mark.kind == "stop":
            break
        if (unit := mark.value("unit")) is not None and not (unit == "d" and mark.has(CONCEPT)):
            return unit
        if mark.kind != "sign":
            break
    before = marks[number.first - 1] if number.first else None
    if before is not None and before.kind == "sign":
        return before.value("unit")
    if before is not None and before.value("unit") == "magnitude":
        return "magnitude"
    return None


def _counted(marks: Sequence[Mark], number: _Number) -> str | None:
    """Return what a number counts: the first thing or person after it."""
    known = kinds()
    word: str | None = None
    seen = 0
    for mark in marks[number.last :]:
        if mark.kind in {"stop", "figure"} or mark.has("place") or seen >= _AFTER:
            break
        if mark.has("counter", "unit", "stop", "being", "about", "at-least") or mark.kind == "sign":
            continue
        seen += 1
        concept = mark.value(CONCEPT)
        if concept and known.get(concept) in {"thing", "actor", "place"}:
            return concept
        if not mark.meanings and mark.kind == "word" and word is None:
            word = mark.pieces[0].stem
    return word


def _amount(
    marks: Sequence[Mark], numbers: Sequence[_Number], at: int, harm: str | None
) -> Amount | None:
    number = numbers[at]
    unit, counted = _unit(marks, number), _counted(marks, number)
    low: float | None = number.value
    high: float | None = number.value
    bounds = {*_bounds(marks, number)}
    end = number.last
    before = numbers[at - 1] if at else None
    if before is not None and _joined(marks, before, number):
        low, high = sorted((before.value, number.value))
        bounds.add("range")
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    if following is not None and _joined(marks, number, following):
        return None
    if "at-least" in bounds:
        high = None
    elif "at-most" in bounds:
        low = None
    if unit is None and harm is None and number.value == 1:
        return None  # an article as often as a number
    return Amount(
        Span(marks[number.first].start, marks[end - 1].end),
        low,
        high,
        unit,
        counted,
        harm,
        about="about" in bounds,
        bounded=bool(bounds & {"at-least", "at-most"}),
    )


def _joined(marks: Sequence[Mark], one: _Number, other: _Number) -> bool:
    """Tell whether two numbers are the ends of a range: "10 to 12", "10–12"."""
    between = marks[one.last : other.first]
    if len(between) != 1 or not between[0].has("range") or one.value >= other.value:
        return False
    return between[0].kind == "sign" or (
        bool(one.first) and marks[one.first - 1].has("place", "range", "stop")
    )


def _bounds(marks: Sequence[Mark], number: _Number) -> Iterator[str]:
    before = marks[max(number.first - 1, 0) : number.first]
    if any(
        mark.value(CONCEPT) in _CHANGES for mark in marks[max(number.first - 5, 0) : number.first]
    ):
        # "Raised to 6 percent": not "up to".
        before = [mark for mark in before if not mark.has("range")]
    after = marks[number.last : number.last + 2]
    if marks[number.first].kind != "han" and after:
        # Only Chinese sets "or more" behind the number; elsewhere it belongs to the next one.
        after = [mark for mark in after if mark.kind == "han"]
    for mark in (*before, *after):
        for bound in _BOUNDS:
            if mark.has(bound):
                yield bound


def _nobody(marks: Sequence[Mark]) -> Iterator[Amount]:
    """Yield a count of nought for each "no one was hurt"."""
    known = kinds()
    for at, mark in enumerate(marks):
        if not mark.has("nobody"):
            continue
        for near in marks[at + 1 : at + _FAR]:
            concept = near.value(CONCEPT)
            if near.kind == "stop":
                break
            if concept and known.get(concept) == "harm":
                yield Amount(mark.span, 0.0, 0.0, harm=concept)
                break
