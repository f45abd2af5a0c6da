"""What a casebook was found to have altered in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was stored, or as it has to be."""

    table: str
    id: str
    """Of the row: its id where it has one, else where it stands."""
    what: str
    """What is wrong with it, for people."""
