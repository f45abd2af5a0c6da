"""What pairs of documents share, compared once and kept.

A comparison follows from the words of both texts and the set phrases in them, and from nothing
else (:attr:`.corpus.Corpus.seen`). Those of a document with all before it are kept together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from furphy.tracing.comparison import COLUMNS, Table, compared, row_of
from furphy.tracing.corpus import Corpus
from furphy.tracing.hands import Hands
from furphy.tracing.lookup import looked_up
from furphy.tracing.memory import Memory, digest, mixed, read, written
from furphy.tracing.words import Hashes, Numbers

_KIND = "compared"
_AT_ONCE = 2000
"""Pairs to a job."""


def pair_numbers(corpus: Corpus, ones: Numbers, others: Numbers) -> Hashes:
    """Return for each pair a number for all that its comparison follows from.

    Of the two documents of a pair the one is that which comes first.
    """
    return mixed(mixed(corpus.seen[ones]) + corpus.seen[others])


def comparisons(corpus: Corpus, rows: Numbers, memory: Memory, hands: Hands) -> Table:
    """Return the comparisons of some of the pairs, by their rows among all of them."""
    later = corpus.pairs.others
    numbers = pair_numbers(corpus, corpus.pairs.ones, later)
    owners = np.unique(later[rows]).tolist()
    keys = {each: digest(corpus.documents[each].key) for each in owners}
    known = _Known.of(memory.recall(_KIND, [*keys.values()]))
    wanting = rows[known.places(numbers[rows]) < 0]
    if len(wanting):
        known = known.with_more(numbers[wanting], _made(corpus, wanting, hands))
        changed = np.unique(later[wanting])
        # All that is known of them goes in again, but for pairs that are none any more.
        theirs = np.flatnonzero(np.isin(later, changed))
        theirs = theirs[known.places(numbers[theirs]) >= 0]
        theirs = theirs[np.argsort(later[theirs], kind="stable")]
        bounds = np.searchsorted(later[theirs], np.append(changed, len(corpus.documents)))
        for start in range(0, len(changed), _AT_ONCE):
            values = {}
            for place, owner in enumerate(changed[start : start + _AT_ONCE].tolist(), start):
                some = numbers[theirs[bounds[place] : bounds[place + 1]]]
                values[keys[owner]] = written(None, some, known.table[known.places(some)])
            memory.keep(_KIND, values)
    return known.table[known.places(numbers[rows])]


@dataclass(frozen=True, slots=True)
class _Known:
    """Comparisons by the numbers of their pairs."""

    numbers: Hashes
    """Sorted."""
    table: Table

    @classmethod
    def of(cls, kept: Sequence[bytes | None]) -> "_Known":
        """Return those that were kept."""
        parts = [read(each)[1] for each in kept if each is not None]
        found = cls(np.zeros(0, np.uint64), np.zeros((0, len(COLUMNS))))
        return found.with_more(
            np.concatenate([found.numbers, *(each[0] for each in parts)]),
            np.concatenate([found.table, *(each[1] for each in parts)]),
        )

    def with_more(self, numbers: Hashes, table: Table) -> "_Known":
        """Return these and others."""
        numbers = np.concatenate([self.numbers, numbers])
        order = np.argsort(numbers, kind="stable")
        return _Known(numbers[order], np.concatenate([self.table, table])[order])

    def places(self, numbers: Hashes) -> Numbers:
        """Return where in the table each is; -1: nowhere."""
        at, there = looked_up(self.numbers, numbers)
        return np.where(there, at, -1)


def _made(corpus: Corpus, rows: Numbers, hands: Hands) -> Table:
    ends = corpus.pairs.ones[rows], corpus.pairs.others[rows]
    # Those of one document one after the other, so that what is made of its text is at hand.
    pairs = iter(zip(*(each.tolist() for each in ends), strict=True))
    jobs = iter(lambda: [*islice(pairs, _AT_ONCE)], [])
    return np.concatenate([np.zeros((0, len(COLUMNS))), *hands.do(_compare, corpus, jobs)])


def _compare(corpus: Corpus, pairs: Sequence[tuple[int, int]]) -> Table:
    corpus.profiles.fetch(sorted({*chain.from_iterable(pairs)}))
    found = (compared(corpus.profiles[one], corpus.profiles[other]) for one, other in pairs)
    return np.array([[*row_of(each)] for each in found], np.float64)


def compared_all(corpus: Corpus, ones: Numbers, others: Numbers) -> Table:
    """Return the comparisons of some pairs, of which nothing is kept."""
    pairs = [*zip(ones.tolist(), others.tolist(), strict=True)]
    return _compare(corpus, pairs).reshape(len(pairs), len(COLUMNS))
