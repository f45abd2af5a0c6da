"""Which texts of two languages are worth comparing.

By rare anchors, alone and two numbers after each other (:mod:`.anchor_pairs`), and by the vectors
that texts have in the mean (:mod:`.vector_pairs`): of each text the nearest few in each other
language.
"""

import numpy as np

from furphy.tracing.anchor_pairs import by_anchors
from furphy.tracing.bilinguals import Rarity
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.memory import Fresh, Memory
from furphy.tracing.vector_pairs import by_vectors
from furphy.tracing.words import Numbers


def pairs(texts: Texts, rarity: Rarity, memory: Memory | None = None) -> Numbers:
    """Return pairs of texts of different languages that may be one text, a row for each.

    The lower number comes first, and the rows are sorted.
    """
    kept = memory or Fresh()
    found = [by_anchors(texts, rarity, kept)]
    if texts.vectors is not None:
        found.append(by_vectors(texts, kept))
    ends = np.concatenate(found)
    count = max(1, len(texts))
    keys = np.sort(ends[:, 0] * count + ends[:, 1])
    keys = keys[np.diff(keys, prepend=-1) > 0]
    return np.stack([keys // count, keys % count], axis=1)
