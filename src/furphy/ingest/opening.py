"""An input to its documents: taken apart, and each part handed to the reader for what it is.

One input may hold many documents. What cannot be read becomes a :class:`Failure` among them.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from furphy.errors import InputError, UnreadableDocument
from furphy.ingest.capture import Capture
from furphy.ingest.container import Part
from furphy.ingest.failure import Failure
from furphy.ingest.format import HEAD, Format, called, sniffed
from furphy.ingest.language import with_languages
from furphy.ingest.limits import DEFAULT, Limits
from furphy.ingest.markdown import read_markdown
from furphy.ingest.text import read_text
from furphy.ingest.unpacking import unpack_path, unpack_stream
from furphy.model.document import Document

Outcome = Document | Failure
_NO_FIELDS: Mapping[str, str] = {}


def open_path(
    path: Path,
    name: str | None = None,
    limits: Limits = DEFAULT,
    published: str | None = None,
    fields: Mapping[str, str] = _NO_FIELDS,
) -> Iterator[Outcome]:
    """Yield the documents of a file; ``name`` is what it is called, else its path.

    ``published`` is when they were published, ISO 8601, as the user says; ``fields`` which column
    of a table is read as what, see :mod:`furphy.ingest.fields`.
    """
    known = Capture(name or str(path), b"", published=published)
    yield from _read(unpack_path(path, known, limits, fields), limits)


def open_bytes(capture: Capture, limits: Limits = DEFAULT) -> Iterator[Outcome]:
    """Yield the documents of bytes in memory."""
    yield from open_stream(capture.key, io.BytesIO(capture.data), limits, capture)


def open_url(url: str, limits: Limits = DEFAULT, published: str | None = None) -> Iterator[Outcome]:
    """Fetch an address and yield the documents there; see :mod:`furphy.ingest.network`.

    ``published`` is when they were published, ISO 8601, as the user says.
    """
    yield from _read(unpack_url(url, limits, published), limits, may_fetch=False)


def unpack_url(url: str, limits: Limits = DEFAULT, published: str | None = None) -> Iterator[Part]:
    """Fetch an address and yield what it holds."""
    # Loading the network stack is left to those who use it.
    from furphy.ingest.fetch import Fetcher  # noqa: PLC0415 (loaded for what needs it)

    try:
        capture = Fetcher(size=limits.page).fetch(url)
    except InputError as error:
        yield Failure(url, str(error), type(error))
    else:
        known = replace(capture, published=published)
        yield from unpack_stream(io.BytesIO(capture.data), known, limits)


def open_stream(
    name: str,
    stream: BinaryIO,
    limits: Limits = DEFAULT,
    known: Capture | None = None,
    fields: Mapping[str, str] = _NO_FIELDS,
) -> Iterator[Outcome]:
    """Yield the documents of a stream, reading no more of it than the limits allow.

    ``known`` tells what is known of it from outside, such as its address; its bytes are not used.
    """
    context = replace(known, key=name) if known else Capture(name, b"")
    yield from _read(unpack_stream(stream, context, limits, fields), limits)


def _read(parts: Iterator[Part], limits: Limits, may_fetch: bool = True) -> Iterator[Outcome]:
    """Yield what the parts of an input read as; addresses that it lists are fetched."""
    for part in parts:
        if isinstance(part, Failure):
            yield part
        elif isinstance(part, Capture):
            try:
                yield read_capture(part, limits)
            except InputError as error:
                yield Failure(part.key, str(error), type(error))
        elif may_fetch:
            yield from open_url(part.url, limits)
        else:
            yield Failure(part.key, "a list of addresses, met where only a text is looked for")


def read_capture(capture: Capture, limits: Limits = DEFAULT) -> Document:
    """Read bytes into one document; raises :class:`InputError`.

    Where ``capture.form`` is None, the bytes themselves tell what they are.
    """
    document = _document(capture, capture.form or sniffed(capture.data[:HEAD]), limits)
    segments = with_languages(document.text, document.segments, document.language)
    document = replace(document, segments=segments)
    if capture.captured and document.captured is None:
        document = replace(document, captured=capture.captured)
    if not set(capture.notes) <= set(document.notes):
        document = replace(document, notes=(*capture.notes, *document.notes))
    return document


def _document(capture: Capture, form: Format, limits: Limits) -> Document:
    # trafilatura takes a quarter of a second to import; plain text does not need it.
    match form:
        case Format.EMPTY:
            raise UnreadableDocument("the file is empty")
        case Format.HTML | Format.TELEGRAM_HTML:
            from furphy.ingest.html import read_html  # noqa: PLC0415 (loaded for what needs it)

            return read_html(capture, limits)
        case Format.PDF:
            from furphy.ingest.pdf import read_pdf  # noqa: PLC0415 (loaded for what needs it)

            return read_pdf(capture, limits)
        case Format.ENTRY:
            from furphy.ingest.entry import read_entry  # noqa: PLC0415 (loaded for what needs it)

            return read_entry(capture)
        case Format.RECORD | Format.RECORDS:
            from furphy.ingest.records import read_record  # noqa: PLC0415 (loaded for what needs it)

            return read_record(capture)
        case Format.TEXT | Format.TABLE | Format.ADDRESSES:
            return read_text(capture)
        case Format.MARKDOWN:
            return read_markdown(capture)
        case _:
            raise UnreadableDocument(f"{called(capture.data)}; furphy has no reader for it")
