"""Numbers that documents go by as long as they stay, in the order of their places.

A place changes with each document that comes before it, so what is held in memory names documents
by their marks. Of two marks the lower is of the document that comes first.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from furphy.tracing.words import Numbers

_GAP = 1 << 40
"""Between two marks that are given at once: room for those that come between."""


class Marks:
    """The marks of documents, which are known by their keys."""

    def __init__(self) -> None:
        self.all: Numbers = np.zeros(0, np.int64)
        """By place, rising."""
        self.of: dict[str, int] = {}
        """By key; of those that are gone as well, for they may come again."""

    def update(self, keys: Sequence[str]) -> bool:
        """Go on to other documents, by their keys in order; tell whether all marks still stand.

        Where one has to change, what was held by marks stands for nothing any more.
        """
        known = [self.of.get(each) for each in keys]
        marks = _filled(known)
        stand = marks is not None
        if marks is None:
            marks = [place * _GAP for place in range(1, len(keys) + 1)]
            stand = not self.of
            self.of = {}
        self.all = np.array(marks, np.int64)
        self.of.update(zip(keys, marks, strict=True))
        return stand

    def places(self, marks: Sequence[int] | Numbers) -> Numbers:
        """Return the places of documents by their marks."""
        return np.searchsorted(self.all, np.asarray(marks, np.int64))


def _filled(known: Sequence[int | None]) -> list[int] | None:
    """Return marks with those put in that are wanting; None where there is no room, or no order."""
    found: list[int] = []
    waiting, last = 0, 0
    held = [each for each in known if each is not None]
    if not held or any(one >= other for one, other in pairwise(held)):
        return None
    for each in (*known, held[-1] + _GAP * (len(known) + 1)):
        if each is None:
            waiting += 1
            continue
        # Those that come last are as far from each other as those of the beginning.
        width = min(_GAP, (each - last) // (waiting + 1))
        if not width:
            return None
        found += [last + width * number for number in range(1, waiting + 1)]
        found.append(each)
        waiting, last = 0, each
    return found[:-1]
