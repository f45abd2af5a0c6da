"""Which texts of two languages are worth comparing.

By rare anchors, alone and two numbers after each other (:mod:`.anchor_pairs`), and by the vectors
that texts have in the mean (:mod:`.vector_pairs`): of each text the nearest few in each other
language.
"""

from furphy.tracing.anchor_pairs import by_anchors
from furphy.tracing.bilinguals import Rarity
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.memory import Fresh, Memory
from furphy.tracing.vector_pairs import by_vectors

Pair = tuple[int, int]


def pairs(texts: Texts, rarity: Rarity, memory: Memory | None = None) -> list[Pair]:
    """Return pairs of texts of different languages that may be one text, the lower number first."""
    kept = memory or Fresh()
    found = {*by_anchors(texts, rarity, kept)}
    if texts.vectors is not None:
        found |= {*by_vectors(texts, kept)}
    return sorted(found)
