"""Documents in the order of their times, ready to be compared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from furphy.tracing.changes import Change, arrived
from furphy.tracing.closer import Closer
from furphy.tracing.gists import Gist, gists
from furphy.tracing.held import at_hand
from furphy.tracing.memory import Fresh, Memory, numbers_of
from furphy.tracing.namings import namings
from furphy.tracing.overlaps import Pairs
from furphy.tracing.phrasing import Phrasing
from furphy.tracing.precedence import begun
from furphy.tracing.profiles import Profiles
from furphy.tracing.shelf import Shelf, shelved
from furphy.tracing.traced import Traced
from furphy.tracing.traces import Traces, traces_of
from furphy.tracing.words import Hashes

_CLOSER = "closer"


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
