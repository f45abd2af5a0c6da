"""What explains each document, worked out once and kept.

It follows from the document and those that it may have been made from. All of that has one number;
where it is the number that the explanations were found by, they stand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain

import numpy as np

from furphy.model.derivation import Relation
from furphy.tracing.candidates import Candidates, candidates
from furphy.tracing.comparing import comparisons, pair_numbers
from furphy.tracing.comparison import Table
from furphy.tracing.corpus import Corpus
from furphy.tracing.explaining import Explanation, explained
from furphy.tracing.hands import Hands
from furphy.tracing.held import hold, told
from furphy.tracing.link_rows import Row
from furphy.tracing.lost import kin
from furphy.tracing.marks import Marks
from furphy.tracing.memory import Array, Memory, digest, digest_of, mixed, number_of, read, written
from furphy.tracing.sifting import telling
from furphy.tracing.traced import Traced
from furphy.tracing.traces import Traces
from furphy.tracing.versions import copies
from furphy.tracing.words import Flags, Hashes, Numbers

EXPLAINED = "explained"
"""The kind that explanations are kept as."""
_NOTHING: list[list[str]] = []
_NONE = -1
"""No number of anything."""
_AT_ONCE = 100
"""Documents to a job."""
_SOURCE, _TARGET = np.uint64(0x5851F42D4C957F2D), np.uint64(0x14057B7EF767814F)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What is known of one document beside those that share something with it, by their marks.

    One is like no other: as long as nothing has changed it is the same.
    """

    number: int
    """Of all that share something with it."""
    inner: int
    """Of those that tell something of it, and so of all that this follows from."""
    explanations: tuple[Explanation, ...]
    sources: Numbers
    """Of the explanations."""
    seen: Hashes
    """For each explanation a number of both texts, from which follows what the one holds."""
    copies: Numbers
    kin: Numbers
    """Those before it with which it shares too much to be independent."""


@dataclass(frozen=True, slots=True)
class _Job:
    """Documents of which the explanations are to be found."""

    targets: Sequence[int]
    sources: Sequence[Numbers]
    """Of each target, all that share something with it."""
    tables: Sequence[Table]
    """What they share."""
    told: Sequence[Hashes]
    """Of each pair a number for all that it tells the target, and at the end one of the target."""
    seen: Sequence[Hashes]
    """Of each pair a number for both texts and which of them is the target's."""
    held: Sequence[Mapping[int, Flags]]
    """By that number: which words of a target the other holds, as far as it is known."""


@dataclass(slots=True)
class Standings:
    """What is asked of documents besides their texts, as one number each, by their keys."""

    known: dict[str, tuple[Traced, Traces, list[list[str]], int]] = field(default_factory=dict)
    """With what they were made of."""

    def numbers(self, corpus: Corpus) -> Hashes:
        """Return those of a corpus; what has not changed since is not worked out again."""
        found = {}
        for document, traces in zip(corpus.documents, corpus.traces, strict=True):
            key = document.key
            was = self.known.get(key)
            # Where places of others are told, it is made for each trace.
            if was is None or was[1] is not traces or was[0] is not document:
                says = _says(corpus, traces)
                if was is None or was[2] != says or was[0] != document:
                    was = document, traces, says, number_of(_standing(document, says))
            found[key] = was
        self.known = found
        return np.array([number for *_, number in found.values()], np.uint64)


def explanations(
    corpus: Corpus, standing: Hashes, marks: Marks, tools: tuple[Memory, Hands]
) -> list[Known]:
    """Return what explains each document, which goes by its mark.

    ``standing`` are the numbers of what is asked of the documents besides their texts.
    """
    memory, hands = tools
    numbers = _numbers(corpus, standing).tolist()
    keys = [_key(each.key) for each in corpus.documents]
    decode = partial(_read, marks.of)
    kept = told(memory, EXPLAINED, keys, decode)
    wanting = [
        place
        for place, (each, number) in enumerate(zip(kept, numbers, strict=True))
        if each is None or each.number != number
    ]
    asked = _Asked(corpus, standing, np.array(wanting, np.int64), tools)
    known = [(place, kept[target]) for place, target in enumerate(wanting)]
    stand = [place for place, was in known if was is not None and asked.stands(place, was)]
    rest = np.setdiff1d(np.arange(len(wanting)), stand)
    held = [_held(kept[wanting[each]]) for each in rest.tolist()]
    named = dict(zip(marks.all.tolist(), corpus.documents, strict=True)) if stand else {}
    again = [(wanting[each], *_rows(kept[wanting[each]], named)) for each in stand]
    for rows in chain([again], hands.do(_explain, corpus.lean(), asked.jobs(rest, held))):
        new = {
            keys[target]: written([numbers[target], *row], *arrays) for target, row, arrays in rows
        }
        memory.keep(EXPLAINED, new)
        read_again = {key: decode(data) for key, data in new.items()}
        hold(memory, EXPLAINED, read_again)
        for target, _, _ in rows:
            kept[target] = read_again[keys[target]]
    return [each for each in kept if each is not None]


