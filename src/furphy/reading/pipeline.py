"""The stages of a reading, in order, and the reading they make."""

import furphy
from furphy.model.assertion import Assertion
from furphy.model.attribution import Attribution, Source
from furphy.model.document import Document, Note
from furphy.model.reading import Maker, Reading
from furphy.reading import spacy_parser
from furphy.reading.assertions import assertions
from furphy.reading.attributions import attributions
from furphy.reading.parsing import parsing
from furphy.reading.quotations import quotations
from furphy.reading.stage import Draft, Stage, run

ENGLISH = "en"


STAGES: tuple[Stage, ...] = (parsing, quotations, attributions, assertions)
"""The stages of an English reading, each after those it needs."""


def read(document: Document) -> Reading:
    """Read who says what in a document and how firmly.

    A document in a language that is not read yet gives a reading without assertions and a note
    that says so.
    """
    language = document.language or ENGLISH
    if language.split("-")[0] != ENGLISH:
        note = Note("language-not-read", f"documents in {language!r} are not read yet")
        maker = Maker(furphy.__version__, "none")
        return Reading(document, maker, notes=(*document.notes, note))
    draft = run(Draft(document, ENGLISH), STAGES)
    return Reading(
        document=document,
        made_by=Maker(furphy.__version__, spacy_parser.name_of_parser()),
        sources=draft.every(Source),
        attributions=draft.every(Attribution),
        assertions=draft.every(Assertion),
        notes=(*document.notes, *draft.every(Note)),
    )
