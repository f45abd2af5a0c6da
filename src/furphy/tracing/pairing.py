"""Which texts of two languages are worth comparing.

By rare anchors, alone and two numbers after each other (:mod:`.anchor_pairs`), and by the vectors
that texts have in the mean (:mod:`.vector_pairs`): of each text the nearest few in each other
language.
"""

from typing import Any

import numpy as np

from furphy.tracing.anchor_pairs import Anchored
from furphy.tracing.bilinguals import Rarity
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.held import at_hand
from furphy.tracing.memory import Fresh, Memory
from furphy.tracing.roll import Roll
from furphy.tracing.standing_pairs import ends, keys_of
from furphy.tracing.tally import Tally
from furphy.tracing.vector_pairs import Near
from furphy.tracing.words import Numbers

_KIND = "paired"


class Paired:
    """Which texts are worth comparing, changed in place as texts come and go."""

    def __init__(self) -> None:
        self._anchored = Anchored()
        self._near: Near | None = None
        self._tally = Tally(np.zeros(0, np.int64))

    def update(self, texts: Texts, rarity: Rarity, memory: Memory) -> Numbers:
        """Go on to other texts; return two numbers of the roll as one, in order, each pair once."""
        parts: list[tuple[Any, Any] | None] = [self._anchored.update(texts, rarity, memory)]
        if texts.vectors is not None:
            self._near = self._near or Near()
            parts.append(self._near.update(texts, memory))
        elif self._near is not None:
            self._near, parts = None, [None]
        changed = [each for each in parts if each is not None]
        if len(changed) < len(parts):
            self._begin(texts.roll)
        else:
            for gone, come in changed:
                self._tally.exchange(keys_of(*gone), keys_of(*come))
        return self._tally.told()[0]

    def _begin(self, roll: Roll) -> None:
        found = [keys_of(self._anchored.owners, self._anchored.others)]
        if self._near is not None:
            found.append(keys_of(*self._near.pairs(roll)))
        self._tally = Tally(np.concatenate(found))


def pairs(texts: Texts, rarity: Rarity, memory: Memory | None = None) -> Numbers:
    """Return pairs of texts of different languages that may be one text, as :class:`Paired`."""
    standing: Paired = at_hand(memory or Fresh(), _KIND).setdefault(_KIND, Paired())
    return standing.update(texts, rarity, memory or Fresh())


def placed(keys: Numbers, texts: Texts) -> Numbers:
    """Return pairs by the places of both texts, a row for each, the lower first, in order."""
    rows = np.sort(np.stack([texts.roll.places[each] for each in ends(keys)], axis=1), axis=1)
    return rows[np.lexsort((rows[:, 1], rows[:, 0]))]
