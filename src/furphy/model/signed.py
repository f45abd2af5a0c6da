"""What people sign: verdicts on claims, and grades of the Admiralty scale."""

from dataclasses import dataclass
from enum import StrEnum


class Reliability(StrEnum):
    """How far a source can be relied on (NATO STANAG 2511); F is no middle."""

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"


class Credibility(StrEnum):
    """How credible an item of information is (NATO STANAG 2511); 6 is no middle."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


@dataclass(frozen=True, slots=True)
class Scale:
    """A number that a rating was given, and the ends of the scale it stands on."""

    value: float
    worst: float
    best: float


@dataclass(frozen=True, slots=True)
class SignedVerdict:
    """What an analyst concludes of a claim (the fields of schema.org's ClaimReview)."""

    id: str
    """Of the judgement, 64 hex digits."""
    rating: str
    """In the analyst's own words."""
    by: str
    because: str
    at: str
    """ISO 8601, UTC."""
    assertions: tuple[str, ...]
    """Ids of the claim's assertions as they stood; at least one."""
    scale: Scale | None = None
    url: str | None = None
    """Where the review was published."""
    claim_reviewed: str | None = None
    """The claim in the words in which it was reviewed."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What somebody sets as the grade of a source, or of what a claim's assertions say."""

    id: str
    """Of the judgement, 64 hex digits."""
    value: Reliability | Credibility
    by: str
    because: str
    at: str
    """ISO 8601, UTC."""
    is_disputed: bool
    """Whether another person set another grade of the same, so that none of them holds."""
    source: str | None = None
    """Name of the source that it is about; None where it is about assertions."""
    source_kind: str | None = None
