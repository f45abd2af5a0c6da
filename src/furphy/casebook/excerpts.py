"""The part of a text in which what was sought stands, and where in it."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from furphy.casebook.packing import unpacked
from furphy.casebook.query import Query
from furphy.casebook.schema import EDITION
from furphy.errors import CasebookDamaged
from furphy.model.text import Span
from furphy.textkit.highlights import Sought, excerpt, highlights

_LENGTH = 280
"""Characters of an excerpt, about three lines."""

_REACH = 250_000
"""Characters of a text that are gone through for it; a passage that was found is no longer."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a document's text."""

    start: int
    """Where it begins in the text, code points."""
    text: str


def marks(text: str, query: Query) -> list[Span]:
    """Return where in a text the words stand that a query wants."""
    return highlights(text, _sought(query))


def found_part(connection: Connection, edition: str, passage: int, query: Query) -> Excerpt:
    """Return the part of an edition's text, named by its id, where a query's words first stand.

    ``passage`` is where the part of it that was found begins, code points.
    """
    packed = connection.scalar(select(EDITION.c.packed).where(EDITION.c.id == edition))
    try:
        text = str(json.loads(unpacked(packed or b""))["document"]["text"])
    except (ValueError, KeyError, TypeError) as error:
        raise CasebookDamaged(f"edition {edition} cannot be read: {error}") from error
    near = text[passage : passage + _REACH]
    first = next(iter(highlights(near, _sought(query), most=1)), None)
    span = excerpt(near, first, _LENGTH)
    return Excerpt(passage + span.start, span.of(near))


def _sought(query: Query) -> list[Sought]:
    return [
        Sought(phrase.words, phrase.is_open) for term in query.wanted for phrase in term.phrases
    ]
