"""How many shingles each two texts share, changed in place when texts come and go."""

from collections.abc import Sequence

import numpy as np

from furphy.tracing.changes import Change
from furphy.tracing.overlaps import Index, Pairs, paired, ranges
from furphy.tracing.words import Hashes, Numbers

_BITS = 32
"""What the number of a text takes."""
_LOW = (1 << _BITS) - 1


class StandingPairs:
    """Texts that share shingles, by what each shingle says of the texts that have it.

    A shingle speaks for pairs by itself (:func:`.overlaps.paired`). So of a shingle whose texts are
    others than before, what it said is taken away, and what it says now is put in.
    """

    def __init__(self, index: Index) -> None:
        self._keys, self._shared = _counted(index)

    def pairs(self) -> Pairs:
        """Return the pairs, the lower number first, in order."""
        return Pairs(self._keys >> _BITS, self._keys & _LOW, self._shared)

    def exchange(self, before: Index, now: Index, change: Change) -> None:
        """Take away what some shingles said of the texts before, and put in what they say now."""
        keys, shared = _counted(before)
        at = np.searchsorted(self._keys, keys)
        self._shared[at] -= shared
        left = self._shared[at] == 0
        self._drop(at[left])
        if len(change.new) or len(change.gone):
            ones, others = self._keys >> _BITS, self._keys & _LOW
            self._keys = (change.moved[ones] << _BITS) | change.moved[others]
        self._put(*_counted(now))

    def _drop(self, places: Numbers) -> None:
        if len(places):
            self._keys = np.delete(self._keys, places)
            self._shared = np.delete(self._shared, places)

    def _put(self, keys: Numbers, shared: Numbers) -> None:
        if not len(keys):
            return
        at = np.searchsorted(self._keys, keys)
        inside = np.minimum(at, max(0, len(self._keys) - 1))
        known = self._keys[inside] == keys if len(self._keys) else np.zeros(len(keys), bool)
        self._shared[at[known]] += shared[known]
        self._keys = np.insert(self._keys, at[~known], keys[~known])
        self._shared = np.insert(self._shared, at[~known], shared[~known])


def _counted(index: Index) -> tuple[Numbers, Numbers]:
    found = paired(index)
    return (found.ones << _BITS) | found.others, found.shared


class StandingIndex:
    """An index that texts are put into and taken from."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def some(self, hashes: Hashes) -> Index:
        """Return the part of the index that is of some shingles, sorted and each once."""
        rows = _rows(self.index, hashes)
        return Index(self.index.hashes[rows], self.index.texts[rows], self.index.count)

    def move(self, change: Change, shingles: Sequence[Hashes]) -> None:
        """Take out the texts that are gone, and put in those that came, with their shingles."""
        old = self.index
        hashes, texts = old.hashes, old.texts
        if len(change.gone):
            kept = change.moved[texts] >= 0
            hashes, texts = hashes[kept], texts[kept]
        texts = change.moved[texts]
        owners = np.repeat(change.new, [len(each) for each in shingles])
        more = np.concatenate([np.zeros(0, np.uint64), *shingles])
        order = np.lexsort((owners, more))
        more, owners = more[order], owners[order]
        at = _places(hashes, texts, more, owners)
        self.index = Index(np.insert(hashes, at, more), np.insert(texts, at, owners), change.count)


def _rows(index: Index, hashes: Hashes) -> Numbers:
    starts = np.searchsorted(index.hashes, hashes)
    lengths = np.searchsorted(index.hashes, hashes, side="right") - starts
    return ranges(starts, lengths)


def _places(hashes: Hashes, texts: Numbers, more: Hashes, owners: Numbers) -> Numbers:
    """Return before which row each of more rows belongs."""
    starts = np.searchsorted(hashes, more)
    stops = np.searchsorted(hashes, more, side="right")
    rows = zip(starts.tolist(), stops.tolist(), owners.tolist(), strict=True)
    within = [start + int(np.searchsorted(texts[start:stop], owner)) for start, stop, owner in rows]
    return np.array(within, np.int64)
