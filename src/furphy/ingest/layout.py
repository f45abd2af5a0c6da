"""All that a page shows, in order, without what its markup sets apart as the site's own.

Less exact than a main-text extractor on an article, since it keeps related links and comments;
more complete on a thread, a list or a service page, and the place to look for what was dropped.
"""

from collections.abc import Iterator

from lxml.etree import _Element
from lxml.html import HtmlElement

from furphy.ingest.body import Part
from furphy.model.document import SegmentKind

_UNSEEN = frozenset(
    "script style noscript template svg nav footer aside button select input textarea iframe"
    " object dialog head canvas audio video menu label option".split()
)
_ASIDE_ROLES = frozenset(
    "navigation banner contentinfo search dialog alertdialog menu menubar complementary toolbar"
    " tablist".split()
)
_BLOCKS = frozenset(
    "p div section article main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr blockquote pre figure"
    " figcaption body header br hr address details summary tbody thead center fieldset html form"
    " td th".split()
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


def shown(tree: HtmlElement) -> list[Part]:
    """Return the parts of a page's main region, or of the whole page where it marks none."""
    regions = tree.xpath('//main|//*[@role="main"]')
    region = max(regions, key=_letters, default=None)
    if region is None or _letters(region) < _MAIN_OF_LETTERS:
        region = tree.find("body") if tree.find("body") is not None else tree
    return list(_merged(_pieces(region, None, 0)))


def _letters(element: HtmlElement) -> int:
    return len(element.text_content())


Piece = tuple[str, SegmentKind | None, bool]
"""Words, kind, and whether a block ends before them."""


def _pieces(element: _Element, kind: SegmentKind | None, depth: int) -> Iterator[Piece]:
    if _is_unseen(element) or depth > _DEEPEST:
        return
    tag = str(element.tag)
    is_block = tag in _BLOCKS
    kind = _KINDS.get(tag, kind)
    yield element.text or "", kind, is_block
    for child in element:
        yield from _pieces(child, kind, depth + 1)
        yield child.tail or "", kind, str(child.tag) in _BLOCKS
    if is_block:
        yield "", kind, True


def _merged(pieces: Iterator[Piece]) -> Iterator[Part]:
    """Join the words between two edges of blocks."""
    words, current = "", None
    for piece, kind, breaks in pieces:
        if breaks:
            if line := " ".join(words.split()):
                yield line, current
            words = ""
        if not words.strip():
            current = kind
        words += piece
    if line := " ".join(words.split()):
        yield line, current


def _is_unseen(element: _Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN or element.get("role") in _ASIDE_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    if tag == "header":
        parent = element.getparent()
        return parent is not None and parent.tag in {"body", "div"} and not element.xpath(".//h1")
    return tag == "form" and len(" ".join(map(str, element.itertext())).split()) < _FORM_OF_WORDS
