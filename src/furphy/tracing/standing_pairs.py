"""How many shingles each two texts share, changed in place when texts come and go."""

from collections.abc import Sequence

import numpy as np

from furphy.tracing.changes import Change
from furphy.tracing.overlaps import Index, Pairs, paired, ranges
from furphy.tracing.splicing import inserted
from furphy.tracing.tally import Tally
from furphy.tracing.words import Hashes, Numbers

_BITS = 32
"""What the number of a text takes."""
_LOW = (1 << _BITS) - 1
_FEW = 6
"""Texts that came and went up to which it is quicker to go from one to the next."""


class StandingPairs:
    """Texts that share shingles, by what each shingle says of the texts that have it.

    A shingle speaks for pairs by itself (:func:`.overlaps.paired`). So of a shingle whose texts are
    others than before, what it said is taken away, and what it says now is put in.
    """

    def __init__(self, index: Index) -> None:
        self._tally = Tally(*_counted(index))

    def pairs(self) -> Pairs:
        """Return the pairs, the lower number first, in order."""
        keys = self._tally.keys
        return Pairs(keys >> _BITS, keys & _LOW, self._tally.counts)

    def exchange(self, before: Index, now: Index, change: Change) -> Numbers:
        """Take away what some shingles said of the texts before, and put in what they say now.

        Returns the pairs that they say something of, as :meth:`shared` takes them.
        """
        tally = self._tally
        (old, counts), (new, more) = _counted(before), _counted(now)
        tally.take(old, counts)
        tally.keys = moved(tally.keys, change)
        tally.put(new, more)
        ones, others = change.moved[old >> _BITS], change.moved[old & _LOW]
        stayed = (ones >= 0) & (others >= 0)
        return np.union1d((ones[stayed] << _BITS) | others[stayed], new)

    def shared(self, keys: Numbers) -> Numbers:
        """Return how many shingles the texts of some pairs share, which are in order."""
        return self._tally.of(keys)


def moved(keys: Numbers, change: Change) -> Numbers:
    """Return pairs in order by the places that their texts have now; none is of one that is gone.

    Few changes shift most places by the same number, and both texts of a pair are one number.
    """
    gone, new = change.gone, change.new
    if len(gone) + len(new) > _FEW:
        anew: Numbers = (change.moved[keys >> _BITS] << _BITS) | change.moved[keys & _LOW]
        return anew
    shifts = [(each, -1) for each in gone[::-1].tolist()] + [(each, 1) for each in new.tolist()]
    for place, by in shifts:
        keys += (keys & _LOW >= place) * by
        # Those whose first text stands behind are the last ones.
        keys[np.searchsorted(keys, place << _BITS) :] += by << _BITS
    return keys


def ends(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Return both texts of pairs."""
    return keys >> _BITS, keys & _LOW


def keys_of(pairs: Pairs) -> Numbers:
    """Return pairs as one number each."""
    return (pairs.ones << _BITS) | pairs.others


def _counted(index: Index) -> tuple[Numbers, Numbers]:
    found = paired(index)
    return keys_of(found), found.shared


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
        self.index = Index(inserted(hashes, at, more), inserted(texts, at, owners), change.count)


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
