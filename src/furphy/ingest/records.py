"""JSON Lines: one document a line.

Only ``id`` (else ``key``), ``text``, ``title``, ``published``, ``url``, ``outlet``, ``language``
and ``forward_from`` (an address or a name, or an object with ``url`` or ``outlet``) are looked at;
a line may carry whatever else it likes. A line that is no record is reported by its number and the
rest goes on. Lines are read one at a time, so the input may be of any length.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from furphy.errors import InputError, TooLarge, UnreadableDocument
from furphy.ingest.capture import Capture
from furphy.ingest.characters import cleaned, oddities
from furphy.ingest.container import Container, Part
from furphy.ingest.encoding import decoded
from furphy.ingest.failure import Failure
from furphy.ingest.fields import entry_of
from furphy.ingest.format import Format
from furphy.ingest.language import language_of
from furphy.ingest.provenance import derived_from
from furphy.ingest.publication import Stated, publication
from furphy.ingest.segments import segmented
from furphy.model.document import DerivationKind, DerivedFrom, Document

Fields = dict[str, str]
_READ = ("id", "key", "text", "title", "published", "url", "outlet", "language")


def unpack(container: Container) -> Iterator[Part]:
    """Yield a record or a failure for each line that is not blank.

    A record goes by its own id, without the name of the file, else by its line. Where the user says
    which field is read as what, the rest is told by common names as well.
    """
    limit = container.limits.line
    stream = container.stream
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            _skip_line(stream, line, limit)
            reason = f"line {number} is longer than {limit} bytes"
            yield Failure(container.name(number), reason, TooLarge)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                yield _captured(container, number, line.rstrip(b"\r\n"))
            except InputError as error:
                yield Failure(container.name(number), f"line {number}: {error}", type(error))


def _captured(container: Container, number: int, line: bytes) -> Capture:
    record = _record(decoded(line).text)
    if not container.fields:
        fields = _fields(record)
        _check(fields.get("text"))
        part = container.part(number, line)
        return replace(part, form=Format.RECORD, key=fields.get("id") or part.key)
    entry = entry_of(record, container.fields)
    _check(entry.text or entry.html)
    part = container.part(number, entry.written())
    return replace(part, form=Format.ENTRY, key=entry.id or part.key)


def _check(text: str | None) -> None:
    if not (text or "").strip():
        raise UnreadableDocument("the record has no text")


def _skip_line(stream: BinaryIO, line: bytes, size: int) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(size)


def read_record(capture: Capture) -> Document:
    """Read one line; raises :class:`UnreadableDocument` where it is no record with a text."""
    source = decoded(capture.data)
    fields = _fields(_record(source.text))
    text, notes = cleaned(fields.get("text", ""))
    _check(text)
    title = cleaned(fields["title"])[0] if "title" in fields else None
    language = fields.get("language") or language_of(text)
    segments = segmented(text, title)
    stated = Stated(fields.get("published") or capture.published)
    published, dating = publication(text, segments, fields.get("url"), stated)
    source_named = fields.get("forward_from")
    forwards = (DerivedFrom(DerivationKind.FORWARD, source_named),) if source_named else ()
    return Document(
        id=capture.id,
        key=fields.get("id") or capture.key,
        text=text,
        segments=segments,
        language=language,
        url=fields.get("url"),
        title=title,
        outlet=fields.get("outlet"),
        published=published,
        derived_from=(*derived_from(text, segments), *forwards),
        notes=(*source.notes, *notes, *dating, *oddities(text)),
    )


def _record(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = str(error).split(": line ")[0]
        raise UnreadableDocument(f"not JSON ({reason})") from error
    if not isinstance(record, dict):
        raise UnreadableDocument("not a JSON object")
    return record


def _fields(record: dict[str, object]) -> Fields:
    """Return the fields that are read, as text; numbers are taken as they are written."""
    given = {name: record.get(name) for name in _READ}
    fields = {
        name: str(value)
        for name, value in given.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
    }
    if not isinstance(given["text"], str):
        fields.pop("text", None)
    found = {name: value for name, value in fields.items() if value.strip()}
    if "key" in found:
        found.setdefault("id", found["key"])
    if forwarded := _forwarded(record.get("forward_from")):
        found["forward_from"] = forwarded
    return found


def _forwarded(told: object) -> str | None:
    """Return the address, else the name, of what a record was passed on from."""
    if isinstance(told, dict):
        told = told.get("url") or told.get("outlet")
    return told if isinstance(told, str) and told.strip() else None
