"""One document putting something forward."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.evidence import Evidence
from furphy.model.factuality import Factuality
from furphy.model.text import Span, Spans


class AssertionKind(StrEnum):
    """What sort of thing is put forward."""

    REPORT = "report"
    OPINION = "opinion"
    PREDICTION = "prediction"
    NORM = "norm"
    QUESTION = "question"


class StatusValue(StrEnum):
    """What a text says about the verification of something."""

    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Status:
    """The text's own statement on the verification of something."""

    value: StatusValue
    span: Span
    """The words that say so."""
    when: str | None = None
    """When it came to be so, in the document's words ("later"); None where unsaid."""
    by: int | None = None
    """Index of the source that confirms or denies; None where unsaid."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One document putting something forward, at a span."""

    spans: Spans
    segment: int
    """Index of the segment it stands in."""
    attribution: int | None
    """Index of the innermost attribution; None where the document itself says so."""
    factuality: Factuality
    """As the innermost source commits to it."""
    author_factuality: Factuality
    """As the document's own voice commits to it."""
    kind: AssertionKind
    evidence: Evidence
    status: tuple[Status, ...] = ()
    reports: int | None = None
    """Index of the attribution this assertion states took place ("the mayor said"), if it does."""
    within: int | None = None
    """Index of the assertion whose clause holds this one's; None where it stands by itself.

    "to leave" stands within "they planned to leave": its event has a factuality of its own.
    """
    toponyms: tuple[int, ...] = ()
    """Indexes of the place names that stand in it."""
    times: tuple[int, ...] = ()
    """Indexes of the expressions of time that stand in it."""
    quantities: tuple[int, ...] = ()
    """Indexes of the quantities that stand in it."""
