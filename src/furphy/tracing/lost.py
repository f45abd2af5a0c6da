"""Documents that share too much to be independent, with no derivation known between them.

Textual criticism calls the text behind them a lost common ancestor: two translations of a report
that is not there, or two versions of which no clock tells which was first. Both are of the same
days: what two texts of different weeks share, and neither has from the other, is a routine phrase.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

import numpy as np

from furphy.model.derivation import Bond, Derivation, Kinship, Passage
from furphy.model.evidence import Evidence
from furphy.tracing.candidates import Candidates
from furphy.tracing.comparison import Table, passages
from furphy.tracing.corpus import Corpus
from furphy.tracing.origins import origins
from furphy.tracing.precedence import are_of_one_time
from furphy.tracing.words import Flags, Numbers

_SHARE = 0.5
"""Share of one of the texts, without set phrases, that stands in the other at the least."""
_LONGEST = 10
_AGREEMENTS = 2
_CONFLICTS = 0.15


def lost_sources(
    corpus: Corpus, candidates: Sequence[Candidates], known: Sequence[Derivation]
) -> list[Kinship]:
    """Return documents that have an origin in common, beyond the derivations that are known.

    One of the two is made from none that is known: what two derived texts share of their own is
    more often a phrase of the day than a source.
    """
    are_apart = apart(len(corpus.documents), known)
    found = (_kin(corpus, each) for each in candidates)
    all_kin = chain.from_iterable(kinships(each, _shared(corpus, each)) for each in found)
    return [each for each in all_kin if are_apart(each.one, each.other)]


def apart(count: int, known: Sequence[Derivation]) -> Callable[[int, int], bool]:
    """Return what tells of two of so many documents whether nothing known brings them together."""
    roots = origins(count, known).roots
    derived = {each.target for each in known}

    def are_apart(one: int, other: int) -> bool:
        return not derived.issuperset((one, other)) and not roots[one] & roots[other]

    return are_apart


def kin(corpus: Corpus, candidates: Candidates) -> Numbers:
    """Return those candidates before a document that share too much with it to be independent."""
    return _kin(corpus, candidates).sources


def _kin(corpus: Corpus, candidates: Candidates) -> Candidates:
    first = candidates.some((candidates.sources < candidates.targets) & share_enough(candidates))
    conflicts, agreements = first.counted("conflicts"), first.counted("agreements")
    few = first.some(conflicts <= _CONFLICTS * (conflicts + agreements))
    ends = zip(few.sources.tolist(), few.targets.tolist(), strict=True)
    windows = ([corpus.documents[each].published for each in pair] for pair in ends)
    return few.some(np.array([are_of_one_time(*each) for each in windows], bool))


def share_enough(candidates: Candidates) -> Flags:
    """Tell of each candidate whether it and the document share much that is no set phrase."""
    found: Flags = (
        (_share(candidates) >= _SHARE)
        & (candidates.counted("longest") >= _LONGEST)
        & (candidates.counted("rare_agreements") >= _AGREEMENTS)
    )
    return found


def _share(candidates: Candidates) -> Table:
    return np.maximum(candidates.of_source.rare, candidates.of_target.rare)


def kinships(candidates: Candidates, shared: Iterable[tuple[Passage, ...]]) -> Iterator[Kinship]:
    """Yield what documents have in common with others, given the passages that both have."""
    ones, others = candidates.sources.tolist(), candidates.targets.tolist()
    for one, other, share, both in zip(
        ones, others, _share(candidates).tolist(), shared, strict=True
    ):
        because = (Evidence("words-of-one-in-the-other", share),)
        yield Kinship(one, other, Bond.LOST_SOURCE, share, both, because)


def _shared(corpus: Corpus, candidates: Candidates) -> Iterator[tuple[Passage, ...]]:
    profiles = corpus.profiles
    for one, other in zip(candidates.sources.tolist(), candidates.targets.tolist(), strict=True):
        yield passages(profiles[one], profiles[other])
