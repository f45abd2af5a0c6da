"""The patterns of numbers, units, bounds and ranges, made once from a language's word lists."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.quantity import Modifier
from furphy.textkit.numerals import FIGURE, NumeralWord

_MOST_WORDS = 12
"""Words in one number; hostile text counts on forever."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's words for numbers and what stands around them."""

    words: Mapping[str, NumeralWord]
    """The words that numbers are composed of."""
    plurals: Mapping[str, float]
    """Multiples in the plural, which tell an order of magnitude ("hundreds")."""
    suffixes: Mapping[str, float]
    shares: Mapping[str, float]
    """What a whole is parted by: thirds by three."""
    sets: Mapping[str, float]
    """Phrases that stand for a number."""
    parts: Mapping[str, frozenset[str]]
    """The small words of the grammar by the part they play."""
    number: re.Pattern[str]
    unknown: re.Pattern[str]
    bounds_before: re.Pattern[str]
    bounds_after: re.Pattern[str]
    bounds: Mapping[str, Modifier]
    over: frozenset[str]
    """Bounds that the parse may show to be prepositions or particles."""
    openers: re.Pattern[str]
    joint: re.Pattern[str]
    """What joins the ends of a range that needs no opener."""
    and_joint: re.Pattern[str]
    or_joint: re.Pattern[str]
    ratio: re.Pattern[str]
    starts: frozenset[str]
    """Words a number may begin with, in lower case."""


def normal(words: str) -> str:
    """Return words in lower case with single blanks, as the lists have them."""
    return " ".join(words.casefold().replace("’", "'").split())


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of these, the longest first, whatever blanks part their words."""
    found = sorted({*words}, key=lambda each: (-len(each), each))
    spelt = [r"\s+".join(map(re.escape, each.split())) for each in found]
    return "(?:" + ("|".join(spelt) or r"(?!)") + ")"


@cache
def grammar(language: str) -> Grammar:
    """Read a language's lists."""
    numerals = _by_part(lexicon.rows("numerals", language))
    parts = _by_part(lexicon.rows("quantity_words", language))
    bounds = lexicon.rows("quantity_bounds", language)
    words = {word: NumeralWord(value) for word, value in numerals.get("small", {}).items()}
    multiples = numerals.get("multiple", {})
    words |= {word: NumeralWord(value, multiplies=True) for word, value in multiples.items()}
    of = any_of(parts.get("of", {}))
    return Grammar(
        words=words,
        plurals={**numerals.get("plural", {}), **numerals.get("plural-of", {})},
        suffixes=numerals.get("suffix", {}),
        shares={**numerals.get("over", {}), **numerals.get("overs", {})},
        sets={**parts.get("set", {}), **parts.get("loose", {})},
        parts={part: frozenset(found) for part, found in parts.items()},
        number=_number(numerals, parts, of),
        unknown=re.compile(
            rf"(?P<unknown>{any_of(parts.get('unknown', {}))})(?!\w)", re.IGNORECASE
        ),
        bounds_before=_before(row["words"] for row in bounds if row["side"] == "before"),
        bounds_after=_after(row["words"] for row in bounds if row["side"] == "after"),
        bounds={normal(row["words"]): Modifier(row["as"]) for row in bounds},
        over=frozenset(normal(row["words"]) for row in bounds if row["over"]),
        openers=re.compile(
            rf"(?<!\w)(?:(?P<both>{any_of(parts.get('opens-and', {}))})"
            rf"|(?P<start>{any_of(parts.get('opens-to', {}))}))\s+\Z",
            re.IGNORECASE,
        ),
        joint=re.compile(rf"\s*[-‐-―−~]\s*|\s+{any_of(parts.get('joins', {}))}\s+", re.IGNORECASE),
        and_joint=re.compile(rf"\s+{any_of(parts.get('and', {}))}\s+", re.IGNORECASE),
        or_joint=re.compile(rf",?\s+{any_of(parts.get('or', {}))}\s+", re.IGNORECASE),
        ratio=re.compile(
            rf"\s+(?:(?P<among>{any_of(parts.get('out-of', {}))})"
            rf"|{any_of(parts.get('in', {}))})\s+",
            re.IGNORECASE,
        ),
        starts=_starts(numerals, parts),
    )


def _by_part(rows: Iterable[lexicon.Row]) -> dict[str, dict[str, float]]:
    """Return for each part the words that play it, in the order of the list, and their values."""
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        word = row.get("word") or row["words"]
        found.setdefault(row["part"], {})[word] = float(row["value"] or 0)
    return found


