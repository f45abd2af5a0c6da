"""What each document was made from, of which the costly part is worked out once and kept.

What explains a document follows from the document and those that it may have been made from. All
of that has one number; where it is the number that the explanations were found by, they stand.
The choice among them depends on what other documents chose, and is made anew each time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from furphy.model.derivation import Derivation, Kinship, Passage, Relation
from furphy.tracing.candidates import Candidate, Corpus, candidate
from furphy.tracing.comparing import Table, comparison, comparisons, pair_numbers
from furphy.tracing.comparison import passages
from furphy.tracing.deriving import choose, in_order_of_share, proved
from furphy.tracing.explaining import Explanation, explained
from furphy.tracing.hands import Hands
from furphy.tracing.link_rows import Row, passage_of, passage_row
from furphy.tracing.lost import apart, is_kin, kinship
from furphy.tracing.memory import Array, Memory, digest, digest_of, mixed, number_of, read, written
from furphy.tracing.overlaps import Pairs
from furphy.tracing.versions import copies, versions
from furphy.tracing.words import Flags, Hashes, Numbers

_EXPLAINED, _PASSAGES = "explained", "passages"
_AT_ONCE = 100
"""Documents to a job."""
_SOURCE, _TARGET = np.uint64(0x5851F42D4C957F2D), np.uint64(0x14057B7EF767814F)

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one document beside those that share something with it."""

    explanations: tuple[Explanation, ...]
    copies: tuple[int, ...]
    kin: tuple[int, ...]
    """Those before it with which it shares too much to be independent."""


@dataclass(frozen=True, slots=True)
class _Job:
    """Documents of which the explanations are to be found."""

    targets: Sequence[int]
    pairs: Sequence[Sequence[Pair]]
    """Of each target, with all that share something with it."""
    tables: Sequence[Table]


class Decisions:
    """What all documents of a corpus were made from, and which are kin."""

    def __init__(self, corpus: Corpus, memory: Memory, hands: Hands) -> None:
        self._corpus = corpus
        self._memory = memory
        self._hands = hands
        self._lean = replace(corpus, gists=(), pairs=Pairs(*[np.zeros(0, np.int64)] * 3))
        self._places = {each.key: place for place, each in enumerate(corpus.documents)}
        self._known = self._found()

    def derivations(self, translations: Sequence[Derivation]) -> list[Derivation]:
        """Return the derivations, by the later document, most of it first."""
        same = versions([each.copies for each in self._known])
        chosen = choose([each.explanations for each in self._known], same, translations)
        native = [each for each in chosen if each.relation is not Relation.TRANSLATION]
        foreign = [each for each in chosen if each.relation is Relation.TRANSLATION]
        pairs = [(each.source, each.target) for each in native]
        rows = zip(native, self._candidates(pairs), self._passages(pairs), strict=True)
        return in_order_of_share([*foreign, *(proved(*each) for each in rows)])

    def lost_sources(self, known: Sequence[Derivation]) -> list[Kinship]:
        """Return documents that have an origin in common, beyond the derivations that are known."""
        are_apart = apart(len(self._corpus.documents), known)
        pairs = [
            (one, other)
            for other, each in enumerate(self._known)
            for one in each.kin
            if are_apart(one, other)
        ]
        rows = zip(self._candidates(pairs), self._passages(pairs), strict=True)
        return [kinship(*each) for each in rows]

    def _candidates(self, pairs: Sequence[Pair]) -> Iterator[Candidate]:
        """Yield the candidates that pairs of source and target are."""
        count = len(self._corpus.documents)
        all_keys = self._corpus.pairs.ones * count + self._corpus.pairs.others
        keys = np.array([min(each) * count + max(each) for each in pairs], np.int64)
        rows = np.searchsorted(all_keys, keys)
        table = comparisons(self._corpus, rows, self._memory, self._hands)
        for (source, target), row in zip(pairs, table.tolist(), strict=True):
            yield candidate(self._corpus, source, target, comparison(row))

    def _passages(self, pairs: Sequence[Pair]) -> Iterator[tuple[Passage, ...]]:
        """Yield what pairs of source and target share."""
        ends = np.array(pairs, np.int64).reshape(-1, 2)
        low, high = ends.min(axis=1), ends.max(axis=1)
        numbers = pair_numbers(replace(self._corpus, pairs=Pairs(low, high, low)))
        turned = (ends[:, 0] > ends[:, 1]).tolist()
        keys = [
            digest(number.to_bytes(8, "little"), bytes([each]))
            for number, each in zip(numbers.tolist(), turned, strict=True)
        ]
        kept = self._memory.recall(_PASSAGES, keys)
        wanting = [place for place, each in enumerate(kept) if each is None]
        parts = [wanting[start : start + _AT_ONCE] for start in range(0, len(wanting), _AT_ONCE)]
        jobs = ([pairs[each] for each in part] for part in parts)
        for part, made in zip(parts, self._hands.do(_shared, self._lean, jobs), strict=True):
            for place, row in zip(part, made, strict=True):
                kept[place] = written(row)
            self._memory.keep(_PASSAGES, {keys[each]: kept[each] or b"" for each in part})
        for each in kept:
            yield tuple(map(passage_of, read(each or b"")[0]))

    def _found(self) -> list[_Known]:
        numbers = _numbers(self._corpus)
        keys = [digest(each.key) for each in self._corpus.documents]
        kept: list[bytes | None] = []
        for data, number in zip(
            self._memory.recall(_EXPLAINED, keys), numbers.tolist(), strict=True
        ):
            kept.append(data if data is not None and read(data)[0][0] == number else None)
        wanting = np.array([place for place, each in enumerate(kept) if each is None], np.int64)
        for rows in self._hands.do(_explain, self._lean, self._jobs(wanting)):
            new = {}
            for target, row, held in rows:
                data = written([numbers[target].item(), *row], held)
                kept[target] = new[keys[target]] = data
            self._memory.keep(_EXPLAINED, new)
        return [self._read(each or b"") for each in kept]

    def _jobs(self, targets: Numbers) -> Iterator[_Job]:
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
            )

    def _read(self, data: bytes) -> _Known:
        (_, words, rows, copied, kin), (packed,) = read(data)
        held = np.unpackbits(packed, axis=1, count=words).view(bool)
        return _Known(
            tuple(
                _explanation(self._places[row[0]], row, flags)
                for row, flags in zip(rows, held, strict=True)
            ),
            tuple(self._places[each] for each in copied),
            tuple(self._places[each] for each in kin),
        )


