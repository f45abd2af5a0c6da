"""An input that may hold many documents, and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from furphy.ingest.capture import Address, Capture
from furphy.ingest.failure import Failure
from furphy.ingest.limits import DEFAULT, Limits
from furphy.model.document import Note

Part = Capture | Address | Failure
"""What an input holds: a document's bytes, an address to fetch, or what could not be read."""


@dataclass(frozen=True, slots=True)
class Container:
    """A stream at its beginning, and what is known of all that is in it."""

    known: Capture
    """Its name, address and dating, which its parts take over; its bytes are in the stream."""
    stream: BinaryIO
    limits: Limits = DEFAULT
    fields: Mapping[str, str] = field(default_factory=dict)
    """Which column or field to read as which; see :mod:`furphy.ingest.fields`."""
    depth: int = 0
    """How many archives it stands in."""

    @property
    def key(self) -> str:
        """What it is called."""
        return self.known.key

    def name(self, part: str | int) -> str:
        """Return the key of a part."""
        return f"{self.key}#{part}"

    def part(self, name: str | int, data: bytes, notes: tuple[Note, ...] = ()) -> Capture:
        """Return a part's bytes with what is known of the whole."""
        return replace(self.known, key=self.name(name), data=data, notes=notes)

    def member(self, name: str, stream: BinaryIO, known: Capture | None = None) -> "Container":
        """Return a part that has to be opened in turn."""
        context = replace(known or self.known, key=self.name(name), form=None)
        return replace(self, known=context, stream=stream, depth=self.depth + 1)

    def refused(self, part: str | int, reason: str) -> Failure:
        """Return what is left of a part that cannot be read."""
        return Failure(self.name(part), reason)
