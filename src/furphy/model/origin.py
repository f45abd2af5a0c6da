"""How many independent origins are behind some documents, and what would change the number."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """A number of independent origins, as an interval."""

    low: int
    """If all links held that are possible."""
    best: int
    """By the links that are taken to hold."""
    high: int
    """If only those held that are sure."""
