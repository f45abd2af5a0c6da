"""What texts share, with set phrases and without, kept as it changes with the texts.

Which shingles are set phrases follows from the texts that have each and from the families of these
(:func:`.overlaps.set_phrases`). So only such are looked at again whose texts are others than before
or are of other families.
"""

from collections.abc import Sequence

import numpy as np

from furphy.tracing.changes import Change
from furphy.tracing.disjoint import firsts
from furphy.tracing.lookup import are_among, joined
from furphy.tracing.memory import mixed
from furphy.tracing.overlaps import Index, Pairs, are_kin, index_of, phrases_among
from furphy.tracing.splicing import deleted, inserted
from furphy.tracing.standing_pairs import StandingIndex, StandingPairs, ends, keys_of
from furphy.tracing.words import Hashes, Numbers


class Phrasing:
    """The shingles of texts, which of them are set phrases, and which texts share others."""

    def __init__(self) -> None:
        self._shingles: list[Hashes] = []
        self.turn = 0
        """How often it was brought up to date."""
        self._begin([])

    def update(self, change: Change, shingles: Sequence[Hashes]) -> None:
        """Go on to the shingles of other texts, each once and sorted for each text."""
        if change.is_small and len(self._shingles) == len(change.moved):
            self._change(change, shingles)
        else:
            self._begin(shingles)
        self._shingles = [*shingles]
        self.turn += 1

    def sharing(self) -> list[tuple[Numbers, Numbers]]:
        """Return texts that share what is no set phrase, by their numbers, and how much they share.

        Two numbers are one (:func:`.standing_pairs.ends`). Nothing is shared by some of them.
        """
        return self._rest.tally.parts()

    def shared(self, keys: Numbers) -> Numbers:
        """Return how much the texts of some pairs share."""
        return self._rest.tally.of(keys)

    def pairs(self) -> Pairs:
        """Return the same by places, in order."""
        keys, shared = self._rest.tally.told()
        keys = keys_of(*(self.places[each] for each in ends(keys)))
        order = np.argsort(keys)
        return Pairs(*ends(keys[order]), shared[order])

    def _begin(self, shingles: Sequence[Hashes]) -> None:
        index = index_of(shingles)
        self.numbers = np.arange(index.count)
        """What texts go by as long as they are there, by their places."""
        self.places = np.arange(index.count)
        """And the places by those; -1 of texts that are gone."""
        self._index = StandingIndex(index)
        self._all = StandingPairs(index, self.numbers)
        self._lengths = index.sizes()
        keys, shared = self._all.tally.told()
        self._kin = keys[are_kin(self._lengths, Pairs(*ends(keys), shared))]
        """The pairs of one family, as one number each."""
        self._families = firsts(index.count, *ends(self._kin))
        self.phrases = phrases_among(index, self._families)
        held = index.having(self.phrases)
        rest = Index(index.hashes[~held], index.texts[~held], index.count)
        self._rest = StandingPairs(rest, self.numbers)
        self.turned: Numbers | None = None
        """Pairs that may share more or less than before; None where all is begun anew."""
        self.sizes = rest.sizes()
        """How many shingles each text has that are no set phrase."""
        self.told = np.zeros(index.count, np.uint64)
        """For each text a number for the set phrases in it."""
        np.add.at(self.told, index.texts[held], mixed(index.hashes[held]))

    def _change(self, change: Change, shingles: Sequence[Hashes]) -> None:
        new = [shingles[each] for each in change.new.tolist()]
        touched = np.unique(
            joined([*new, *(self._shingles[each] for each in change.gone.tolist())])
        )
        before = self._some(touched), self.numbers
        self._renumber(change, new)
        told = self._all.exchange(before, (self._some(touched), self.numbers))
        self._lengths = change.brought(self._lengths)
        self._lengths[change.new] = [len(each) for each in new]
        self._bring_kin(told)
        found = firsts(change.count, *(self.places[each] for each in ends(self._kin)))
        others = np.flatnonzero(found != _followed(self._families, change))
        self._families = found
        asked = np.unique(joined([touched, *(shingles[each] for each in others.tolist())]))
        self._exchange_phrases(change, before, touched, asked)

    def _some(self, hashes: Hashes) -> Index:
        """Return which texts have some shingles, by their places."""
        found = self._index.some(hashes)
        texts = self.places[found.texts]
        order = np.lexsort((texts, found.hashes))
        return Index(found.hashes[order], texts[order], len(self.numbers))

    def _renumber(self, change: Change, new: Sequence[Hashes]) -> None:
        numbers = change.brought(self.numbers)
        gone = self.numbers[change.gone]
        numbers[change.new] = len(self.places) + np.arange(len(change.new))
        self.numbers = numbers
        self.places = np.full(len(self.places) + len(change.new), -1)
        self.places[numbers] = np.arange(change.count)
        self._index.move(gone, numbers[change.new], new)

    def _bring_kin(self, told: Numbers) -> None:
        """Ask of some pairs anew whether they are of one family; the others are as they were."""
        shared = self._all.tally.of(told)
        still, shared = told[shared > 0], shared[shared > 0]
        ones, others = (self.places[each] for each in ends(still))
        pairs = Pairs(ones, others, shared)
        found = still[are_kin(self._lengths, pairs)]
        kin = deleted(self._kin, np.flatnonzero(are_among(self._kin, told)))
        self._kin = inserted(kin, np.searchsorted(kin, found), found)

    def _exchange_phrases(
        self, change: Change, before: tuple[Index, Numbers], touched: Hashes, asked: Hashes
    ) -> None:
        """Ask of some shingles anew whether they are set phrases; some have other texts."""
        were = self.phrases
        now = phrases_among(self._some(asked), self._families)
        held = asked[are_among(asked, were)]
        kept = deleted(were, np.searchsorted(were, held))
        self.phrases = inserted(kept, np.searchsorted(kept, now), now)
        turned = np.setdiff1d(np.setxor1d(held, now), touched)
        old = before[0].without(were), before[1]
        # Those that turned without other texts have the texts of before, but those have moved.
        stayed = self._some(turned)
        after = self._some(touched)
        numbers = self.numbers
        with_other_texts = self._rest.exchange(old, (after.without(self.phrases), numbers))
        otherwise = self._rest.exchange(
            (stayed.without(were), numbers), (stayed.without(self.phrases), numbers)
        )
        self.turned = np.union1d(with_other_texts, otherwise)
        self._recount(change, before[0], (after, stayed), were)

    def _recount(
        self, change: Change, before: Index, parts: tuple[Index, Index], were: Hashes
    ) -> None:
        """Count anew the shingles of texts, and the set phrases in them."""
        after, stayed = parts
        sizes, told = self.sizes.copy(), self.told.copy()
        _count(sizes, told, before, were, back=True)
        self.sizes, self.told = change.brought(sizes), change.brought(told)
        _count(self.sizes, self.told, stayed, were, back=True)
        _count(self.sizes, self.told, stayed, self.phrases, back=False)
        _count(self.sizes, self.told, after, self.phrases, back=False)


def _count(sizes: Numbers, told: Hashes, index: Index, phrases: Hashes, *, back: bool) -> None:
    """Put in what an index says of its texts, or take it back."""
    held = index.having(phrases)
    add = np.subtract if back else np.add
    add.at(sizes, index.texts[~held], 1)
    add.at(told, index.texts[held], mixed(index.hashes[held]))


def _followed(families: Numbers, change: Change) -> Numbers:
    """Return the families of before by the places of now; -1 where the first of one is gone."""
    found = np.full(change.count, -1, np.int64)
    stayed = change.moved >= 0
    found[change.moved[stayed]] = change.moved[families[stayed]]
    return found
