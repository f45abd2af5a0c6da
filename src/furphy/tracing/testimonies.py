"""Which documents rest on one informant's words, kept as documents come and go.

Sentences with the same two numbers stand in the order of their documents, and each is compared with
some before it. A sentence that comes or goes changes that for those just behind it, and for no
others; what is found of two documents is the first sentence of either in which they agree.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from furphy.model.derivation import Kinship
from furphy.tracing.changes import Change, arrived
from furphy.tracing.marks import Marks
from furphy.tracing.precedence import are_of_one_time
from furphy.tracing.testimony import BEFORE, Saying, agree, figure_pairs, kinship
from furphy.tracing.traced import Window
from furphy.tracing.words import Numbers

Said = tuple[int, int]
"""The mark of a document, and which of its sayings."""
Figures = tuple[str, ...]
Ends = tuple[int, int]
"""The marks of two documents, the earlier first."""


@dataclass(frozen=True, slots=True)
class _Document:
    published: Window | None
    sayings: Sequence[Saying]


class Testimonies:
    """What documents say on the word of one informant, by their marks."""

    _documents: dict[int, _Document]
    _lists: dict[Figures, list[Said]]
    """All sayings with two figures, in order."""
    _agreeing: dict[tuple[Figures, Said], frozenset[Said]]
    """Which of those just before it, in the list of two figures, a saying agrees with."""
    _places: dict[Ends, Counter[tuple[int, int]]]
    """Of two documents the sayings that agree, and in how many lists."""
    _ends: list[Ends] | None
    """All these, in order; None until all are there."""
    _flat: Numbers | None
    """The same in rows, until they change."""
    _made: list[Kinship | None]
    """Of each of these, by the places that documents had when they were last asked for."""

    def __init__(self) -> None:
        self._marks = np.zeros(0, np.int64)
        self._begin()

    def update(
        self,
        change: Change,
        marks: Marks,
        sayings: Sequence[Sequence[Saying]],
        published: Sequence[Window | None],
    ) -> None:
        """Go on to other documents, given in the order of their times, and their marks.

        Where not all marks stand any more, one that knows of no documents has to be asked.
        """
        anew = not change.is_small or len(self._marks) != len(change.moved)
        places = range(change.count) if anew else change.new.tolist()
        if anew:
            self._begin()
        else:
            for each in self._marks[change.gone].tolist():
                self._take_out(each)
        self._marks = marks.all
        for place in places:
            self._put_in(
                int(marks.all[place]), _Document(published[place], sayings[place]), is_last=anew
            )
        if anew:
            for figures, said in self._lists.items():
                self._compare(figures, range(len(said)))
        if self._ends is None:
            self._ends = sorted(self._places)
            self._made = [None] * len(self._ends)

    def found(self, marks: Marks) -> list[Kinship]:
        """Return which documents rest on the same informant's words, by their places, in order."""
        rows = self._ends or []
        if self._flat is None:
            self._flat = np.array(rows, np.int64).reshape(-1, 2)
        places = marks.places(self._flat)
        found = [
            was
            if was is not None and was.one == one and was.other == other
            else self._kinship(ends, (one, other), was)
            for ends, was, one, other in zip(
                rows, self._made, places[:, 0].tolist(), places[:, 1].tolist(), strict=True
            )
        ]
        self._made = [*found]
        return found

    def _kinship(self, ends: Ends, places: Ends, was: Kinship | None) -> Kinship:
        if was is None:
            first, second = min(self._places[ends])
            mine, theirs = (self._documents[each].sayings for each in ends)
            return kinship(places, mine[first].span, theirs[second].span)
        return Kinship(*places, was.bond, was.score, was.passages, was.because)

    def _begin(self) -> None:
        self._documents, self._lists, self._agreeing = {}, defaultdict(list), {}
        self._places, self._ends, self._flat, self._made = {}, None, None, []

    def _put_in(self, mark: int, document: _Document, *, is_last: bool) -> None:
        """Put in the sayings of a document; where it is the last, all are compared afterwards."""
        if document.sayings:
            self._documents[mark] = document
        for figures, said in _listed(mark, document):
            here = self._lists[figures]
            if is_last:
                here.append(said)
                continue
            at = bisect_left(here, said)
            here.insert(at, said)
            self._compare(figures, range(at, min(at + 1 + BEFORE, len(here))))

    def _take_out(self, mark: int) -> None:
        document = self._documents.get(mark)
        if document is None:
            return
        for figures, said in _listed(mark, document):
            here = self._lists[figures]
            at = bisect_left(here, said)
            del here[at]
            self._turn(figures, said, frozenset())
            self._compare(figures, range(at, min(at + BEFORE, len(here))))
            if not here:
                del self._lists[figures]
        del self._documents[mark]

    def _compare(self, figures: Figures, places: Sequence[int]) -> None:
        """Compare those at some places of a list with those just before them."""
        here = self._lists[figures]
        for at in places:
            before = here[max(0, at - BEFORE) : at]
            self._turn(
                figures, here[at], frozenset(each for each in before if self._agree(each, here[at]))
            )

    def _agree(self, one: Said, other: Said) -> bool:
        mine, theirs = self._documents[one[0]], self._documents[other[0]]
        return (
            one[0] != other[0]
            and are_of_one_time(mine.published, theirs.published)
            and agree(mine.sayings[one[1]], theirs.sayings[other[1]])
        )

    def _turn(self, figures: Figures, said: Said, now: frozenset[Said]) -> None:
        """Let a saying agree with others than before, in one list."""
        was = self._agreeing.pop((figures, said), frozenset[Said]())
        if now:
            self._agreeing[figures, said] = now
        if now == was:
            return
        for each in now - was:
            self._count((each[0], said[0]), (each[1], said[1]), 1)
        for each in was - now:
            self._count((each[0], said[0]), (each[1], said[1]), -1)

    def _count(self, ends: Ends, sayings: tuple[int, int], more: int) -> None:
        places = self._places.get(ends)
        if places is None:
            places = self._places[ends] = Counter()
            if self._ends is not None:
                at = bisect_left(self._ends, ends)
                self._ends.insert(at, ends)
                self._made.insert(at, None)
                self._flat = None
        places[sayings] += more
        if not places[sayings]:
            del places[sayings]
        if self._ends is None:
            return
        at = bisect_left(self._ends, ends)
        self._made[at] = None
        if not places:
            del self._places[ends], self._ends[at], self._made[at]
            self._flat = None


def _listed(mark: int, document: _Document) -> Iterator[tuple[Figures, Said]]:
    for number, each in enumerate(document.sayings):
        for figures in figure_pairs(each):
            yield figures, (mark, number)


def testimonies(
    sayings: Sequence[Sequence[Saying]], published: Sequence[Window | None]
) -> list[Kinship]:
    """Return which documents rest on the same informant's words, of some alone.

    The sayings of each document are given in the order of the documents' times, and those times.
    """
    marks, found = Marks(), Testimonies()
    marks.update([*map(str, range(len(sayings)))])
    found.update(arrived(len(sayings)), marks, sayings, published)
    return found.found(marks)
