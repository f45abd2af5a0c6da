"""Which documents may be translations of which.

Texts of different languages are put together by rare anchors and by vectors, set side by side
sentence by sentence, and judged by what of them is covered and agrees. What answers to each other
is then looked at together (:mod:`.originals`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from furphy.tracing.answering import Answering, Revised, answering, flow_of_all
from furphy.tracing.bilinguals import Ready
from furphy.tracing.courses import Flow, Issue, flowing
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.hands import Hands
from furphy.tracing.judgings import judgings
from furphy.tracing.memory import Memory
from furphy.tracing.on_demand import OnDemand
from furphy.tracing.originals import Originals
from furphy.tracing.pairing import pairs
from furphy.tracing.precedence import ended
from furphy.tracing.rendering import Rendering, renderings
from furphy.tracing.rewording import revisions
from furphy.tracing.rounds import Round
from furphy.tracing.shelf import Shelf
from furphy.tracing.traced import Traced
from furphy.tracing.wordings import Wordings
from furphy.vectors.protocol import Vectors

LEAST = 0.5
"""How likely it is at least that two texts are one, of those that are looked at."""


@dataclass(slots=True)
class Translated:
    """What was found before among texts that answer to each other."""

    revised: Round[Revised] = field(default_factory=Round)
    made: Round[list[Rendering]] = field(default_factory=Round)


def renderings_of(
    shelf: Shelf,
    vectors: Vectors | None,
    tools: tuple[Memory, Hands],
    last: Translated | None = None,
) -> list[Rendering]:
    """Return what documents may be translations of, in no order.

    Documents of one language are never compared with each other here. Without vectors a translation
    is found only where numbers, days and names show it. ``last`` is what was found the last time,
    where the same memory was used.
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

    def made(rows: Sequence[int]) -> Iterator[list[Rendering]]:
        for row in rows:
            group, repeated = groups[row], revised[row].by_text(groups[row])
            yield [*_rendered(group, (issues, wordings), (repeated, flow), keys)]

    names = [(each.name, told) for each, told in zip(groups, odds, strict=True)]
    return [each for some in last.made.of(names, made) for each in some]


def _revised(group: Answering, issues: Sequence[Issue], wordings: Wordings) -> Revised:
    return Revised.of(group, issues, revisions(group.judged, issues, wordings))


def _rendered(
    group: Answering,
    known: tuple[Sequence[Issue], Wordings],
    course: tuple[dict[int, int], Flow],
    keys: Sequence[str],
) -> Iterator[Rendering]:
    """Yield what documents may be translations of, among texts that answer to each other."""
    for each in Originals(group.judged, known, *course).of_texts():
        yield from renderings(each, known[0], keys)


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
