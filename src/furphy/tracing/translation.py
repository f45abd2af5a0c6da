"""Which documents are translations of which.

Texts of different languages are put together by rare anchors and by vectors, set side by side
sentence by sentence, and judged by what of them is covered and agrees. Of the texts that may be the
source, the one is taken that covers the translation best and was there first.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.model.derivation import Derivation, Passage, Relation
from furphy.model.document import Document
from furphy.model.evidence import Evidence
from furphy.model.text import Span, hull
from furphy.tracing.bilinguals import Rarity, Ready, ready
from furphy.tracing.judging import Judged, judge
from furphy.tracing.pairing import pairs
from furphy.tracing.intervals import UNDATED, Interval, earlier, interval
from furphy.tracing.rewording import SAME_TEXT, reworded, runs
from furphy.vectors.protocol import Vectors

LEAST = 0.5
"""How likely a translation is at least to be told."""
NEARLY = 0.06
"""Sources that cover a translation so nearly as well as the best may be it as well."""
LENGTH_TELLS = 0.3
"""What it tells of the direction that only one of two texts is wholly covered, of 1."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text and when it was first published."""

    text: Ready
    first: int
    """The document that has it first."""
    when: Interval


def translations(documents: Sequence[Document], vectors: Vectors | None) -> list[Derivation]:
    """Return which documents are translations of which, each of one source, by their places.

    Documents of one language are never compared with each other here: of verbatim copies the first
    stands for all, and a text that repeats most of an earlier one of its language is taken for a
    revision of that, not for another translation. Without vectors a translation is found only
    where numbers, days and names show it.
    """
    prepared = ready(documents, vectors)
    rarity = Rarity(prepared)
    texts = [_first(each, documents) for each in prepared]
    compared = (judge(prepared, pair, rarity) for pair in pairs(prepared, rarity))
    judged = [each for each in compared if each is not None and each.score >= LEAST]
    directed = [_directed(each, texts) for each in judged]
    by_target: dict[int, list[tuple[Judged, float]]] = defaultdict(list)
    for each, likely in directed:
        by_target[each.target].append((each, likely))
    revised = _revisions(judged, texts, documents)
    found = [
        _derivation(*_best(candidates, texts), texts)
        for target, candidates in by_target.items()
        if target not in revised
    ]
    return sorted(found, key=lambda each: (each.target, each.source))


def _first(text: Ready, documents: Sequence[Document]) -> _Text:
    times = {number: interval(documents[number].published) for number in text.documents}
    first = min(times, key=lambda number: (times[number][1], number))
    return _Text(text, first, times[first])


def _directed(judged: Judged, texts: Sequence[_Text]) -> tuple[Judged, float]:
    """Return the two texts with the likelier source first, and how likely it is that it is."""
    source, target = texts[judged.source], texts[judged.target]
    likely = earlier(source.when, target.when)
    longer = judged.target_covered - judged.source_covered
    likely += LENGTH_TELLS * longer * min(likely, 1 - likely) * 2
    if likely < 0.5 or (likely == 0.5 and target.first < source.first):  # noqa: PLR2004 (even)
        return judged.turned(), 1 - likely
    return judged, likely


def _revisions(
    judged: Sequence[Judged], texts: Sequence[_Text], documents: Sequence[Document]
) -> set[int]:
    """Return texts that repeat an earlier one of their language which has the same partners."""
    partners: dict[int, set[int]] = defaultdict(set)
    for each in judged:
        partners[each.source].add(each.target)
        partners[each.target].add(each.source)
    found = set[int]()
    for one in sorted(partners):
        near = {other for partner in partners[one] for other in partners[partner]} - {one}
        for other in sorted(near):
            if _repeats(texts[one], texts[other], documents):
                found.add(one)
                break
    return found


def _repeats(one: _Text, other: _Text, documents: Sequence[Document]) -> bool:
    language = one.text.language
    if language != other.text.language or not _before(other, one):
        return False
    shared = reworded(*(runs(documents[each.first].text, language) for each in (one, other)))
    return shared >= SAME_TEXT


def _before(one: _Text, other: _Text) -> bool:
    likely = earlier(one.when, other.when)
    if likely == 0.5:  # noqa: PLR2004 (nothing tells)
        return (-one.text.letters, one.first) < (-other.text.letters, other.first)
    return likely > 0.5  # noqa: PLR2004 (even)


def _best(
    candidates: Sequence[tuple[Judged, float]], texts: Sequence[_Text]
) -> tuple[Judged, float]:
    """Return the candidate that covers most of the translation, the earliest of those that do."""

    def covering(candidate: tuple[Judged, float]) -> float:
        judged = candidate[0]
        return judged.target_covered + judged.source_covered / 2 + judged.score / 2

    most = max(map(covering, candidates))
    nearly = [each for each in candidates if covering(each) >= most - NEARLY]
    return min(nearly, key=lambda each: (texts[each[0].source].when[0], each[0].source))


def _derivation(judged: Judged, likely: float, texts: Sequence[_Text]) -> Derivation:
    source, target = texts[judged.source], texts[judged.target]
    return Derivation(
        source.first,
        target.first,
        Relation.TRANSLATION,
        round(judged.score, 4),
        round(max(likely, 0.5), 4),
        tuple(_passages(judged, source.text, target.text)),
        tuple(_because(judged, source, target)),
    )


def _passages(judged: Judged, source: Ready, target: Ready) -> Iterator[Passage]:
    for each in judged.links:
        yield Passage(_span(source, each.source), _span(target, each.target))


def _span(text: Ready, places: tuple[int, int]) -> Span:
    return hull(text.sentences[places[0] : places[1]])


def _because(judged: Judged, source: _Text, target: _Text) -> Iterator[Evidence]:
    yield Evidence("sentences-in-order", round(judged.score, 4))
    yield Evidence("covered:target", round(judged.target_covered, 4))
    yield Evidence("covered:source", round(judged.source_covered, 4))
    if UNDATED not in {source.when, target.when}:
        yield Evidence("published-before", round(earlier(source.when, target.when), 4))
