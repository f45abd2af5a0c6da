"""Which documents are one version: their words are the same, but for a line at the foot.

Nothing in a text tells which of several verbatim copies of its source was used, so what speaks for
one of them speaks for all.
"""

from collections.abc import Iterable, Iterator, Sequence

from furphy.tracing.candidates import Candidate, Corpus
from furphy.tracing.disjoint import Sets

SAME = 0.99
_FOOT_WORDS, _FOOT_SHARE = 12, 0.1


def copies(corpus: Corpus, candidates: Iterable[Candidate]) -> Iterator[int]:
    """Yield those candidates of one document that are the same version as it, by their places."""
    return (each.source for each in candidates if _is_copy(corpus, each))


def versions(same: Sequence[Iterable[int]]) -> list[int]:
    """Return for each document the first of those that are the same version, at any remove.

    ``same`` are the :func:`copies` of each document.
    """
    sets = Sets()
    for target, sources in enumerate(same):
        for source in sources:
            sets.join(source, target)
    return [sets.first(each) for each in range(len(same))]


def _is_copy(corpus: Corpus, candidate: Candidate) -> bool:
    mine, its = candidate.of_target, candidate.of_source
    if min(mine.inner, its.all) < SAME or candidate.comparison.conflicts:
        return False
    words = int(corpus.profiles[candidate.target].plain.sum())
    return (1 - mine.all) * words <= min(_FOOT_WORDS, _FOOT_SHARE * words)
