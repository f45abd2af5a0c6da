"""Which documents are one version: their words are the same, but for a line at the foot.

Nothing in a text tells which of several verbatim copies of its source was used, so what speaks for
one of them speaks for all.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from furphy.tracing.candidates import Candidates
from furphy.tracing.corpus import Corpus
from furphy.tracing.disjoint import Sets
from furphy.tracing.words import Flags, Numbers

_SAME = 0.99
_FOOT_WORDS, _FOOT_SHARE = 12, 0.1


def copies(corpus: Corpus, candidates: Candidates) -> Numbers:
    """Return those candidates of one document that are the same version as it, by their places."""
    alike = np.flatnonzero(are_alike(candidates))
    if not len(alike):
        return candidates.sources[alike]
    some = candidates.some(alike)
    words = int(corpus.profiles[int(some.targets[0])].plain.sum())
    is_copy = (1 - some.of_target.all) * words <= min(_FOOT_WORDS, _FOOT_SHARE * words)
    return some.sources[is_copy]


def are_alike(candidates: Candidates) -> Flags:
    """Tell of each candidate whether all of it stands in the document, up to a line at the foot."""
    least = np.minimum(candidates.of_target.inner, candidates.of_source.all)
    found: Flags = (least >= _SAME) & (candidates.counted("conflicts") == 0)
    return found


def versions(same: Sequence[Iterable[int]]) -> list[int]:
    """Return for each document the first of those that are the same version, at any remove.

    ``same`` are the :func:`copies` of each document.
    """
    sets = Sets()
    for target, sources in enumerate(same):
        for source in sources:
            sets.join(source, target)
    return [sets.first(each) for each in range(len(same))]
