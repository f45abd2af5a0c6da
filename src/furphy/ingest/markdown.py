"""Markdown to a document; what its marks say becomes the kind of a segment, and the marks go.

Reads the block marks of CommonMark (https://spec.commonmark.org/0.31.2) that people write by hand:
headings, quotes, lists, fences, pictures, and a YAML-like head of ``name: value`` lines.
"""

import re
from collections.abc import Iterator

from furphy.errors import UnreadableDocument
from furphy.ingest.blocks import composed
from furphy.ingest.body import Part
from furphy.ingest.capture import Capture
from furphy.ingest.characters import cleaned, oddities
from furphy.ingest.dates import interval
from furphy.ingest.encoding import decoded
from furphy.ingest.language import language_of
from furphy.ingest.provenance import derived_from
from furphy.ingest.publication import Stated, publication
from furphy.ingest.segments import labelled
from furphy.model.document import Basis, Document, SegmentKind

_HEAD = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(\w[\w-]*):[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\(\s*<?([^)\s>]+)>?[^)\n]*\)")
_AUTOLINK = re.compile(r"<(https?://[^>\s]+)>")
_STRONG = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w\\*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)([^`\n]+?)\1(?!`)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def read_markdown(capture: Capture) -> Document:
    """Read Markdown; raises :class:`UnreadableDocument` where it holds no words."""
    source = decoded(capture.data, [capture.charset])
    written, notes = cleaned(source.text)
    head = _HEAD.match(written.removeprefix("\ufeff"))
    fields = (
        {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(head[1])}
        if head
        else {}
    )
    body = written.removeprefix("\ufeff")[head.end() if head else 0 :]
    text, found = composed(_titled(list(_parts(body.split("\n"))), fields.get("title")))
    if not found:
        raise UnreadableDocument("the file holds no words")
    segments = labelled(text, found)
    title = next((each.span.of(text) for each in segments if each.kind is SegmentKind.TITLE), None)
    dated = interval(fields["date"], Basis.METADATA) if "date" in fields else None
    stated = Stated(capture.published, dated)
    published, dating = publication(text, segments, capture.url, stated)
    return Document(
        id=capture.id,
        key=capture.key,
        text=text,
        segments=segments,
        language=fields.get("lang") or language_of(text),
        url=capture.url,
        title=title,
        author=fields.get("author"),
        published=published,
        derived_from=derived_from(text, segments, _links(body)),
        notes=(*source.notes, *notes, *dating, *oddities(text)),
    )


def _titled(found: list[Part], title: str | None) -> list[Part]:
    """Make the first heading the title where it stands on top; a head's own title comes first."""
    if title:
        return [(title, SegmentKind.TITLE), *(part for part in found if part[0] != title)]
    if found and found[0][1] is SegmentKind.HEADING:
        return [(found[0][0], SegmentKind.TITLE), *found[1:]]
    return found


def _parts(lines: list[str]) -> Iterator[Part]:
    """Yield parts; lines that follow each other without a mark are one part."""
    words: list[str] = []
    kind: SegmentKind | None = None
    fenced = False
    for line in [*lines, ""]:
        if _FENCE.match(line):
            fenced = not fenced
            continue
        if _UNDERLINE.match(line) and words and kind is None and not fenced:
            yield _plain(" ".join(words)), SegmentKind.HEADING
            words = []
            continue
        mark, rest = (None, line) if fenced else _marked(line)
        begins = mark is not None and (mark is not SegmentKind.QUOTATION or kind is not mark)
        if begins or not rest.strip():
            if words:
                yield _plain(" ".join(words)), kind
            words, kind = [], mark
        if rest.strip():
            words.append(rest.strip())


def _marked(line: str) -> tuple[SegmentKind | None, str]:
    """Return what a line's mark makes of it, and the line without its mark."""
    if _RULE.match(line):
        return None, ""
    if match := _HEADING.match(line):
        return SegmentKind.HEADING, match[2]
    if match := _PICTURE.fullmatch(line.strip()):
        return SegmentKind.CAPTION, match[1]
    for mark, kind in ((_QUOTE, SegmentKind.QUOTATION), (_BULLET, SegmentKind.LIST_ITEM)):
        if match := mark.match(line):
            return kind, line[match.end() :]
    return SegmentKind.LIST_ITEM if _NUMBER.match(line) else None, line


def _plain(words: str) -> str:
    """Take the marks out of a line, leave its words."""
    for pattern, instead in (
        (_PICTURE, r"\1"),
        (_LINK, r"\1"),
        (_AUTOLINK, r"\1"),
        (_STRONG, r"\2"),
        (_EMPHASIS, r"\2"),
        (_CODE, r"\2"),
        (_ESCAPE, r"\1"),
    ):
        words = pattern.sub(instead, words)
    return words


def _links(body: str) -> dict[str, str]:
    return {_plain(words): address for words, address in _LINK.findall(body)}
