"""Which texts share words in a row, by an inverted index: no text is compared with all others.

Containment, not resemblance, is what finds an excerpt in a long text (Broder 1997). A shingle of
few texts speaks for each pair of them. One of very many would speak for millions of pairs; there
each text is paired with the first that have it and with those just before, since who copies takes
an early or a recent version. Texts must therefore be given in the order of their times.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from furphy.tracing.disjoint import firsts
from furphy.tracing.lookup import are_among
from furphy.tracing.shingles import sampled
from furphy.tracing.words import Batch, Flags, Hashes, Numbers

_FAMILIES = 5
"""Unrelated families of texts in which a set phrase is met at the least."""
_MAIN_SHARE = 0.5
"""Share of the texts with a set phrase that one family has at the most."""
_KIN = 0.5
_KIN_SHINGLES = 5


@dataclass(frozen=True, slots=True)
class Reach:
    """Which of the texts with one shingle it speaks for."""

    few: int
    """Texts up to which each pair of them counts; more than the other two together."""
    first: int
    """Of more, how many of the first each is paired with."""
    before: int
    """And how many of those just before it."""


THOROUGH = Reach(few=24, first=8, before=4)
"""For texts that are given in the order of their times."""

WIDE = Reach(few=56, first=4, before=2)
"""For texts in any order, of which many families are large: more pairs, each seen more often."""


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
        """Tell of each row whether its shingle is one of some, which are in order."""
        if len(self.hashes) < len(hashes):
            return are_among(self.hashes, hashes)
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
    order, hashes = _ordered(hashes)
    owners = owners[order]
    new = np.ones(len(hashes), bool)
    new[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    return Index(hashes[new], owners[new].astype(np.int64), count)


def _ordered(hashes: Hashes) -> tuple[Numbers, Hashes]:
    """Return the places of numbers in the order of the numbers, and the numbers in that order.

    Equal ones stay in the order of their places.

    Owners rise with the places, so that each shingle has its texts in order. What is sorted at
    first are the high bits with the place below them, in one number: several times as quick as
    sorting places by numbers. Few numbers agree in their high bits and differ in others, and what
    is nearly in order is sorted at a glance.
    """
    low = np.uint64(max(1, len(hashes)).bit_length())
    # In place, since each array anew has to be cleared by the system before it is filled.
    both = hashes >> low
    both <<= low
    both |= np.arange(len(hashes), dtype=np.uint64)
    both.sort()
    both &= (np.uint64(1) << low) - np.uint64(1)
    order: Numbers = both.view(np.int64)
    there = hashes[order]
    if (there[1:] < there[:-1]).any():
        order = order[np.argsort(there, kind="stable")]
        there = hashes[order]
    return order, there


def paired(index: Index, reach: Reach = THOROUGH, least: int = 1) -> Pairs:
    """Return the texts that share so many shingles."""
    keys = _keys(index, reach)
    keys.sort()
    first = np.ones(len(keys), bool)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    # From where it begins a pair that counts stands so many times in a row.
    count = max(0, len(keys) - (least - 1))
    first[count:] = False
    first[:count] &= keys[least - 1 :] == keys[:count]
    at = np.flatnonzero(first)
    each = keys[at]
    shared = np.searchsorted(keys, each, side="right") - at
    width = _width(index)
    return Pairs(each >> width, each & ((1 << width) - 1), shared)


def sharing(index: Index, pairs: Pairs, share: float) -> Pairs:
    """Return the pairs that share so much of the one with fewer shingles."""
    sizes = index.sizes()
    smaller = np.minimum(sizes[pairs.ones], sizes[pairs.others])
    kept = pairs.shared >= share * smaller
    return Pairs(pairs.ones[kept], pairs.others[kept], pairs.shared[kept])


def _width(index: Index) -> int:
    """Return the bits that the number of a text takes."""
    return index.count.bit_length()


def _keys(index: Index, reach: Reach) -> Numbers:
    """Return two texts as one number, for each shingle that speaks for them."""
    starts, lengths = _lists(index)
    alike = [starts[lengths == size] for size in range(2, reach.few + 1)]
    many = starts[lengths > reach.few], lengths[lengths > reach.few]
    counts = [len(each) * size * (size - 1) // 2 for size, each in enumerate(alike, start=2)]
    # One array for all, for they are many and a copy would take as much memory again.
    keys = np.empty(sum(counts) + _number_of_many(many[1], reach), np.int64)
    at = 0
    for size, (each, count) in enumerate(zip(alike, counts, strict=True), start=2):
        _of_few(index, each, keys[at : at + count].reshape(-1, len(each) or 1), size)
        at += count
    for ones, others in _of_many(*many, reach):
        here = keys[at : at + len(ones)]
        np.left_shift(index.texts[ones], _width(index), out=here)
        here |= index.texts[others]
        at += len(ones)
    return keys


def set_phrases(index: Index, pairs: Pairs) -> Hashes:
    """Return the shingles that tell nothing of where a text is from.

    They are met in texts of several families that share little else: a site's boilerplate, a
    subscription line, the frame of a routine report.
    """
    return phrases_among(index, families(index.sizes(), pairs))


def phrases_among(index: Index, families: Numbers) -> Hashes:
    """Return those shingles of an index that are set phrases, given each text's family."""
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


def families(sizes: Numbers, pairs: Pairs) -> Numbers:
    """Return for each text the first of those that it shares much with, at any remove.

    ``sizes`` are how many shingles each has.
    """
    kin = are_kin(sizes, pairs)
    return firsts(len(sizes), pairs.ones[kin], pairs.others[kin])


def are_kin(sizes: Numbers, pairs: Pairs) -> Flags:
    """Tell of pairs of texts whether they share so much that they are of one family."""
    least = np.maximum(_KIN * np.minimum(sizes[pairs.ones], sizes[pairs.others]), _KIN_SHINGLES)
    kin: Flags = pairs.shared >= least
    return kin


def _lists(index: Index) -> tuple[Numbers, Numbers]:
    """Return where the texts of each shingle begin, and how many they are."""
    if not len(index.hashes):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    bounds = np.flatnonzero(np.r_[True, index.hashes[1:] != index.hashes[:-1], True])
    return bounds[:-1], np.diff(bounds)


def _of_few(index: Index, starts: Numbers, rows: Numbers, size: int) -> None:
    """Fill in the pairs of all lists of one size, a row for each two places in a list."""
    texts = [index.texts[starts + place] for place in range(size)]
    for row, (one, other) in zip(rows, combinations(texts, 2), strict=bool(len(starts))):
        np.bitwise_or(one << _width(index), other, out=row)


def _number_of_many(lengths: Numbers, reach: Reach) -> int:
    return sum(int((lengths - later).sum()) for later in range(1, reach.first + reach.before + 1))


def _of_many(starts: Numbers, lengths: Numbers, reach: Reach) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield places of texts and of those that they are paired with."""
    for later in range(1, reach.first + reach.before + 1):
        others = ranges(starts + later, lengths - later)
        if later <= reach.before:
            yield others - later, others
        else:
            # Those next to it are paired already.
            first = starts + (later - reach.before - 1)
            yield np.repeat(first, lengths - later), others


def ranges(starts: Numbers, lengths: Numbers) -> Numbers:
    """Return the numbers from each start on, so many for each."""
    if not lengths.sum():
        return np.zeros(0, np.int64)
    ends = np.cumsum(lengths)
    return np.arange(ends[-1]) - np.repeat(ends - lengths - starts, lengths)
