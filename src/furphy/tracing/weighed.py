"""For each text a number for all that the rarity of its anchors' keys adds to it.

It is another where a key becomes more or less rare by a step, and only for the texts whose anchors
weigh as much as that key does.
"""

import numpy as np

from furphy.tracing.bilinguals import Rarity, steps
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.lookup import are_among, joined
from furphy.tracing.memory import mixed
from furphy.tracing.words import Hashes, Numbers


class Weighed:
    """The numbers of the texts on a roll, changed in place."""

    def __init__(self) -> None:
        self.told: Hashes = np.zeros(0, np.uint64)
        """By number on the roll."""
        self._turn = -1
        self._rarity: Rarity | None = None
        self._keys: Hashes = np.zeros(0, np.uint64)
        self._owners: Numbers = np.zeros(0, np.int64)
        """Which text has which of the keys."""

    def update(self, texts: Texts, rarity: Rarity) -> None:
        """Go on to other texts, and to how rare keys are now."""
        roll, before = texts.roll, self._rarity
        if before is None or self._turn + 1 != roll.turn or not roll.is_small:
            self.told = roll.names.copy()
            self._keys, self._owners = _rows(texts, roll.here)
            wanting = roll.here
        else:
            self.told = roll.widened(self.told)
            left = roll.places[self._owners] >= 0
            keys, owners = _rows(texts, roll.came)
            self._keys = np.concatenate([self._keys[left], keys])
            self._owners = np.concatenate([self._owners[left], owners])
            turned = rarity.keys[steps(rarity.counts) != before.steps(rarity.keys)]
            having = self._owners[are_among(self._keys, turned)]
            wanting = np.unique(np.concatenate([having, roll.came]))
        keys, owners = _rows(texts, wanting)
        sums = roll.names.copy()
        np.add.at(sums, owners, mixed(keys + mixed(rarity.steps(keys).astype(np.uint64))))
        self.told[wanting] = mixed(sums[wanting])
        self._turn, self._rarity = roll.turn, rarity


def _rows(texts: Texts, some: Numbers) -> tuple[Hashes, Numbers]:
    """Return the keys by which anchors of some texts weigh, and whose each is."""
    keys = [texts.weighing(each) for each in texts.roll.places[some].tolist()]
    return joined(keys), np.repeat(some, [len(each) for each in keys])
