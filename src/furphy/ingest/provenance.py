"""What a document itself says it was made from: source lines, forwards, links to an original."""

import re
from collections.abc import Iterator, Mapping, Sequence

from furphy.lexicon.page import openers
from furphy.model.document import DerivationKind, DerivedFrom, Segment, SegmentKind

_ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]]")
_EDGES = ' \t\n.,;:()[]（）"“”'
_NO_NAME = "-"
_LONGEST_NAME = 120


def derived_from(
    text: str,
    segments: Sequence[Segment],
    links: Mapping[str, str] | None = None,
    language: str = "en",
) -> tuple[DerivedFrom, ...]:
    """Return the document's statements of where it comes from, in reading order.

    ``links`` maps the words of a page's links to their addresses.
    """
    return tuple(_found(text, segments, links or {}, language))


def _found(
    text: str, segments: Sequence[Segment], links: Mapping[str, str], language: str
) -> Iterator[DerivedFrom]:
    for segment in segments:
        if segment.kind is not SegmentKind.SOURCE_LINE:
            continue
        words = segment.span.of(text)
        opening = openers("source_lines", language).open(words)
        if opening is None or opening.row["kind"] == _NO_NAME:
            continue
        target = _target(words, words[opening.end :].strip(_EDGES), links)
        if target:
            yield DerivedFrom(DerivationKind(opening.row["kind"]), target, segment.span)


def _target(line: str, rest: str, links: Mapping[str, str]) -> str | None:
    """Return the address a source line gives, else the one its words link to, else its words."""
    if address := _ADDRESS.search(line):
        return address[0]
    for words, linked in links.items():
        if words and (words in rest or rest in words or words == line.strip(_EDGES)):
            return linked
    return rest if rest and len(rest) <= _LONGEST_NAME else None