def _held(was: Known | None) -> dict[int, Flags]:
    """Return which words of a document others held, by the numbers of both texts."""
    if was is None:
        return {}
    flags = (each.held for each in was.explanations)
    return dict(zip(was.seen.tolist(), flags, strict=True))


@lru_cache(maxsize=200_000)
def _key(key: str) -> bytes:
    return digest(key)


def _read(marks: dict[str, int], data: bytes) -> Known:
    (number, inner, words, rows, copied, related), (packed, seen) = read(data)
    if not marks.keys() >= {*(row[0] for row in rows), *copied, *related}:
        # It is of documents that are gone, so whatever it follows from is so no more.
        rows, copied, related, packed, seen = [], [], [], packed[:0], seen[:0]
        number = inner = _NONE
    held = np.unpackbits(packed, axis=1, count=words).view(bool)
    made = tuple(
        _explanation(marks[row[0]], row, flags) for row, flags in zip(rows, held, strict=True)
    )
    return Known(
        number,
        inner,
        made,
        np.array([each.source for each in made], np.int64),
        seen,
        np.array([marks[each] for each in copied], np.int64),
        np.array([marks[each] for each in related], np.int64),
    )


def _says(corpus: Corpus, traces: Traces) -> list[list[str]]:
    """Return what a document says of others."""
    if not (traces.forwarded or traces.linked or traces.named):
        return _NOTHING
    told_of = (traces.forwarded, traces.linked)
    return [
        sorted(traces.named),
        *(sorted(corpus.documents[each].key for each in to) for to in told_of),
    ]


def _standing(document: Traced, says: list[list[str]]) -> bytes:
    """Return the digest of all that is asked of a document besides its text."""
    window = document.published
    return digest_of(
        [
            document.key,
            document.outlet,
            document.title,
            window and [window.start, window.end],
            says,
        ]
    )


def _numbers(corpus: Corpus, standing: Hashes) -> Hashes:
    """Return for each document a number for all that its explanations follow from."""
    standing = standing + corpus.seen
    found = mixed(standing)
    ones, others = corpus.pairs.ones, corpus.pairs.others
    np.add.at(found, others, mixed(standing[ones] ^ _SOURCE))
    np.add.at(found, ones, mixed(standing[others] ^ _TARGET))
    return found


class _Asked:
    """Documents of which it is asked what explains them, with all that share words with them."""

    def __init__(
        self, corpus: Corpus, standing: Hashes, targets: Numbers, tools: tuple[Memory, Hands]
    ) -> None:
        self._corpus = corpus
        self._targets = targets
        self._sums = standing + corpus.seen
        pairs = corpus.pairs
        wanted = np.zeros(len(corpus.documents), bool)
        wanted[targets] = True
        rows = np.flatnonzero(wanted[pairs.ones] | wanted[pairs.others])
        self._table = comparisons(corpus, rows, *tools)
        self._ones, self._others = pairs.ones[rows], pairs.others[rows]
        self._seen = pair_numbers(corpus, self._ones, self._others)
        ends = np.concatenate([self._ones, self._others])
        self._order = np.argsort(ends, kind="stable")
        self._starts = np.searchsorted(ends[self._order], targets)
        self._stops = np.searchsorted(ends[self._order], targets, side="right")

    def stands(self, place: int, was: Known) -> bool:
        """Tell whether what was known of a document holds: others share something with it now."""
        if was.inner == _NONE:
            return False
        rows = self._rows(place)
        target = int(self._targets[place])
        found = _beside(self._corpus, target, self._sources(place, rows), self._table[rows])
        return _inner(self._told(place, rows), np.flatnonzero(telling(found))) == was.inner

    def jobs(self, places: Numbers, held: Sequence[Mapping[int, Flags]]) -> Iterator[_Job]:
        """Yield some of the documents."""
        for start in range(0, len(places), _AT_ONCE):
            some = places[start : start + _AT_ONCE].tolist()
            rows = [self._rows(each) for each in some]
            yield _Job(
                self._targets[some].tolist(),
                [self._sources(*each) for each in zip(some, rows, strict=True)],
                [self._table[each] for each in rows],
                [self._told(*each) for each in zip(some, rows, strict=True)],
                [self._seen_by(*each) for each in zip(some, rows, strict=True)],
                held[start : start + _AT_ONCE],
            )

    def _rows(self, place: int) -> Numbers:
        """Return the rows of pairs with a document, in the order of the pairs."""
        theirs = self._order[self._starts[place] : self._stops[place]]
        return np.sort(theirs % max(1, len(self._ones)))

    def _sources(self, place: int, rows: Numbers) -> Numbers:
        found: Numbers = self._ones[rows] + self._others[rows] - self._targets[place]
        return found

    def _seen_by(self, place: int, rows: Numbers) -> Hashes:
        seen, is_later = self._seen[rows], self._others[rows] == self._targets[place]
        return np.where(is_later, seen, ~seen)

    def _told(self, place: int, rows: Numbers) -> Hashes:
        ones, others, target = self._ones[rows], self._others[rows], self._targets[place]
        of_pairs = np.where(
            others == target, self._sums[ones] ^ _SOURCE, self._sums[others] ^ _TARGET
        )
        return mixed(np.append(of_pairs, self._sums[target]))


