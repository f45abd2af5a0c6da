"""Numbers as figures and as words, in any language that names hundreds and thousands.

Figures are read as English and most international reports write them: commas, thin or no-break
blanks part the thousands, a full stop the decimals. "1.200" is one and a fifth. A plain blank parts
them too where three figures follow it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_VULGAR = "¼-¾⅐-⅞"
_BLANKS = " \u00a0\u2009\u202f"
FIGURE = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    rf"|\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?![\d,])(?:\.\d+)?"
    r"|\d{1,15}(?:\.\d{1,15})?)"
    rf"(?:\s?[{_VULGAR}]|\s[1-7]/[2-8](?![\d/]))?"
    rf"|[{_VULGAR}]"
)
"""Pattern of a number in figures, without a sign; what may stand around it is the caller's."""

_PARTS = re.compile(
    rf"(?P<whole>[\d.,{_BLANKS}]*?)\s?(?:(?P<rest>[{_VULGAR}])|(?P<top>\d)/(?P<bottom>\d))?"
)
_HUNDRED, _THOUSAND = 100, 1000
_TEN, _TWENTY = 10, 20


def figure_value(written: str) -> float:
    """Return the value of what :data:`FIGURE` matched; raises :class:`ValueError` otherwise."""
    match = _PARTS.fullmatch(written)
    if match is None or not re.fullmatch(FIGURE, written):
        raise ValueError(f"not a number in figures: {written[:40]!r}")
    whole = re.sub(rf"[,{_BLANKS}]", "", match["whole"])
    rest = unicodedata.numeric(match["rest"]) if match["rest"] else 0.0
    if match["top"]:
        rest = int(match["top"]) / int(match["bottom"])
    return (float(whole) if whole else 0.0) + rest


@dataclass(frozen=True, slots=True)
class NumeralWord:
    """One word of a number."""

    value: float
    multiplies: bool = False
    """Whether it multiplies what stands before it: "hundred", "thousand", "dozen"."""


def composed(words: Sequence[NumeralWord]) -> float | None:
    """Return the number that words make one after the other; None where they make none.

    Below a thousand words add up, the larger first ("two hundred" "forty" "five"); a multiple
    multiplies the words since the last one, and multiples from a thousand up fall in size.
    """
    total, group, last = 0.0, None, float("inf")
    for word in words:
        if not word.multiplies:
            group = _added(group, word.value)
            if group is None:
                return None
        elif word.value < _THOUSAND:
            if group is not None and group >= _HUNDRED:
                return None
            group = (1.0 if group is None else group) * word.value
        elif word.value < last and (group is not None or not total):
            total += (1.0 if group is None else group) * word.value
            group, last = None, word.value
        else:
            return None
    return total + (group or 0.0) if words else None


def _added(group: float | None, value: float) -> float | None:
    """Return a number below a thousand with a word below a hundred put to it, if it can be."""
    if group is None:
        return value
    if not value or not group:
        return None
    if group % _HUNDRED == 0:
        return group + value
    if group % _HUNDRED >= _TWENTY and group % _TEN == 0 and value < _TEN:
        return group + value
    return None
