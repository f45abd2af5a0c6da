"""Who took what from whom over all documents of a casebook, and what they go back to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from furphy.casebook.casebook import Casebook
from furphy.casebook.current import current
from furphy.casebook.judgements import JudgementKind, judgements
from furphy.casebook.standing import SAME, rulings
from furphy.desk.traceable import traced
from furphy.model.derivation import Derivation, Relation
from furphy.model.evidence import Evidence
from furphy.model.reading import Reading
from furphy.tracing.candidates import candidates_of, in_order, prepared
from furphy.tracing.deriving import derivations
from furphy.tracing.lost import lost_sources
from furphy.tracing.origins import LIKELY, Link, Stemma, ends, stemma
from furphy.tracing.testimony import testimonies
from furphy.tracing.traced import Traced
from furphy.tracing.translation import translations
from furphy.vectors.choosing import available

JUDGED = "judged"
"""The rule of a link that people decided on."""


@dataclass(frozen=True, slots=True)
class Trace:
    """All documents of a casebook in the order of their times, and the links between them."""

    documents: tuple[Traced, ...]
    readings: tuple[Reading, ...]
    """Of the same documents; with nothing in them where they were only kept."""
    stemma: Stemma
    """Of which documents go by their places in the two above."""

    def taken(self) -> Iterator[Derivation]:
        """Yield the derivations that are taken to hold, by the later document."""
        for each in self.stemma.links:
            if isinstance(each, Derivation) and each.score >= LIKELY:
                yield each


def trace(where: str) -> Trace:
    """Trace all documents of a casebook.

    What people judged of two documents (the same, or not) beats what furphy finds. Raises
    :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    with Casebook.open(where) as book, book.reading() as connection:
        readings = [each.reading for each in current(connection)]
        judged = dict(ruled(connection))
    found = [traced(each.document) for each in readings]
    order = in_order(found)
    documents = tuple(found[each] for each in order)
    in_that_order = tuple(readings[each] for each in order)
    links = _judged(_links(documents), in_that_order, judged)
    return Trace(documents, in_that_order, stemma(len(documents), links))


def _links(documents: Sequence[Traced]) -> list[Link]:
    """Return all links between documents that furphy finds."""
    corpus = prepared(documents)
    candidates = candidates_of(corpus)
    foreign = translations(documents, available())
    found = derivations(corpus, candidates, foreign)
    return [*found, *testimonies(corpus), *lost_sources(corpus, candidates, found)]


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
    readings: Sequence[Reading],
    judged: dict[frozenset[str], bool],
) -> list[Link]:
    """Return the links as people have them: those denied left out, those stated put in."""
    ids = [each.document.id for each in readings]
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
