"""Parse what a reader reads: every segment but boilerplate and disclaimers, each on its own."""

from collections.abc import Iterator

from furphy.model.document import SegmentKind
from furphy.model.token import Parse
from furphy.reading import spacy_parser
from furphy.reading.stage import Draft, stage
from furphy.reading.tree import Tree

# A disclaimer says what the publisher answers for, a byline and a dateline who wrote and where:
# none of them puts anything forward about the world.
UNREAD = frozenset(
    {
        SegmentKind.BOILERPLATE,
        SegmentKind.DISCLAIMER,
        SegmentKind.BYLINE,
        SegmentKind.DATELINE,
        SegmentKind.SOURCE_LINE,
    }
)


@stage(gives=[Parse, Tree])
def parsing(draft: Draft) -> Iterator[Parse | Tree]:
    """Yield the one parse of a document, and the tree it forms."""
    passages = [each.span for each in draft.document.segments if each.kind not in UNREAD]
    parse = spacy_parser.parse(draft.text, passages)
    yield parse
    yield Tree(parse)
