"""Texts of two languages that share rare anchors, or two numbers after each other.

Which texts of other languages are the nearest to one follows from the texts that have its signs
and from how rare these are. Of all that one number is made; where it is the one that the nearest
were found by, they still are the nearest.
"""

from dataclasses import dataclass

import numpy as np

from furphy.tracing.bilinguals import Rarity, steps
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.held import told
from furphy.tracing.lookup import joined
from furphy.tracing.memory import Memory, mixed, read, written
from furphy.tracing.overlaps import Index, index_of, ranges
from furphy.tracing.roll import Roll
from furphy.tracing.standing_pairs import StandingIndex, ends
from furphy.tracing.words import Hashes, Numbers

NEAREST = 6
"""Texts of each other language that a text is compared with, by anchors and by vectors each."""
COMMON = 60
"""Keys that more texts of a language have bring none together."""
LEAST_SHARED = 4.0
"""Rarity that two texts share at least, if their vectors are not near."""
_KIND = "anchored"
_AT_ONCE = 400
"""Texts of which the nearest are looked for together."""
_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class _Lists:
    """Which texts of which language have a sign: rows by sign, language and text."""

    signs: Hashes
    texts: Numbers
    """By their numbers on the roll."""
    starts: Numbers
    """Where the rows of each sign and language begin, and the last ones end.

    Common ones are left out.
    """
    languages: Numbers
    """Of each such list."""
    weights: Numbers
    """The steps of rarity that having the sign is worth."""

    def told(self, names: Hashes) -> Hashes:
        """Return for each row a number for all that is told to whoever has its sign."""
        if not len(self.texts):
            return np.zeros(0, np.uint64)
        sizes = np.diff(self.starts)
        of_list = np.add.reduceat(mixed(names[self.texts]), self.starts[:-1])
        of_list = mixed(of_list + self.weights.astype(np.uint64))
        # All lists of one sign, whatever their language, tell whoever has it.
        heads = self.signs[self.starts[:-1]]
        new = np.append(True, heads[1:] != heads[:-1])
        by_sign = np.add.reduceat(of_list, np.flatnonzero(new))
        of_row = np.repeat(np.cumsum(new) - 1, sizes)
        return mixed(by_sign[of_row] + self.signs)


class Anchored:
    """Which texts are the nearest by anchors, changed in place as texts come and go."""

    def __init__(self) -> None:
        self._turn = -1
        self._index = StandingIndex(index_of(()))
        self._signs: dict[int, Hashes] = {}
        """Of each text."""
        self._rarity: Rarity | None = None
        self._told: Hashes = np.zeros(0, np.uint64)
        """For each text a number of all that its nearest follow from."""
        self.owners: Numbers = _NONE
        self.others: Numbers = _NONE
        """Which is among the nearest of which."""

    def update(
        self, texts: Texts, rarity: Rarity, memory: Memory
    ) -> tuple[tuple[Numbers, Numbers], tuple[Numbers, Numbers]] | None:
        """Go on to other texts; return which pairs were let go, and which are new.

        Nothing is returned where all was begun anew.
        """
        roll, before = texts.roll, self._rarity
        stands = before is not None and before.total == rarity.total and roll.is_small
        try:
            if before is None or not stands or self._turn + 1 != roll.turn:
                self._begin(texts, rarity, memory)
                return None
            return self._change(texts, (before, rarity), memory)
        finally:
            self._turn, self._rarity = roll.turn, rarity

    def _begin(self, texts: Texts, rarity: Rarity, memory: Memory) -> None:
        roll = texts.roll
        self._signs = {each: texts.signs(at) for at, each in enumerate(roll.here.tolist())}
        index = index_of([self._signs.get(each, _NO_SIGNS) for each in range(len(roll.names))])
        self._index = StandingIndex(index)
        lists = _lists(index, roll, rarity)
        self._told = roll.names.copy()
        np.add.at(self._told, lists.texts, lists.told(roll.names))
        rows = told(memory, _KIND, texts.digests, _read)
        now = self._told[roll.here].tolist()
        stands = [
            known is not None and known[0] == each for known, each in zip(rows, now, strict=True)
        ]
        kept = [
            (each, row[1])
            for each, row, is_so in zip(roll.here.tolist(), rows, stands, strict=True)
            if row and is_so
        ]
        wanting = roll.here[~np.array(stands, bool)]
        near = self._nearest(wanting, roll, rarity)
        self._keep(wanting, near, texts, memory)
        self.owners = np.concatenate(
            [
                np.repeat([each for each, _ in kept], [len(row) for _, row in kept]).astype(
                    np.int64
                ),
                near[0],
            ]
        )
        self.others = np.concatenate([roll.numbers_of(joined(row for _, row in kept)), near[1]])

    def _change(
        self, texts: Texts, rarity: tuple[Rarity, Rarity], memory: Memory
    ) -> tuple[tuple[Numbers, Numbers], tuple[Numbers, Numbers]]:
        roll = texts.roll
        new = {each: texts.signs(int(roll.places[each])) for each in roll.came.tolist()}
        touched = np.unique(
            joined([*new.values(), *(self._signs.pop(each) for each in roll.gone.tolist())])
        )
        self._signs |= new
        before = _lists(self._index.some(touched), roll, rarity[0])
        self._index.move(roll.gone, roll.came, [*new.values()])
        after = _lists(self._index.some(touched), roll, rarity[1])
        were = self._told = roll.widened(self._told)
        self._told = were.copy()
        np.subtract.at(self._told, before.texts, before.told(roll.names))
        self._told[roll.came] = roll.names[roll.came]
        np.add.at(self._told, after.texts, after.told(roll.names))
        turned = self._told != were
        wanting = np.flatnonzero(turned & (roll.places >= 0))
        turned[roll.gone] = turned[roll.came] = True
        near = self._nearest(wanting, roll, rarity[1])
        self._keep(wanting, near, texts, memory)
        dropped = turned[self.owners]
        gone = self.owners[dropped], self.others[dropped]
        self.owners = np.concatenate([self.owners[~dropped], near[0]])
        self.others = np.concatenate([self.others[~dropped], near[1]])
        return gone, near

    def _nearest(self, wanting: Numbers, roll: Roll, rarity: Rarity) -> tuple[Numbers, Numbers]:
        """Return texts, and for each the nearest of other languages, some rows for each."""
        found = [(_NONE, _NONE)]
        for start in range(0, len(wanting), _AT_ONCE):
            some = wanting[start : start + _AT_ONCE]
            signs = np.unique(joined(self._signs[each] for each in some.tolist()))
            found.append(_nearest(_lists(self._index.some(signs), roll, rarity), some, roll))
        owners, others = zip(*found, strict=True)
        return np.concatenate(owners), np.concatenate(others)

    def _keep(
        self, wanting: Numbers, near: tuple[Numbers, Numbers], texts: Texts, memory: Memory
    ) -> None:
        owners, others = near
        starts = np.searchsorted(owners, wanting)
        stops = np.searchsorted(owners, wanting, side="right")
        names, rows = texts.roll.names, zip(wanting.tolist(), starts, stops, strict=True)
        memory.keep(
            _KIND,
            {
                texts.digests[texts.roll.places[each]]: written(
                    int(self._told[each]), names[others[start:stop]]
                )
                for each, start, stop in rows
            },
        )


