"""What each document was made from, decided once and kept until something of it changes.

What decides is the document, those that it may have been made from, and the translations that it
may be. All of that has one number; where it is the number that was decided by, the decision stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from furphy.model.derivation import Derivation, Kinship
from furphy.tracing.candidates import Candidate, Corpus, candidate
from furphy.tracing.comparing import Table, comparison, comparisons, pair_numbers
from furphy.tracing.deriving import acyclic, made_from
from furphy.tracing.hands import Hands
from furphy.tracing.link_rows import Row, derivation, derivation_row, kinship_of, kinship_row
from furphy.tracing.lost import apart, is_kin, kinship
from furphy.tracing.memory import Memory, digest, digest_of, mixed, number_of, read, written
from furphy.tracing.overlaps import Pairs
from furphy.tracing.words import Hashes, Numbers

_DECIDED, _KIN = "decided", "kinship"
_AT_ONCE = 100
"""Documents decided on in one job."""
_SOURCE, _TARGET = np.uint64(0x5851F42D4C957F2D), np.uint64(0x14057B7EF767814F)

Foreign = Mapping[int, Sequence[Derivation]]


@dataclass(frozen=True, slots=True)
class _Decision:
    """What was decided of one document."""

    made: tuple[Derivation, ...]
    kin: tuple[int, ...]
    """Those before it with which it shares too much to be independent."""


@dataclass(frozen=True, slots=True)
class _Job:
    """Documents to be decided on."""

    targets: Sequence[int]
    pairs: Sequence[Sequence[tuple[int, int]]]
    """Of each target, with all that share something with it."""
    tables: Sequence[Table]
    foreign: Sequence[Sequence[Derivation]]


class Decisions:
    """What all documents of a corpus were made from, and which are kin."""

    def __init__(self, corpus: Corpus, foreign: Foreign, memory: Memory, hands: Hands) -> None:
        self._corpus = corpus
        self._memory = memory
        self._hands = hands
        self._places = {each.key: place for place, each in enumerate(corpus.documents)}
        self._decided = self._found(foreign)

    def derivations(self) -> list[Derivation]:
        """Return the derivations, by the later document, most of it first."""
        return acyclic([made for each in self._decided for made in each.made])

    def lost_sources(self, known: Sequence[Derivation]) -> list[Kinship]:
        """Return documents that have an origin in common, beyond the derivations that are known."""
        are_apart = apart(len(self._corpus.documents), known)
        pairs = [
            (one, other)
            for other, each in enumerate(self._decided)
            for one in each.kin
            if are_apart(one, other)
        ]
        corpus = self._corpus
        ends = np.array(pairs, np.int64).reshape(-1, 2)
        numbers = pair_numbers(replace(corpus, pairs=Pairs(ends[:, 0], ends[:, 1], ends[:, 0])))
        keys = [each.to_bytes(8, "little") for each in numbers.tolist()]
        kept = self._memory.recall(_KIN, keys)
        wanting = [place for place, each in enumerate(kept) if each is None]
        new = {}
        for place, row in zip(
            wanting, self._compared([pairs[each] for each in wanting]), strict=True
        ):
            one, other = pairs[place]
            made = kinship(corpus, candidate(corpus, one, other, comparison(row.tolist())))
            kept[place] = new[keys[place]] = written(kinship_row(made))
        self._memory.keep(_KIN, new)
        rows = zip(pairs, kept, strict=True)
        return [kinship_of(ends, read(each)[0]) for ends, each in rows if each is not None]

    def _compared(self, pairs: Sequence[tuple[int, int]]) -> Table:
        """Return the comparisons of some of the pairs."""
        count = len(self._corpus.documents)
        all_keys = self._corpus.pairs.ones * count + self._corpus.pairs.others
        keys = np.array([one * count + other for one, other in pairs], np.int64)
        rows = np.searchsorted(all_keys, keys)
        return comparisons(self._corpus, rows, self._memory, self._hands)

    def _found(self, foreign: Foreign) -> list[_Decision]:
        corpus = self._corpus
        numbers = _numbers(corpus, foreign)
        keys = [digest(each.key) for each in corpus.documents]
        kept: list[Row | None] = []
        for data, number in zip(self._memory.recall(_DECIDED, keys), numbers.tolist(), strict=True):
            row = None if data is None else read(data)[0]
            kept.append(row if row is not None and row[0] == number else None)
        wanting = np.array([place for place, each in enumerate(kept) if each is None], np.int64)
        lean = replace(corpus, gists=(), pairs=Pairs(*[np.zeros(0, np.int64)] * 3))
        new = {}
        for rows in self._hands.do(_decide, lean, self._jobs(wanting, foreign)):
            for target, made, kin in rows:
                kept[target] = [numbers[target].item(), made, kin]
                new[keys[target]] = written(kept[target])
            if len(new) >= _AT_ONCE:
                self._memory.keep(_DECIDED, new)
                new = {}
        self._memory.keep(_DECIDED, new)
        return [self._decision(place, each or []) for place, each in enumerate(kept)]

    def _jobs(self, targets: Numbers, foreign: Foreign) -> Iterator[_Job]:
        pairs = self._corpus.pairs
        wanted = np.zeros(len(self._corpus.documents), bool)
        wanted[targets] = True
        rows = np.flatnonzero(wanted[pairs.ones] | wanted[pairs.others])
        table = comparisons(self._corpus, rows, self._memory, self._hands)
        ones, others = pairs.ones[rows], pairs.others[rows]
        ends = np.concatenate([ones, others])
        order = np.argsort(ends, kind="stable")
        bounds = np.searchsorted(ends[order], np.append(targets, len(wanted)))
        stops = np.searchsorted(ends[order], targets, side="right")
        for start in range(0, len(targets), _AT_ONCE):
            some = range(start, min(start + _AT_ONCE, len(targets)))
            theirs = [order[bounds[each] : stops[each]] % max(1, len(rows)) for each in some]
            # In the order of the pairs, as candidates come.
            theirs = [np.sort(each) for each in theirs]
            yield _Job(
                [int(targets[each]) for each in some],
                [
                    [*zip(ones[each].tolist(), others[each].tolist(), strict=True)]
                    for each in theirs
                ],
                [table[each] for each in theirs],
                [foreign.get(int(targets[each]), ()) for each in some],
            )

    def _decision(self, target: int, row: Row) -> _Decision:
        _, made, kin = row
        return _Decision(
            tuple(derivation(self._places[source], target, rest) for source, *rest in made),
            tuple(self._places[each] for each in kin),
        )


def _numbers(corpus: Corpus, foreign: Foreign) -> Hashes:
    """Return for each document a number for all that decides what it was made from."""
    standing = np.fromiter(
        (number_of(_standing(corpus, each)) for each in range(len(corpus.documents))),
        np.uint64,
        len(corpus.documents),
    )
    standing += corpus.seen
    found = mixed(standing)
    ones, others = corpus.pairs.ones, corpus.pairs.others
    np.add.at(found, others, mixed(standing[ones] ^ _SOURCE))
    np.add.at(found, ones, mixed(standing[others] ^ _TARGET))
    for target, derivations in foreign.items():
        told = [_made_row(corpus, each) for each in derivations]
        # One by one, numpy would call it an overflow.
        found[target : target + 1] += np.uint64(number_of(digest_of(told)))
    return found


def _standing(corpus: Corpus, place: int) -> bytes:
    """Return the digest of all that is asked of a document besides its text."""
    document, traces = corpus.documents[place], corpus.traces[place]
    window = document.published
    told = [
        sorted(corpus.documents[each].key for each in to)
        for to in (traces.forwarded, traces.linked)
    ]
    return digest_of(
        [
            document.key,
            document.outlet,
            document.title,
            window and [window.start, window.end],
            sorted(traces.named),
            told,
        ]
    )


def _decide(corpus: Corpus, job: _Job) -> list[tuple[int, list[Row], list[str]]]:
    """Return of each target the rows of what it was made from, and the keys of its kin."""
    found = []
    for target, pairs, table, foreign in zip(
        job.targets, job.pairs, job.tables, job.foreign, strict=True
    ):
        candidates = [
            candidate(corpus, one + other - target, target, comparison(row))
            for (one, other), row in zip(pairs, table.tolist(), strict=True)
        ]
        made = [_made_row(corpus, each) for each in made_from(corpus, candidates, foreign)]
        found.append((target, made, [*_kin(corpus, candidates)]))
    return found


def _kin(corpus: Corpus, candidates: Sequence[Candidate]) -> Iterator[str]:
    for each in candidates:
        if each.source < each.target and is_kin(each.comparison):
            yield corpus.documents[each.source].key


def _made_row(corpus: Corpus, made: Derivation) -> Row:
    return [corpus.documents[made.source].key, *derivation_row(made)]
