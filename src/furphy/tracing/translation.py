"""Which documents are translations of which.

Texts of different languages are put together by rare anchors and by vectors, set side by side
sentence by sentence, and judged by what of them is covered and agrees. Of the texts that may be the
source, the one is taken that covers the translation best and was there first.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import compress

from furphy.model.derivation import Derivation, Passage, Relation
from furphy.model.evidence import Evidence
from furphy.model.text import Span, hull
from furphy.tracing.answering import Answering, Revised, answering, flow_of_all
from furphy.tracing.bilinguals import Ready
from furphy.tracing.courses import Courses, Flow, Issue, before, flowing
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.hands import Hands, OneHand
from furphy.tracing.judging import Judged
from furphy.tracing.judgings import judgings
from furphy.tracing.memory import Fresh, Memory
from furphy.tracing.on_demand import OnDemand
from furphy.tracing.pairing import pairs
from furphy.tracing.precedence import ended
from furphy.tracing.rewording import revisions, unexplained
from furphy.tracing.rounds import Round
from furphy.tracing.shelf import Shelf, shelved
from furphy.tracing.traced import Traced
from furphy.tracing.wordings import Wordings
from furphy.vectors.protocol import Vectors

LEAST = 0.5
"""How likely a translation is at least to be told."""
NEARLY = 0.01
"""Sources that cover a translation so nearly as well as the best may be it as well."""

AS_MUCH = 0.06
"""How much less of a translation its source may cover than another translation does."""

Candidate = tuple[Judged, float]
"""Two texts, the source first, and how likely it is that it is the source."""


def translations(documents: Sequence[Traced], vectors: Vectors | None) -> list[Derivation]:
    """Return which documents are translations of which, each of one source, by their places.

    Documents of one language are never compared with each other here: of verbatim copies the first
    stands for all, and a text that repeats most of an earlier one of its language is taken for a
    revision of that, not for another translation. Without vectors a translation is found only
    where numbers, days and names show it.
    """
    return translations_of(shelved(documents), vectors, (Fresh(), OneHand()))


Named = tuple[Derivation, str, str]
"""A derivation with the keys of its documents, for their places change."""


@dataclass(slots=True)
class Translated:
    """What was found before among texts that answer to each other."""

    revised: Round[Revised] = field(default_factory=Round)
    made: Round[list[Named]] = field(default_factory=Round)


def translations_of(
    shelf: Shelf,
    vectors: Vectors | None,
    tools: tuple[Memory, Hands],
    last: Translated | None = None,
) -> list[Derivation]:
    """Return the translations among documents, as :func:`translations` does.

    ``last`` is what was found the last time, where the same memory was used.
    """
    memory, hands = tools
    prepared = Texts(shelf, vectors, memory, hands)
    found = pairs(prepared, prepared.rarity, memory)
    judged = judgings(prepared, found, LEAST, (memory, hands))
    issues = Issues(prepared, shelf.heads)
    wordings = Wordings(shelf, memory)
    groups = [*answering(judged, prepared, shelf)]
    last = last or Translated()
    revised = last.revised.of(
        [each.name for each in groups],
        lambda rows: [_revised(groups[row], issues, wordings) for row in rows],
    )
    flow = flow_of_all(revised)
    odds = [tuple(flowing(flow, kind) for kind in each.kinds) for each in revised]

    keys = [each.key for each in shelf.heads]

    def made(rows: Sequence[int]) -> Iterator[list[Named]]:
        for row in rows:
            known = revised[row].by_text(groups[row])
            found = _translated(groups[row].judged, (issues, wordings), known, flow)
            yield [(each, keys[each.source], keys[each.target]) for each in found]

    places = {each: place for place, each in enumerate(keys)}
    names = [(each.name, told) for each, told in zip(groups, odds, strict=True)]
    return sorted(
        (
            replace(each, source=places[source], target=places[target])
            for some in last.made.of(names, made)
            for each, source, target in some
        ),
        key=lambda each: (each.target, each.source),
    )


def _revised(group: Answering, issues: Sequence[Issue], wordings: Wordings) -> Revised:
    return Revised.of(group, issues, revisions(group.judged, issues, wordings))


def _translated(
    judged: Sequence[Judged],
    known: tuple[Sequence[Issue], Wordings],
    revised: dict[int, int],
    flow: Flow,
) -> list[Derivation]:
    """Return the translations among texts that answer to each other."""
    issues, wordings = known
    courses = Courses(judged, issues, revised, flow)
    by_target: dict[int, list[Candidate]] = defaultdict(list)
    directed = [_directed(each, courses) for each in judged]
    kept = unexplained([each for each, _ in directed], issues, wordings)
    for candidate in compress(directed, kept):
        by_target[candidate[0].target].append(candidate)
    return [
        derivation
        for target in by_target
        if target not in revised
        for derivation in _derivations(*_best(target, by_target, issues), issues)
    ]


class Issues(OnDemand[Issue]):
    """When each text was first published."""

    def __init__(self, texts: Sequence[Ready], documents: Sequence[Traced]) -> None:
        self._texts = texts
        self._documents = documents
        self._of = cache(self._issue)

    def made(self, place: int) -> Issue:
        """Return one text with when it was first published."""
        return self._of(place)

    def __len__(self) -> int:
        return len(self._texts)

    def _issue(self, place: int) -> Issue:
        text = self._texts[place]
        times = {number: self._documents[number].published for number in text.documents}
        first = min(times, key=lambda number: (ended(times[number]), number))
        return Issue(text, first, times)


def _directed(judged: Judged, courses: Courses) -> Candidate:
    """Return the two texts with the likelier source first, and how likely it is that it is."""
    likely = courses.of(judged)
    return (judged, likely) if likely >= 0.5 else (judged.turned(), 1 - likely)  # noqa: PLR2004 (even)


def _best(target: int, by_target: dict[int, list[Candidate]], issues: Sequence[Issue]) -> Candidate:
    """Return the candidate that covers most of the translation, the earliest of those that do.

    Another translation of a candidate that covers it as well is none: each comes from the source.
    """
    candidates = by_target[target]
    covered = {each.source: each.target_covered for each, _ in candidates}
    first = [
        each
        for each in candidates
        if not any(
            above.source in covered
            and covered[above.source] >= each[0].target_covered - AS_MUCH
            and issues[above.source].text.language != issues[each[0].source].text.language
            for above, _ in by_target.get(each[0].source, ())
        )
    ]
    kept = first or candidates
    most = max(map(_covering, kept))
    nearly = [each for each in kept if _covering(each) >= most - NEARLY]
    return min(nearly, key=lambda each: (_lateness(each, issues), each[0].source))


def _lateness(candidate: Candidate, issues: Sequence[Issue]) -> tuple[float, float]:
    source, when = issues[candidate[0].source], issues[candidate[0].target].when
    return source.lateness(source.source(when), when)


def _covering(candidate: Candidate) -> float:
    judged = candidate[0]
    return judged.target_covered + judged.source_covered / 10 + judged.score / 5


def _derivations(judged: Judged, likely: float, issues: Sequence[Issue]) -> Iterator[Derivation]:
    """Yield how each document that has the target's text word for word may have come to it."""
    source, target = issues[judged.source], issues[judged.target]
    passages = tuple(_passages(judged, source.text, target.text))
    because = tuple(_because(judged, source, target))
    for document, when in target.times.items():
        yield Derivation(
            source.source(when),
            document,
            Relation.TRANSLATION,
            round(judged.score, 4),
            round(max(likely, 0.5), 4),
            passages,
            because,
        )


def _passages(judged: Judged, source: Ready, target: Ready) -> Iterator[Passage]:
    for each in judged.links:
        yield Passage(_span(source, each.source), _span(target, each.target))


def _span(text: Ready, places: tuple[int, int]) -> Span:
    return hull(text.sentences[places[0] : places[1]])


def _because(judged: Judged, source: Issue, target: Issue) -> Iterator[Evidence]:
    yield Evidence("sentences-in-order", round(judged.score, 4))
    yield Evidence("covered:target", round(judged.target_covered, 4))
    yield Evidence("covered:source", round(judged.source_covered, 4))
    if source.when and target.when:
        yield Evidence("published-before", round(before(source, target), 4))
