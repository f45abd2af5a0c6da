"""What an input opens to, written so that a test can show it."""

from furphy.ingest import Capture, Failure, open_bytes
from furphy.model.document import Document, Segment


def document(data: bytes | str, name: str = "input") -> Document:
    """Return the one document these bytes hold."""
    raw = data if isinstance(data, bytes) else data.encode()
    [opened] = open_bytes(Capture(name, raw))
    assert isinstance(opened, Document), opened
    return opened


def failure(data: bytes | str, name: str = "input") -> Failure:
    """Return the one failure these bytes end in."""
    raw = data if isinstance(data, bytes) else data.encode()
    [opened] = open_bytes(Capture(name, raw))
    assert isinstance(opened, Failure), opened
    return opened


def outline(text: str, segments: tuple[Segment, ...]) -> list[str]:
    """Return one ``kind: words`` for each segment."""
    return [f"{each.kind}: {each.span.of(text)}" for each in segments]


def codes(found: Document) -> list[str]:
    """Return the codes of a document's notes."""
    return [note.code for note in found.notes]
