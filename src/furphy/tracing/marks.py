"""Numbers that documents go by as long as they stay, in the order of their places.

A place changes with each document that comes before it, so what is held in memory names documents
by their marks. Of two marks the lower is of the document that comes first.
"""

from collections.abc import Sequence

import numpy as np

from furphy.tracing.words import Numbers

_GAP = 1 << 40
"""Between two marks that are given at once: room for those that come between."""
_NONE = -1


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
        known = np.array([self.of.get(each, _NONE) for each in keys], np.int64)
        marks = _filled(known)
        stand = marks is not None
        if marks is None:
            marks = np.arange(1, len(keys) + 1) * _GAP
            known[:] = _NONE
            stand = not self.of
            self.of = {}
        self.all = marks
        for place in np.flatnonzero(known == _NONE).tolist():
            self.of[keys[place]] = int(marks[place])
        return stand

    def places(self, marks: Sequence[int] | Numbers) -> Numbers:
        """Return the places of documents by their marks."""
        return np.searchsorted(self.all, np.asarray(marks, np.int64))


def _filled(known: Numbers) -> Numbers | None:
    """Return marks with those put in that are wanting; None where there is no room, or no order."""
    at = np.flatnonzero(known != _NONE)
    held = known[at]
    if not len(held) or (held[1:] <= held[:-1]).any():
        return None
    bounds = [-1, *at.tolist(), len(known)]
    ends = [0, *held.tolist(), int(held[-1]) + _GAP * (len(known) + 1)]
    found = known.copy()
    for place in np.flatnonzero(np.diff(bounds) > 1).tolist():
        waiting = bounds[place + 1] - bounds[place] - 1
        # Those that come last are as far from each other as those of the beginning.
        width = min(_GAP, (ends[place + 1] - ends[place]) // (waiting + 1))
        if not width:
            return None
        found[bounds[place] + 1 : bounds[place + 1]] = ends[place] + width * np.arange(
            1, waiting + 1
        )
    return found
