"""RSS, Atom, RDF and CDF feeds: one document an entry, read by feedparser.

An entry goes by its own id, else by its address; one that has neither, by its number.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import struct_time
from typing import Any

from furphy.errors import TooLarge, UnreadableDocument
from furphy.ingest.container import Container, Part
from furphy.ingest.dates import interval
from furphy.ingest.entry import Entry
from furphy.ingest.flat import flat
from furphy.ingest.format import Format
from furphy.model.document import Basis, DerivationKind, Note

_TYPE = "application/xml"
_Fields = dict[str, Any]
"""Fields by feedparser's names."""
_STUMBLES = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
_FOR_PLAYERS = re.compile(rb"</?(?:itunes|media|podcast|psc|georss|gml):[^<>]*>")


def unpack(container: Container) -> Iterator[Part]:
    """Yield the entries of a feed.

    Raises :class:`TooLarge` beyond ``limits.feed`` bytes, since a feed is read whole, and
    :class:`UnreadableDocument` where no entry can be found.
    """
    limit = container.limits.feed
    data = container.stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"a feed of more than {limit} bytes")
    feed = feed_of(data, _headers(container.known.url, container.known.charset))
    if not feed.entries:
        raise UnreadableDocument("a feed without entries" if not feed.fault else feed.fault)
    notes = (Note("broken-feed", feed.fault),) if feed.fault else ()
    for number, entry in enumerate(feed.entries, 1):
        name = entry.id or entry.url or number
        if entry.text or entry.html or entry.title:
            yield replace(container.part(name, entry.written(), notes), form=Format.ENTRY)
        else:
            yield container.refused(name, "the entry has no text and no title")


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says."""

    entries: tuple[Entry, ...]
    title: str | None
    encoding: str | None
    """In which its bytes were read."""
    fault: str | None = None
    """Why it is not well formed; None where it is."""


def feed_of(data: bytes, headers: dict[str, str] | None = None) -> Feed:
    """Return what a feed says; ``headers`` are those of the server it came from, in lower case.

    Pictures, scripts and forms in entries are not taken out here: only text is made of them.
    """
    try:
        found = _parsed(data, headers or {})
    except _STUMBLES:
        # One empty element for players of media is enough to throw feedparser.
        try:
            found = _parsed(_FOR_PLAYERS.sub(b"", data), headers or {})
        except _STUMBLES as error:
            raise UnreadableDocument("a feed that breaks its reader") from error
    fault = " ".join(str(found.get("bozo_exception", "")).split()) if found.get("bozo") else None
    outlet = _plain(found.feed, "title")
    fault = fault.replace("<unknown>:", "line ") if fault else fault
    return Feed(
        entries=tuple(_entry(each, outlet) for each in found.entries),
        title=outlet,
        encoding=found.get("encoding"),
        fault=f"not well formed: {fault}" if fault is not None else None,
    )


def _parsed(data: bytes, headers: dict[str, str]) -> Any:  # noqa: ANN401  (feedparser is untyped)
    # A quarter of a second to import, for which only feeds should wait.
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415 (loaded for feeds)

    return feedparser.parse(
        io.BytesIO(data),
        response_headers=headers,
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _headers(url: str | None, charset: str | None) -> dict[str, str]:
    """Return what the server said; without a type, feedparser takes a charset by older rules."""
    location = {"content-location": url} if url else {}
    kind = f"{_TYPE}; charset={charset}" if charset else _TYPE
    return location | {"content-type": kind} if url or charset else {}


def _entry(entry: _Fields, outlet: str | None) -> Entry:
    body: _Fields = max((*_of(entry, "content", []), *_summary(entry)), key=_length, default={})
    is_plain = body.get("type") == "text/plain"
    value = body.get("value") or None
    updated = _moment(entry, "updated")
    return Entry(
        id=_line(_of(entry, "id")),
        text=value if is_plain else None,
        html=None if is_plain else value,
        title=_plain(entry, "title"),
        url=_line(_of(entry, "link")),
        published=_moment(entry, "published") or _moment(entry, "created") or updated,
        updated=updated,
        author=_author(entry),
        outlet=outlet,
        language=_of(body, "language"),
        derived=_derived(_of(entry, "source", {})),
    )


def _of(fields: _Fields, name: str, otherwise: Any = None) -> Any:  # noqa: ANN401  (untyped there)
    """Return a field as it is; feedparser's own look-up puts others in its place."""
    return dict.get(fields, name, otherwise)


def _summary(entry: _Fields) -> list[_Fields]:
    detail = _of(entry, "summary_detail")
    return [detail] if detail else []


def _length(detail: _Fields) -> int:
    return len(_of(detail, "value") or "")


def _line(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None


def _plain(fields: _Fields, name: str) -> str | None:
    """Return a field's words on one line, without the markup in it."""
    detail = _of(fields, f"{name}_detail", {})
    words = _of(detail, "value") or _of(fields, name) or ""
    if _of(detail, "type") != "text/plain":
        words = " ".join(line for line, _ in flat(words))
    return _line(words)


def _author(entry: _Fields) -> str | None:
    """Return the names of who wrote it; without a name, what else is said of them."""
    details = _of(entry, "authors") or [_of(entry, "author_detail", {})]
    names = [name for each in details if (name := _line(_of(each, "name")))]
    return ", ".join(dict.fromkeys(names)) or _line(_of(entry, "author"))


def _derived(source: _Fields) -> tuple[tuple[str, str | None], ...]:
    """Return the feed that an aggregator took the entry from."""
    target = _line(_of(source, "href") or _of(source, "link")) or _plain(source, "title")
    return ((DerivationKind.REPOST.value, target),) if target else ()


def _moment(entry: _Fields, name: str) -> str | None:
    """Return a time as ISO 8601: as written where it is so already, else in UTC."""
    written = _line(_of(entry, name))
    if written is None:
        return None
    parsed: struct_time | None = _of(entry, f"{name}_parsed")
    if parsed is None or interval(written, Basis.METADATA):
        return written
    try:
        moment = datetime(*parsed[:6], tzinfo=UTC)
    except ValueError:
        return written
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if ":" in written else f"{moment:%Y-%m-%d}"
