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
from furphy.tracing.shelf import Shelf
from furphy.tracing.traced import Window


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


def answering(
    judged: Sequence[tuple[Judged, int]], texts: Texts, issues: Sequence[Issue], shelf: Shelf
) -> Iterator[Answering]:
    """Yield the texts that answer to each other; each pair comes with the number of its judging."""
    ends = np.array([(each.source, each.target) for each, _ in judged], np.int64).reshape(-1, 2)
    first = firsts(len(texts), ends[:, 0], ends[:, 1])
    groups: dict[int, list[int]] = {}
    for row, each in enumerate(first[ends[:, 0]].tolist()):
        groups.setdefault(each, []).append(row)
    numbers = texts.numbers
    for rows in groups.values():
        places = np.unique(ends[rows]).tolist()
        some = [judged[row][0] for row in rows]
        told = tuple(judged[row][1] for row in rows)
        those = [issues[each] for each in places]
        # Of equals the one is taken that comes first, so their order counts as well.
        ranks = np.argsort(np.argsort([each.first for each in those])).tolist()
        said = tuple(
            (text, shelf.texts[one.first], _times(one, shelf), rank)
            for text, one, rank in zip(numbers[places].tolist(), those, ranks, strict=True)
        )
        yield Answering(some, places, (said, told))


def _times(issue: Issue, shelf: Shelf) -> tuple[tuple[str, Window | None], ...]:
    """Return the documents that have a text, and when they were published."""
    return tuple((shelf.heads[each].key, when) for each, when in issue.times.items())


def flow_of_all(revised: Sequence[Revised]) -> Flow:
    """Return the course that all pairs took."""
    found: Flow = Counter()
    for each in revised:
        found.update(each.flow)
    return found
