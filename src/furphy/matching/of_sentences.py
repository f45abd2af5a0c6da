"""Propositions of a document in a language that is not read yet: its sentences stand in."""

from collections.abc import Iterator
from dataclasses import replace

from furphy.gazetteer.queries import query
from furphy.matching.proposition import Proposition, Spot
from furphy.matching.sentences import sentences
from furphy.matching.toponyms import Atlas, toponyms
from furphy.matching.vocabulary import NOTHING_KNOWN
from furphy.matching.wording import Place, worded
from furphy.model.document import Document, SegmentKind
from furphy.model.place import Candidate
from furphy.model.text import Span

_TELLING = frozenset(
    {
        SegmentKind.TITLE,
        SegmentKind.HEADING,
        SegmentKind.PARAGRAPH,
        SegmentKind.LIST_ITEM,
        SegmentKind.QUOTATION,
        SegmentKind.CAPTION,
    }
)
"""What sort of segments put something forward."""

_UNSPACED = frozenset({"zh"})
"""Languages that set no blanks between words."""

_LEAST_TERMS = 3
"""Telling words of a sentence that is worth comparing."""
_WELL_KNOWN = 20_000
"""People of a place whose name is taken for its own wherever it stands."""
_SURE_FORM = 0.3
"""The weight of a form of a name, from 0 to 1, at which it is taken for its most populous place."""


def propositions(
    document: Document, index: int, atlas: Atlas | None = None
) -> tuple[Proposition, ...]:
    """Return the propositions of a document, one for each sentence that tells something.

    ``index`` is the document's place among those compared. Names that the words around call places
    are looked up in the atlas, if there is one.
    """
    when = document.published
    where = Place(index, published=(when.start, when.end) if when else None)
    language = (document.language or "").split("-")[0]
    found = (
        sentence_proposition(document.text, each, language, where, atlas)
        for each in _stretches(document)
    )
    return tuple(
        _located(each, atlas) if atlas else each
        for each in found
        if len(each.terms) >= _LEAST_TERMS or each.amounts
    )


def sentence_proposition(
    text: str, span: Span, language: str, where: Place, atlas: Atlas | None = None
) -> Proposition:
    """Return the proposition of one sentence of a text."""
    words = span.of(text)
    unspaced = atlas is not None and language in _UNSPACED
    places = toponyms(words, language, atlas) if atlas and unspaced else NOTHING_KNOWN
    return worded(words, language, replace(where, start=span.start), places=places)


def _stretches(document: Document) -> Iterator[Span]:
    for segment in document.segments:
        if segment.kind in _TELLING:
            yield from sentences(document.text, segment.span)


def _located(made: Proposition, atlas: Atlas) -> Proposition:
    """Resolve the names of places: to the most populous place that bears one.

    Names that nothing around calls a place count where that place is well known.
    """
    spots: list[Spot] = []
    for name in made.names:
        best = _bearer(name.text, atlas)
        if best is not None and (name.of_place or (best.place.population or 0) >= _WELL_KNOWN):
            spots.append(spot(best, name.span))
    return replace(made, spots=tuple(spots))


def _bearer(name: str, atlas: Atlas) -> Candidate | None:
    """Return the place that bears a name, or one that it is a case form of."""
    forms = (name, *(each.letters for each in query(name).cyrillic))
    for form in dict.fromkeys(forms):
        best = next(iter(atlas.named(form)), None)
        if best is not None and best.score >= _SURE_FORM:
            return best
    return None


def spot(candidate: Candidate, span: Span) -> Spot:
    """Return what is compared of a place that a name was taken for."""
    place = candidate.place
    return Spot(
        place.gazetteer,
        place.id,
        place.name,
        place.lat,
        place.lon,
        place.radius_km,
        place.kind,
        span,
        place.divisions,
        sure=False,
    )
