"""Read the expressions of time in a short text, without a parser unless one is asked for."""

from furphy.model.document import Basis, Document, Note, Published, Segment, SegmentKind
from furphy.model.text import Span
from furphy.model.time import TimeExpression
from furphy.reading.parsing import parsing
from furphy.reading.stage import Draft, run
from furphy.reading.times.expressions import times

FRIDAY = "2024-05-17"


def document(*paragraphs: str, published: str | None = FRIDAY) -> Document:
    text = "\n\n".join(paragraphs)
    segments, start = list[Segment](), 0
    for each in paragraphs:
        segments.append(Segment(SegmentKind.PARAGRAPH, Span(start, start + len(each))))
        start += len(each) + 2
    when = Published(published, published, Basis.GIVEN) if published else None
    return Document("sha256:0", "made.txt", text, tuple(segments), language="en", published=when)


def told(
    *paragraphs: str, published: str | None = FRIDAY, parsed: bool = False
) -> list[tuple[str, TimeExpression]]:
    """Return the words of each expression with what was made of them."""
    draft = Draft(document(*paragraphs, published=published), "en")
    read = run(draft, (parsing, times) if parsed else (times,))
    return [(each.span.of(read.text), each) for each in read.every(TimeExpression)]


def notes(text: str, published: str | None = FRIDAY) -> tuple[Note, ...]:
    return run(Draft(document(text, published=published), "en"), (times,)).every(Note)


def values(
    text: str, published: str | None = FRIDAY, parsed: bool = False
) -> dict[str, str | None]:
    """Return the value of each expression by its words."""
    found = told(text, published=published, parsed=parsed)
    return {words: each.value for words, each in found}