_NO_SIGNS = np.zeros(0, np.uint64)


def _read(data: bytes) -> tuple[int, Hashes]:
    """Return the number that the nearest of a text were found by, and the names of those."""
    number, (near,) = read(data)
    return number, near


def _lists(index: Index, roll: Roll, rarity: Rarity) -> _Lists:
    """Return which texts of which language have a sign, of all signs of an index."""
    order = np.lexsort((roll.languages[index.texts], index.hashes))
    signs, owners = index.hashes[order], index.texts[order]
    spoken = roll.languages[owners]
    new = np.ones(len(signs), bool)
    new[1:] = (signs[1:] != signs[:-1]) | (spoken[1:] != spoken[:-1])
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(signs)))
    kept = sizes <= COMMON
    few = np.repeat(kept, sizes)
    return _Lists(
        signs[few],
        owners[few],
        np.append(0, np.cumsum(sizes[kept])),
        spoken[starts][kept],
        _weights(signs[starts[kept]], sizes[kept], rarity),
    )


def _weights(heads: Hashes, sizes: Numbers, rarity: Rarity) -> Numbers:
    """Return the steps of each list: by all texts with a key, or by those of a pair of numbers."""
    of_key = rarity.steps(heads)
    return rarity.total - np.where(of_key > 0, of_key, steps(sizes))


def _nearest(lists: _Lists, some: Numbers, roll: Roll) -> tuple[Numbers, Numbers]:
    """Return texts of some, in order, and for each the nearest of other languages."""
    heads = lists.signs[lists.starts[:-1]]
    rows = np.flatnonzero(np.isin(lists.texts, some))
    owners, signs = lists.texts[rows], lists.signs[rows]
    first, last = np.searchsorted(heads, signs), np.searchsorted(heads, signs, side="right")
    # Of each text with a sign, all lists of that sign; then, of each list, all texts.
    at = ranges(first, last - first)
    owners = np.repeat(owners, last - first)
    foreign = lists.languages[at] != roll.languages[owners]
    at, owners = at[foreign], owners[foreign]
    sizes = np.diff(lists.starts)[at]
    others = lists.texts[ranges(lists.starts[at], sizes)]
    pairs, shared = _summed(np.repeat(owners, sizes), others, np.repeat(lists.weights[at], sizes))
    enough = shared >= LEAST_SHARED / Rarity.STEP
    owners, others, shared = pairs[0][enough], pairs[1][enough], shared[enough]
    languages = roll.languages[others]
    # Equals by what they say, not by where they stand: that changes when others come in.
    order = np.lexsort((roll.names[others], -shared, languages, owners))
    owners, others, languages = owners[order], others[order], languages[order]
    new = np.ones(len(owners), bool)
    new[1:] = (owners[1:] != owners[:-1]) | (languages[1:] != languages[:-1])
    at = np.arange(len(owners))
    near = at - np.maximum.accumulate(np.where(new, at, 0)) < NEAREST
    return owners[near], others[near]


def _summed(
    owners: Numbers, others: Numbers, weights: Numbers
) -> tuple[tuple[Numbers, Numbers], Numbers]:
    """Return each two texts once, with the sum of their weights."""
    keys = (owners << 32) | others
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    new = np.append(True, keys[1:] != keys[:-1]) if len(keys) else np.zeros(0, bool)
    starts = np.flatnonzero(new)
    sums = np.add.reduceat(weights[order], starts) if len(starts) else _NONE
    return ends(keys[starts]), sums
