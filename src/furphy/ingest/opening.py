"""An input to its documents: told what it is by its content, handed to the reader for that.

One input may hold many documents. What cannot be read becomes a :class:`Failure` among them.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from furphy.errors import InputError, TooLarge, UnreadableDocument
from furphy.ingest.capture import Capture
from furphy.ingest.failure import Failure
from furphy.ingest.format import HEAD, Format, called, sniffed
from furphy.ingest.limits import DEFAULT, Limits
from furphy.ingest.markdown import read_markdown
from furphy.ingest.records import read_records
from furphy.ingest.text import read_text
from furphy.model.document import Document

Outcome = Document | Failure


def open_path(
    path: Path, name: str | None = None, limits: Limits = DEFAULT, published: str | None = None
) -> Iterator[Outcome]:
    """Yield the documents of a file; ``name`` is what it is called, else its path.

    ``published`` is when they were published, ISO 8601, as the user says.
    """
    name = name or str(path)
    if path.is_dir():
        yield Failure(name, "a folder, not a file")
        return
    try:
        with path.open("rb") as stream:
            known = Capture(name, b"", published=published)
            yield from open_stream(name, stream, limits, known)
    except OSError as error:
        yield Failure(name, error.strerror or "cannot be opened")


def open_bytes(capture: Capture, limits: Limits = DEFAULT) -> Iterator[Outcome]:
    """Yield the documents of bytes in memory."""
    yield from open_stream(capture.key, io.BytesIO(capture.data), limits, capture)


def open_url(url: str, limits: Limits = DEFAULT, published: str | None = None) -> Iterator[Outcome]:
    """Fetch an address and yield the documents there; see :mod:`furphy.ingest.network`.

    ``published`` is when they were published, ISO 8601, as the user says.
    """
    # Loading the network stack is left to those who use it.
    from furphy.ingest.fetch import Fetcher  # noqa: PLC0415

    try:
        capture = Fetcher(size=limits.page).fetch(url)
    except InputError as error:
        yield Failure(url, str(error), type(error))
    else:
        yield from open_bytes(replace(capture, published=published), limits)


def open_stream(
    name: str, stream: BinaryIO, limits: Limits = DEFAULT, known: Capture | None = None
) -> Iterator[Outcome]:
    """Yield the documents of a stream, reading no more of it than the limits allow.

    ``known`` tells what is known of it from outside, such as its address; its bytes are not used.
    """
    context = known or Capture(name, b"")
    buffered: io.BufferedReader[_Raw] = io.BufferedReader(_Raw(stream), HEAD)
    try:
        if sniffed(_head(buffered)) is Format.GZIP:
            buffered = io.BufferedReader(_Unpacked(buffered), HEAD)
        head = _head(buffered)
        if sniffed(head) is Format.RECORDS:
            yield from read_records(name, buffered, limits, context.published)
        else:
            data = buffered.read(limits.document + 1)
            if len(data) > limits.document:
                raise TooLarge(f"more than {limits.document} bytes")
            yield read_capture(replace(context, data=data), sniffed(head), limits)
    except InputError as error:
        yield Failure(name, str(error), type(error))


def _head(buffered: "io.BufferedReader[_Raw]") -> bytes:
    """Look at the first bytes; a pipe may hand them over in small pieces."""
    return buffered.peek(HEAD)[:HEAD]


class _Raw(io.RawIOBase):
    """A stream that fills every read, so that one look at its head sees all of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    # Typed for any buffer in the base class; readers only ever pass these two.
    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer):
            piece = self._stream.read(len(buffer) - filled)
            if not piece:
                break
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        return filled


class _Unpacked(_Raw):
    """What a gzip stream holds, in pieces no larger than asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        # It reads as a binary file does, without being typed as one.
        super().__init__(gzip.GzipFile(fileobj=stream, mode="rb"))  # type: ignore[arg-type]

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        try:
            return super().readinto(buffer)
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableDocument("a damaged gzip file") from error


def read_capture(capture: Capture, form: Format, limits: Limits = DEFAULT) -> Document:
    """Read bytes of a known format into one document; raises :class:`InputError`."""
    match form:
        case Format.EMPTY:
            raise UnreadableDocument("the file is empty")
        case Format.HTML:
            # trafilatura takes a quarter of a second to import; only pages need it.
            from furphy.ingest.html import read_html  # noqa: PLC0415

            return read_html(capture, limits)
        case Format.PDF:
            from furphy.ingest.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(capture, limits)
        case Format.TEXT:
            return read_text(capture)
        case Format.MARKDOWN:
            return read_markdown(capture)
        case _:
            raise UnreadableDocument(f"{called(capture.data)}; furphy has no reader for it")
