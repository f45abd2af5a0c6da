"""Where numbers stand among others that are in order, and several rows of them as one."""

from collections.abc import Iterable

import numpy as np

from furphy.tracing.memory import Array
from furphy.tracing.words import Flags, Hashes, Numbers


def looked_up(known: Array, keys: Array) -> tuple[Numbers, Flags]:
    """Return where numbers stand among those known, which are in order, and whether they do.

    Of one that does not, the place is any that there is; 0 where nothing is known.
    """
    if not len(known):
        return np.zeros(len(keys), np.int64), np.zeros(len(keys), bool)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return at, known[at] == keys


def are_among(keys: Array, known: Array) -> Flags:
    """Tell of numbers whether they are among those known, which are in order."""
    return looked_up(known, keys)[1]


def joined(some: Iterable[Hashes]) -> Hashes:
    """Return several rows of numbers as one."""
    return np.concatenate([np.zeros(0, np.uint64), *some])
