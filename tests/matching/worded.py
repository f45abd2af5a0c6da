"""Propositions of single sentences, for tests."""

from furphy.matching.comparison import compare
from furphy.matching.proposition import Proposition
from furphy.matching.wording import Place, worded
from furphy.model.claim import Comparison, ContradictionKind

PUBLISHED = ("2024-05-08", "2024-05-09")
"""A Wednesday."""


def put(text: str, language: str = "en", document: int = 0) -> Proposition:
    """Return what a sentence puts forward, in a document of that day."""
    return worded(text, language, Place(document, published=PUBLISHED))


def held(one: tuple[str, str] | str, other: tuple[str, str] | str) -> Comparison:
    """Compare two sentences, English ones or pairs of language and text."""
    sides = [(each, "en") if isinstance(each, str) else (each[1], each[0]) for each in (one, other)]
    ours, theirs = (put(*side) for side in sides)
    return compare(ours, theirs)


def kind(found: Comparison) -> ContradictionKind | None:
    """Return the kind of the contradiction found, if any."""
    return found.contradiction.kind if found.contradiction else None
