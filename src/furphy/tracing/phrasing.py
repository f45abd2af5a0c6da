"""What texts share, with set phrases and without, kept as it changes with the texts.

Which shingles are set phrases follows from the texts that have each and from the families of these
(:func:`.overlaps.set_phrases`). So only such are looked at again whose texts are others than before
or are of other families.
"""

from collections.abc import Sequence

import numpy as np

from furphy.tracing.changes import Change
from furphy.tracing.disjoint import firsts
from furphy.tracing.memory import Array, mixed
from furphy.tracing.overlaps import Index, Pairs, are_kin, index_of, phrases_among
from furphy.tracing.splicing import deleted, inserted
from furphy.tracing.standing_pairs import StandingIndex, StandingPairs, ends, keys_of, moved
from furphy.tracing.words import Flags, Hashes, Numbers


class Phrasing:
    """The shingles of texts, which of them are set phrases, and which texts share others."""

    def __init__(self) -> None:
        self._shingles: list[Hashes] = []
        self._begin([])

    def update(self, change: Change, shingles: Sequence[Hashes]) -> None:
        """Go on to the shingles of other texts, each once and sorted for each text."""
        if change.is_small and len(self._shingles) == len(change.moved):
            self._change(change, shingles)
        else:
            self._begin(shingles)
        self._shingles = [*shingles]

    def pairs(self) -> Pairs:
        """Return the texts that share what is no set phrase."""
        return self._rest.pairs()

    def _begin(self, shingles: Sequence[Hashes]) -> None:
        index = index_of(shingles)
        self._index = StandingIndex(index)
        self._all = StandingPairs(index)
        self._lengths = index.sizes()
        everything = self._all.pairs()
        self._kin = keys_of(everything)[are_kin(self._lengths, everything)]
        """The pairs of one family, as one number each."""
        self._families = firsts(index.count, *ends(self._kin))
        self.phrases = phrases_among(index, self._families)
        held = index.having(self.phrases)
        rest = Index(index.hashes[~held], index.texts[~held], index.count)
        self._rest = StandingPairs(rest)
        self.sizes = rest.sizes()
        """How many shingles each text has that are no set phrase."""
        self.told = np.zeros(index.count, np.uint64)
        """For each text a number for the set phrases in it."""
        np.add.at(self.told, index.texts[held], mixed(index.hashes[held]))

    def _change(self, change: Change, shingles: Sequence[Hashes]) -> None:
        touched = _joined(
            [shingles[each] for each in change.new.tolist()]
            + [self._shingles[each] for each in change.gone.tolist()]
        )
        before = self._index.some(touched)
        self._index.move(change, [shingles[each] for each in change.new.tolist()])
        told = self._all.exchange(before, self._index.some(touched), change)
        self._lengths = change.brought(self._lengths)
        self._lengths[change.new] = [len(shingles[each]) for each in change.new.tolist()]
        self._bring_kin(told, change)
        found = firsts(change.count, *ends(self._kin))
        others = np.flatnonzero(found != _followed(self._families, change))
        self._families = found
        asked = _joined([touched, *(shingles[each] for each in others.tolist())])
        self._exchange_phrases(change, before, touched, asked)

    def _bring_kin(self, told: Numbers, change: Change) -> None:
        """Ask of some pairs anew whether they are of one family; the others are as they were."""
        ones, others = ends(self._kin)
        stayed = (change.moved[ones] >= 0) & (change.moved[others] >= 0)
        kin = moved(self._kin[stayed], change)
        pairs = Pairs(*ends(told), self._all.shared(told))
        still = np.flatnonzero(pairs.shared)
        pairs = Pairs(pairs.ones[still], pairs.others[still], pairs.shared[still])
        found = keys_of(pairs)[are_kin(self._lengths, pairs)]
        kin = deleted(kin, np.flatnonzero(_among(kin, told)))
        self._kin = inserted(kin, np.searchsorted(kin, found), found)

    def _exchange_phrases(
        self, change: Change, before: Index, touched: Hashes, asked: Hashes
    ) -> None:
        """Ask of some shingles anew whether they are set phrases; some have other texts."""
        were = self.phrases
        now = phrases_among(self._index.some(asked), self._families)
        held = asked[_among(asked, were)]
        kept = deleted(were, np.searchsorted(were, held))
        self.phrases = inserted(kept, np.searchsorted(kept, now), now)
        turned = np.setdiff1d(np.setxor1d(held, now), touched)
        old = before.without(were)
        # Those that turned without other texts have the texts of before, but those have moved.
        stayed = self._index.some(turned)
        self._rest.exchange(old, self._index.some(touched).without(self.phrases), change)
        still = Change(np.arange(change.count), np.zeros(0, np.int64), change.count)
        self._rest.exchange(stayed.without(were), stayed.without(self.phrases), still)
        self._recount(change, before, (touched, stayed), were)

    def _recount(
        self, change: Change, before: Index, parts: tuple[Hashes, Index], were: Hashes
    ) -> None:
        """Count anew the shingles of texts, and the set phrases in them."""
        touched, stayed = parts
        sizes, told = self.sizes.copy(), self.told.copy()
        _count(sizes, told, before, were, back=True)
        self.sizes, self.told = change.brought(sizes), change.brought(told)
        _count(self.sizes, self.told, stayed, were, back=True)
        _count(self.sizes, self.told, stayed, self.phrases, back=False)
        _count(self.sizes, self.told, self._index.some(touched), self.phrases, back=False)


def _count(sizes: Numbers, told: Hashes, index: Index, phrases: Hashes, *, back: bool) -> None:
    """Put in what an index says of its texts, or take it back."""
    held = index.having(phrases)
    add, add_told = (np.subtract, np.subtract) if back else (np.add, np.add)
    add.at(sizes, index.texts[~held], 1)
    add_told.at(told, index.texts[held], mixed(index.hashes[held]))


def _among(some: Array, of: Array) -> Flags:
    """Tell of some numbers whether they are among others; these are in order."""
    if not len(of):
        return np.zeros(len(some), bool)
    found: Flags = of[np.minimum(np.searchsorted(of, some), len(of) - 1)] == some
    return found


def _followed(families: Numbers, change: Change) -> Numbers:
    """Return the families of before by the places of now; -1 where the first of one is gone."""
    found = np.full(change.count, -1, np.int64)
    stayed = change.moved >= 0
    found[change.moved[stayed]] = change.moved[families[stayed]]
    return found


def _joined(some: Sequence[Hashes]) -> Hashes:
    return np.unique(np.concatenate([np.zeros(0, np.uint64), *some]))
