"""How many texts have each key, changed in place."""

from collections.abc import Callable

import numpy as np

from furphy.tracing.lookup import joined
from furphy.tracing.roll import Roll
from furphy.tracing.tally import Tally
from furphy.tracing.words import Hashes, Numbers


class Counted:
    """How many of the texts on a roll have each key."""

    def __init__(self) -> None:
        self.keys: Hashes = np.zeros(0, np.uint64)
        self.counts: Numbers = np.zeros(0, np.int64)
        self._of: dict[int, Hashes] = {}
        """The keys of each text."""
        self._turn = 0

    def update(self, roll: Roll, keys: Callable[[int], Hashes]) -> None:
        """Go on to other texts; ``keys`` gives those of one, by its place."""
        if self._turn + 1 != roll.turn or not roll.is_small:
            self._of = {each: keys(place) for place, each in enumerate(roll.here.tolist())}
            self.keys, self.counts = np.unique(joined(self._of.values()), return_counts=True)
        elif self._turn != roll.turn:
            tally = Tally(self.keys, self.counts.copy())
            new = {each: keys(int(roll.places[each])) for each in roll.came.tolist()}
            old = [self._of.pop(each) for each in roll.gone.tolist()]
            tally.exchange(joined(old), joined(new.values()))
            self._of |= new
            self.keys, self.counts = tally.told()
        self._turn = roll.turn
