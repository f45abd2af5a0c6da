"""Documents that rest on the words of one informant, though neither was made from the other.

Two sentences have one informant where they name the same person and give the same numbers, at least
two of them that are no part of a day or a year: so much does not agree by chance among the news of
a week. Over months it does, with the persons that are always in the news. Names are compared by how
they sound, so that the languages may differ.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from furphy.model.derivation import Bond, Kinship, Passage
from furphy.model.evidence import Evidence
from furphy.model.text import Span
from furphy.tracing.anchors import Anchor, AnchorKind, anchors_of
from furphy.tracing.words import Words

LIKELY = 0.8
"""How often two sentences that agree so far are of one informant."""

_FIGURES = 2
_MOST_FIGURES = 6
BEFORE = 20
"""How many earlier sentences with the same numbers each is compared with."""
_BECAUSE = (Evidence("same-person-and-numbers", LIKELY),)
_YEAR = re.compile(r"number:(19|20)\d\d")
_NEXT = 3
"""Characters between the two parts of a person's name at the most."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence with numbers, and who may have said it."""

    span: Span
    figures: frozenset[str]
    people: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Names of two parts that follow each other, each by its keys."""


def figure_pairs(saying: Saying) -> Iterator[tuple[str, ...]]:
    """Yield each two of the numbers of a sentence, of many the first."""
    return combinations(sorted(saying.figures)[:_MOST_FIGURES], _FIGURES)


def agree(first: Saying, second: Saying) -> bool:
    """Tell whether two sentences share two figures and a person."""
    if len(first.figures & second.figures) < _FIGURES:
        return False
    return any(
        not mine[0].isdisjoint(theirs[0]) and not mine[1].isdisjoint(theirs[1])
        for mine in first.people
        for theirs in second.people
    )


def kinship(ends: tuple[int, int], first: Span, second: Span) -> Kinship:
    """Return what two documents have in common that give one informant's words in two sentences."""
    return Kinship(*ends, Bond.INFORMANT, LIKELY, (Passage(first, second),), _BECAUSE)


def sayings_of(text: str, language: str | None, words: Words) -> Iterator[Saying]:
    """Yield the sentences of a text that name a person and give two numbers."""
    for span in _numbered(text, words):
        anchors = anchors_of(span.of(text), language or "und")
        numbers = (each.keys[0] for each in anchors if each.kind is AnchorKind.NUMBER)
        figures = frozenset(each for each in numbers if not _YEAR.fullmatch(each))
        people = tuple(_people(anchors, span.of(text)))
        if len(figures) >= _FIGURES and people:
            yield Saying(span, figures, people)


def _numbered(text: str, words: Words) -> Iterator[Span]:
    """Yield the sentences with two numbers in figures."""
    rows: dict[int, list[int]] = defaultdict(list)
    for place in range(len(words)):
        rows[int(words.sentences[place])].append(place)
    for places in rows.values():
        start, end = int(words.starts[places[0]]), int(words.ends[places[-1]])
        if sum(text[int(words.starts[each])].isdigit() for each in places) >= _FIGURES:
            yield Span(start, end)


def _people(
    anchors: Sequence[Anchor], text: str
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    names = [each for each in anchors if each.kind is AnchorKind.NAME]
    for one, other in pairwise(names):
        between = text[one.span.end : other.span.start]
        if len(between) <= _NEXT and not between.strip(" ·・.-"):
            yield frozenset(one.keys), frozenset(other.keys)
