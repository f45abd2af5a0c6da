"""A document as tracing sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """When a document was published: from ``start`` up to ``end``, seconds since 1970, UTC."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Traced:
    """A document as tracing sees it."""

    key: str
    """What it goes by; no two of those traced together have the same."""
    text: str
    language: str | None = None
    """BCP 47."""
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Window | None = None
    """All that it may be, where what tells of it disagrees; None where nothing does."""
    forwarded: tuple[str, ...] = ()
    """Addresses or names that it says it was passed on from, as it was."""
    referred: tuple[str, ...] = ()
    """Addresses or names that it says it comes from, in any other way."""
