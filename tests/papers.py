"""Documents made from plain text, a paragraph a line, and what stages find in them."""

import re
from functools import cache

from furphy.model.document import Document, Segment, SegmentKind
from furphy.model.text import Span
from furphy.model.token import Parse, Sentence, Token
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


def unparsed(text: str, pos: str) -> Draft:
    """Return a draft of a text as a reader without a parser gives it: words that stand alone."""
    words = tuple(
        Token(i, m.start(), m.end(), m[0], m[0].lower(), pos, "", head=i, relation="")
        for i, m in enumerate(re.finditer(r"\w+|[^\w\s]", text))
    )
    parse = Parse(words, (Sentence(Span(0, len(text)), 0, len(words)),), ())
    return Draft(document(text), "en", {Parse: (parse,), Tree: (Tree(parse),)})
