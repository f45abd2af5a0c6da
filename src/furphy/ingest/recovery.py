"""What a main-text extractor dropped from the middle of an article, put back where it stood."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from furphy.ingest.body import Part
from furphy.ingest.layout import Shown
from furphy.ingest.segments import folded
from furphy.model.document import SegmentKind

_ALIKE = 3
"""So many kept paragraphs stand in the same place before another there counts as one of them."""
_CAPTION_WORDS = 8
"""A shorter caption only names who took the picture."""
_PARAGRAPH = 80
"""Characters below which a block may be a label."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the extractor kept: each part's words, and all of them in one string."""

    at: dict[str, int]
    words: str


def recovered(main: Sequence[Part], page: Sequence[Shown]) -> list[Part]:
    """Return the main text with what was dropped of it.

    Put back are paragraphs that stand in the same place of the page as others which were kept and,
    between the first and the last kept part, captions and quoted posts.
    """
    folds = [folded(words) for words, _ in main]
    kept = _Kept({words: index for index, words in enumerate(folds)}, " ".join(folds))
    met = [kept.at.get(folded(block.words)) for block in page]
    alike = Counter(block.place for block, at in zip(page, met, strict=True) if at is not None)
    inside = [index for index, at in enumerate(met) if at is not None]
    if not inside:
        return list(main)
    following: dict[int, list[Part]] = {}
    last = -1
    for index, (block, at) in enumerate(zip(page, met, strict=True)):
        if at is not None:
            last = max(last, at)
        elif _is_alike(block, kept, alike) or (
            inside[0] < index < inside[-1] and _is_aside(block, kept)
        ):
            following.setdefault(last, []).append(block.part)
    numbered = enumerate(main)
    return following.get(-1, []) + [
        part for index, each in numbered for part in (each, *following.get(index, ()))
    ]


def _is_alike(block: Shown, kept: _Kept, alike: Counter[str]) -> bool:
    """Tell a paragraph that stands where kept ones stand."""
    is_paragraph = block.kind is None and len(block.words) >= _PARAGRAPH
    return is_paragraph and alike[block.place] >= _ALIKE and _is_new(block, kept)


def _is_aside(block: Shown, kept: _Kept) -> bool:
    """Tell a caption or a quoted post."""
    is_long = len(block.words.split()) >= _CAPTION_WORDS
    is_aside = block.kind is SegmentKind.QUOTATION or (
        block.kind is SegmentKind.CAPTION and is_long
    )
    return is_aside and _is_new(block, kept)


def _is_new(block: Shown, kept: _Kept) -> bool:
    words = folded(block.words)
    return bool(words) and words not in kept.words
