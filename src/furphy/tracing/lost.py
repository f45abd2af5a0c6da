"""Documents that share too much to be independent, with no derivation known between them.

Textual criticism calls the text behind them a lost common ancestor: two translations of a report
that is not there, or two versions of which no clock tells which was first. Both are of the same
days: what two texts of different weeks share, and neither has from the other, is a routine phrase.
"""

from collections.abc import Callable, Iterator, Sequence

from furphy.model.derivation import Bond, Derivation, Kinship, Passage
from furphy.model.evidence import Evidence
from furphy.tracing.candidates import Candidate, Corpus
from furphy.tracing.comparison import Comparison, passages
from furphy.tracing.origins import origins
from furphy.tracing.precedence import are_of_one_time

SHARE = 0.5
"""Share of one of the texts, without set phrases, that stands in the other at the least."""
LONGEST = 10
AGREEMENTS = 2
_CONFLICTS = 0.15


def lost_sources(
    corpus: Corpus, candidates: Sequence[Sequence[Candidate]], known: Sequence[Derivation]
) -> list[Kinship]:
    """Return documents that have an origin in common, beyond the derivations that are known.

    One of the two is made from none that is known: what two derived texts share of their own is
    more often a phrase of the day than a source.
    """
    are_apart = apart(len(corpus.documents), known)
    return [
        kinship(each, _shared(corpus, each))
        for each in _once(candidates)
        if are_apart(each.source, each.target) and is_kin(corpus, each)
    ]


def apart(count: int, known: Sequence[Derivation]) -> Callable[[int, int], bool]:
    """Return what tells of two of so many documents whether nothing known brings them together."""
    roots = origins(count, known).roots
    derived = {each.target for each in known}

    def are_apart(one: int, other: int) -> bool:
        return not derived.issuperset((one, other)) and not roots[one] & roots[other]

    return are_apart


def _once(candidates: Sequence[Sequence[Candidate]]) -> Iterator[Candidate]:
    for each in candidates:
        yield from (candidate for candidate in each if candidate.source < candidate.target)


def is_kin(corpus: Corpus, candidate: Candidate) -> bool:
    """Tell whether two documents share too much to be independent."""
    found, documents = candidate.comparison, corpus.documents
    one, other = documents[candidate.source], documents[candidate.target]
    compared = found.conflicts + found.agreements
    return (
        _share(found) >= SHARE
        and found.longest >= LONGEST
        and found.rare_agreements >= AGREEMENTS
        and found.conflicts <= _CONFLICTS * compared
        and are_of_one_time(one.published, other.published)
    )


def _share(found: Comparison) -> float:
    return max(found.one.rare, found.other.rare)


def kinship(candidate: Candidate, shared: tuple[Passage, ...]) -> Kinship:
    """Return what two documents have in common, given the passages that both have."""
    share = _share(candidate.comparison)
    return Kinship(
        candidate.source,
        candidate.target,
        Bond.LOST_SOURCE,
        share,
        shared,
        (Evidence("words-of-one-in-the-other", share),),
    )


def _shared(corpus: Corpus, candidate: Candidate) -> tuple[Passage, ...]:
    return passages(corpus.profiles[candidate.source], corpus.profiles[candidate.target])
