"""Documents that rest on the words of one informant, though neither was made from the other.

Two sentences have one informant where they name the same person and give the same numbers, at least
two of them that are not part of a day: so much does not agree by chance. Names are compared by how
they sound, so that the languages may differ.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from furphy.model.derivation import Bond, Kinship, Passage
from furphy.model.evidence import Evidence
from furphy.model.text import Span
from furphy.tracing.anchors import Anchor, AnchorKind, anchors_of
from furphy.tracing.candidates import Corpus
from furphy.tracing.words import Words

LIKELY = 0.8
"""How often two sentences that agree so far are of one informant."""

_FIGURES = 2
_MOST_FIGURES = 6
_WITH_KEY = 60
"""Sentences with the same numbers up to which they are compared."""
_NEXT = 3
"""Characters between the two parts of a person's name at the most."""


@dataclass(frozen=True, slots=True)
class _Saying:
    """A sentence with numbers, and who may have said it."""

    document: int
    span: Span
    figures: frozenset[str]
    people: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Names of two parts that follow each other, each by its keys."""


def testimonies(corpus: Corpus) -> list[Kinship]:
    """Return which documents rest on the same informant's words."""
    sayings = [
        saying for number in range(len(corpus.documents)) for saying in _sayings(corpus, number)
    ]
    by_figures: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, each in enumerate(sayings):
        for pair in combinations(sorted(each.figures)[:_MOST_FIGURES], _FIGURES):
            by_figures[pair].append(place)
    found: dict[tuple[int, int], Kinship] = {}
    for places in by_figures.values():
        for one, other in combinations(places[:_WITH_KEY], 2):
            first, second = sayings[one], sayings[other]
            ends = first.document, second.document
            if ends[0] != ends[1] and ends not in found and _one_speaker(first, second):
                found[ends] = _kinship(first, second)
    return [found[ends] for ends in sorted(found)]


def _kinship(first: _Saying, second: _Saying) -> Kinship:
    return Kinship(
        first.document,
        second.document,
        Bond.INFORMANT,
        LIKELY,
        (Passage(first.span, second.span),),
        (Evidence("same-person-and-numbers", LIKELY),),
    )


def _sayings(corpus: Corpus, number: int) -> Iterator[_Saying]:
    document, words = corpus.documents[number], corpus.profiles[number].words
    for span in _numbered(document.text, words):
        anchors = anchors_of(span.of(document.text), document.language or "und")
        figures = frozenset(each.keys[0] for each in anchors if each.kind is AnchorKind.NUMBER)
        people = tuple(_people(anchors, span.of(document.text)))
        if len(figures) >= _FIGURES and people:
            yield _Saying(number, span, figures, people)


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


def _one_speaker(first: _Saying, second: _Saying) -> bool:
    """Tell whether two sentences share two figures and a person."""
    if len(first.figures & second.figures) < _FIGURES:
        return False
    return any(
        not mine[0].isdisjoint(theirs[0]) and not mine[1].isdisjoint(theirs[1])
        for mine in first.people
        for theirs in second.people
    )
