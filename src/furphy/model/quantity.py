"""How many, how far, how much: numbers with their unit, bounds and what is counted."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.evidence import Evidence
from furphy.model.text import Span


class Modifier(StrEnum):
    """How a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the words give it."""

    span: Span
    """The number with its modifier and unit."""
    low: float | None
    """Least value the words allow; None where they set no lower bound or no number."""
    high: float | None
    """Greatest value the words allow; None where they set no upper bound or no number."""
    unit: str | None
    """UCUM-like code (``km``, ``t``, ``%``) or currency (ISO 4217); None for things counted."""
    of: Span | None
    """What is counted or measured ("Cuban volunteers"); None where unsaid."""
    modifier: Modifier
    evidence: Evidence
    casualty: str | None = None
    """``killed``, ``wounded``, ``missing``, ``captured`` … where the words count the harmed."""
