"""How documents differ from those before: which came, which went, and where each stands now."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from furphy.tracing.memory import Array
from furphy.tracing.shelf import Shelf
from furphy.tracing.traced import Traced
from furphy.tracing.words import Numbers

_FEW = 0.05
"""Share of the documents up to which it is quicker to change what stands than to begin anew."""


@dataclass(frozen=True, slots=True)
class Change:
    """Where the documents of before are now; those that stayed are in the same order as before."""

    moved: Numbers
    """For each place of before the place now; -1: gone, or not as it was."""
    new: Numbers
    """Places of those that came, rising."""
    count: int
    """How many there are now."""

    @property
    def gone(self) -> Numbers:
        """Return the places of before that hold nothing any more."""
        return np.flatnonzero(self.moved < 0)

    @property
    def is_small(self) -> bool:
        """Tell whether it is quicker to change what stands than to begin anew."""
        return are_few(len(self.new) + len(self.gone), self.count)

    def brought(self, values: Array) -> Array:
        """Return a value for each document now; 0 for those that came."""
        found = np.zeros(self.count, values.dtype)
        stayed = self.moved >= 0
        found[self.moved[stayed]] = values[stayed]
        return found


def are_few(some: int, of: int) -> bool:
    """Tell whether it is quicker to change what stands of so many than to begin anew."""
    return some <= _FEW * of


def change(before: Shelf, now: Shelf) -> Change:
    """Return how one shelf differs from the one before.

    A document is the same where all that is known of it is. Should those that stayed not be in the
    order of before, none counts as one that stayed.
    """
    start, stop = _alike(before, now)
    moved = np.full(len(before), -1, np.int64)
    moved[:start] = np.arange(start)
    end, now_end = len(before) - stop, len(now) - stop
    moved[end:] = np.arange(now_end, len(now))
    places = {now.heads[place].key: place for place in range(start, now_end)}
    for place in range(start, end):
        each = before.heads[place]
        at = places.get(each.key)
        if at is not None and before.texts[place] == now.texts[at] and now.heads[at] == each:
            moved[place] = at
    stayed = moved[moved >= 0]
    if (stayed[1:] <= stayed[:-1]).any():
        moved[:] = -1
        stayed = stayed[:0]
    came = np.ones(len(now), bool)
    came[stayed] = False
    return Change(moved, np.flatnonzero(came), len(now))


def _alike(before: Shelf, now: Shelf) -> tuple[int, int]:
    """Return how many documents are the very same at the beginning, and at the end beside these."""
    pairs = zip(before.heads, now.heads, before.texts, now.texts, strict=False)
    start = _length(pairs)
    backward = zip(*(reversed(each) for each in (before.heads, now.heads)), strict=False)
    texts = zip(*(reversed(each) for each in (before.texts, now.texts)), strict=False)
    stop = _length((*heads, *both) for heads, both in zip(backward, texts, strict=True))
    return start, min(stop, len(before) - start, len(now) - start)


def _length(rows: Iterable[tuple[Traced, Traced, bytes, bytes]]) -> int:
    count = 0
    for one, other, text, other_text in rows:
        if one is not other or text != other_text:
            break
        count += 1
    return count


def arrived(count: int) -> Change:
    """Return the change to so many documents from none."""
    return Change(np.zeros(0, np.int64), np.arange(count), count)
