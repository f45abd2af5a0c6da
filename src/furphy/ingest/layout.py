"""All that a page shows, in order, without what its markup sets apart as the site's own.

Less exact than a main-text extractor on an article, since it keeps related links and comments;
more complete on a thread, a list or a service page, and the place to look for what was dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement

from furphy.ingest.body import Part
from furphy.model.document import SegmentKind


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNSEEN = _words(
    "script style noscript template svg nav footer aside button select input textarea iframe object"
    " dialog head canvas audio video menu label option"
)
_ASIDE_ROLES = _words(
    "navigation banner contentinfo search dialog alertdialog menu menubar complementary toolbar"
    " tablist"
)
_BLOCKS = _words(
    "p div section article main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr blockquote pre figure"
    " figcaption body header br hr address details summary tbody thead center fieldset html form"
    " td th"
)
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), SegmentKind.HEADING),
    "li": SegmentKind.LIST_ITEM,
    "blockquote": SegmentKind.QUOTATION,
    "figcaption": SegmentKind.CAPTION,
}
_FORM_OF_WORDS = 60
"""A form with fewer words is a form; one with more was put around the whole page."""
_MAIN_OF_LETTERS = 200
_DEEPEST = 400
"""Markup nested deeper than this shows nothing."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One block of a page as it is shown."""

    words: str
    kind: SegmentKind | None
    place: str
    """Tag, and class of the element around it: alike for blocks that are alike."""

    @property
    def part(self) -> Part:
        """The block without its place."""
        return self.words, self.kind


def shown(tree: HtmlElement, without_scripts: bool = False) -> list[Shown]:
    """Return the blocks of a page's main region, or of the whole page where it marks none.

    ``without_scripts`` adds what the page shows to readers whose browser runs none.
    """
    regions = tree.xpath('//main|//*[@role="main"]')
    region = max(regions, key=_letters, default=None)
    if region is None or _letters(region) < _MAIN_OF_LETTERS:
        region = tree.find("body") if tree.find("body") is not None else tree
    unseen = _UNSEEN - {"noscript"} if without_scripts else _UNSEEN
    return list(_merged(_pieces(region, _Setting(unseen))))


def _letters(element: HtmlElement) -> int:
    return len(element.text_content())


@dataclass(frozen=True, slots=True)
class _Setting:
    """What an element inherits from those around it."""

    unseen: frozenset[str]
    kind: SegmentKind | None = None
    place: str = ""
    depth: int = 0


Piece = tuple[str, _Setting, bool]
"""Words, their setting, and whether a block ends before them."""


def _pieces(element: _Element, around: _Setting) -> Iterator[Piece]:
    if _is_unseen(element, around.unseen) or around.depth > _DEEPEST:
        return
    tag = str(element.tag)
    is_block = tag in _BLOCKS
    setting = around
    if is_block:
        parent = element.getparent()
        place = f"{tag} in {parent.get('class') or parent.tag}" if parent is not None else tag
        kind = _KINDS.get(tag, around.kind)
        setting = _Setting(around.unseen, kind, place, around.depth + 1)
    yield element.text or "", setting, is_block
    for child in element:
        yield from _pieces(child, setting)
        yield child.tail or "", setting, str(child.tag) in _BLOCKS
    if is_block:
        yield "", setting, True


def _merged(pieces: Iterator[Piece]) -> Iterator[Shown]:
    """Join the words between two edges of blocks."""
    words: list[str] = []
    current: _Setting | None = None
    for piece, setting, breaks in pieces:
        if breaks:
            if current and (line := " ".join("".join(words).split())):
                yield Shown(line, current.kind, current.place)
            words, current = [], None
        if current is None and piece.strip():
            current = setting
        words.append(piece)
    if current and (line := " ".join("".join(words).split())):
        yield Shown(line, current.kind, current.place)


def _is_unseen(element: _Element, unseen: frozenset[str]) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in unseen or element.get("role") in _ASIDE_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    if tag == "header":
        parent = element.getparent()
        return parent is not None and parent.tag in {"body", "div"} and not element.xpath(".//h1")
    return tag == "form" and len(" ".join(map(str, element.itertext())).split()) < _FORM_OF_WORDS
