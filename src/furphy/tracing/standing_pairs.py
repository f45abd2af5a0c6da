"""How many shingles each two texts share, changed in place when texts come and go.

Texts go by numbers that stay as long as they do.
"""

from collections.abc import Sequence

import numpy as np

from furphy.tracing.overlaps import Index, paired, ranges
from furphy.tracing.tally import Tally, is_outgrown
from furphy.tracing.words import Hashes, Numbers

_BITS = 32
"""What the number of a text takes."""
_LOW = (1 << _BITS) - 1


class StandingPairs:
    """Texts that share shingles, by what each shingle says of the texts that have it.

    A shingle speaks for pairs by itself (:func:`.overlaps.paired`). So of a shingle whose texts are
    others than before, what it said is taken away, and what it says now is put in.
    """

    def __init__(self, index: Index, numbers: Numbers) -> None:
        """Take an index by places, and the number of the text at each."""
        self.tally = Tally(*_counted(index, numbers))
        """Pairs, as one number each, and how many shingles they share."""

    def exchange(self, before: tuple[Index, Numbers], now: tuple[Index, Numbers]) -> Numbers:
        """Take away what some shingles said of the texts before, and put in what they say now.

        Each comes with the numbers of the texts by their places. Returns the pairs that they say
        something of, in order.
        """
        old, new = _counted(*before), _counted(*now)
        self.tally.take(*old)
        self.tally.put(*new)
        return np.union1d(old[0], new[0])


def ends(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Return the numbers of both texts of pairs."""
    return keys >> _BITS, keys & _LOW


def keys_of(ones: Numbers, others: Numbers) -> Numbers:
    """Return pairs of texts as one number each."""
    keys: Numbers = (np.minimum(ones, others) << _BITS) | np.maximum(ones, others)
    return keys


def _counted(index: Index, numbers: Numbers) -> tuple[Numbers, Numbers]:
    found = paired(index)
    keys = keys_of(numbers[found.ones], numbers[found.others])
    order = np.argsort(keys, kind="stable")
    return keys[order], found.shared[order]


class StandingIndex:
    """Which texts have which shingles, where texts are put in and taken out.

    What comes is few and kept apart, and what is gone is passed over, until it is worth while to
    put all together anew.
    """

    def __init__(self, index: Index) -> None:
        self._parts = index, Index(index.hashes[:0], index.texts[:0], index.count)
        self._gone = np.zeros(index.count, bool)

    def some(self, hashes: Hashes) -> Index:
        """Return the part of the index that is of some shingles, given in order, each once.

        Its rows are sorted by shingle, but not by text.
        """
        rows = [(each, _rows(each, hashes)) for each in self._parts]
        found = np.concatenate([each.hashes[at] for each, at in rows])
        texts = np.concatenate([each.texts[at] for each, at in rows])
        here = ~self._gone[texts]
        found, texts = found[here], texts[here]
        order = np.argsort(found, kind="stable")
        return Index(found[order], texts[order], len(self._gone))

    def move(self, gone: Numbers, new: Numbers, shingles: Sequence[Hashes]) -> None:
        """Take out texts, and put in those that came, with the shingles of each."""
        self._gone[gone] = True
        if self._gone[new[new < len(self._gone)]].any():
            # Whoever comes again must not meet what was said of it before.
            self._put_together()
        count = max([len(self._gone), *(new + 1)])
        self._gone = np.concatenate([self._gone, np.zeros(count - len(self._gone), bool)])
        self._gone[new] = False
        many, few = self._parts
        hashes = np.concatenate([few.hashes, *shingles])
        texts = np.concatenate([few.texts, np.repeat(new, [len(each) for each in shingles])])
        order = np.argsort(hashes, kind="stable")
        self._parts = many, Index(hashes[order], texts[order], count)
        if is_outgrown(len(hashes), len(many.hashes)):
            self._put_together()

    def _put_together(self) -> None:
        hashes, texts = (
            np.concatenate(each)
            for each in zip(*((each.hashes, each.texts) for each in self._parts), strict=True)
        )
        here = ~self._gone[texts]
        hashes, texts = hashes[here], texts[here]
        order = np.argsort(hashes, kind="stable")
        index = Index(hashes[order], texts[order], len(self._gone))
        self._parts = index, Index(index.hashes[:0], index.texts[:0], index.count)


def _rows(index: Index, hashes: Hashes) -> Numbers:
    starts = np.searchsorted(index.hashes, hashes)
    lengths = np.searchsorted(index.hashes, hashes, side="right") - starts
    return ranges(starts, lengths)
