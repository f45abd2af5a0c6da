"""Find where the sentences of a text end, in any language with full stops."""

import re
from collections.abc import Iterator

from furphy.model.text import Span

_END = re.compile(r"[。！？]+[”」』）]*|[.!?…]+[»”\"')]*(?=\s|$)|\n+")
_ABBREVIATED = re.compile(r"(?:^|[\s(«“\"])[^\W\d_]{1,2}\.$|\b[A-Z][a-z]{2}\.$")
_LONGEST = 1_000
"""Characters after which a sentence without an end is cut."""


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of text, without blanks at their edges.

    A full stop ends none behind one or two letters ("г. Киев"), or before a small letter.
    """
    start = within.start
    for match in _END.finditer(text, within.start, within.end):
        end = match.end()
        if match.group()[0] == "." and not _ends(text, start, end):
            continue
        yield from _cut(text, start, end)
        start = end
    yield from _cut(text, start, within.end)


def _ends(text: str, start: int, end: int) -> bool:
    following = text[end : end + 4].lstrip()[:1]
    if following.islower():
        return False
    return not _ABBREVIATED.search(text[max(start, end - 12) : end])


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for at in range(start, end, _LONGEST):
        yield Span(at, min(at + _LONGEST, end))
