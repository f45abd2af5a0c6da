"""Texts that answer to each other, directly or through others, and what follows from all of them.

Which of two texts is the translation, and of which of several, depends on all that answer to
either, on how they do, and on nothing beyond but the course that all pairs of a collection took.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from furphy.tracing.courses import Flow, Issue, Kind, flow_of, kind_of
from furphy.tracing.disjoint import firsts
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.judging import Judged
from furphy.tracing.judgings import Judgings
from furphy.tracing.memory import digest_of, mixed, number_of, numbers_of
from furphy.tracing.on_demand import Some
from furphy.tracing.shelf import Shelf
from furphy.tracing.traced import Traced
from furphy.tracing.words import Hashes, Numbers

_ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Answering:
    """Texts that answer to each other."""

    judged: Sequence[Judged]
    texts: Sequence[int]
    """Their places, rising."""
    name: Hashable
    """Equal where all is equal that what holds of them follows from."""


@dataclass(frozen=True, slots=True)
class Revised:
    """Which of such texts repeat others, and what they tell of the course of all."""

    repeating: tuple[tuple[int, int], ...]
    """Which repeats which, by their places among the texts."""
    flow: Flow
    kinds: tuple[Kind, ...]
    """Of their pairs, each once."""

    @classmethod
    def of(cls, group: Answering, issues: Sequence[Issue], found: dict[int, int]) -> "Revised":
        """Return what follows from which texts repeat which."""
        at = {text: place for place, text in enumerate(group.texts)}
        return cls(
            tuple((at[one], at[other]) for one, other in found.items()),
            flow_of(group.judged, issues, found),
            tuple(sorted({kind_of(each, issues) for each in group.judged})),
        )

    def by_text(self, group: Answering) -> dict[int, int]:
        """Return which text repeats which, by the places of now."""
        return {group.texts[one]: group.texts[other] for one, other in self.repeating}


def answering(judged: Judgings, texts: Texts, shelf: Shelf) -> Iterator[Answering]:
    """Yield the texts that answer to each other, by the pairs that do."""
    ends = judged.pairs
    first = firsts(len(texts), ends[:, 0], ends[:, 1])
    rows = np.argsort(first[ends[:, 0]], kind="stable")
    of_rows = first[ends[rows, 0]]
    places = np.unique(ends)
    places = places[np.argsort(first[places], kind="stable")]
    of_places = first[places]
    groups = np.unique(of_rows)
    documents, text = texts.of_documents(places)
    names = _summed(groups, of_rows, mixed(judged.numbers[rows]))
    names += _documents(groups, of_places[text], (documents, places[text]), texts, shelf)
    row_bounds = np.searchsorted(of_rows, groups), np.searchsorted(of_rows, groups, "right")
    bounds = np.searchsorted(of_places, groups), np.searchsorted(of_places, groups, "right")
    for name, start, stop, low, high in zip(names.tolist(), *row_bounds, *bounds, strict=True):
        some = Some(judged, rows[start:stop].tolist())
        yield Answering(some, places[low:high].tolist(), name)


def _documents(
    groups: Numbers, of: Numbers, rows: tuple[Numbers, Numbers], texts: Texts, shelf: Shelf
) -> Hashes:
    """Return for each group a number for its documents: what they say, when, in which order.

    ``of`` tells the group of each row, a row its document and which text that has.
    """
    # Of equals the one is taken that comes first, so their order counts as well.
    order = np.lexsort((rows[0], of))
    documents, text, of = rows[0][order], rows[1][order], of[order]
    place = np.arange(len(of)) - np.searchsorted(of, of)
    told = np.fromiter(_issued(shelf, documents.tolist(), texts), np.uint64, len(documents))
    said = mixed(texts.numbers[text]) + numbers_of(shelf.texts[each] for each in documents.tolist())
    return _summed(groups, of, mixed(told + mixed(said + place.astype(np.uint64))))


def _issued(shelf: Shelf, documents: Sequence[int], texts: Texts) -> Iterator[int]:
    """Yield for each document a number for its key and when it was published."""
    known: dict[str, tuple[Traced, int]] = texts.at_hand(_ISSUED)
    for place in documents:
        head = shelf.heads[place]
        was = known.get(head.key)
        if was is None or was[0] is not head:
            window = head.published
            told = [head.key, window and [window.start, window.end]]
            was = known[head.key] = head, number_of(digest_of(told))
        yield was[1]


def _summed(groups: Numbers, of: Numbers, values: Hashes) -> Hashes:
    """Return the sum of the values of each group; both are in the order of the groups."""
    if not len(groups):
        return np.zeros(0, np.uint64)
    return np.add.reduceat(values, np.searchsorted(of, groups))


def flow_of_all(revised: Sequence[Revised]) -> Flow:
    """Return the course that all pairs took."""
    found: Flow = Counter()
    for each in revised:
        found.update(each.flow)
    return found
