"""How much furphy takes in, so that no input can exhaust the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds; what goes beyond is :class:`TooLarge`, which names the bound."""

    document: int = 50_000_000
    """Bytes of one document, after unpacking."""
    page: int = 20_000_000
    """Bytes of one HTML page: building its tree takes some twenty times its size in memory."""
    feed: int = 20_000_000
    """Bytes of one feed, which is read whole, at a megabyte a second and twenty times its size."""
    line: int = 20_000_000
    """Bytes of one record of an input, which itself may be of any length."""
    pages: int = 2_000
    """Pages read of one PDF."""
    members: int = 100_000
    """Members of one archive, those within its archives not counted."""
    unpacked: int = 20_000_000_000
    """Bytes that come out of one archive in all."""
    ratio: int = 200
    """How many times its compressed size something may unpack to, beyond the first megabyte."""
    depth: int = 3
    """Archives within archives, the outermost counted."""


DEFAULT = Limits()
