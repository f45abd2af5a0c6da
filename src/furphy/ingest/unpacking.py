"""An input to the bytes of the documents it holds: told what it is by its content, taken apart.

What comes out, a :class:`~furphy.ingest.capture.Capture` for each document, can be kept, handed to
another process, and read by :func:`furphy.ingest.opening.read_capture` whenever it is wanted.

Keys are ``FILE`` for a whole file and ``FILE#part`` for its parts, where a part goes by the name
its container gives it (the id of an entry, the name of a member), else by its number. Where two
parts of one input go by one name and differ, the first keeps it, and to each other the beginning of
its own digest is added (``FILE#part~0f3a97c1``), so that both are kept, whatever else is added.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from furphy.errors import InputError, TooLarge
from furphy.ingest.as_found import as_found
from furphy.ingest.capture import Capture
from furphy.ingest.container import Container, Part
from furphy.ingest.failure import Failure
from furphy.ingest.format import HEAD, Format, sniffed
from furphy.ingest.limits import DEFAULT, Limits
from furphy.ingest.packed import Filled, Unzipped

# The module that takes each kind of container apart, by its function ``unpack``.
_READERS = {
    Format.RECORDS: "records",
    Format.RECORD_LIST: "record_lists",
    Format.TABLE: "tables",
    Format.FEED: "feeds",
    Format.TELEGRAM_JSON: "telegram_json",
    Format.TELEGRAM_HTML: "telegram_html",
    Format.WEB_ARCHIVE: "web_archives",
    Format.ADDRESSES: "address_lists",
    Format.ZIP: "archives",
}
_ARCHIVES = {Format.WEB_ARCHIVE, Format.ZIP}
_NO_FIELDS: Mapping[str, str] = {}
_DIGEST = 8
"""Hexadecimal digits that tell parts of one name apart."""


def unpack_path(
    path: Path,
    known: Capture | None = None,
    limits: Limits = DEFAULT,
    fields: Mapping[str, str] = _NO_FIELDS,
) -> Iterator[Part]:
    """Yield what a file holds; ``known`` is what is known of it from outside, such as its name."""
    context = known or Capture(str(path), b"")
    if path.is_dir():
        yield Failure(context.key, "a folder, not a file")
        return
    try:
        with path.open("rb") as stream:
            yield from unpack_stream(as_found(stream), context, limits, fields)
    except OSError as error:
        yield Failure(context.key, error.strerror or "cannot be opened")


def unpack_stream(
    stream: BinaryIO,
    known: Capture,
    limits: Limits = DEFAULT,
    fields: Mapping[str, str] = _NO_FIELDS,
) -> Iterator[Part]:
    """Yield what a stream holds, reading no more of it than the limits allow.

    ``known`` tells what is known of it from outside, such as its name and address; its bytes are
    not used. ``fields`` tells which column of a table, or field of a record, is read as what.
    """
    container = Container(known, stream, limits, fields)
    yield from _distinct(_unpacked(container))


def _unpacked(container: Container) -> Iterator[Part]:
    """Yield the parts of a container and of those in it; what stops it becomes a failure."""
    try:
        opened, form = _opened(container)
        for part in _parts(opened, form):
            if isinstance(part, Container):
                yield from _unpacked(part)
            else:
                yield part
        _check(opened)
    except InputError as error:
        yield Failure(container.key, str(error), type(error))


def _parts(opened: Container, form: Format) -> Iterable[Part | Container]:
    if form not in _READERS:
        return [_whole(opened, form)]
    if form in _ARCHIVES and opened.depth >= opened.limits.depth:
        raise TooLarge(f"archives nested more than {opened.limits.depth} deep")
    reader = import_module(f"furphy.ingest.{_READERS[form]}")
    parts: Iterable[Part | Container] = reader.unpack(opened)
    return parts


def _check(opened: Container) -> None:
    """Raise :class:`UnreadableDocument` where an end was only the beginning of damage."""
    raw = getattr(opened.stream, "raw", None)
    if isinstance(raw, Unzipped):
        raw.check()


def _opened(container: Container) -> tuple[Container, Format]:
    """Return a container without its gzip, at its beginning, and what it is."""
    buffered: io.BufferedReader[Filled] = io.BufferedReader(Filled(container.stream), HEAD)
    if sniffed(buffered.peek(HEAD)[:HEAD]) is Format.GZIP:
        buffered = io.BufferedReader(Unzipped(buffered, container.limits.ratio), HEAD)
    return replace(container, stream=buffered), _form(container, buffered.peek(HEAD)[:HEAD])


def _form(container: Container, head: bytes) -> Format:
    """Return what a container is that begins so."""
    form = sniffed(head, container.fields)
    if form is Format.ADDRESSES and container.depth:
        # What an archive holds does not make us call the addresses that it names.
        return Format.TEXT
    return form


def _whole(container: Container, form: Format) -> Capture:
    limit = container.limits.document
    data = container.stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"more than {limit} bytes")
    _check(container)
    return replace(container.known, data=data, form=form)


def _distinct(parts: Iterable[Part]) -> Iterator[Part]:
    """Give parts that go by one name, and differ, each its own."""
    taken: dict[str, str] = {}
    for part in parts:
        if isinstance(part, Capture) and taken.setdefault(part.key, part.id) != part.id:
            digest = part.id.partition(":")[2][:_DIGEST]
            yield replace(part, key=f"{part.key}~{digest}")
        else:
            yield part
