"""Who is the same who in one document."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.evidence import Evidence
from furphy.model.text import Span


class IdentityKind(StrEnum):
    """What sort of thing bears the names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    UNIT = "unit"
    """A military, police or rescue unit."""
    OUTLET = "outlet"
    CHANNEL = "channel"
    GROUP = "group"


class MentionForm(StrEnum):
    """How a mention refers."""

    NAME = "name"
    SHORT = "short"
    """A part of the name, or its initials."""
    SPELLING = "spelling"
    """Another spelling of the name."""
    TITLE = "title"
    """An office or description ("the mayor", "the agency")."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that refers to someone or something."""

    span: Span
    form: MentionForm
    evidence: Evidence
    """The rule that joined it to the identity."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, organisation, unit, outlet, channel or group, with all its mentions."""

    name: str
    """The fullest form the document gives, in its own words."""
    kind: IdentityKind
    mentions: tuple[Mention, ...]
    """In reading order."""
    titles: tuple[str, ...] = ()
    """Offices and ranks, in the document's own words."""
