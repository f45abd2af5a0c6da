"""JSON Lines: one document a line.

Only ``id``, ``text``, ``title``, ``published``, ``url``, ``outlet`` and ``language`` are looked
at; a line may carry whatever else it likes. A line that is no record is reported by its number
and the rest goes on. Lines are read one at a time, so the input may be of any length.
"""

import json
from collections.abc import Iterator
from typing import BinaryIO

from furphy.errors import InputError, TooLarge, UnreadableDocument
from furphy.ingest.capture import Capture
from furphy.ingest.characters import cleaned, oddities
from furphy.ingest.encoding import decoded
from furphy.ingest.failure import Failure
from furphy.ingest.language import language_of
from furphy.ingest.limits import Limits
from furphy.ingest.provenance import derived_from
from furphy.ingest.publication import Stated, publication
from furphy.ingest.segments import segmented
from furphy.model.document import Document

Fields = dict[str, str]
_READ = ("id", "text", "title", "published", "url", "outlet", "language")


def read_records(
    name: str, stream: BinaryIO, limits: Limits, published: str | None = None
) -> Iterator[Document | Failure]:
    """Yield a document or a failure for each line that is not blank.

    ``published`` is when the records that do not say so were published.
    """
    number = 0
    while line := stream.readline(limits.line + 1):
        number += 1
        if len(line) > limits.line:
            _skip_line(stream, line, limits.line)
            yield Failure(
                f"{name}#{number}", f"line {number} is longer than {limits.line} bytes", TooLarge
            )
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                data = line.rstrip(b"\r\n")
                yield read_record(Capture(f"{name}#{number}", data, published=published))
            except InputError as error:
                yield Failure(f"{name}#{number}", f"line {number}: {error}", type(error))


def _skip_line(stream: BinaryIO, line: bytes, size: int) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(size)


def read_record(capture: Capture) -> Document:
    """Read one line; raises :class:`UnreadableDocument` where it is no record with a text."""
    source = decoded(capture.data)
    fields = _fields(source.text)
    text, notes = cleaned(fields.get("text", ""))
    if not text.strip():
        raise UnreadableDocument("the record has no text")
    title = cleaned(fields["title"])[0] if "title" in fields else None
    language = fields.get("language") or language_of(text)
    segments = segmented(text, title)
    stated = Stated(fields.get("published") or capture.published)
    published, dating = publication(text, segments, fields.get("url"), stated)
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
        derived_from=derived_from(text, segments),
        notes=(*source.notes, *notes, *dating, *oddities(text)),
    )


def _fields(line: str) -> Fields:
    """Return the fields that are read, as text; numbers are taken as they are written."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = str(error).split(": line ")[0]
        raise UnreadableDocument(f"not JSON ({reason})") from error
    if not isinstance(record, dict):
        raise UnreadableDocument("not a JSON object")
    given = {name: record.get(name) for name in _READ}
    fields = {
        name: str(value)
        for name, value in given.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
    }
    if not isinstance(given["text"], str):
        fields.pop("text", None)
    return {name: value for name, value in fields.items() if value.strip()}
