"""Who took what from whom over all documents of a casebook, and what they go back to."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection

from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import JudgementKind, judgements
from furphy.casebook.standing import SAME, rulings
from furphy.desk.kept_traces import kept_traces
from furphy.desk.many_hands import ManyHands
from furphy.desk.shelves import Shelver
from furphy.model.derivation import Derivation, Relation
from furphy.model.evidence import Evidence
from furphy.model.reading import Reading
from furphy.tracing.hands import OneHand
from furphy.tracing.linking import Tools, keep_links, links
from furphy.tracing.origins import LIKELY, Link, Stemma, ends, stemma
from furphy.tracing.traced import Traced
from furphy.vectors.choosing import available

JUDGED = "judged"
"""The rule of a link that people decided on."""
_NOT_BEGUN = "a tracer is to be entered before it traces"


@dataclass(frozen=True, slots=True)
class Trace:
    """All documents of a casebook in the order of their times, and the links between them."""

    heads: Sequence[Traced]
    """The documents without their texts."""
    documents: Sequence[Traced]
    """The same with them, fetched when they are asked for."""
    readings: Sequence[Reading]
    """Of the same documents; with nothing in them where they were only kept."""
    stemma: Stemma
    """Of which documents go by their places in the three above."""

    def taken(self) -> Iterator[Derivation]:
        """Yield the derivations that are taken to hold, by the later document."""
        for each in self.stemma.links:
            if isinstance(each, Derivation) and each.score >= LIKELY:
                yield each


class Tracer:
    """Traces a casebook again and again, as it changes; each time as if from nothing.

    What was worked out stays in memory, so that one document more costs what it touches. A context
    manager: what was found is kept beside the casebook when it ends.
    """

    def __init__(self, where: str, jobs: int = 1) -> None:
        """Take a casebook, and in how many processes to work."""
        self._where = where
        self._jobs = jobs
        self._open = ExitStack()
        self._tools: Tools | None = None
        self._shelver: Shelver | None = None

    def __enter__(self) -> Self:
        """Begin, with what is kept beside the casebook."""
        with Casebook.open(self._where):
            memory = self._open.enter_context(kept_traces(self._where))
        hands = OneHand() if self._jobs == 1 else ManyHands(self._jobs)
        self._tools = Tools(available(), memory, hands)
        self._shelver = Shelver(self._where, memory)
        return self

    def __exit__(self, *failure: object) -> None:
        """Keep what was found, and let go of it."""
        with self._open:
            if self._tools is not None and not any(failure):
                keep_links(self._tools)
        self._tools = self._shelver = None
        gc.unfreeze()

    def trace(self) -> Trace:
        """Trace all documents of the casebook as it is now.

        What people judged of two documents (the same, or not) beats what furphy finds. Raises
        :class:`furphy.errors.CasebookError` where the casebook cannot be read.
        """
        if self._tools is None or self._shelver is None:
            raise RuntimeError(_NOT_BEGUN)
        with _unswept():
            return self._traced(self._tools, self._shelver)

    def _traced(self, tools: Tools, shelver: Shelver) -> Trace:
        with Casebook.open(self._where) as book, book.reading() as connection:
            found = shelver.shelve(connection)
            judged = dict(ruled(connection))
        with found.readings.held():
            links_found = links(found.shelf, tools)
        shelf = found.shelf
        kept = _judged(links_found, found.ids, judged)
        return Trace(shelf.heads, shelf.whole, found.readings, stemma(len(shelf), kept))


@contextmanager
def _unswept() -> Iterator[None]:
    """Look for rings of garbage only in what is new: what stands are millions of values."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(0)
        gc.freeze()
        if was:
            gc.enable()


def trace(where: str, jobs: int = 1) -> Trace:
    """Trace all documents of a casebook once, in so many processes, as :class:`Tracer` does."""
    with Tracer(where, jobs) as tracer:
        return tracer.trace()


def ruled(connection: Connection) -> Iterator[tuple[frozenset[str], bool]]:
    """Yield pairs of ids that people judged, and whether they are the same."""
    for ruling in rulings(judgements(connection)):
        if ruling.question.asked == SAME and not ruling.is_disputed:
            same = ruling.judgements[-1].kind is JudgementKind.MERGE
            subjects = ruling.question.subjects
            for place, one in enumerate(subjects):
                for other in subjects[place + 1 :]:
                    yield frozenset((one, other)), same


def _judged(
    links: Sequence[Link],
    ids: Sequence[str],
    judged: dict[frozenset[str], bool],
) -> list[Link]:
    """Return the links as people have them: those denied left out, those stated put in."""
    if not judged:
        return [*links]
    pairs = [frozenset(ids[end] for end in ends(each)) for each in links]
    kept = [each for each, pair in zip(links, pairs, strict=True) if judged.get(pair, True)]
    there = set(pairs)
    places = {each: place for place, each in enumerate(ids)}
    for pair, same in judged.items():
        known = sorted(places[each] for each in pair if each in places)
        if same and len(known) == len(pair) and pair not in there:
            kept.append(_stated(*known))
    return kept


def _stated(source: int, target: int) -> Derivation:
    return Derivation(source, target, Relation.REVISION, 1.0, 1.0, because=(Evidence(JUDGED, 1.0),))
