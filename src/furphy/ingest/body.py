"""The tree of a page's main text, as trafilatura leaves it, into parts with a kind each."""

from collections.abc import Iterator

from lxml.etree import _Element

from furphy.model.document import SegmentKind

Part = tuple[str, SegmentKind | None]

_BLOCKS = {"p", "head", "list", "item", "quote", "table", "row", "code", "div", "figure"}


def parts(body: _Element) -> Iterator[Part]:
    """Yield the parts of a main text in reading order."""
    yield from _parts(body, None)


def _parts(element: _Element, kind: SegmentKind | None) -> Iterator[Part]:
    """Yield an element's own words, broken where a block inside it begins or ends."""
    words = element.text or ""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str):
            words += child.tail or ""
        elif tag in _BLOCKS:
            yield from _lines(words, kind)
            yield from _block(child, kind)
            words = child.tail or ""
        else:
            words += _inline(child) + (child.tail or "")
    yield from _lines(words, kind)


def _block(element: _Element, kind: SegmentKind | None) -> Iterator[Part]:
    tag = element.tag
    if tag == "head":
        yield from _parts(element, SegmentKind.HEADING)
    elif tag == "item":
        yield from _parts(element, SegmentKind.LIST_ITEM)
    elif tag == "quote":
        yield from _parts(element, SegmentKind.QUOTATION)
    elif tag == "row":
        cells = (" ".join("".join(map(str, cell.itertext())).split()) for cell in element)
        yield " | ".join(filter(None, cells)), kind
    elif tag == "code":
        yield "".join(map(str, element.itertext())), kind
    else:
        yield from _parts(element, kind)


def _inline(element: _Element) -> str:
    if element.tag == "lb":
        return "\n"
    words = element.text or ""
    for child in element:
        words += (_inline(child) if isinstance(child.tag, str) else "") + (child.tail or "")
    return words


def _lines(words: str, kind: SegmentKind | None) -> Iterator[Part]:
    """A forced line break sets paragraphs apart more often than it wraps one."""
    for line in words.split("\n"):
        trimmed = " ".join(line.split())
        if trimmed:
            yield trimmed, kind