def _numbers(corpus: Corpus) -> Hashes:
    """Return for each document a number for all that its explanations follow from."""
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


def _explain(corpus: Corpus, job: _Job) -> list[tuple[int, Row, Array]]:
    """Return what is known of each target as it is kept, and as bits which words others hold."""
    found = []
    for target, pairs, table in zip(job.targets, job.pairs, job.tables, strict=True):
        candidates = [
            candidate(corpus, one + other - target, target, comparison(row))
            for (one, other), row in zip(pairs, table.tolist(), strict=True)
        ]
        explanations = explained(corpus, candidates)
        words = len(corpus.profiles[target].words) if explanations else 0
        held = np.array([each.held for each in explanations], bool).reshape(
            len(explanations), words
        )
        row = [
            words,
            [_row(corpus.documents[each.source].key, each) for each in explanations],
            [corpus.documents[each].key for each in copies(corpus, candidates)],
            [*_kin(corpus, candidates)],
        ]
        found.append((target, row, np.packbits(held, axis=1)))
    return found


def _explanation(source: int, row: Row, held: Flags) -> Explanation:
    """Return the explanation that a row tells of."""
    _, odds, order, relation, is_verbatim, is_headed_anew = row
    return Explanation(source, odds, order, Relation(relation), is_verbatim, is_headed_anew, held)


def _row(key: str, each: Explanation) -> Row:
    return [key, each.odds, each.order, each.relation.value, each.is_verbatim, each.is_headed_anew]


def _kin(corpus: Corpus, candidates: Sequence[Candidate]) -> Iterator[str]:
    for each in candidates:
        if each.source < each.target and is_kin(corpus, each):
            yield corpus.documents[each.source].key


def _shared(corpus: Corpus, pairs: Sequence[Pair]) -> list[list[list[int]]]:
    return [
        [*map(passage_row, passages(corpus.profiles[source], corpus.profiles[target]))]
        for source, target in pairs
    ]
