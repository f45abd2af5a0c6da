"""Which documents are one version: their words are the same, but for a line at the foot.

Nothing in a text tells which of several verbatim copies of its source was used, so what speaks for
one of them speaks for all.
"""

from collections.abc import Iterable, Sequence

from furphy.tracing.candidates import Candidate, Corpus
from furphy.tracing.disjoint import Sets

_SAME = 0.99
_FOOT_WORDS, _FOOT_SHARE = 12, 0.1


def versions(corpus: Corpus, candidates: Iterable[Sequence[Candidate]]) -> list[int]:
    """Return for each document the first of those that are the same version."""
    same = Sets()
    for possible in candidates:
        for each in possible:
            if _is_copy(corpus, each):
                same.join(each.source, each.target)
    return [same.first(each) for each in range(len(corpus.documents))]


def _is_copy(corpus: Corpus, candidate: Candidate) -> bool:
    mine, its = candidate.of_target, candidate.of_source
    if min(mine.inner, its.all) < _SAME or candidate.comparison.conflicts:
        return False
    words = int(corpus.profiles[candidate.target].plain.sum())
    return (1 - mine.all) * words <= min(_FOOT_WORDS, _FOOT_SHARE * words)
