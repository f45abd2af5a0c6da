"""Documents of which the texts are fetched when something asks for them.

Of thirty thousand documents one more document touches a few dozen; the others' texts need not be
in memory for their places and times to be known.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from furphy.tracing.memory import digest
from furphy.tracing.traced import Traced


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents in the order of their times."""

    heads: Sequence[Traced]
    """Without their texts."""
    texts: Sequence[bytes]
    """The digest of each text, its language with it."""
    whole: Sequence[Traced]
    """With their texts, fetched one by one."""

    def __len__(self) -> int:
        return len(self.heads)


def shelved(documents: Sequence[Traced]) -> Shelf:
    """Return documents that are in memory already as a shelf."""
    return Shelf([*map(head, documents)], [*map(text_digest, documents)], documents)


def head(document: Traced) -> Traced:
    """Return a document without its text."""
    return replace(document, text="")


def text_digest(document: Traced) -> bytes:
    """Return the digest of all that a document says, whoever published it and when."""
    return digest(document.text, document.language or "")
