"""Text as a row of atoms: words, numbers and marks with all that each may mean.

Each atom has the categories that patterns ask for; each set of categories that occurs is written as
one character, so that a row of atoms is a string and a pattern over categories is a regular
expression.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from furphy.model.text import Span
from furphy.reading.times.numbers import folded, numeric, of_digits
from furphy.reading.times.vocabulary import Value, Values, Vocabulary, vocabulary

_TOKEN = re.compile(
    r"(?P<gap>\n[ \t\r]*\n\s*)"
    r"|(?P<isodate>(?<![\w.-])\d{4}-\d\d-\d\d"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))"
    r"|(?P<isoweek>\b\d{4}-?W\d\d\b)"
    r"|(?P<numdate>(?<![\w./-])(?:\d{1,2}([./-])\d{1,2}\5(?:\d{4}|\d\d)"
    r"|\d{4}([./-])\d{1,2}\6\d{1,2})(?![\w/-]|\.\d))"
    r"|(?P<clock>(?<![\w:.])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s])"
)

_MARKS = {
    ",": "comma",
    "/": "stroke",
    ".": "dot",
    "(": "open",
    ")": "close",
    "'": "apostrophe",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "−": "dash",
    "‑": "dash",
    "$": "currency",
    "€": "currency",
    "£": "currency",
    "%": "per-hundred",
    ":": "colon",
}
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")
_HYPHENS = frozenset("-‑–")

OTHER, NAME, GAP = "other", "name", "gap"
"""What an unlisted word is: written small, written with a capital; and a blank line."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One word or mark, or several that mean one thing."""

    start: int
    end: int
    values: Values
    """What it may mean: category to value."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    text: str
    kind: str


_UNLISTED: dict[str, Values] = {kind: {kind: ""} for kind in (OTHER, NAME, GAP)}


def atoms(text: str, within: Span, language: str) -> list[Atom]:
    """Return the atoms of a passage, in reading order."""
    tokens = [
        _Token(found.start(), found.end(), found[0], found.lastgroup or "")
        for found in _TOKEN.finditer(text, within.start, within.end)
    ]
    return folded([*_looked_up(tokens, vocabulary(language))], Atom)


def _looked_up(tokens: Sequence[_Token], known: Vocabulary) -> Iterator[Atom]:
    words = [token.text.lower().translate(_APOSTROPHES) for token in tokens]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind in ("word", "mark", "digits"):
            entry = known.longest(words, at)
            if entry:
                last = tokens[at + len(entry.words) - 1]
                values = entry.capital if token.text[0].isupper() else entry.small
                yield Atom(
                    token.start,
                    last.end,
                    values or _UNLISTED[NAME if token.text[0].isupper() else OTHER],
                )
                at += len(entry.words)
                continue
        width, values = _unlisted(tokens, words, at, known)
        yield Atom(token.start, tokens[at + width - 1].end, values)
        at += width


def _unlisted(
    tokens: Sequence[_Token], words: Sequence[str], at: int, known: Vocabulary
) -> tuple[int, Values]:
    """Return how many tokens belong to what stands here, and what it may mean."""
    token = tokens[at]
    match token.kind:
        case "gap":
            return 1, _UNLISTED[GAP]
        case "word":
            return 1, _UNLISTED[NAME if token.text[0].isupper() else OTHER]
        case "mark":
            return 1, _marked(tokens, at)
        case "digits":
            return _number(tokens, words, at, known)
        case kind:
            return 1, {kind: token.text}


def _marked(tokens: Sequence[_Token], at: int) -> Values:
    token = tokens[at]
    mark = token.text.translate(_APOSTROPHES)
    values: dict[str, Value] = {_MARKS.get(mark, "sign"): ""}
    if mark in _HYPHENS and 0 < at < len(tokens) - 1:
        before, after = tokens[at - 1], tokens[at + 1]
        if before.end == token.start and token.end == after.start:
            values["hyphen"] = ""
    return values


def _number(
    tokens: Sequence[_Token], words: Sequence[str], at: int, known: Vocabulary
) -> tuple[int, Values]:
    """Return what digits mean, taken together with letters that are joined to them."""
    token = tokens[at]
    glued_before = at > 0 and tokens[at - 1].end == token.start and tokens[at - 1].kind == "word"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.start != token.end or after.kind != "word":
        if glued_before and not known.longest(words, at - 1):
            return 1, _UNLISTED[OTHER]
        return 1, of_digits(token.text)
    entry = known.longest(words, at + 1)
    values: Values = entry.small if entry else {}
    if "suffix" in values:
        return 2, numeric(float(token.text.replace(",", "")), "ordinal")
    if "decade-suffix" in values and token.text[-1] == "0" and len(token.text) in (2, 4):
        return 2, {"decade": token.text}
    if values.keys() & {"meridiem", "unit", "units", "zone", "hours"}:
        return 1, of_digits(token.text)
    return 2, _UNLISTED[OTHER]


# Coding ------------------------------------------------------------------------------------------

_FIRST_CODE = 0x100


class Alphabet:
    """Sets of categories as single characters."""

    __slots__ = ("_codes", "_other")

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self._codes: dict[frozenset[str], str] = {}
        for held in sets:
            self._codes.setdefault(held, chr(_FIRST_CODE + len(self._codes)))
        self._other = self._codes[frozenset({OTHER})]

    def knows(self, held: Iterable[str]) -> bool:
        """Tell whether a set has a character of its own."""
        return frozenset(held) in self._codes

    def code(self, held: Iterable[str]) -> str:
        """Return the character of a set; one that no word has is as good as an unlisted word."""
        return self._codes.get(frozenset(held), self._other)

    def all_of(self, category: str) -> str:
        """Return the characters of all sets that hold a category."""
        return "".join(code for held, code in self._codes.items() if category in held)


@cache
def alphabet(language: str) -> Alphabet:
    """Return the alphabet of all sets of categories that the words of a language can have."""
    return Alphabet(frozenset(each) for each in _every_kind(language))


def _every_kind(language: str) -> Iterator[Values]:
    yield from _UNLISTED.values()
    for entry in vocabulary(language):
        for values in (entry.small, entry.capital):
            yield values
            yield folded([Atom(0, 0, values)], Atom)[0].values
    for category in dict.fromkeys([*_MARKS.values(), "sign"]):
        yield {category: ""}
        yield {category: "", "hyphen": ""}
    for kind in ("isodate", "isoweek", "numdate", "clock", "decade", "yearshort"):
        yield {kind: ""}
    for number in (*range(130), *range(900, 2500), 3000, 9999, 10000):
        yield of_digits(str(number))
        yield of_digits(f"{number:02}")
        yield of_digits(f"{number:04}")
    yield from (of_digits("1,000"), of_digits("3.5"), of_digits("3.40"), of_digits("13.59"))
    for number in (0, 1, 2, 5, 12, 13, 31, 32, 100):
        for form in ("ordinal", "word"):
            yield numeric(float(number), form)
    yield from (numeric(2.5, "word"), numeric((2.0, 6.0), "vague"))


def coded(row: Sequence[Atom], language: str) -> str:
    """Return a row of atoms as a string, a character for each."""
    letters = alphabet(language)
    cache_of: dict[int, str] = {}
    written = []
    for atom in row:
        key = id(atom.values)
        if key not in cache_of:
            cache_of[key] = letters.code(atom.values)
        written.append(cache_of[key])
    return "".join(written)
