"""A text's blocks into segments: each gets its kind, datelines are cut off their paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from furphy.ingest.blocks import Block, blocks
from furphy.ingest.kinds import Place, dateline_end, is_title, kind_of
from furphy.model.document import Segment, SegmentKind
from furphy.model.text import Span

_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[^\w\s]*")
# A title is over where a sentence or a line is; else the text only begins with the same words.
_ENDS = re.compile(r"(?<=[.!?:;…])(?=\s|$)|(?=[ \t]*(?:\n|$))|(?=[ \t]+[.!?:;—–-])")
_MAY_BE_OTHER = {None, SegmentKind.HEADING, SegmentKind.LIST_ITEM}
_TOLD_BY_WORDS = {
    SegmentKind.CAPTION,
    SegmentKind.SOURCE_LINE,
    SegmentKind.DISCLAIMER,
    SegmentKind.BOILERPLATE,
    SegmentKind.BYLINE,
}
"""Kinds that the opening words decide, also where markup made the block a heading or an item."""
_MAY_BE_TITLE = {SegmentKind.PARAGRAPH, SegmentKind.HEADING, SegmentKind.QUOTATION}


def segmented(text: str, title: str | None = None, language: str = "en") -> tuple[Segment, ...]:
    """Split plain text into segments; ``title`` is the title given beside the text, if any."""
    return labelled(text, list(blocks(text)), title, language)


def labelled(
    text: str, found: Sequence[Block], title: str | None = None, language: str = "en"
) -> tuple[Segment, ...]:
    """Give each block its kind; segments come in order and hold all that the blocks hold."""
    head = _title_span(text, found, title, language)
    segments = [Segment(SegmentKind.TITLE, head, page=found[0].page)] if head else []
    rest = list(_after(text, found, head.end)) if head else found
    for index, block in enumerate(rest):
        segments += _parts(text, block, Place(index, len(rest), block.alone), language)
    return tuple(segments)


def _title_span(text: str, found: Sequence[Block], title: str | None, language: str) -> Span | None:
    """Return where the title stands: what was given as such, else a first line that reads so."""
    if not found or found[0].kind is not None:
        return None
    first = found[0].span
    if title is not None:
        end = _end_of_words(text, first.start, title)
        return Span(first.start, end) if end and _ENDS.match(text, end) else None
    following = found[1].span.of(text) if len(found) > 1 else None
    kind = kind_of(first.of(text), Place(0, len(found), found[0].alone), language)
    return first if kind in _MAY_BE_TITLE and is_title(first.of(text), following) else None


def _end_of_words(text: str, start: int, title: str) -> int | None:
    """Return where a text that begins with the words of its title has said them all."""
    end = None
    theirs = _WORD.finditer(text, start)
    for ours in _WORD.finditer(title):
        word = next(theirs, None)
        if word is None or word[0].casefold() != ours[0].casefold():
            return None
        end = word.end()
    mark = _MARKS.match(text, end) if end else None
    return mark.end() if mark else end


def _after(text: str, found: Sequence[Block], end: int) -> Iterator[Block]:
    """Yield what of the blocks stands behind the title."""
    for block in found:
        if block.span.start >= end:
            yield block
        elif block.span.end > end:
            rest = text[end : block.span.end]
            start = block.span.end - len(rest.lstrip())
            yield replace(block, span=Span(start, block.span.end), alone=False)


def folded(words: str) -> str:
    """Return the letters and digits alone, so that titles compare by what they say."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def _parts(text: str, block: Block, place: Place, language: str) -> Iterator[Segment]:
    words = block.span.of(text)
    kind = block.kind
    if kind in _MAY_BE_OTHER:
        told = kind_of(words, place, language)
        kind = told if kind is None or told in _TOLD_BY_WORDS else kind
    at = 0
    if kind is SegmentKind.PARAGRAPH and (at := dateline_end(words, place, language)):
        cut = block.span.start + len(words[:at].rstrip())
        yield Segment(SegmentKind.DATELINE, Span(block.span.start, cut), page=block.page)
    yield Segment(
        kind or SegmentKind.PARAGRAPH, Span(block.span.start + at, block.span.end), page=block.page
    )
