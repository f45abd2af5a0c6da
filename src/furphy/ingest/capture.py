"""The bytes of one input as they were captured, before any reader touched them."""

import hashlib
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Capture:
    """One input's bytes and what is known of them from outside."""

    key: str
    """The input's own name: file name or address."""
    data: bytes
    url: str | None = None
    charset: str | None = None
    """As the server's header declared it."""
    published: str | None = None
    """When it was published, ISO 8601, as the user says, whatever the input itself says."""

    @cached_property
    def id(self) -> str:
        """The document's id: it is made of the bytes alone."""
        return f"sha256:{hashlib.sha256(self.data).hexdigest()}"
