"""The stages of a reading, in order, and the reading they make."""

import furphy
from furphy.gazetteer import shelf
from furphy.gazetteer.index import Gazetteer
from furphy.model.assertion import Assertion
from furphy.model.attribution import Attribution, Source
from furphy.model.document import Document, Note
from furphy.model.identity import Identity
from furphy.model.place import Constraint, Toponym
from furphy.model.quantity import Quantity
from furphy.model.reading import Maker, Reading
from furphy.model.time import TimeExpression
from furphy.reading import spacy_parser
from furphy.reading.assertions import assertions
from furphy.reading.attributions import attributions
from furphy.reading.grounding import grounded
from furphy.reading.identities.identifying import identities
from furphy.reading.identities.linking import with_identities
from furphy.reading.parsing import parsing
from furphy.reading.places.stage import places
from furphy.reading.quantities import quantities
from furphy.reading.quotations import quotations
from furphy.reading.stage import Draft, Stage, run
from furphy.reading.times.expressions import times
from furphy.reading.tree import Tree

ENGLISH = "en"


STAGES: tuple[Stage, ...] = (
    parsing,
    quotations,
    attributions,
    assertions,
    places,
    times,
    quantities,
    identities,
)
"""The stages of an English reading, each after those it needs."""


def read(document: Document, gazetteer: Gazetteer | None = None) -> Reading:
    """Read who says what in a document, how firmly, where, when and how many.

    Place names are looked up in the gazetteer given, else in the packaged one and the user's own
    lists. A document in a language that is not read yet gives a reading without assertions and a
    note that says so.
    """
    language = document.language or ENGLISH
    if language.split("-")[0] != ENGLISH:
        note = Note("language-not-read", f"documents in {language!r} are not read yet")
        maker = Maker(furphy.__version__, "none")
        return Reading(document, maker, notes=(*document.notes, note))
    atlas = gazetteer or shelf.default()
    draft = run(Draft(document, ENGLISH, {Gazetteer: (atlas,)}), STAGES)
    toponyms, amounts = draft.every(Toponym), draft.every(Quantity)
    when, who = draft.every(TimeExpression), draft.every(Identity)
    return Reading(
        document=document,
        made_by=Maker(furphy.__version__, spacy_parser.name_of_parser(), atlas.versions),
        sources=with_identities(draft.the(Tree), draft.every(Source), who),
        attributions=draft.every(Attribution),
        assertions=grounded(draft.every(Assertion), toponyms, when, amounts),
        toponyms=toponyms,
        constraints=draft.every(Constraint),
        times=when,
        quantities=amounts,
        identities=who,
        notes=(*document.notes, *draft.every(Note)),
    )
