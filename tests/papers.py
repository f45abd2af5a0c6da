"""Documents made from plain text, a paragraph a line, and what stages find in them."""

from functools import cache

from furphy.model.document import Document, Segment, SegmentKind
from furphy.model.text import Span
from furphy.reading import spacy_parser
from furphy.reading.attributions import attributions
from furphy.reading.parsing import parsing
from furphy.reading.quotations import quotations
from furphy.reading.stage import Draft, run
from furphy.reading.tree import Tree


def document(text: str, first: SegmentKind = SegmentKind.PARAGRAPH) -> Document:
    """Return a document whose lines are paragraphs; ``first`` says what the first one is."""
    segments: list[Segment] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            kind = first if not segments else SegmentKind.PARAGRAPH
            segments.append(Segment(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return Document("sha256:" + "0" * 64, "paper", text, tuple(segments), "en")


@cache
def attributed(text: str, first: SegmentKind = SegmentKind.PARAGRAPH) -> Draft:
    """Return what is found in a text as far as its attributions."""
    return run(Draft(document(text, first), "en"), (parsing, quotations, attributions))


def parsed(text: str) -> Tree:
    """Return the tree of a text that is one passage."""
    return Tree(spacy_parser.parse(text, [Span(0, len(text))]))
