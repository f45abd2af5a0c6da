"""Texts of two languages that are near each other by the vectors of their first sentences.

Products of means are whole numbers (:mod:`.vector_rows`), so that the nearest are the same however
many are compared at a time. Those of texts that were there before are kept: a text that is new can
only take the place of one of them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from furphy.tracing.anchor_pairs import NEAREST
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.held import keep_later
from furphy.tracing.lookup import looked_up
from furphy.tracing.memory import Memory, digest, read, written
from furphy.tracing.roll import Roll
from furphy.tracing.vector_rows import SCALE
from furphy.tracing.words import Flags, Hashes, Numbers
from furphy.vectors.protocol import Matrix

LEAST_NEAR = 0.2
"""Product of their mean vectors at least."""
_KIND = "nearest"
_BLOCK, _CELLS = 256, 1 << 20
"""Rows multiplied at a time at the least, and products about."""
_FEW = 8
"""Rows up to which a product is quicker of a table as it lies."""
_NONE = -(2**40)
"""A product less than any; not the least of its type, which has no negative."""
_NO_PAIRS = np.zeros(0, np.int64)

Table = NDArray[np.int64]
Pairs = tuple[Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class _Side:
    """The texts of one language, by their names."""

    names: Hashes
    """Sorted."""
    means: Matrix

    def some(self, places: Numbers) -> "_Side":
        """Return some of the texts."""
        return _Side(self.names[places], self.means[places])


@dataclass(frozen=True, slots=True)
class _Nearest:
    """Of each text the nearest of another language, nearest first, of equals the lower name."""

    rows: Hashes
    """The names of the texts."""
    columns: Hashes
    """Of those that they were compared with."""
    products: Table
    others: Hashes

    def pairs(self, rows: Flags, roll: Roll) -> Pairs:
        """Return which texts are near which, of some rows."""
        near = (self.products >= LEAST_NEAR * SCALE**2) & rows[:, None]
        which = np.nonzero(near)[0]
        return roll.numbers_of(self.rows[which]), roll.numbers_of(self.others[near])


class Near:
    """Which texts are the nearest by vectors, changed in place as texts come and go."""

    def __init__(self) -> None:
        self._turn = -1
        self._sides: dict[str, _Side] = {}
        self._nearest: dict[tuple[str, str], _Nearest] = {}

    def update(self, texts: Texts, memory: Memory) -> tuple[Pairs, Pairs] | None:
        """Go on to other texts; return which pairs were let go, and which are new.

        Nothing is returned where all was begun anew.
        """
        roll = texts.roll
        stands = self._turn + 1 == roll.turn and roll.is_small
        self._turn = roll.turn
        if not stands:
            self._sides, self._nearest = {}, {}
        self._bring_sides(texts)
        gone, come = [(_NO_PAIRS, _NO_PAIRS)], [(_NO_PAIRS, _NO_PAIRS)]
        wanted = [(one, other) for one in self._sides for other in self._sides if one != other]
        for ends in self._nearest.keys() - wanted:
            lost = self._nearest.pop(ends)
            gone.append(lost.pairs(np.ones(len(lost.rows), bool), roll))
        for ends in wanted:
            was = self._nearest.get(ends)
            now = self._found(ends, texts, memory, was)
            if now is was:
                continue
            self._nearest[ends] = now
            old, new = _turned(was, now)
            if was is not None:
                gone.append(was.pairs(old, roll))
            come.append(now.pairs(new, roll))
        return (_flat(gone), _flat(come)) if stands else None

    def pairs(self, roll: Roll) -> Pairs:
        """Return which texts are among the nearest of which."""
        found = [each.pairs(np.ones(len(each.rows), bool), roll) for each in self._nearest.values()]
        return _flat([(_NO_PAIRS, _NO_PAIRS), *found])

    def _bring_sides(self, texts: Texts) -> None:
        """Let those that came be among the texts of their languages, without those that went."""
        roll = texts.roll
        anew = not self._sides
        came = roll.here if anew else roll.came
        means = texts.means(roll.places[came].tolist())
        told = means.any(axis=1)
        came, means = came[told], means[told]
        for language, code in roll.coded():
            was = self._sides.get(language)
            theirs = roll.languages[came] == code
            gone = roll.names[roll.gone[roll.languages[roll.gone] == code]]
            if was is not None:
                left = np.isin(was.names, gone, invert=True)
                was = was if left.all() else was.some(np.flatnonzero(left))
            if theirs.any():
                was = _joined(was, _Side(roll.names[came[theirs]], means[theirs]))
            if was is not None and len(was.names):
                self._sides[language] = was
            else:
                self._sides.pop(language, None)
        self._sides = dict(sorted(self._sides.items()))

    def _found(
        self, ends: tuple[str, str], texts: Texts, memory: Memory, was: _Nearest | None
    ) -> _Nearest:
        one, other = (self._sides[each] for each in ends)
        key = digest(texts.vectors.model.name if texts.vectors else "", *ends)
        if was is None:
            (data,) = memory.recall(_KIND, [key])
            was = None if data is None else _Nearest(*read(data)[1])
        if was is not None and _equal(was, one, other):
            return was
        found = _Nearest(
            one.names,
            other.names,
            np.full((len(one.names), NEAREST), _NONE),
            np.zeros((len(one.names), NEAREST), np.uint64),
        )
        whole = np.arange(len(one.names))
        if was is not None and len(was.rows):
            at, stands = looked_up(was.rows, one.names)
            products, others = was.products[at], was.others[at]
            lost = np.setdiff1d(was.columns, other.names, assume_unique=True)
            stands &= ~(np.isin(others, lost) & (products > _NONE)).any(axis=1)
            found.products[stands], found.others[stands] = products[stands], others[stands]
            new = np.flatnonzero(np.isin(other.names, was.columns, invert=True))
            if len(new):
                _look(found, one, other.some(new), np.flatnonzero(stands))
            whole = np.flatnonzero(~stands)
        _look(found, one, other, whole)
        rows = found.rows, found.columns, found.products, found.others
        keep_later(memory, _KIND, key, lambda: written(None, *rows))
        return found


def by_vectors(texts: Texts, memory: Memory) -> Numbers:
    """Return pairs of texts by their places, a row for each, the lower number first."""
    near = Near()
    near.update(texts, memory)
    places = [texts.roll.places[each] for each in near.pairs(texts.roll)]
    return np.sort(np.stack(places, axis=1), axis=1)


def _flat(some: list[Pairs]) -> Pairs:
    ones, others = zip(*some, strict=True)
    return np.concatenate(ones), np.concatenate(others)


def _joined(was: _Side | None, new: _Side) -> _Side:
    order = np.argsort(new.names)
    new = new.some(order)
    if was is None:
        return new
    at = np.searchsorted(was.names, new.names)
    return _Side(np.insert(was.names, at, new.names), np.insert(was.means, at, new.means, axis=0))


def _equal(was: _Nearest, one: _Side, other: _Side) -> bool:
    """Tell whether something was found of the same texts."""
    return np.array_equal(was.rows, one.names) and np.array_equal(was.columns, other.names)


def _turned(was: _Nearest | None, now: _Nearest) -> tuple[Flags, Flags]:
    """Return which rows of before are no more as they were, and which of now were not so."""
    new = np.ones(len(now.rows), bool)
    if was is None or not len(was.rows):
        return np.zeros(0, bool), new
    at, stands = looked_up(was.rows, now.rows)
    same = stands & (was.others[at] == now.others).all(axis=1)
    same &= (was.products[at] == now.products).all(axis=1)
    old = np.ones(len(was.rows), bool)
    old[at[same]] = False
    return old, ~same


def _look(found: _Nearest, one: _Side, other: _Side, rows: Numbers) -> None:
    """Let the nearest of some texts be those of others that are nearer than what they have."""
    many = min(NEAREST, len(other.names))
    turned = other.means.T
    if len(rows) > _FEW:
        turned = np.ascontiguousarray(turned)
    block = max(_BLOCK, _CELLS // len(other.names))
    for start in range(0, len(rows), block):
        some = rows[start : start + block]
        products = (one.means[some] @ turned).astype(np.int64)
        nearer = (products >= found.products[some, -1:]).any(axis=1)
        some, products = some[nearer], products[nearer]
        # Of equals the lower name: they are sorted by it.
        ranked = products * len(other.names) + np.arange(len(other.names))[::-1]
        best = np.argpartition(-ranked, many - 1, axis=1)[:, :many]
        joined = np.concatenate(
            [found.products[some], np.take_along_axis(products, best, 1)], axis=1
        )
        names = np.concatenate([found.others[some], other.names[best]], axis=1)
        order = np.lexsort((names, -joined), axis=1)[:, :NEAREST]
        found.products[some] = np.take_along_axis(joined, order, 1)
        found.others[some] = np.take_along_axis(names, order, 1)
