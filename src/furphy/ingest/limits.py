"""How much furphy takes in, so that no input can exhaust the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, all in bytes but the last; what goes beyond is :class:`TooLarge`."""

    document: int = 50_000_000
    """One document, after unpacking."""
    page: int = 20_000_000
    """One HTML page: building its tree takes some twenty times its size in memory."""
    line: int = 20_000_000
    """One line of a JSON Lines input, which itself may be of any length."""
    pages: int = 2_000
    """Pages read of one PDF."""


DEFAULT = Limits()
