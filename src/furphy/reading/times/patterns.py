"""Patterns over atoms, read from ``time_patterns.tsv`` and tried on coded rows.

A pattern is a regular expression whose letters are categories: ``month dayno (comma? year)?``. A
name may be given to what an atom means (``day=dayno``), several categories may share a place
(``day=dayno/dayord``), ``@name`` stands for a part that the list defines, braces hold the words of
the expression itself (there may be two: "between {3} and {5 May}"). ``!x`` asks that no x follows,
``<x`` that one stands before, ``<!x`` that none does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.errors import LexiconError
from furphy.reading.times.atoms import Alphabet, Atom, alphabet
from furphy.reading.times.vocabulary import Value

Slots = Mapping[str, Value]
"""What the words of one expression mean, by the name of their place in the pattern."""

_PART = "@"
_SYMBOL = re.compile(
    r"(?P<part>@[a-z-]+)"
    r"|(?P<look><!|<|!)(?P<ahead>[a-z/-]+)"
    r"|(?:(?P<slot>[a-z-]+)=)?(?P<kind>[a-z/-]+)"
    r"|(?P<brace>[{}])|(?P<sign>[()|?*+^$])|(?P<blank>\s+)"
)
_LOOKS = {"<!": "(?<!{})", "<": "(?<={})", "!": "(?!{})"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the list."""

    name: str
    sense: str
    """What makes its meaning: a name in :data:`furphy.reading.times.meanings.SENSES`."""
    score: float
    regex: re.Pattern[str]
    places: tuple[tuple[int, str, tuple[str, ...], int], ...]
    """Group, slot, categories, and number of the brace it stands in (0: in none)."""
    braces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Atoms that a rule fits."""

    rule: Rule
    extents: tuple[tuple[int, int], ...]
    """First and last-but-one atom of each expression."""
    slots: tuple[Slots, ...]
    """For each expression, what stands in its own braces and in none."""
    length: int
    """Atoms that the rule looked at, its context counted."""
    order: int
    """Its rule's place in the list."""

    @property
    def first(self) -> int:
        """The first atom of its first expression."""
        return self.extents[0][0]


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """Return the patterns of a language, in the order of its list."""
    listed = lexicon.rows("time_patterns", language)
    parts = {row["rule"]: row["pattern"] for row in listed if row["rule"].startswith(_PART)}
    letters = alphabet(language)
    return tuple(
        _compiled(row, parts, letters) for row in listed if not row["rule"].startswith(_PART)
    )


def _compiled(row: Mapping[str, str], parts: Mapping[str, str], letters: Alphabet) -> Rule:
    pattern = _expanded(row["pattern"], parts)
    if "{" not in pattern:
        pattern = "{" + pattern + "}"
    written: list[str] = []
    places: list[tuple[int, str, tuple[str, ...], int]] = []
    braces: list[int] = []
    group, inside = 0, 0
    for symbol in _symbols(pattern, row["rule"]):
        if symbol["blank"]:
            continue
        if symbol["look"]:
            written.append(_LOOKS[symbol["look"]].format(_charset(symbol["ahead"], letters)))
        elif symbol["kind"]:
            group += 1
            kinds = tuple(symbol["kind"].split("/"))
            places.append((group, symbol["slot"] or kinds[0], kinds, inside))
            written.append(f"({_charset(symbol['kind'], letters)})")
        elif symbol["brace"] == "{":
            group += 1
            braces.append(group)
            inside = len(braces)
            written.append("(")
        elif symbol["brace"]:
            inside = 0
            written.append(")")
        else:
            written.append("(?:" if symbol["sign"] == "(" else symbol["sign"])
    regex = re.compile("".join(written))
    score = float(row["score"])
    return Rule(row["rule"], row["sense"], score, regex, tuple(places), tuple(braces))


def _expanded(pattern: str, parts: Mapping[str, str]) -> str:
    """Put in what the list defines, however deep."""
    while _PART in pattern:
        pattern = re.sub(r"@[a-z-]+", lambda name: f"({parts[name[0]]})", pattern)
    return pattern


def _symbols(pattern: str, rule: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(pattern):
        found = _SYMBOL.match(pattern, at)
        if found is None:
            raise LexiconError(f"time_patterns: {rule}: cannot read {pattern[at:]!r}")
        yield found
        at = found.end()


def _charset(kinds: str, letters: Alphabet) -> str:
    codes = "".join(letters.all_of(kind) for kind in kinds.split("/"))
    if not codes:
        raise LexiconError(f"time_patterns: no word is {kinds!r}")
    return f"[{codes}]"


def matches(row: Sequence[Atom], codes: str, language: str) -> list[Match]:
    """Return the expressions in a row of atoms, the rule that saw most first, none overlapping."""
    candidates = [
        _match(found, rule, row, order)
        for order, rule in enumerate(rules(language))
        for found in rule.regex.finditer(codes)
    ]
    candidates.sort(key=lambda each: (-each.length, each.order, each.first))
    taken: set[int] = set()
    kept: list[Match] = []
    for each in candidates:
        atoms = {at for first, last in each.extents for at in range(first, last)}
        if atoms.isdisjoint(taken):
            taken |= atoms
            kept.append(each)
    kept.sort(key=lambda each: each.first)
    return kept


def _match(found: re.Match[str], rule: Rule, row: Sequence[Atom], order: int) -> Match:
    slots: list[dict[str, Value]] = [{} for _ in rule.braces]
    for group, slot, kinds, inside in rule.places:
        at = found.start(group)
        if at < 0:
            continue
        values = row[at].values
        meaning = next(values[kind] for kind in kinds if kind in values)
        for number, each in enumerate(slots, 1):
            if inside in (0, number):
                each[slot] = meaning
    extents = tuple(found.span(brace) for brace in rule.braces)
    return Match(rule, extents, tuple(slots), found.end() - found.start(), order)
