"""How often each of many numbers was told, changed in place."""

import numpy as np

from furphy.tracing.lookup import looked_up
from furphy.tracing.memory import Array
from furphy.tracing.splicing import inserted
from furphy.tracing.words import Numbers

_PART = 16
"""What is new is kept apart until it is such a part of the whole."""


def is_outgrown(new: int, of: int) -> bool:
    """Tell whether what is kept apart is so much that all is to be put together."""
    return new > of // _PART


class Tally:
    """Numbers in order, each once, and how often they were told.

    Those that were there at the beginning stay where they are. What comes is few and kept apart, so
    that the many need not be moved for it.
    """

    def __init__(self, keys: Array, counts: Numbers | None = None) -> None:
        """Take numbers, in order and each once with its count, or without counts in any order."""
        if counts is None:
            keys, counts = np.unique(keys, return_counts=True)
        self._parts: list[tuple[Array, Numbers]] = [(keys, counts), (keys[:0], counts[:0])]

    def parts(self) -> list[tuple[Array, Numbers]]:
        """Return numbers with their counts, which may be 0: most of them, and those that came."""
        return self._parts

    def told(self) -> tuple[Array, Numbers]:
        """Return all numbers that were told, in order, with their counts."""
        keys, counts = (np.concatenate(each) for each in zip(*self._parts, strict=True))
        left = counts > 0
        order = np.argsort(keys[left], kind="stable")
        return keys[left][order], counts[left][order]

    def take(self, keys: Array, counts: Numbers) -> None:
        """Take back what was told of some numbers, each given once."""
        for known, told in self._parts:
            at, there = looked_up(known, keys)
            told[at[there]] -= counts[there]

    def put(self, keys: Array, counts: Numbers) -> None:
        """Tell of some numbers, given in order, each once."""
        for known, told in self._parts:
            at, there = looked_up(known, keys)
            told[at[there]] += counts[there]
            keys, counts = keys[~there], counts[~there]
        many, (known, told) = self._parts
        at = np.searchsorted(known, keys)
        self._parts = [many, (inserted(known, at, keys), inserted(told, at, counts))]
        if is_outgrown(len(known), len(many[0])):
            keys, counts = self.told()
            self._parts = [(keys, counts), (keys[:0], counts[:0])]

    def of(self, keys: Array) -> Numbers:
        """Return how often each of some numbers was told."""
        found = np.zeros(len(keys), np.int64)
        for known, told in self._parts:
            at, there = looked_up(known, keys)
            found[there] = told[at[there]]
        return found

    def exchange(self, gone: Array, come: Array) -> None:
        """Take back some numbers, and tell of others; each as often as it is given."""
        self.take(*np.unique(gone, return_counts=True))
        self.put(*np.unique(come, return_counts=True))
