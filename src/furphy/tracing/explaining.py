"""Which of several documents another was made from: the odds of each against none of them.

A conditional logit (McFadden 1974) over small features, each between 0 and 1 or nearly so. Weights
are in ``derivation_weights.tsv``, fitted by ``evaluation.fit_derivations`` on made corpora whose
derivations are known; a feature without a line there weighs nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log1p

import numpy as np
from rapidfuzz.fuzz import ratio

from furphy.lexicon import rows
from furphy.model.derivation import Relation
from furphy.tracing.candidates import Candidate, Corpus
from furphy.tracing.comparison import Share, covered_by
from furphy.tracing.precedence import log_odds
from furphy.tracing.relations import relation_of
from furphy.tracing.traced import Traced, Window
from furphy.tracing.words import Flags

_LEAST_ORDER = 0.15
"""A source that is less likely than this to be the earlier one is none."""
_LIKELY_ORDER = 0.4
_AS_LIKELY = 0.5
_MISSED = 12
_COPIED, _NEARLY = 0.985, 0.93
_FULL, _MOSTLY, _HALF = 0.97, 0.9, 0.6
_LONG, _RUN, _LONG_RUN = 40, 10, 14
_MANY = 8
_CLOSE = 0.02
_ABOUT = 0.05
_MOST_ORDER = 4.0
_HOUR, _DAY, _FEW_DAYS = 3600, 24, 3

Features = dict[str, float]


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
    """The other holds nothing but words of it."""
    held: Flags
    """For each word of the other, whether it stands in what both share."""


@dataclass(frozen=True, slots=True)
class _Field:
    """What all candidates of a document have in common."""

    best: float
    """The largest part of the document that one of them holds."""
    copied: bool
    """One of them stands in it whole, and it is little more."""
    starts: Sequence[float]
    """When those that share a long run were published, in order."""
    longest: int
    """Words of the longest of those that hold nearly as much of it as any."""
    held: Mapping[int, Flags]
    """For each candidate by its source, which words of the document it holds."""
    known: Flags
    """Words of the document that any of those likely to be earlier holds."""


def explained(
    corpus: Corpus, candidates: Sequence[Candidate], held: Mapping[int, Flags] | None = None
) -> list[Explanation]:
    """Return those candidates of one document that may explain it, in the order given.

    ``held`` tells of some of them, by their places, which words of the document they hold.
    """
    possible = [each for each in candidates if each.order >= _LEAST_ORDER]
    field = _field(corpus, possible, held or {})
    return [
        Explanation(
            source=each.source,
            odds=exp(_utility(features_of(corpus, field, each))),
            order=each.order,
            relation=relation_of(corpus, each),
            is_verbatim=each.of_target.all >= _FULL,
            held=field.held[each.source],
        )
        for each in possible
    ]


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


def features(corpus: Corpus, candidates: Sequence[Candidate]) -> Iterator[tuple[int, Features]]:
    """Yield the features of each possible candidate of one document, by its source."""
    possible = [each for each in candidates if each.order >= _LEAST_ORDER]
    field = _field(corpus, possible, {})
    for each in possible:
        yield each.source, features_of(corpus, field, each)


def features_of(corpus: Corpus, field: _Field, candidate: Candidate) -> Features:
    """Return the features of one candidate."""
    return {
        "bias": 1.0,
        **_shares(field, candidate),
        **_differences(candidate),
        **_standing(corpus, field, candidate),
        **_missing(field, candidate),
    }


def _shares(field: _Field, candidate: Candidate) -> Features:
    mine, its = candidate.of_target, candidate.of_source
    copied = mine.inner >= _FULL and its.all >= _COPIED
    return {
        "of-target": mine.all,
        "of-target-inner": mine.inner,
        "of-target-rare": mine.rare,
        "of-source": its.all,
        "copied": float(copied),
        "nearly-copied": float(mine.inner >= _MOSTLY and its.all >= _NEARLY),
        "contained": float(mine.inner >= _FULL),
        "most-of-target": float(mine.all >= _HALF),
        "less-than-best": field.best - mine.all,
        "as-good-as-best": float(mine.all >= field.best - _CLOSE),
        "another-copied": float(field.copied and not copied),
    }


def _differences(candidate: Candidate) -> Features:
    found = candidate.comparison
    return {
        "conflicts": found.conflicts / max(1, found.conflicts + found.agreements),
        "conflicts-a-run": min(1.0, found.conflicts / max(1, found.runs)),
        "any-conflict": float(found.conflicts > 0),
        "exchanged": found.exchanged / max(1, found.runs),
        "rare-of-both": min(candidate.of_target.rare, candidate.of_source.rare),
        "unlike-rare": float(max(candidate.of_target.rare, candidate.of_source.rare) < _HALF),
        "back": min(found.back, 3) / 3,
        "longest-run": min(found.longest, _LONG) / _LONG,
        "long-run": float(found.longest >= _LONG_RUN),
        "agreements": min(found.agreements, _MANY) / _MANY,
        "rare-agreements": min(found.rare_agreements, _MANY) / _MANY,
    }


def _standing(corpus: Corpus, field: _Field, candidate: Candidate) -> Features:
    source = corpus.documents[candidate.source].published
    start = source.start if source else float("inf")
    length = len(corpus.profiles[candidate.source].words)
    holds = candidate.of_target.all >= field.best - _ABOUT
    return {
        **_titles(corpus.documents[candidate.source], corpus.documents[candidate.target]),
        **_gap(source, corpus.documents[candidate.target].published, candidate.of_target),
        "first": float(bool(field.starts) and start <= field.starts[0]),
        "order": max(-_MOST_ORDER, min(_MOST_ORDER, log_odds(candidate.order))),
        "named": float(candidate.named),
        "outright": float(candidate.forwarded or candidate.linked),
        "earlier-ones": min(1.0, sum(each < start for each in field.starts) / 4),
        "length": min(1.0, length / max(1, field.longest)) if holds else 0.5,
    }


def _titles(source: Traced, target: Traced) -> Features:
    """Return how alike two titles are: who copies a text keeps its title more often than not."""
    if not source.title or not target.title:
        return {"same-title": 0.0, "title-alike": 0.0}
    mine, its = (" ".join(each.casefold().split()) for each in (target.title, source.title))
    return {"same-title": float(mine == its), "title-alike": ratio(mine, its) / 100}


def _gap(source: Window | None, target: Window | None, share: Share) -> Features:
    """Return how long after the one the other was published: news is taken up soon or never.

    After some days it is the phrases of a routine that come back; a text that comes back whole may
    do so after years.
    """
    if source is None or target is None:
        return {"hours-between": 0.5, "days-between": 0.0}
    hours = abs(target.start + target.end - source.start - source.end) / 2 / _HOUR
    return {
        "hours-between": min(1.0, log1p(hours) / log1p(_DAY)),
        "days-between": min(1.0, hours / _DAY / _FEW_DAYS) * (1 - share.all),
    }


def _missing(field: _Field, candidate: Candidate) -> Features:
    """Return how much of the document others hold and this one does not.

    Two versions of a text differ in a sentence or a few words: what was made from the one has them.
    """
    missing = field.known & ~field.held[candidate.source]
    return {
        "held-by-others": float(missing.sum() / max(1, len(missing))),
        "run-held-by-others": min(longest_run(missing), _MISSED) / _MISSED,
    }


def longest_run(flags: Flags) -> int:
    """Return the length of the longest run of true ones."""
    edges = np.diff(np.concatenate([[0], flags.astype(np.int8), [0]]))
    return int((np.flatnonzero(edges < 0) - np.flatnonzero(edges > 0)).max(initial=0))


def _field(corpus: Corpus, candidates: Sequence[Candidate], known: Mapping[int, Flags]) -> _Field:
    likely = [each for each in candidates if each.order > _LIKELY_ORDER]
    best = max((each.of_target.all for each in likely), default=0.0)
    windows = [
        corpus.documents[each.source].published
        for each in likely
        if each.comparison.longest >= _RUN
    ]
    held = {
        each.source: known[each.source]
        if each.source in known
        else covered_by(corpus.profiles[each.source], corpus.profiles[each.target])
        for each in candidates
    }
    earlier = [held[each.source] for each in candidates if each.order >= _AS_LIKELY]
    length = len(corpus.profiles[candidates[0].target].words) if candidates else 0
    return _Field(
        held=held,
        known=np.logical_or.reduce(earlier) if earlier else np.zeros(length, bool),
        best=best,
        copied=any(
            each.of_target.inner >= _FULL and each.of_source.all >= _COPIED for each in likely
        ),
        starts=sorted(each.start if each else float("inf") for each in windows),
        longest=max(
            (
                len(corpus.profiles[each.source].words)
                for each in likely
                if each.of_target.all >= best - _ABOUT
            ),
            default=1,
        ),
    )


def _utility(found: Features) -> float:
    weights = _weights()
    return max(-30.0, min(30.0, sum(weights.get(name, 0.0) * found[name] for name in found)))


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in rows("derivation_weights", "any")}
