"""Plain text to a document."""

from furphy.errors import UnreadableDocument
from furphy.ingest.capture import Capture
from furphy.ingest.characters import cleaned, oddities
from furphy.ingest.encoding import decoded
from furphy.ingest.language import language_of
from furphy.ingest.provenance import derived_from
from furphy.ingest.publication import Stated, publication
from furphy.ingest.segments import segmented
from furphy.model.document import Document, SegmentKind


def read_text(capture: Capture) -> Document:
    """Read plain text; raises :class:`UnreadableDocument` where there is none."""
    source = decoded(capture.data, [capture.charset])
    text, notes = cleaned(source.text)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableDocument("the file holds nothing but blanks")
    segments = segmented(text)
    titles = (each.span.of(text) for each in segments if each.kind is SegmentKind.TITLE)
    published, dating = publication(text, segments, capture.url, Stated(capture.published))
    return Document(
        id=capture.id,
        key=capture.key,
        text=text,
        segments=segments,
        language=language_of(text),
        url=capture.url,
        title=next(titles, None),
        published=published,
        derived_from=derived_from(text, segments),
        notes=(*source.notes, *notes, *dating, *oddities(text)),
    )
