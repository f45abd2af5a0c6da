"""For each document, the others that it may have been made from, and what speaks for each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from furphy.tracing.changes import Change, arrived
from furphy.tracing.closer import Closer
from furphy.tracing.comparison import Comparison, Share, compared
from furphy.tracing.gists import Gist, gists
from furphy.tracing.held import at_hand
from furphy.tracing.memory import Fresh, Memory, numbers_of
from furphy.tracing.namings import namings
from furphy.tracing.overlaps import Pairs
from furphy.tracing.phrasing import Phrasing
from furphy.tracing.precedence import begun, earlier, from_log_odds, is_exact, log_odds
from furphy.tracing.profiles import Profiles
from furphy.tracing.shelf import Shelf, shelved
from furphy.tracing.traced import Traced
from furphy.tracing.traces import Traces, traces_of
from furphy.tracing.words import Hashes

_CLOSER = "closer"
ALIKE = 0.97
_OUTRIGHT, _BY_NAME, BY_LENGTH, BY_FOOT = 6.0, 3.0, 3.0, 1.5
BY_LENGTH_AND_CLOCK = 1.5
"""How much is added to the log-odds of the order: fixed by hand, in steps of one half."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that another may have been made from."""

    source: int
    target: int
    order: float
    """How likely the source is the earlier one, by times, traces and what each holds more."""
    comparison: Comparison
    of_source: Share
    """How much of the source stands in the target."""
    of_target: Share
    """How much of the target stands in the source."""
    forwarded: bool
    """The target says that it passes the source on."""
    linked: bool
    """The target gives the source's address."""
    named: bool
    """The target names the source's outlet."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents in the order of their times, ready to be compared."""

    documents: Sequence[Traced]
    """Those of :func:`of_shelf` without their texts."""
    profiles: Profiles
    traces: Sequence[Traces]
    pairs: Pairs
    """Those worth a closer look."""
    seen: Hashes
    """For each document a number for all of it that comparisons see."""
    gists: Sequence[Gist]

    def lean(self) -> "Corpus":
        """Return what other processes need of it."""
        return replace(self, gists=(), pairs=Pairs(*[np.zeros(0, np.int64)] * 3))


def prepared(documents: Sequence[Traced]) -> Corpus:
    """Return documents ready to be compared; they must be in the order of :func:`in_order`."""
    return replace(of_shelf(shelved(documents), Fresh()), documents=documents)


def of_shelf(
    shelf: Shelf,
    memory: Memory,
    phrasing: Phrasing | None = None,
    change: Change | None = None,
) -> Corpus:
    """Return documents ready to be compared, in the order of :func:`in_order`.

    ``phrasing`` is that of the documents before, and ``change`` how these differ from those.
    """
    known = gists(shelf, memory)
    phrasing = phrasing or Phrasing()
    phrasing.update(change or arrived(len(shelf)), [each.shingles for each in known])
    names = namings(shelf, memory)
    traces = traces_of(shelf.heads, [each.addresses for each in known], names)
    # A number for each text and the set phrases in it.
    seen = numbers_of(shelf.texts) + phrasing.told
    closer: Closer = at_hand(memory, _CLOSER).setdefault(_CLOSER, Closer())
    pairs = closer.pairs(phrasing, shelf.heads, traces)
    profiles = Profiles(shelf.whole, phrasing.phrases, seen)
    return Corpus(shelf.heads, profiles, traces, pairs, seen, known)


def in_order(documents: Sequence[Traced]) -> list[int]:
    """Return the places of documents by the beginning of their times, then by key; undated last."""
    return sorted(range(len(documents)), key=[rank(each) for each in documents].__getitem__)


def rank(document: Traced) -> tuple[float, str]:
    """Return what a document comes by in the order of :func:`in_order`."""
    return begun(document.published), document.key


def candidates_of(corpus: Corpus) -> list[list[Candidate]]:
    """Return for each document those that it may have been made from."""
    found: list[list[Candidate]] = [[] for _ in corpus.documents]
    rows = zip(corpus.pairs.ones.tolist(), corpus.pairs.others.tolist(), strict=True)
    for one, other in rows:
        comparison = compared(corpus.profiles[one], corpus.profiles[other])
        order = _order(corpus, one, other, comparison)
        found[other].append(_candidate(corpus, one, other, order, comparison))
        found[one].append(_candidate(corpus, other, one, 1 - order, comparison))
    return found


def candidate(corpus: Corpus, source: int, target: int, comparison: Comparison) -> Candidate:
    """Return one document as what another may have been made from.

    Of the two that were compared the earlier was the one.
    """
    order = _order(corpus, min(source, target), max(source, target), comparison)
    return _candidate(corpus, source, target, order if source < target else 1 - order, comparison)


def _candidate(
    corpus: Corpus, source: int, target: int, order: float, comparison: Comparison
) -> Candidate:
    traces, outlet = corpus.traces[target], corpus.documents[source].outlet
    first, second = comparison.one, comparison.other
    return Candidate(
        source=source,
        target=target,
        order=order,
        comparison=comparison,
        of_source=first if source < target else second,
        of_target=second if source < target else first,
        forwarded=source in traces.forwarded,
        linked=source in traces.linked,
        named=outlet in traces.named,
    )


def _order(corpus: Corpus, one: int, other: int, comparison: Comparison) -> float:
    """Return how likely the one is earlier."""
    documents = corpus.documents
    odds = log_odds(earlier(documents[one].published, documents[other].published))
    # What holds all of the other and more was there before it, unless clocks say otherwise.
    exact = is_exact(documents[one].published) and is_exact(documents[other].published)
    by_length = BY_LENGTH_AND_CLOCK if exact else BY_LENGTH
    odds += by_length * (comparison.other.all - comparison.one.all)
    if min(comparison.one.inner, comparison.other.inner) > ALIKE:
        # Of two that are alike, the one with a foot was made from the one without.
        whole = comparison.one.all == 1, comparison.other.all == 1
        odds += BY_FOOT * (whole[0] - whole[1])
    outright = _refers(corpus, other, one), _refers(corpus, one, other)
    named = _names(corpus, other, one), _names(corpus, one, other)
    if outright[0] != outright[1]:
        odds = _OUTRIGHT if outright[0] else -_OUTRIGHT
    elif named[0] != named[1]:
        odds += _BY_NAME if named[0] else -_BY_NAME
    return from_log_odds(odds)


def _refers(corpus: Corpus, target: int, source: int) -> bool:
    traces = corpus.traces[target]
    return source in traces.forwarded or source in traces.linked


def _names(corpus: Corpus, target: int, source: int) -> bool:
    return corpus.documents[source].outlet in corpus.traces[target].named
