"""What each document was made from, of which the costly part is worked out once and kept.

What explains a document follows from the document and those that it may have been made from. All
of that has one number; where it is the number that the explanations were found by, they stand.
The choice among them depends on what other documents chose, and is made anew each time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np

from furphy.model.derivation import Derivation, Kinship, Passage, Relation
from furphy.model.evidence import Evidence
from furphy.tracing.corpus import Corpus
from furphy.tracing.deriving import (
    Choice,
    Others,
    choice,
    options_of,
    reasons,
    settled,
    share_of,
)
from furphy.tracing.disjoint import firsts
from furphy.tracing.explaining import ranked
from furphy.tracing.explanations import Known, Standings, explanations
from furphy.tracing.hands import Hands
from furphy.tracing.lost import apart, kinships
from furphy.tracing.marks import Marks
from furphy.tracing.memory import Memory
from furphy.tracing.proofs import Compared, Pair
from furphy.tracing.rendering import Rendering
from furphy.tracing.rounds import Round
from furphy.tracing.words import Numbers

Proof = tuple[tuple[Passage, ...], tuple[Evidence, ...], int]
"""What two documents share, what else speaks for it, and how much of the later that is."""


@dataclass(slots=True)
class Decided:
    """What was decided before, by the marks of documents."""

    standings: Standings = field(default_factory=Standings)
    known: Mapping[int, Known] = field(default_factory=dict)
    """What is known of each document."""
    rendered: Mapping[str, Rendering] = field(default_factory=dict)
    """By the keys of documents: what they may be translations of."""
    versions: dict[int, int] = field(default_factory=dict)
    """For each document the first of its version."""
    choices: dict[int, Choice] = field(default_factory=dict)
    """By target; they follow from these three."""
    derived: Round[Proof] = field(default_factory=Round)
    kin: Round[Kinship] = field(default_factory=Round)


class Decisions:
    """What all documents of a corpus were made from, and which are kin."""

    def __init__(
        self, corpus: Corpus, tools: tuple[Memory, Hands], marks: Marks, before: Decided
    ) -> None:
        self._corpus = corpus
        self._marks = marks
        self._before = before
        self._standing = before.standings.numbers(corpus)
        self._known = explanations(corpus, self._standing, marks, tools)
        self._compared = Compared(corpus, *tools)

    def derivations(self, renderings: Sequence[Rendering]) -> list[Derivation]:
        """Return the derivations, by the later document, most of it first."""
        chosen = settled(self._choices({each.target: each for each in renderings}))
        native = [each for each in chosen if each.relation is not Relation.TRANSLATION]
        foreign = [each for each in chosen if each.relation is Relation.TRANSLATION]
        rows = self._proved(native)
        for each, source, target in zip(foreign, *self._places(foreign), strict=True):
            told = replace(each, source=source, target=target)
            rows.append((told, share_of(told.passages)))
        rows.sort(key=lambda row: (row[0].target, -row[1], row[0].source))
        return [each for each, _ in rows]

    def lost_sources(self, known: Sequence[Derivation]) -> list[Kinship]:
        """Return documents that have an origin in common, beyond the derivations that are known."""
        are_apart = apart(len(self._corpus.documents), known)
        ones, others = self._flat([each.kin for each in self._known])
        derived = np.zeros(len(self._known), bool)
        derived[[each.target for each in known]] = True
        # Of most both were made from others; the rest is asked one by one.
        open_ones = np.flatnonzero(~(derived[ones] & derived[others]))
        ones, others = ones[open_ones], others[open_ones]
        pairs = [
            pair for pair in zip(ones.tolist(), others.tolist(), strict=True) if are_apart(*pair)
        ]

        def made(rows: Sequence[int]) -> Iterator[Kinship]:
            some = [pairs[row] for row in rows]
            return kinships(self._compared.candidates(some), self._compared.passages(some))

        found = self._before.kin.of(self._names(pairs), made)
        return [
            Kinship(*pair, each.bond, each.score, each.passages, each.because)
            for pair, each in zip(pairs, found, strict=True)
        ]

    def _choices(self, rendered: Mapping[str, Rendering]) -> Iterable[Choice]:
        """Return the choice of each document; those stand of which nothing has changed."""
        before = self._before
        keys = [each.key for each in self._corpus.documents]
        marks = self._marks.all.tolist()
        known = dict(zip(marks, self._known, strict=True))
        names = dict(zip(keys, marks, strict=True))
        versions = self._versions()
        asked = self._asked(rendered, known, names, versions)
        others = Others(
            self._corpus,
            {key: place for place, key in enumerate(keys)},
            names,
            {mark: each.explanations for mark, each in known.items()},
        )
        targets = {names[key]: each for key, each in rendered.items()}
        found = {mark: each for mark, each in before.choices.items() if mark in known}
        for mark in asked:
            native = ranked(known[mark].explanations, versions)
            found[mark] = choice(options_of(mark, native, targets.get(mark), others))
        before.versions, before.known, before.rendered = versions, known, rendered
        before.choices = found
        return found.values()

    def _asked(
        self,
        rendered: Mapping[str, Rendering],
        known: Mapping[int, Known],
        names: Mapping[str, int],
        versions: Mapping[int, int],
    ) -> set[int]:
        """Return the documents whose choice follows from something else than before."""
        before = self._before
        changed = {mark for mark, each in known.items() if before.known.get(mark) is not each}
        were = before.versions
        # Whom a document explains that is new, is explained anew.
        turned = {each for each, first in versions.items() if were.get(each, first) != first}
        asked = changed.union(self._with_sources(turned))
        for key in rendered.keys() | before.rendered.keys():
            now, target = rendered.get(key), names.get(key)
            if target is not None and (
                now is not before.rendered.get(key)
                or now is None
                or any(names[each] in changed for each in chain(*now.documents))
            ):
                asked.add(target)
        return asked

    def _versions(self) -> dict[int, int]:
        """Return for each document the first of those that are the same version, at any remove."""
        ones, others = self._flat([each.copies for each in self._known])
        marks = self._marks.all
        first = firsts(len(marks), ones, others)
        return dict(zip(marks.tolist(), marks[first].tolist(), strict=True))

    def _with_sources(self, turned: set[int]) -> list[int]:
        """Return the documents that one of those explains."""
        if not turned:
            return []
        joined, owners = _joined([each.sources for each in self._known])
        are_turned = np.isin(joined, np.array(sorted(turned), np.int64))
        found: list[int] = self._marks.all[owners[are_turned]].tolist()
        return found

    def _flat(self, some: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
        """Return all of what documents have, as places, and the places of those documents."""
        joined, owners = _joined(some)
        return self._marks.places(joined), owners

    def _proved(self, chosen: Sequence[Derivation]) -> list[tuple[Derivation, int]]:
        """Return derivations by places, with what proves them, and how much of the later it is."""
        pairs = [*zip(*self._places(chosen), strict=True)]

        def made(rows: Sequence[int]) -> Iterator[Proof]:
            some = [pairs[row] for row in rows]
            shared = self._compared.passages(some)
            because = reasons(self._compared.candidates(some))
            for why, each in zip(because, shared, strict=True):
                yield each, why, share_of(each)

        found = self._before.derived.of(self._names(pairs), made)
        return [
            (
                Derivation(*pair, one.relation, one.score, one.direction, shared, because),
                share,
            )
            for pair, one, (shared, because, share) in zip(pairs, chosen, found, strict=True)
        ]

    def _places(self, some: Sequence[Derivation]) -> tuple[list[int], list[int]]:
        """Return the places of the sources and of the targets, of which the marks are told."""
        ends = [each.source for each in some], [each.target for each in some]
        sources, targets = map(self._marks.places, ends)
        return sources.tolist(), targets.tolist()

    def _names(self, pairs: Sequence[Pair]) -> list[tuple[int, int, int]]:
        """Return for pairs of documents their marks, and a number of all that is asked of both."""
        marks = self._marks.all.tolist()
        numbers = self._compared.numbers(pairs, self._standing).tolist()
        rows = zip(pairs, numbers, strict=True)
        return [(marks[one], marks[other], number) for (one, other), number in rows]


def _joined(some: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
    """Return all of what documents have, and the place of whose each is; most have nothing."""
    lengths = np.fromiter(map(len, some), np.int64, len(some))
    joined = np.concatenate([np.zeros(0, np.int64), *(each for each in some if len(each))])
    return joined, np.repeat(np.arange(len(some)), lengths)
