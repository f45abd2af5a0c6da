"""A number with its unit and bounds, before it is known what it counts."""

from dataclasses import dataclass

from furphy.model.quantity import Modifier
from furphy.model.text import Span
from furphy.reading.quantities.numbers import Number

MONEY = "money"


@dataclass(frozen=True, slots=True)
class Amount:
    """One number, or two that are the ends of a range."""

    span: Span
    """The number with what belongs to it so far."""
    number: Number
    """The number the words name last."""
    low: float
    high: float
    unit: str | None = None
    measure: str = ""
    """What is measured, as ``units.tsv`` names it; ``money``; empty where things are counted."""
    modifiers: tuple[Modifier, ...] = ()
    """How the words mean it, the nearest first."""
    dashed: bool = False
    """Whether a bare dash made it a range: "3-5" may be a score as well."""
