"""The numbers of a text, in figures and words of its language, as values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.text import Span
from furphy.textkit.numerals import NumeralWord, composed

POINT = frozenset({"en", "zh"})
"""Languages that part thousands with commas; others have them before decimals."""

UNSPACED = frozenset({"zh", "ja"})
_SMALL, _MULTIPLE = "small", "multiple"
_FIGURE = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
)
_LISTED = re.compile(r"^[^\S\n]*(\d{1,3})(?:[.)]|\ufe0f?\u20e3)(?=\s|\Z)", re.MULTILINE)
"""Numbers of a list, which count its lines and nothing in them."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_GAP = re.compile(r"[ \u00a0\u202f-]{1,2}")
_GROUP = 3
_LONGEST = 15


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a text."""

    value: float
    span: Span


def amounts(text: str, language: str) -> Iterator[Amount]:
    """Yield the numbers of a text in order: figures, with a multiple after them, and words."""
    taken = 0
    figures = [*_figures(text, language)]
    written = _signs(text, language) if language in UNSPACED else _words(text, language)
    for each in sorted([*figures, *written], key=lambda found: found.span):
        if each.span.start >= taken:
            taken = each.span.end
            yield each


def figure(written: str, language: str) -> float | None:
    """Return the value of a number in figures; None where it is too long to be one.

    A mark before three figures parts thousands where the language parts them so or where it
    occurs twice; else it stands before decimals.
    """
    joined = re.sub(r"\s", "", written)
    if len(joined) > _LONGEST:
        return None
    parts = re.split("[.,]", joined)
    grouped = len(parts) > 1 and all(len(each) == _GROUP for each in parts[1:])
    if grouped and (len(parts) > _GROUP - 1 or ("," in joined and language in POINT)):
        return float("".join(parts))
    if len(parts) > 2 and len(parts[-1]) != _GROUP:  # noqa: PLR2004 (1,234.5)
        return float("".join(parts[:-1]) + "." + parts[-1])
    return float(".".join(parts[:2]))


def _figures(text: str, language: str) -> Iterator[Amount]:
    listed = {found.start(1) for found in _LISTED.finditer(text)}
    for found in _FIGURE.finditer(text):
        value = figure(found.group(), language)
        if value is not None and found.start() not in listed:
            value, end = _multiplied(value, text, found.end(), language)
            yield Amount(value, Span(found.start(), end))


def _multiplied(value: float, text: str, end: int, language: str) -> tuple[float, int]:
    """Return a value with the multiples that follow it, and where they end."""
    numerals = _numerals(language)
    while True:
        if language in UNSPACED:
            word, stop = text[end : end + 1], end + 1
        else:
            gap = _GAP.match(text, end)
            found = _WORD.match(text, gap.end() if gap else end)
            word, stop = (found.group().lower(), found.end()) if found else ("", end)
        numeral = numerals.get(word)
        if numeral is None or not numeral.multiplies:
            return value, end
        value, end = value * numeral.value, stop


def _words(text: str, language: str) -> Iterator[Amount]:
    numerals = _numerals(language)
    run: list[re.Match[str]] = []
    for found in _WORD.finditer(text):
        known = found.group().lower() in numerals
        if run and (not known or not _GAP.fullmatch(text, run[-1].end(), found.start())):
            yield from _composed(run, numerals)
            run = []
        if known:
            run.append(found)
    yield from _composed(run, numerals)


def _composed(run: Sequence[re.Match[str]], numerals: dict[str, NumeralWord]) -> Iterator[Amount]:
    """Yield the numbers that words in a row make: one, if they make one, else each its own."""
    if not run:
        return
    value = composed([numerals[each.group().lower()] for each in run])
    if value is not None:
        yield Amount(value, Span(run[0].start(), run[-1].end()))
        return
    for each in run:
        yield Amount(numerals[each.group().lower()].value, Span(*each.span()))


def _signs(text: str, language: str) -> Iterator[Amount]:
    numerals = _numerals(language)
    if not numerals:
        return
    for found in _run_of_signs(language).finditer(text):
        signs = [numerals[each] for each in found.group()]
        if signs[0].multiplies and signs[0].value > 10:  # noqa: PLR2004 (a multiple of nothing)
            continue
        yield Amount(_positional(signs), Span(*found.span()))


@cache
def _run_of_signs(language: str) -> re.Pattern[str]:
    return re.compile("[" + "".join(_numerals(language)) + "]+")


def _positional(signs: Sequence[NumeralWord]) -> float:
    """Return what Chinese signs make: figures in a row, or figures each before its multiple."""
    if not any(each.multiplies for each in signs):
        return float("".join(str(int(each.value)) for each in signs[:_LONGEST]))
    total = section = last = 0.0
    for each in signs:
        if not each.multiplies:
            last = each.value
        elif each.value < 10**4:
            section += (last or 1.0) * each.value
            last = 0.0
        else:
            total = (
                (total + section + last) * each.value
                if total < each.value
                else (total + (section + last) * each.value)
            )
            section = last = 0.0
    return total + section + last


@cache
def _numerals(language: str) -> dict[str, NumeralWord]:
    return {
        row["word"]: NumeralWord(float(row["value"]), row["part"] == _MULTIPLE)
        for row in lexicon.rows("numerals", language)
        if row["part"] in {_SMALL, _MULTIPLE}
    }
