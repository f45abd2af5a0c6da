"""Which of several documents another was made from: the odds of each against none of them.

A choice among all of them and none (conditional logit, McFadden 1974), in which boosted trees tell
from its :mod:`.features` how much speaks for each. The trees are in ``derivation_trees.tsv``, grown
by ``evaluation.fit_derivations`` on made corpora whose derivations are known; what can only speak
for a derivation, such as more words shared, was not allowed to speak against it there.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from furphy.model.derivation import Relation
from furphy.tracing.candidates import Candidates
from furphy.tracing.comparison import covered_by
from furphy.tracing.corpus import Corpus
from furphy.tracing.features import features, title_likeness
from furphy.tracing.forest import forest
from furphy.tracing.relations import relations_of
from furphy.tracing.words import Flags, words_of

_TREES = "derivation_trees"
_SERIES = 3.0
"""How much likelier a source is of which one outlet is not the author of both.

An outlet's bulletins, rates and notices come in the words of those before. No made corpus has such
series, so trees know nothing of them: of 26 revisions within one channel with a score below .5 that
an audit read (``docs/audit.md``) four were right, 17 wrong, and of five it could not be told.
"""
LEAST_ORDER = 0.15
"""A source that is less likely than this to be the earlier one is none."""
_FULL = 0.97
_ALIKE = 0.75
_MOST = 30.0
"""Logarithm of the odds at the most."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One document that another may have been made from, as far as the two tell."""

    source: int
    odds: float
    """Against none of them, 0 to infinity."""
    order: float
    """How likely it is the earlier one, 0 to 1."""
    relation: Relation
    """How the other was made from it, if it was."""
    is_verbatim: bool
    """The other holds nothing but words of it, none of them changed."""
    is_headed_anew: bool
    """And yet has a headline that is neither of it nor the first words of both."""
    held: Flags
    """For each word of the other, whether it stands in what both share."""


def explained(
    corpus: Corpus, candidates: Candidates, known: Mapping[int, Flags] | None = None
) -> list[Explanation]:
    """Return those candidates of one document that may explain it, in the order given.

    ``known`` tells of some of them, by their places, which words of the document they hold.
    """
    possible, held = told_of(corpus, candidates, known or {})
    if not len(possible):
        return []
    utility = np.clip(forest(_TREES).of(features(corpus, possible, held)), -_MOST, _MOST)
    verbatim = are_verbatim(possible).tolist()
    rows = zip(
        possible.sources.tolist(),
        utility.tolist(),
        possible.order.tolist(),
        relations_of(corpus, possible),
        verbatim,
        held,
        strict=True,
    )
    target = int(possible.targets[0])
    return [
        Explanation(
            source,
            exp(odds) / (_SERIES if _may_be_of_series(corpus, (source, target), relation) else 1),
            order,
            relation,
            is_verbatim,
            is_verbatim and _is_headed_anew(corpus, source, target),
            flags,
        )
        for source, odds, order, relation, is_verbatim, flags in rows
    ]


def told_of(
    corpus: Corpus, candidates: Candidates, known: Mapping[int, Flags]
) -> tuple[Candidates, Flags]:
    """Return the candidates of a document that may be earlier, and which words of it each holds."""
    possible = candidates.some(candidates.order >= LEAST_ORDER)
    profiles = corpus.profiles
    held = [
        known[source] if source in known else covered_by(profiles[source], profiles[target])
        for source, target in zip(possible.sources.tolist(), possible.targets.tolist(), strict=True)
    ]
    return possible, np.array(held, bool)


def are_verbatim(candidates: Candidates) -> Flags:
    """Tell of each whether the document holds nothing but words of it, none of them changed."""
    found: Flags = (candidates.of_target.all >= _FULL) & (candidates.small_changes == 0)
    return found


def _may_be_of_series(corpus: Corpus, ends: tuple[int, int], relation: Relation) -> bool:
    """Tell whether both were published by one outlet, and the one is no copy of the other."""
    if relation is not Relation.REVISION:
        return False
    source, target = (corpus.documents[each] for each in ends)
    return source.outlet is not None and source.outlet == target.outlet


def ranked(
    explanations: Sequence[Explanation], same: Sequence[int] | Mapping[int, int]
) -> list[Explanation]:
    """Return what explains a document best first: the version, then the one of it that was earlier.

    ``same`` tells which documents are verbatim the same (:func:`.versions.versions`).
    """
    of_version: dict[int, float] = defaultdict(float)
    for each in explanations:
        of_version[same[each.source]] += each.odds
    return sorted(
        explanations, key=lambda each: (-of_version[same[each.source]], -each.order, each.source)
    )


def _is_headed_anew(corpus: Corpus, one: int, other: int) -> bool:
    """Tell whether the later has a headline that is neither the other's nor its own first words.

    Who takes over a text takes its headline too, or makes one of how it begins; who translates the
    text that it was translated from writes one.
    """
    source, target = corpus.documents[one], corpus.documents[other]
    if not source.title or not target.title or title_likeness(source.title, target.title) > _ALIKE:
        return False
    headline = next(words_of([target.title])).hashes
    begins = corpus.profiles[other].words.hashes[: len(headline)]
    return not np.array_equal(begins, headline)


def longest_run(flags: Flags) -> int:
    """Return the length of the longest run of true ones."""
    edges = np.diff(np.concatenate([[0], flags.astype(np.int8), [0]]))
    return int((np.flatnonzero(edges < 0) - np.flatnonzero(edges > 0)).max(initial=0))
