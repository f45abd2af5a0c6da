"""A text's blocks into segments: each gets its kind, datelines are cut off their paragraphs."""

import re
from collections.abc import Iterator, Sequence

from furphy.ingest.blocks import Block, blocks
from furphy.ingest.kinds import Place, dateline_end, is_title, kind_of
from furphy.model.document import Segment, SegmentKind
from furphy.model.text import Span


def segmented(text: str, title: str | None = None, language: str = "en") -> tuple[Segment, ...]:
    """Split plain text into segments; ``title`` is the title given beside the text, if any."""
    return labelled(text, list(blocks(text)), title, language)


def labelled(
    text: str, found: Sequence[Block], title: str | None = None, language: str = "en"
) -> tuple[Segment, ...]:
    """Give each block its kind; segments come in order and hold all that the blocks hold."""
    first = 1 if found and found[0].kind is None and _heads(text, found, title) else 0
    segments = [Segment(SegmentKind.TITLE, found[0].span, page=found[0].page)] if first else []
    for index, block in enumerate(found[first:]):
        place = Place(index, len(found) - first, block.alone)
        segments += _parts(text, block, place, language)
    return tuple(segments)


def _heads(text: str, found: Sequence[Block], title: str | None) -> bool:
    """Tell whether the first block is the document's title."""
    words = found[0].span.of(text)
    if title is not None:
        return folded(words) == folded(title)
    following = found[1].span.of(text) if len(found) > 1 else None
    if kind_of(words, Place(0, len(found), found[0].alone), "en") not in _MAY_BE_TITLE:
        return False
    return is_title(words, following)


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
