"""Which texts share words in a row, by an inverted index: no text is compared with all others.

Containment, not resemblance, is what finds an excerpt in a long text (Broder 1997). A shingle of
few texts speaks for each pair of them. One of very many would speak for millions of pairs; there
each text is paired with the first that have it and with those just before, since who copies takes
an early or a recent version. Texts must therefore be given in the order of their times.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from furphy.tracing.shingles import sampled
from furphy.tracing.words import Batch, Flags, Hashes, Numbers

_FEW = 24
"""Texts with a shingle up to which each pair of them counts."""
_FIRST = 8
_BEFORE = 4
_FAMILIES = 5
"""Unrelated families of texts in which a set phrase is met at the least."""
_MAIN_SHARE = 0.5
"""Share of the texts with a set phrase that one family has at the most."""
_KIN = 0.5
_KIN_SHINGLES = 5


@dataclass(frozen=True, slots=True)
class Index:
    """Which texts have which shingles: rows sorted by shingle, then by text, each once."""

    hashes: Hashes
    texts: Numbers
    count: int
    """How many texts there are."""

    def sizes(self) -> Numbers:
        """Return how many different shingles each text has here."""
        return np.bincount(self.texts, minlength=self.count)

    def without(self, hashes: Hashes) -> "Index":
        """Return the index without some shingles."""
        kept = ~self.having(hashes)
        return Index(self.hashes[kept], self.texts[kept], self.count)

    def having(self, hashes: Hashes) -> Flags:
        """Tell of each row whether its shingle is one of some."""
        starts = np.searchsorted(self.hashes, hashes)
        stops = np.searchsorted(self.hashes, hashes, side="right")
        edges = np.zeros(len(self.hashes) + 1, np.int32)
        np.add.at(edges, starts, 1)
        np.subtract.at(edges, stops, 1)
        held: Flags = np.cumsum(edges[:-1]) > 0
        return held


@dataclass(frozen=True, slots=True)
class Pairs:
    """Texts that share shingles, the lower number first, in order; each pair once."""

    ones: Numbers
    others: Numbers
    shared: Numbers
    """How many shingles they were seen to share."""


def indexed(batches: Iterable[Batch], sample: int = 1) -> Index:
    """Return the index of texts; ``sample`` keeps one shingle in so many, everywhere the same."""
    hashes, owners, count = [np.zeros(0, np.uint64)], [np.zeros(0, np.int32)], 0
    for batch in batches:
        found, of = sampled(batch, sample)
        hashes.append(found)
        owners.append((of + count).astype(np.int32))
        count += len(batch.bounds) - 1
    return _sorted(np.concatenate(hashes), np.concatenate(owners), count)


def index_of(texts: Sequence[Hashes]) -> Index:
    """Return the index of texts of which the shingles are known."""
    sizes = [len(each) for each in texts]
    owners = np.repeat(np.arange(len(texts), dtype=np.int32), sizes)
    return _sorted(np.concatenate([np.zeros(0, np.uint64), *texts]), owners, len(texts))


def _sorted(hashes: Hashes, owners: NDArray[np.int32], count: int) -> Index:
    # Owners rise already, so that a stable sort by shingle leaves them in order.
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    new = np.ones(len(hashes), bool)
    new[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    return Index(hashes[new], owners[new].astype(np.int64), count)


def paired(index: Index) -> Pairs:
    """Return the texts that share shingles."""
    starts, lengths = _lists(index)
    found = [_of_few(index, starts[lengths == size], size) for size in range(2, _FEW + 1)]
    found += _of_many(index, starts[lengths > _FEW], lengths[lengths > _FEW])
    keys = np.concatenate([np.zeros(0, np.int64), *found])
    keys.sort()
    bounds = (
        np.flatnonzero(np.r_[True, keys[1:] != keys[:-1], True]) if len(keys) else np.zeros(1, int)
    )
    each = keys[bounds[:-1]]
    return Pairs(each // index.count, each % index.count, np.diff(bounds))


def set_phrases(index: Index, pairs: Pairs) -> Hashes:
    """Return the shingles that tell nothing of where a text is from.

    They are met in texts of several families that share little else: a site's boilerplate, a
    subscription line, the frame of a routine report.
    """
    families = _families(index, pairs)
    starts, lengths = _lists(index)
    of = np.repeat(np.arange(len(lengths)), lengths)
    many = lengths[of] >= _FAMILIES
    of, members = of[many], families[index.texts[many]]
    order = np.lexsort((members, of))
    of, members = of[order], members[order]
    new = np.ones(len(of), bool)
    new[1:] = (of[1:] != of[:-1]) | (members[1:] != members[:-1])
    at = np.flatnonzero(new)
    number = np.bincount(of[at], minlength=len(lengths))
    largest = np.zeros(len(lengths), np.int64)
    np.maximum.at(largest, of[at], np.diff(np.r_[at, len(of)]))
    told = (number >= _FAMILIES) & (largest <= _MAIN_SHARE * lengths)
    return index.hashes[starts[told]]


def _families(index: Index, pairs: Pairs) -> Numbers:
    """Return for each text the first of those that it shares much with, at any remove."""
    sizes = index.sizes()
    least = np.maximum(_KIN * np.minimum(sizes[pairs.ones], sizes[pairs.others]), _KIN_SHINGLES)
    kin = pairs.shared >= least
    first = list(range(index.count))
    for one, other in zip(pairs.ones[kin].tolist(), pairs.others[kin].tolist(), strict=True):
        low, high = sorted((_root(first, one), _root(first, other)))
        first[high] = low
    return np.array([_root(first, each) for each in range(index.count)], np.int64)


def _root(first: list[int], text: int) -> int:
    while first[text] != text:
        first[text] = first[first[text]]
        text = first[text]
    return text


def _lists(index: Index) -> tuple[Numbers, Numbers]:
    """Return where the texts of each shingle begin, and how many they are."""
    if not len(index.hashes):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    bounds = np.flatnonzero(np.r_[True, index.hashes[1:] != index.hashes[:-1], True])
    return bounds[:-1], np.diff(bounds)


def _of_few(index: Index, starts: Numbers, size: int) -> Numbers:
    rows = index.texts[starts[:, None] + np.arange(size)]
    one, other = np.triu_indices(size, 1)
    keys: Numbers = rows[:, one] * index.count + rows[:, other]
    return keys.ravel()


def _of_many(index: Index, starts: Numbers, lengths: Numbers) -> list[Numbers]:
    found = []
    for step in range(1, _BEFORE + 1):
        here = _ranges(starts + step, lengths - step)
        found.append(index.texts[here - step] * index.count + index.texts[here])
    for place in range(_FIRST):
        # Those next to it are paired already.
        here = _ranges(starts + place + _BEFORE + 1, lengths - place - _BEFORE - 1)
        first = np.repeat(starts + place, np.maximum(lengths - place - _BEFORE - 1, 0))
        found.append(index.texts[first] * index.count + index.texts[here])
    return found


def _ranges(starts: Numbers, lengths: Numbers) -> Numbers:
    """Return the numbers from each start on, so many for each."""
    lengths = np.maximum(lengths, 0)
    if not lengths.sum():
        return np.zeros(0, np.int64)
    ends = np.cumsum(lengths)
    return np.arange(ends[-1]) - np.repeat(ends - lengths - starts, lengths)
