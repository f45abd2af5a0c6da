"""Numbers where they stand: in figures, in words, as shares, and as mere orders of magnitude."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from furphy.model.text import Span
from furphy.reading.quantities.grammar import Grammar, normal
from furphy.textkit.numerals import NumeralWord, composed, figure_value

_VAGUE_LOW, _VAGUE_HIGH = 2.0, 20.0
_LAST_BY_ITSELF = 100.0
"""Below it, orders of magnitude lie close together: dozens, scores and tens all end at 200."""
_TENS = 20.0
_WORD = re.compile(r"\w+")


class NumberKind(StrEnum):
    """How a number is written."""

    FIGURE = "figure"
    WORDS = "words"
    SHARE = "share"
    """A part of a whole, as a fraction of one."""
    VAGUE = "vague"
    """An order of magnitude."""
    LOOSE = "loose"
    """A number that is not meant to the one: "a couple of"."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    span: Span
    low: float
    high: float
    kind: NumberKind
    scale: float = 1.0
    """The multiple it was written with: a million in "1.5 million"."""
    letter: str = ""
    """The letter that stands for the multiple, which may be a unit's instead ("5m")."""


def number_at(text: str, start: int, grammar: Grammar) -> Number | None:
    """Return the number that begins at a place in a text; None where none does."""
    match = grammar.number.match(text, start)
    if match is None:
        return None
    for group, value_of in _VALUES.items():
        if match[group] is not None:
            return value_of(match, grammar)
    return None


def _figure(match: re.Match[str], grammar: Grammar) -> Number | None:
    value = figure_value(match["digits"])
    if match["mixed1"]:
        value += 1.0 / grammar.shares[normal(match["mixed1"])]
    scale = 1.0
    if match["suffix"]:
        scale = grammar.suffixes[match["suffix"]]
    elif match["scale"]:
        for word in re.split(r"[-\s]+", normal(match["scale"])):
            scale *= grammar.words[word].value
    value = _round(value * scale)
    return Number(_span(match), value, value, NumberKind.FIGURE, scale, match["suffix"] or "")


def _round(value: float) -> float:
    """Take off what binary floating point adds: 1.1 million is 1,100,000."""
    return float(f"{value:.12g}")


def _span(match: re.Match[str], end: int | None = None) -> Span:
    return Span(match.start(), match.end() if end is None else end)


def _part_of_multiple(match: re.Match[str], grammar: Grammar) -> Number | None:
    part = _WORD.findall(normal(match["part"]))[-1]
    value = _round(grammar.words[normal(match["multiple"])].value / grammar.shares[part])
    return Number(_span(match), value, value, NumberKind.WORDS)


def _share(match: re.Match[str], grammar: Grammar) -> Number | None:
    top = grammar.words.get(normal(match["top"]))
    value = (top.value if top else 1.0) / grammar.shares[normal(match["bottom"])]
    # "A second third of the year" and the like are no shares of one whole.
    return Number(_span(match), value, value, NumberKind.SHARE) if 0 < value < 1 else None


def _half(match: re.Match[str], grammar: Grammar) -> Number | None:
    value = 1.0 / grammar.shares[normal(match["half"])]
    return Number(_span(match), value, value, NumberKind.SHARE)


def _set(match: re.Match[str], grammar: Grammar) -> Number | None:
    value = grammar.sets[normal(match["set"])]
    if match["times"]:
        value *= grammar.words[normal(match["times"])].value
    is_loose = normal(match["set"]) in grammar.parts["loose"]
    kind = NumberKind.LOOSE if is_loose else NumberKind.WORDS
    return Number(_span(match), value, value, kind)


def _several(match: re.Match[str], grammar: Grammar) -> Number | None:
    order = normal(match["order"])
    word = grammar.words.get(order)
    return _vague(_span(match), word.value if word else grammar.plurals[order])


def _plurals(match: re.Match[str], grammar: Grammar) -> Number | None:
    order = 1.0
    for word in _WORD.findall(normal(match["plurals"])):
        order *= grammar.plurals.get(word, 1.0)
    return _vague(_span(match), order)


def _vague(span: Span, order: float) -> Number:
    """Return the bounds of an order of magnitude.

    A plural is two at least. Who says "hundreds" and could have said "thousands" would have
    (Grice's maxim of quantity), so it ends where the next larger word begins, at two thousand.
    """
    high = _VAGUE_HIGH * order if order >= _LAST_BY_ITSELF else _VAGUE_LOW * _LAST_BY_ITSELF
    return Number(span, _VAGUE_LOW * order, high, NumberKind.VAGUE)


def _words(match: re.Match[str], grammar: Grammar) -> Number | None:
    """Return the longest number that the words from here on make."""
    best: Number | None = None
    start, end = match.span("words")
    run: list[NumeralWord] = []
    for word in _WORD.finditer(match.string, start, end):
        plain = normal(word[0])
        part = grammar.words.get(plain)
        if part is None:
            if _goes_on(plain, run, grammar):
                continue
            # "Twenty-first" is one of many; "five first responders" are five.
            is_ordinal = plain not in grammar.parts["and"]
            if is_ordinal and (run[-1].multiplies or run[-1].value >= _TENS):
                return None
            break
        run.append(part)
        value = composed(run)
        if value is None:
            break
        scale = part.value if part.multiplies else 1.0
        best = Number(Span(start, word.end()), value, value, NumberKind.WORDS, scale)
    return _mixed(match, best, grammar) if best and best.span.end == end else best


def _goes_on(word: str, run: Sequence[NumeralWord], grammar: Grammar) -> bool:
    """Tell whether a number goes on after a word with no value: "a hundred", "hundred and five"."""
    # "Two hundred and five" is one number, "twenty and five" are two.
    return not run or (word in grammar.parts["and"] and run[-1].multiplies)


def _mixed(match: re.Match[str], number: Number, grammar: Grammar) -> Number:
    """Return a number with the half after it: "two and a half million", "a million and a half"."""
    if not match["mixed2"]:
        return number
    more = grammar.words[normal(match["more"])].value if match["more"] else 1.0
    unit = 1.0 if match["more"] else number.scale
    value = _round((number.low + unit / grammar.shares[normal(match["mixed2"])]) * more)
    return Number(_span(match), value, value, NumberKind.WORDS, more)


_VALUES: dict[str, Callable[[re.Match[str], Grammar], Number | None]] = {
    "digits": _figure,
    "multiple": _part_of_multiple,
    "bottom": _share,
    "half": _half,
    "set": _set,
    "several": _several,
    "plurals": _plurals,
    "words": _words,
}
