"""The bytes of one document as they were captured, before any reader touched them."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from furphy.ingest.format import Format
from furphy.model.document import Note


@dataclass(frozen=True)
class Capture:
    """One input's bytes and what is known of them from outside.

    All but the bytes is small and can be stored beside them: from both together the same document
    can be read again at any time.
    """

    key: str
    """The input's own name: file name or address; of a part, ``FILE#part``."""
    data: bytes
    url: str | None = None
    charset: str | None = None
    """As the server's header declared it."""
    published: str | None = None
    """When it was published, ISO 8601, as the user says, whatever the input itself says."""
    form: Format | None = None
    """What it is read as; None where its content is still to tell."""
    captured: str | None = None
    """When the bytes were taken from where they stood, ISO 8601."""
    notes: tuple[Note, ...] = ()
    """What was odd about it among the other parts of its container."""

    @cached_property
    def id(self) -> str:
        """The document's id: it is made of the bytes alone."""
        return f"sha256:{hashlib.sha256(self.data).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Address:
    """An address that an input lists for someone to fetch."""

    key: str
    """``FILE#line``."""
    url: str
