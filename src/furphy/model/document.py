"""A text as published once, and the parts it falls into."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.text import Span


class SegmentKind(StrEnum):
    """What a part of a document is for."""

    TITLE = "title"
    HEADING = "heading"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    SOURCE_LINE = "source-line"
    DISCLAIMER = "disclaimer"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a document."""

    kind: SegmentKind
    span: Span
    language: str | None = None
    """BCP 47; None where it is the document's own."""
    page: int | None = None
    """The page it stands on, counted from 1; None where the format has no pages."""


class Basis(StrEnum):
    """What a publication time was read from."""

    GIVEN = "given"
    METADATA = "metadata"
    TEXT = "text"
    URL = "url"
    URL_ID = "url-id"
    HEADER = "header"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published: a half-open interval of ISO 8601 dates or times."""

    start: str
    end: str
    basis: Basis


class DerivationKind(StrEnum):
    """How a document itself says that it comes from another."""

    ORIGINAL = "original"
    FORWARD = "forward"
    CITATION = "citation"
    REPOST = "repost"


@dataclass(frozen=True, slots=True)
class DerivedFrom:
    """A document's own statement of what it was made from."""

    kind: DerivationKind
    target: str | None
    """An address, or the name of an outlet or channel; None where it is left unnamed."""
    span: Span | None = None
    """Where it says so; None where only the page's markup does."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd that was met and survived; what it touches stays unknown, the rest is read."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text as published once."""

    id: str
    """``sha256:`` and the hex digest of the bytes that were captured."""
    key: str
    """The input's own name: file name, address, or the id of a record."""
    text: str
    segments: tuple[Segment, ...]
    """In reading order, not overlapping; what no segment holds is white space."""
    language: str | None = None
    """BCP 47; None where it could not be told."""
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: Published | None = None
    derived_from: tuple[DerivedFrom, ...] = ()
    notes: tuple[Note, ...] = ()
    """What went wrong on the way from bytes to text."""
    updated: str | None = None
    """When its source says that it was last changed, ISO 8601."""
    captured: str | None = None
    """When its bytes were taken from where they stood, ISO 8601; no later was it published."""
    replies_to: str | None = None
    """The key of the document that it answers."""