def _number(
    numerals: Mapping[str, Mapping[str, float]],
    parts: Mapping[str, Mapping[str, float]],
    of: str,
) -> re.Pattern[str]:
    """Return the pattern of a number, tried at a word's start; :mod:`.numbers` gives it a value."""
    multiple = any_of(numerals.get("multiple", {}))
    plural = any_of(numerals.get("plural", {}))
    plural_of = any_of({**numerals.get("plural", {}), **numerals.get("plural-of", {})})
    word = any_of({**numerals.get("small", {}), **numerals.get("multiple", {})})
    ordinal = any_of(numerals.get("ordinal", {}))
    one = any_of(numerals.get("one", {}))
    over, overs = any_of(numerals.get("over", {})), any_of(numerals.get("overs", {}))
    half = any_of(numerals.get("half", {}))
    article = any_of(parts.get("article", {}))
    a_set = any_of([*parts.get("set", {}), *parts.get("loose", {})])
    joint = rf"(?:\s+{any_of(numerals.get('and', {}))}\s+|[-\s]+)"
    mixed = rf"\s+{any_of(numerals.get('and', {}))}\s+{one}\s+(?P<mixed{{}}>{over})\b"
    several = any_of(parts.get("several", {}))
    suffix = "|".join(sorted(numerals.get("suffix", {}), key=len, reverse=True)) or r"(?!)"
    # Case counts in "5K" and "5M" alone, so the rest says for itself that it does not.
    return re.compile(
        rf"(?P<digits>{FIGURE})"
        rf"(?:(?P<suffix>{suffix})(?!\w)"
        rf"|(?i:{mixed.format(1)})?(?:[-\s]\s*(?P<scale>(?i:{multiple}(?:[-\s]+{multiple})?))\b)?)"
        rf"|(?i:(?P<part>{half}|(?:{one}\s+)?{over})[-\s]+(?:{of}\s+)?(?:{one}\s+)?"
        rf"(?P<multiple>{multiple})\b)"
        rf"|(?i:(?P<top>{one}|{word})[-\s]+(?P<bottom>{overs}\b|{over}(?=\s+{of}\b)))"
        rf"|(?i:(?P<half>{half})(?=\s+(?:{of}|{article})\b))"
        rf"|(?i:(?P<set>{a_set})(?:\s+(?P<times>{multiple})\b|(?=\s+{of}\s+\D)))"
        rf"|(?i:(?P<several>{several})\s+(?:{of}\s+)?(?P<order>{multiple}|{plural})\b)"
        rf"|(?i:(?P<plurals>(?:{plural_of}\s+{of}\s+){{0,2}}{plural}\b|{plural_of}(?=\s+{of}\s+\D)))"
        rf"|(?i:(?P<words>(?:{one}\s+(?={multiple}\b))?{word}"
        rf"(?:{joint}(?:{word}|{ordinal})\b){{0,{_MOST_WORDS}}})\b"
        rf"(?:{mixed.format(2)}(?:\s+(?P<more>{multiple})\b)?)?)"
    )


def _before(words: Iterable[str]) -> re.Pattern[str]:
    signs, spelt = _parted(words)
    return re.compile(
        rf"(?:(?P<words>(?<!\w){any_of(spelt)})\s+|(?P<sign>{any_of(signs)})\s*)\Z", re.IGNORECASE
    )


def _after(words: Iterable[str]) -> re.Pattern[str]:
    signs, spelt = _parted(words)
    return re.compile(
        rf"(?:\s+(?P<words>{any_of(spelt)})(?!\w)|(?P<sign>{any_of(signs)})(?!\w))", re.IGNORECASE
    )


def _parted(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """Part bounds that stand on the number ("~", "-odd") from those that are words."""
    found = [*words]
    return [each for each in found if not each[0].isalnum()], [
        each for each in found if each[0].isalnum()
    ]


def _starts(
    numerals: Mapping[str, Mapping[str, float]], parts: Mapping[str, Mapping[str, float]]
) -> frozenset[str]:
    """Return the first words of all that a quantity may begin with, bounds left out."""
    groups = [
        *(found for part, found in numerals.items() if part not in {"suffix", "ordinal", "and"}),
        *(parts.get(part, {}) for part in ("set", "loose", "several", "unknown", "nothing")),
        parts.get("formation", {}),
    ]
    return frozenset(words.split()[0].casefold() for group in groups for words in group)
