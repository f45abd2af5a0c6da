"""A stretch of text that names a person or a body, before asking whose name it is."""

from dataclasses import dataclass, field
from enum import StrEnum

from furphy.model.identity import IdentityKind
from furphy.model.text import Span


class Sort(StrEnum):
    """What a name may be the name of."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(slots=True, eq=False)
class Naming:
    """One name in the text. What the whole document shows of its sort is settled later."""

    span: Span
    """The words of the name: no article, no title, no possessive ending."""
    first: int
    last: int
    """The tokens it covers, half-open."""
    sort: Sort
    """What the tagger and the words around take it for."""
    heading: bool = False
    """Whether it stands where all words are capitalised."""
    sure: bool = False
    """Whether its own words or a title show the sort."""
    located: bool = False
    """Whether a preposition of place leads to it."""
    titles: list[Span] = field(default_factory=list)
    """Offices, ranks and descriptions set beside it."""
    calls: set[str] = field(default_factory=set)
    """Nouns that the text calls its bearer by."""
    gender: str = ""
    """m or f where words beside it tell."""
    stands_for: Span | None = None
    """Of an abbreviation introduced in brackets: its long form."""
    kind: IdentityKind | None = None
