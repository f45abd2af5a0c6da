"""How often each of many numbers was told, changed in place."""

import numpy as np

from furphy.tracing.memory import Array
from furphy.tracing.splicing import deleted, inserted
from furphy.tracing.words import Numbers


class Tally:
    """Numbers in order, each once, and how often they were told."""

    def __init__(self, keys: Array, counts: Numbers | None = None) -> None:
        """Take numbers, in order and each once with its count, or without counts in any order."""
        if counts is None:
            keys, counts = np.unique(keys, return_counts=True)
        self.keys: Array = keys
        self.counts: Numbers = counts

    def take(self, keys: Array, counts: Numbers) -> None:
        """Take back what was told of some numbers, each given once."""
        at = np.searchsorted(self.keys, keys)
        self.counts[at] -= counts
        left = at[self.counts[at] == 0]
        self.keys = deleted(self.keys, left)
        self.counts = deleted(self.counts, left)

    def put(self, keys: Array, counts: Numbers) -> None:
        """Tell of some numbers, given in order, each once."""
        if not len(keys):
            return
        at = np.searchsorted(self.keys, keys)
        inside = np.minimum(at, max(0, len(self.keys) - 1))
        known = self.keys[inside] == keys if len(self.keys) else np.zeros(len(keys), bool)
        self.counts[at[known]] += counts[known]
        self.keys = inserted(self.keys, at[~known], keys[~known])
        self.counts = inserted(self.counts, at[~known], counts[~known])

    def of(self, keys: Array) -> Numbers:
        """Return how often each of some numbers was told."""
        if not len(self.keys):
            return np.zeros(len(keys), np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.counts[at], 0)

    def exchange(self, gone: Array, come: Array) -> None:
        """Take back some numbers, and tell of others; each as often as it is given."""
        self.take(*np.unique(gone, return_counts=True))
        self.put(*np.unique(come, return_counts=True))
