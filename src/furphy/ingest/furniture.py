"""What stands in a page's main text but belongs to the site: told by shape, in any language."""

import re
from collections.abc import Iterator, Set

from furphy.ingest.body import Part
from furphy.ingest.segments import folded
from furphy.model.document import SegmentKind

_BARE = re.compile(
    r"https?://\S+\.(?:jpe?g|png|gif|webp|svg)(?:\?\S*)?|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)",
    re.IGNORECASE,
)
_LINK_SHARE = 0.15
"""Where links alone make up more of the words than this, they are what the page is for."""
_LINK_WORDS = 4
"""A link of fewer words may well be the author's: a name, a file, a chapter."""


def set_apart(found: list[Part], links: Set[str], addresses: Set[str]) -> list[Part]:
    """Return the parts, those marked as boilerplate that no author wrote.

    ``links`` are the words of the page's links, ``addresses`` its own. A part counts as furniture
    where it is such an address, that of a picture, or a machine's time stamp; where it is a link
    and nothing else, on a page that is not a list of links; where it is a heading with nothing
    under it.
    """
    marked = [_as_furniture(part) if part[0] in addresses else _bare(part) for part in found]
    marked = _without_links(marked, links)
    return _without_empty_headings(marked)


def _as_furniture(part: Part) -> Part:
    return part[0], SegmentKind.BOILERPLATE


def _bare(part: Part) -> Part:
    return _as_furniture(part) if _BARE.fullmatch(part[0]) else part


def _without_links(found: list[Part], links: Set[str]) -> list[Part]:
    alone = [
        kind is None and words in links and len(words.split()) >= _LINK_WORDS
        for words, kind in found
    ]
    linked = sum(len(part[0]) for part, link in zip(found, alone, strict=True) if link)
    if linked > _LINK_SHARE * sum(len(part[0]) for part in found):
        return found
    return [_as_furniture(part) if link else part for part, link in zip(found, alone, strict=True)]


def _without_empty_headings(found: list[Part]) -> list[Part]:
    last = len(found)
    while last and found[last - 1][1] in {SegmentKind.HEADING, SegmentKind.BOILERPLATE}:
        last -= 1
    return found[:last] + list(map(_as_furniture, found[last:])) if last else found


def titled(found: list[Part], title: str | None) -> list[Part]:
    """Put the title first; where the main text repeats it, once is enough."""
    if title is None:
        return found
    same = folded(title)
    return [(title, SegmentKind.TITLE), *_without_repeats(found, same)]


def _without_repeats(found: list[Part], title: str) -> Iterator[Part]:
    for index, part in enumerate(found):
        words = folded(part[0])
        repeats = words == title or (
            part[1] is SegmentKind.HEADING and index < 3 and (words in title or title in words)  # noqa: PLR2004 (the first few)
        )
        if not repeats or not words:
            yield part
