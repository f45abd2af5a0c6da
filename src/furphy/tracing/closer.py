"""Which documents are worth comparing word by word, kept as what they share changes.

Those that share enough, those of which one names the other's outlet and that share anything, and
those of which one gives the other's address.
"""

from collections.abc import Sequence

import numpy as np

from furphy.tracing.lookup import are_among, looked_up
from furphy.tracing.overlaps import Pairs
from furphy.tracing.phrasing import Phrasing
from furphy.tracing.splicing import deleted, inserted
from furphy.tracing.standing_pairs import ends, keys_of
from furphy.tracing.traced import Traced
from furphy.tracing.traces import SILENT, Traces
from furphy.tracing.words import Flags, Numbers

_SHORT = 12
"""Shingles of a text up to which two that are shared are enough to look closer."""
_ENOUGH = 3
"""The same of others."""


class Closer:
    """The pairs worth a closer look; documents go by the numbers of :class:`.phrasing.Phrasing`."""

    def __init__(self) -> None:
        self._turn = -1
        self._keys: Numbers = np.zeros(0, np.int64)
        """Pairs that share enough."""
        self._told: _Told | None = None

    def pairs(
        self, phrasing: Phrasing, documents: Sequence[Traced], traces: Sequence[Traces]
    ) -> Pairs:
        """Return the pairs by places, the lower first, in order."""
        told, was = _Told(phrasing, documents, traces), self._told
        turned = phrasing.turned
        if was is None or turned is None or self._turn + 1 != phrasing.turn:
            parts = phrasing.sharing()
            self._keys = np.sort(
                np.concatenate([keys[told.are_enough(keys, shared)] for keys, shared in parts])
            )
        else:
            asked = np.unique(np.concatenate([turned, *_with(told.others_than(was), phrasing)]))
            kept = asked[told.are_enough(asked, phrasing.shared(asked))]
            at, there = looked_up(self._keys, asked)
            left = deleted(self._keys, at[there])
            self._keys = inserted(left, np.searchsorted(left, kept), kept)
        self._turn, self._told = phrasing.turn, told
        keys = np.sort(keys_of(*(phrasing.places[each] for each in ends(self._keys))))
        wanted = _linked(traces)
        new = wanted[~are_among(wanted, keys)]
        keys = inserted(keys, np.searchsorted(keys, new), new)
        return Pairs(*ends(keys), np.zeros(len(keys), np.int64))


class _Told:
    """What documents tell of themselves that counts for pairs of them."""

    def __init__(
        self, phrasing: Phrasing, documents: Sequence[Traced], traces: Sequence[Traces]
    ) -> None:
        count = len(phrasing.places)
        self.is_short = np.zeros(count, bool)
        self.is_short[phrasing.numbers] = phrasing.sizes < _SHORT
        outlets: dict[str | None, int] = {}
        codes = [outlets.setdefault(each.outlet, len(outlets)) for each in documents]
        self._outlet = np.zeros(count, np.int64)
        self._outlet[phrasing.numbers] = codes
        self._many = max(1, len(outlets))
        self.named = {
            number: each.named
            for number, each in zip(phrasing.numbers.tolist(), traces, strict=True)
            if each is not SILENT and each.named
        }
        self._names = np.zeros(count, bool)
        self._names[[*self.named]] = True
        self._pairs = np.array(
            [
                number * self._many + outlets[name]
                for number, names in self.named.items()
                for name in names
                if name in outlets
            ],
            np.int64,
        )

    def are_enough(self, keys: Numbers, shared: Numbers) -> Flags:
        """Tell of pairs, and how many shingles they share, whether that is enough."""
        found: Flags = shared >= _ENOUGH
        rest = np.flatnonzero(~found & (shared > 0))
        ones, others = ends(keys[rest])
        enough = shared[rest] == _ENOUGH - 1
        enough &= self.is_short[ones] | self.is_short[others]
        rows = np.flatnonzero(~enough & (self._names[ones] | self._names[others]))
        one, other = ones[rows], others[rows]
        enough[rows] = self._are_named(one, other) | self._are_named(other, one)
        found[rest] = enough
        return found

    def others_than(self, was: "_Told") -> Numbers:
        """Return the documents that were there before and told something else."""
        before = len(was.is_short)
        turned = np.flatnonzero(self.is_short[:before] != was.is_short)
        named = {
            each
            for each in self.named.keys() | was.named.keys()
            if self.named.get(each) != was.named.get(each)
        }
        return np.union1d(turned, np.array([*named], np.int64))

    def _are_named(self, sources: Numbers, targets: Numbers) -> Flags:
        """Tell of each two documents whether the target names the source's outlet."""
        found: Flags = np.isin(targets * self._many + self._outlet[sources], self._pairs)
        return found


def _with(some: Numbers, phrasing: Phrasing) -> list[Numbers]:
    """Return the pairs with some documents."""
    if not len(some):
        return []
    wanted = np.zeros(len(phrasing.places), bool)
    wanted[some] = True
    rows = []
    for keys, _ in phrasing.sharing():
        ones, others = ends(keys)
        rows.append(keys[wanted[ones] | wanted[others]])
    return rows


def _linked(traces: Sequence[Traces]) -> Numbers:
    """Return the pairs of which one gives the other's address, in order."""
    found = [
        (number, other)
        for number, each in enumerate(traces)
        if each is not SILENT
        for other in (*each.forwarded, *each.linked)
    ]
    return np.unique(keys_of(*np.array(found, np.int64).reshape(-1, 2).T))
