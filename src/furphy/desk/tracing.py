"""Who took what from whom over all documents of a casebook, and what they go back to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import JudgementKind, judgements
from furphy.casebook.standing import SAME, rulings
from furphy.desk.kept_traces import kept_traces
from furphy.desk.many_hands import ManyHands
from furphy.desk.shelves import shelve
from furphy.model.derivation import Derivation, Relation
from furphy.model.evidence import Evidence
from furphy.model.reading import Reading
from furphy.tracing.hands import OneHand
from furphy.tracing.linking import Tools, links
from furphy.tracing.origins import LIKELY, Link, Stemma, ends, stemma
from furphy.tracing.traced import Traced
from furphy.vectors.choosing import available

JUDGED = "judged"
"""The rule of a link that people decided on."""


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


def trace(where: str, jobs: int = 1) -> Trace:
    """Trace all documents of a casebook, in so many processes.

    What people judged of two documents (the same, or not) beats what furphy finds. What was worked
    out before is taken from the file beside the casebook (:mod:`.kept_traces`). Raises
    :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    with Casebook.open(where) as book, kept_traces(where) as memory:
        with book.reading() as connection:
            found = shelve(where, connection, memory)
            judged = dict(ruled(connection))
        hands = OneHand() if jobs == 1 else ManyHands(jobs)
        with found.readings.held():
            links_found = links(found.shelf, Tools(available(), memory, hands))
    shelf = found.shelf
    kept = _judged(links_found, found.ids, judged)
    return Trace(shelf.heads, shelf.whole, found.readings, stemma(len(shelf), kept))


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
