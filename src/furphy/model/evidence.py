"""Why furphy inferred something."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rule that fired and how often it is right.

    The spans that prove an inference stand on the inference itself, since they are what it is
    about; this says which rule tied them together.
    """

    rule: str
    """Name of the pattern or lexicon entry, e.g. ``clausal-complement:say``."""
    score: float
    """Expected precision of the rule, from 0 (never right) to 1 (always right)."""
