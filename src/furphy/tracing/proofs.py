"""What proves that two documents are of one text: passages, and what else speaks for it.

It follows from both documents and the set phrases in them, and stands as long as these do.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from furphy.model.derivation import Passage
from furphy.tracing.candidates import Candidates, candidates
from furphy.tracing.comparing import comparisons, pair_numbers
from furphy.tracing.comparison import passages
from furphy.tracing.corpus import Corpus
from furphy.tracing.hands import Hands
from furphy.tracing.held import told
from furphy.tracing.link_rows import passage_of, passage_row
from furphy.tracing.memory import Memory, digest, mixed, read, written
from furphy.tracing.words import Hashes, Numbers

_PASSAGES = "passages"
_AT_ONCE = 100
"""Pairs to a job."""

Pair = tuple[int, int]


class Compared:
    """Pairs of a corpus as candidates, and what both documents of a pair share."""

    def __init__(self, corpus: Corpus, memory: Memory, hands: Hands) -> None:
        self._corpus = corpus
        self._memory = memory
        self._hands = hands
        self._lean = corpus.lean()

    def numbers(self, pairs: Sequence[Pair], standing: Hashes) -> Hashes:
        """Return for each pair of source and target a number for all that is asked of both."""
        ends = _ends(pairs)
        sources, targets = ends[:, 0], ends[:, 1]
        of_pairs = self._of_words(ends)
        found: Hashes = mixed(mixed(of_pairs + standing[sources]) + standing[targets])
        return found

    def candidates(self, pairs: Sequence[Pair]) -> Candidates:
        """Return pairs of source and target as candidates."""
        count = len(self._corpus.documents)
        all_keys = self._corpus.pairs.ones * count + self._corpus.pairs.others
        ends = _ends(pairs)
        rows = np.searchsorted(all_keys, ends.min(axis=1) * count + ends.max(axis=1))
        table = comparisons(self._corpus, rows, self._memory, self._hands)
        return candidates(self._corpus, ends[:, 0], ends[:, 1], table)

    def passages(self, pairs: Sequence[Pair]) -> Iterator[tuple[Passage, ...]]:
        """Yield what pairs of source and target share."""
        ends = _ends(pairs)
        turned = (ends[:, 0] > ends[:, 1]).tolist()
        keys = [
            digest(number.to_bytes(8, "little"), bytes([each]))
            for number, each in zip(self._of_words(ends).tolist(), turned, strict=True)
        ]
        kept = told(self._memory, _PASSAGES, keys, _passages)
        wanting = [place for place, each in enumerate(kept) if each is None]
        parts = [wanting[start : start + _AT_ONCE] for start in range(0, len(wanting), _AT_ONCE)]
        jobs = ([pairs[each] for each in part] for part in parts)
        for part, made in zip(parts, self._hands.do(_shared, self._lean, jobs), strict=True):
            rows = [*map(written, made)]
            self._memory.keep(
                _PASSAGES, {keys[at]: row for at, row in zip(part, rows, strict=True)}
            )
            for place, row in zip(part, rows, strict=True):
                kept[place] = _passages(row)
        yield from (each or () for each in kept)

    def _of_words(self, ends: Numbers) -> Hashes:
        low, high = ends.min(axis=1), ends.max(axis=1)
        return pair_numbers(self._corpus, low, high)


def _ends(pairs: Sequence[Pair]) -> Numbers:
    return np.array(pairs, np.int64).reshape(-1, 2)


def _passages(data: bytes) -> tuple[Passage, ...]:
    return tuple(map(passage_of, read(data)[0]))


def _shared(corpus: Corpus, pairs: Sequence[Pair]) -> list[list[list[int]]]:
    corpus.profiles.fetch(sorted({*chain.from_iterable(pairs)}))
    return [
        [*map(passage_row, passages(corpus.profiles[source], corpus.profiles[target]))]
        for source, target in pairs
    ]
