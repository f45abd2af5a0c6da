"""Expressions of time (TimeML's TIMEX3, ISO 24617-1) and the stretches they stand for."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.evidence import Evidence
from furphy.model.text import Span


class TimeType(StrEnum):
    """What sort of time an expression means."""

    DATE = "DATE"
    """A calendar time, of a day or longer."""
    TIME = "TIME"
    """A time within a day."""
    DURATION = "DURATION"
    """A length of time."""
    SET = "SET"
    """Times that come again."""


class TimeMod(StrEnum):
    """How the words narrow or loosen a value, as in TIMEX3."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, how long or how often."""

    span: Span
    type: TimeType
    value: str | None
    """TIMEX3 value: ``2024-02``, ``2024-W09``, ``P3D``, ``PAST_REF`` …; None where unknown."""
    evidence: Evidence
    mod: TimeMod | None = None
    interval: tuple[str, str] | None = None
    """The half-open stretch, as ISO 8601 dates or times; None where it is not on the calendar.

    The mod has been taken into account: early November is ``("2024-11-01", "2024-11-11")``.
    """
    anchor: Span | None = None
    """Words elsewhere in the text it is counted from ("the day before"); None where it is counted
    from the publication time or from nothing."""
