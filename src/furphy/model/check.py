"""What a fact-checker would look at first, and why."""

from dataclasses import dataclass

from furphy.model.text import Spans


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that makes a passage worth checking."""

    rule: str
    """Name of the rule that fired, e.g. ``unnamed-source``."""
    text: str
    """What to tell the reader, a clause without a full stop."""
    weight: int
    """How early to look, from 1; those of one passage add up. It orders, it measures nothing."""
    spans: Spans = ()
    """The words that prove it, where they stand outside the passage."""


@dataclass(frozen=True, slots=True)
class Check:
    """A passage to check, or the document as a whole."""

    assertion: int | None
    """Index into the reading's assertions; None for the document as a whole."""
    reasons: tuple[Reason, ...]
    """Heaviest first; at least one."""

    @property
    def weight(self) -> int:
        """Sum of the weights of its reasons."""
        return sum(each.weight for each in self.reasons)
