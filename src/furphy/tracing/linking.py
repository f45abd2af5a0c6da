"""All links between documents: derivations, translations, and what else they have in common."""

from collections import defaultdict
from dataclasses import dataclass, field

from furphy.model.derivation import Derivation
from furphy.tracing.candidates import of_shelf
from furphy.tracing.decided import Decisions
from furphy.tracing.hands import Hands, OneHand
from furphy.tracing.memory import Fresh, Memory
from furphy.tracing.origins import Link
from furphy.tracing.shelf import Shelf
from furphy.tracing.testimony import testimonies
from furphy.tracing.translation import translations_of
from furphy.vectors.protocol import Vectors


@dataclass(frozen=True, slots=True)
class Tools:
    """What tracing works with; none of it changes what is found."""

    vectors: Vectors | None = None
    """But for this."""
    memory: Memory = field(default_factory=Fresh)
    hands: Hands = field(default_factory=OneHand)


def links(shelf: Shelf, tools: Tools) -> list[Link]:
    """Return all links between documents; they must be in the order of :func:`.in_order`."""
    corpus = of_shelf(shelf, tools.memory)
    foreign: dict[int, list[Derivation]] = defaultdict(list)
    for each in translations_of(shelf, tools.vectors, tools.memory, tools.hands):
        foreign[each.target].append(each)
    decisions = Decisions(corpus, foreign, tools.memory, tools.hands)
    found = decisions.derivations()
    said = testimonies([each.sayings for each in corpus.gists])
    return [*found, *said, *decisions.lost_sources(found)]
