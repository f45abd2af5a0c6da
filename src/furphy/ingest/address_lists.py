"""A list of addresses, one a line: each is for the caller to fetch."""

from collections.abc import Iterator

from furphy.ingest.capture import Address
from furphy.ingest.container import Container, Part

_LONGEST = 8_192
"""Bytes of the longest line that can be an address."""


def unpack(container: Container) -> Iterator[Part]:
    """Yield an address for each line that is not blank, or say which line holds none."""
    for number, line in enumerate(iter(lambda: container.stream.readline(_LONGEST), b""), 1):
        written = line.decode("utf-8", "replace").strip("\ufeff \t\r\n")
        if written.casefold().startswith(("http://", "https://")) and " " not in written:
            yield Address(container.name(number), written)
        elif written:
            yield container.refused(number, f"line {number} is no address")
