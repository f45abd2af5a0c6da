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
from furphy.tracing.memory import Memory, digest, read, written
from furphy.tracing.vector_rows import SCALE
from furphy.tracing.words import Hashes, Numbers
from furphy.vectors.protocol import Matrix

LEAST_NEAR = 0.2
"""Product of their mean vectors at least."""
_KIND = "nearest"
_BLOCK = 256
_NONE = -(2**40)
"""A product less than any; not the least of its type, which has no negative."""

Table = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Side:
    """The texts of one language, by their numbers."""

    places: Numbers
    numbers: Hashes
    """Sorted."""
    means: Matrix


@dataclass(frozen=True, slots=True)
class _Nearest:
    """Of each text the nearest of another language, nearest first, of equals the lower number."""

    products: Table
    others: Hashes


def by_vectors(texts: Texts, memory: Memory) -> Numbers:
    """Return pairs of texts, a row for each, the lower number first."""
    pairs = [np.zeros((0, 2), np.int64)]
    means = texts.means()
    sides = {each: _side(texts, means, each) for each in sorted(set(texts.languages))}
    for language, one in sides.items():
        for other_language, other in sides.items():
            if language != other_language and len(one.places) and len(other.places):
                key = digest(
                    texts.vectors.model.name if texts.vectors else "", language, other_language
                )
                found = _found(one, other, key, memory)
                near = found.products >= LEAST_NEAR * SCALE**2
                rows = np.nonzero(near)[0]
                columns = np.searchsorted(other.numbers, found.others[near])
                pairs.append(np.stack([one.places[rows], other.places[columns]], axis=1))
    return np.sort(np.concatenate(pairs), axis=1)


def _side(texts: Texts, means: Matrix, language: str) -> _Side:
    spoken = np.array([each == language for each in texts.languages], bool)
    places = np.flatnonzero(spoken & means.any(axis=1))
    places = places[np.argsort(texts.numbers[places], kind="stable")]
    return _Side(places, texts.numbers[places], means[places])


def _found(one: _Side, other: _Side, key: bytes, memory: Memory) -> _Nearest:
    (data,) = memory.recall(_KIND, [key])
    found = _Nearest(
        np.full((len(one.places), NEAREST), _NONE), np.zeros((len(one.places), NEAREST), np.uint64)
    )
    whole = np.arange(len(one.places))
    if data is not None:
        _, (rows, columns, products, others) = read(data)
        at = np.minimum(np.searchsorted(rows, one.numbers), len(rows) - 1)
        stands = rows[at] == one.numbers
        gone = np.isin(others[at], np.setdiff1d(columns, other.numbers)) & (products[at] > _NONE)
        stands &= ~gone.any(axis=1)
        found.products[stands], found.others[stands] = products[at[stands]], others[at[stands]]
        new = np.flatnonzero(~np.isin(other.numbers, columns))
        if len(new):
            _look(found, one, _some(other, new), np.flatnonzero(stands))
        whole = np.flatnonzero(~stands)
        if not len(whole) and not len(new) and len(rows) == len(one.numbers):
            return found
    _look(found, one, other, whole)
    memory.keep(
        _KIND, {key: written(None, one.numbers, other.numbers, found.products, found.others)}
    )
    return found


def _some(side: _Side, places: Numbers) -> _Side:
    return _Side(side.places[places], side.numbers[places], side.means[places])


def _look(found: _Nearest, one: _Side, other: _Side, rows: Numbers) -> None:
    """Let the nearest of some texts be those of others that are nearer than what they have."""
    many = min(NEAREST, len(other.places))
    turned = np.ascontiguousarray(other.means.T)
    for start in range(0, len(rows), _BLOCK):
        some = rows[start : start + _BLOCK]
        products = (one.means[some] @ turned).astype(np.int64)
        # Of equals the lower number: they are sorted by it.
        ranked = products * len(other.places) + np.arange(len(other.places))[::-1]
        best = np.argpartition(-ranked, many - 1, axis=1)[:, :many]
        joined = np.concatenate(
            [found.products[some], np.take_along_axis(products, best, 1)], axis=1
        )
        numbers = np.concatenate([found.others[some], other.numbers[best]], axis=1)
        order = np.lexsort((numbers, -joined), axis=1)[:, :NEAREST]
        found.products[some] = np.take_along_axis(joined, order, 1)
        found.others[some] = np.take_along_axis(numbers, order, 1)