def _beside(corpus: Corpus, target: int, sources: Numbers, table: Table) -> Candidates:
    """Return those that share something with a document as what it may have been made from."""
    return candidates(corpus, sources, np.full(len(sources), target), table)


def _inner(told_of: Hashes, kept: Numbers) -> int:
    """Return a number for a document and those that tell something of it."""
    return int(told_of[np.append(kept, -1)].sum(dtype=np.uint64))


def _rows(was: Known | None, named: Mapping[int, Traced]) -> tuple[Row, tuple[Array, Array]]:
    """Return what is known of a document as :func:`_explain` does; documents go by their marks."""
    assert was is not None  # noqa: S101 (it stands)
    words = len(was.explanations[0].held) if was.explanations else 0
    held = np.array([each.held for each in was.explanations], bool)
    held = held.reshape(len(was.explanations), words)
    row = [
        was.inner,
        words,
        [_row(named[each.source].key, each) for each in was.explanations],
        *([named[each].key for each in some.tolist()] for some in (was.copies, was.kin)),
    ]
    return row, (np.packbits(held, axis=1), was.seen)


def _explain(corpus: Corpus, job: _Job) -> list[tuple[int, Row, tuple[Array, Array]]]:
    """Return what is known of each target as it is kept.

    In arrays: as bits which words others hold, and for each of them the number of both texts.
    """
    found = []
    asked = zip(job.targets, job.sources, job.tables, strict=True)
    possible = [_beside(corpus, *each) for each in asked]
    left = [np.flatnonzero(telling(each)) for each in possible]
    rows = [*zip(possible, left, job.told, job.seen, job.held, strict=True)]
    corpus.profiles.fetch([*_unseen(rows)])
    for target, (all_of_it, kept, told_of, seen, known) in zip(job.targets, rows, strict=True):
        some = all_of_it.some(kept)
        numbers = dict(zip(some.sources.tolist(), seen[kept].tolist(), strict=True))
        there = {each: known[number] for each, number in numbers.items() if number in known}
        explanations = explained(corpus, some, there)
        words = len(explanations[0].held) if explanations else 0
        held = np.array([each.held for each in explanations], bool).reshape(
            len(explanations), words
        )
        row = [
            _inner(told_of, kept),
            words,
            [_row(corpus.documents[each.source].key, each) for each in explanations],
            *(
                [corpus.documents[each].key for each in of_it.tolist()]
                for of_it in (copies(corpus, some), kin(corpus, some))
            ),
        ]
        seen_of = np.array([numbers[each.source] for each in explanations], np.uint64)
        found.append((target, row, (np.packbits(held, axis=1), seen_of)))
    return found


def _unseen(
    rows: Iterable[tuple[Candidates, Numbers, Hashes, Hashes, Mapping[int, Flags]]],
) -> Iterator[int]:
    """Yield the documents of which the texts are asked for, since not all is known that they hold.

    For each target its candidates are given, which of these count, and what is known of them.
    """
    for possible, kept, _, seen, known in rows:
        new = [row for row in kept.tolist() if int(seen[row]) not in known]
        yield from possible.sources[new].tolist()
        yield from possible.targets[new[:1]].tolist()


def _row(key: str, each: Explanation) -> Row:
    return [key, each.odds, each.order, each.relation.value, each.is_verbatim, each.is_headed_anew]


def _explanation(source: int, row: Row, held: Flags) -> Explanation:
    """Return the explanation that a row tells of."""
    _, odds, order, relation, is_verbatim, is_headed_anew = row
    return Explanation(source, odds, order, Relation(relation), is_verbatim, is_headed_anew, held)
