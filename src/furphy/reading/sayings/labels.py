"""Attributions by layout: "Ministry: dam has failed", "Dam has failed: ministry", transcripts."""

from collections.abc import Iterator, Sequence

from furphy.model.document import Segment, SegmentKind
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.sayings.phrases import trimmed
from furphy.reading.sayings.saying import Saying
from furphy.reading.tree import Tree

# A label is a name or an office; more words than this before a colon are a clause.
_LONGEST_LABEL = 6
_SHORTEST_HEADLINE = 3
_HEADLINES = frozenset({SegmentKind.TITLE, SegmentKind.HEADING})


def from_labels(tree: Tree, segments: tuple[Segment, ...]) -> Iterator[Saying]:
    """Yield what stands behind a name and a colon, and in headlines before one."""
    for segment in segments:
        words = tree.within(segment.span)
        colon = next((i for i, word in enumerate(words) if word.text == ":"), None)
        if colon is None:
            continue
        first = 1 if words[0].tag == "``" else 0
        before, after = words[first:colon], words[colon + 1 :]
        if _is_label(before) and len(after) > 1:
            yield _saying(tree, before, words[colon], after)
        elif segment.kind in _HEADLINES and _is_label(after) and len(before) >= _SHORTEST_HEADLINE:
            yield _saying(tree, after, words[colon], before)


def _is_label(words: Sequence[Token]) -> bool:
    if not 0 < len(words) <= _LONGEST_LABEL or words[-1].pos not in ("PROPN", "NOUN"):
        return False
    named = any(word.pos == "PROPN" and not word.text.isdigit() for word in words)
    return named and all(
        word.pos in ("PROPN", "ADJ", "NOUN", "PART", "DET", "PUNCT")
        and word.text not in (",", "“", '"')
        and (word.text[0].isupper() or word.pos == "PART" or not word.text.isalpha())
        for word in words
    )


def _saying(tree: Tree, source: Sequence[Token], colon: Token, content: Sequence[Token]) -> Saying:
    indexes = trimmed(tree, [word.index for word in content])
    return Saying(
        (Span(source[0].start, source[-1].end),),
        (Span(colon.start, colon.end),),
        tree.spans(indexes),
        "label",
        "neutral",
    )
