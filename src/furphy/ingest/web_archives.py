"""Web archives, WARC (ISO 28500) and ARC before it, read by warcio: one document a page kept.

Read are the answers that a server gave with status 200, and what was put in as a resource, where
they are pages, texts, PDF or feeds. A record goes by the address it was fetched from.
"""

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from furphy.errors import UnreadableDocument
from furphy.ingest.capture import Capture
from furphy.ingest.container import Container, Part
from furphy.ingest.failure import Failure
from furphy.model.document import Note

_READ = {"response", "resource", "conversion"}
_OK = "200"
_TYPES = {
    "",
    "text/html",
    "text/plain",
    "text/markdown",
    "text/xml",
    "application/xhtml+xml",
    "application/xml",
    "application/pdf",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/octet-stream",
}
"""Media types that may hold a text; what is in them is told by the bytes."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_LONGEST_REASON = 80
_STUMBLES = (ValueError, EOFError, AttributeError, TypeError, LookupError, zlib.error)
"""What warcio and its decompressors raise on damaged records."""


@dataclass(slots=True)
class _LeftOut:
    """What was passed over since the last document, by kind."""

    kinds: Counter[str] = field(default_factory=Counter)

    def told(self, where: str) -> tuple[Note, ...]:
        """Return a note on it, and forget it."""
        told, self.kinds = self.listed(), Counter()
        return (Note("records-left-out", f"left out {where} this one: {told}"),) if told else ()

    def listed(self) -> str:
        return ", ".join(f"{count} {kind}" for kind, count in sorted(self.kinds.items()))


def unpack(container: Container) -> Iterator[Part | Container]:
    """Yield what the pages of an archive hold; each page says what was passed over before it.

    Raises :class:`UnreadableDocument` where the archive breaks off; what stands before is read.
    """
    left_out = _LeftOut()
    held: Container | Failure | None = None
    try:
        for page in _pages(container, left_out):
            if held:
                yield held
            held = page
    except UnreadableDocument:
        if held:
            yield _told(held, left_out)
        raise
    listed = left_out.listed() or "no records"
    if held:
        yield _told(held, left_out)
    else:
        yield Failure(container.key, f"no page in this web archive, but {listed}")


def _told(last: Container | Failure, left_out: _LeftOut) -> Container | Failure:
    """Let the last page tell what was passed over after it."""
    if isinstance(last, Failure):
        return last
    notes = (*last.known.notes, *left_out.told("after"))
    return replace(last, known=replace(last.known, notes=notes))


def _pages(container: Container, left_out: _LeftOut) -> Iterator[Container | Failure]:
    for record in _records(container):
        if reason := _reason_to_pass(record):
            left_out.kinds[reason] += 1
        else:
            yield _page(container, record, left_out)


def _records(container: Container) -> Iterator[Any]:
    """Yield warcio's records; whatever it stumbles over is a fault of the archive."""
    from warcio.archiveiterator import (  # type: ignore[import-untyped]  # noqa: PLC0415 (loaded for archives)
        ArchiveIterator,
    )
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # noqa: PLC0415 (loaded for archives)
    from warcio.statusandheaders import (  # type: ignore[import-untyped]  # noqa: PLC0415 (loaded for archives)
        StatusAndHeadersParserException,
    )

    archive = ArchiveIterator(container.stream, arc2warc=True)
    # What it would write on standard error, we say ourselves.
    archive.INC_RECORD = ""
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    count = 0
    record = None
    try:
        for record in archive:
            count += 1
            yield record
    except (ArchiveLoadFailed, StatusAndHeadersParserException, *_STUMBLES) as error:
        reason = " ".join(str(error).split())[:_LONGEST_REASON]
        message = f"a damaged web archive, broken after {count} records ({reason})"
        raise UnreadableDocument(message) from error
    if missing := _missing(record):
        raise UnreadableDocument(f"cut short: its last record lacks {missing} bytes")
    if archive.err_count:
        raise UnreadableDocument(
            f"{archive.err_count} of its {count} records are of another length than they state"
        )


def _reason_to_pass(record: Any) -> str | None:  # noqa: ANN401  (warcio is untyped)
    """Return the kind of a record that is no page; None for one that may be."""
    kind = str(record.rec_type)
    if kind not in _READ or not _address(record):
        return kind
    if kind == "response":
        if record.http_headers is None:
            return kind
        status = record.http_headers.get_statuscode()
        if status != _OK:
            return f"{kind} with status {status or 'unknown'}"
    media = _content_type(record).partition(";")[0].strip().lower()
    return None if media in _TYPES else f"{kind} of {media[:_LONGEST_REASON]}"


def _address(record: Any) -> str | None:  # noqa: ANN401  (warcio is untyped)
    written = record.rec_headers.get_header("WARC-Target-URI") or ""
    return written if written.lower().startswith(("http://", "https://")) else None


def _content_type(record: Any) -> str:  # noqa: ANN401  (warcio is untyped)
    """Return the media type as the server gave it, else as the archive does."""
    headers = record.http_headers
    given = headers.get_header("Content-Type") if headers else record.content_type
    return str(given or "")


def _page(container: Container, record: Any, left_out: _LeftOut) -> Container | Failure:  # noqa: ANN401  (warcio is untyped)
    """Return what a server answered, in memory: it is opened when the next record is known."""
    address = _address(record)
    try:
        data = record.content_stream().read(container.limits.document + 1)
    except _STUMBLES:
        return container.refused(str(address), "a damaged record of a web archive")
    charset = _CHARSET.search(_content_type(record))
    known = Capture(
        container.key,
        b"",
        url=address,
        charset=charset[1] if charset else None,
        published=container.known.published,
        captured=record.rec_headers.get_header("WARC-Date"),
        notes=(*left_out.told("before"), *_cut(record)),
    )
    return container.member(str(address), io.BytesIO(data), known)


def _cut(record: Any) -> tuple[Note, ...]:  # noqa: ANN401  (warcio is untyped)
    """Tell a record of which the archive does not hold all."""
    if reason := record.rec_headers.get_header("WARC-Truncated"):
        return (Note("cut-short", f"the archive kept only its beginning ({reason})"),)
    missing = _missing(record)
    return (Note("cut-short", f"its last {missing} bytes are missing"),) if missing else ()


def _missing(record: Any) -> int:  # noqa: ANN401  (warcio is untyped)
    """Return how many bytes a record that was read lacks of what it states."""
    return int(getattr(getattr(record, "raw_stream", None), "limit", 0))
