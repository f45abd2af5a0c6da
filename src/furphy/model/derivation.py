"""One text made from another, and what speaks for it."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.evidence import Evidence
from furphy.model.text import Span


class Relation(StrEnum):
    """How one text was made from another."""

    COPY = "copy"
    """All of it, word for word."""
    EXCERPT = "excerpt"
    """A part of it, word for word, by itself or within another text."""
    REVISION = "revision"
    """In other words, shortened or rearranged."""
    TRANSLATION = "translation"
    FORWARD = "forward"
    """A message passed on as it was."""
    CITATION = "citation"
    """Retold and named: "as the Courier reports"."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The same passage in two texts."""

    source: Span
    """Where it stands in the earlier text."""
    target: Span
    """Where it stands in the later text."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """That one document was made from another; documents go by their place in what was traced."""

    source: int
    """The document that was there before."""
    target: int
    """The document made from it."""
    relation: Relation
    score: float
    """How likely it is that the two are so related, 0 to 1."""
    direction: float
    """How likely it is, if they are, that the source is the earlier one, 0.5 to 1."""
    passages: tuple[Passage, ...] = ()
    """What they share, in the order of the later text."""
    because: tuple[Evidence, ...] = ()


class Bond(StrEnum):
    """What two documents have in common of which neither was made from the other."""

    LOST_SOURCE = "lost-source"
    """Both were made from a text that is not among those traced."""
    INFORMANT = "informant"
    """Both rest on the words of the same informant."""
    OWNER = "owner"
    """Both were published by outlets of one owner."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """That two documents go back to one origin, though neither was made from the other."""

    one: int
    other: int
    bond: Bond
    score: float
    """How likely it is, 0 to 1."""
    passages: tuple[Passage, ...] = ()
    because: tuple[Evidence, ...] = ()
