"""Texts made ready for being compared with texts of other languages.

Verbatim copies are one text: what holds of one of them holds of all.
"""

import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from furphy.model.text import Span
from furphy.tracing.anchors import Anchor, AnchorKind
from furphy.tracing.lookup import looked_up
from furphy.tracing.memory import digest, number_of
from furphy.tracing.words import Hashes, Numbers
from furphy.vectors.protocol import Matrix

_PRIOR = 200
"""Texts that the collection is thought to have besides, so that rarity means something in it."""
_STEPS = 4
"""Steps in which rarity is told, to each doubling: one more text changes few weights, and what
follows from those that it leaves alone need not be worked out again."""


class Parts(Protocol):
    """What takes time to make of a text."""

    def anchors(self) -> tuple[tuple[Anchor, ...], ...]:
        """Return the anchors of each sentence."""
        ...

    def rows(self) -> Matrix | None:
        """Return a vector for each sentence."""
        ...


class Ready:
    """One text, of one document or of several that have it word for word."""

    def __init__(
        self, documents: tuple[int, ...], language: str, sentences: tuple[Span, ...], parts: Parts
    ) -> None:
        self.documents = documents
        self.language = language
        self.sentences = sentences
        self._parts = parts

    @cached_property
    def anchors(self) -> tuple[tuple[Anchor, ...], ...]:
        """Those of each sentence."""
        return self._parts.anchors()

    @cached_property
    def rows(self) -> Matrix | None:
        """A vector for each sentence."""
        return self._parts.rows()

    @property
    def letters(self) -> int:
        """How long its sentences are together, in characters."""
        return sum(map(len, self.sentences))


class Rarity:
    """How much it tells that two texts share a key, in steps."""

    STEP = math.log(2) / _STEPS
    """The weight of a step."""

    def __init__(self, keys: Hashes, counts: Numbers, texts: int) -> None:
        """Take keys in order, how many texts have each, and how many texts there are."""
        self.keys, self.counts = keys, counts
        self.total = step(texts + _PRIOR - 1)
        self._weights: dict[str, float] = {}
        self._sentences: dict[int, NDArray[np.float32]] = {}

    def count(self, key: str) -> int:
        """Return how many texts have a key."""
        number = np.uint64(key_number(key))
        at = int(np.searchsorted(self.keys, number))
        return int(self.counts[at]) if at < len(self.keys) and self.keys[at] == number else 0

    def of(self, key: str) -> float:
        """Return the weight of a key, the greater the fewer texts have it."""
        weight = self._weights.get(key)
        if weight is None:
            weight = self._weights[key] = self.of_many(self.count(key))
        return weight

    def of_many(self, texts: int) -> float:
        """Return the weight of something that so many texts have."""
        return self.STEP * (self.total - step(texts))

    def of_anchor(self, anchor: Anchor) -> float:
        """Return the weight of an anchor: that of its surest key."""
        weight = self.of(anchor.keys[0])
        return weight if anchor.sure else weight / 2

    def of_sentences(self, text: Ready) -> NDArray[np.float32]:
        """Return the weight of all anchors of each sentence of one of the texts."""
        first = text.documents[0]
        found = self._sentences.get(first)
        if found is None:
            weights = [sum(map(self.of_anchor, anchors)) for anchors in text.anchors]
            found = self._sentences[first] = np.array(weights, np.float32)
        return found

    def steps(self, keys: Hashes) -> Numbers:
        """Return the steps of the texts that have some keys; 0 of one that none has."""
        at, there = looked_up(self.keys, keys)
        found = np.zeros(len(keys), np.int64)
        found[there] = self.counts[at[there]]
        return steps(found)


def steps(texts: Numbers) -> Numbers:
    """Return the steps of numbers of texts."""
    table = np.array([step(each) for each in range(int(texts.max(initial=0)) + 1)], np.int64)
    return table[texts]


def step(texts: int) -> int:
    """Return the step of a number of texts."""
    return round(_STEPS * math.log2(texts + 1))


@lru_cache(maxsize=200_000)
def key_number(key: str) -> int:
    """Return the number that a key goes by."""
    return number_of(digest(key))


def keys_of(text: Ready) -> set[str]:
    """Return the keys of all anchors of a text."""
    return {key for found in text.anchors for anchor in found for key in anchor.keys}


def numbers_of(anchors: Iterable[Anchor]) -> Counter[str]:
    """Return the numbers and days among anchors, as often as they occur."""
    return Counter([each.keys[0] for each in anchors if each.kind is not AnchorKind.NAME])
