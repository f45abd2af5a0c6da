"""Where sentences stand, in any language that ends them with a stop: enough to align texts by."""

import re

from furphy.model.text import Span

LONGEST = 600
"""Characters of a sentence; a longer one is cut, so that no text is one sentence."""

_END = re.compile(
    r"[.!?…]+[\"'”’»)\]]*(?=\s+[^\s\W_a-zа-яёіїєґ]|\s+[\"'“„«(\[—–-]|\s*$)|[。！？]+[”’」』）]*|[\n\r]+"
)
_INITIAL = re.compile(r"(?:^|[\s(«„“])[^\W\d_]\.$")
_LOOK_BACK = 4


def sentences(text: str, most: int) -> list[Span]:
    """Return the sentences of a text in order, no more than ``most``, blanks around left out."""
    found: list[Span] = []
    start = 0
    for end in _ends(text):
        for first in range(start, end, LONGEST):
            _add(found, text, first, min(first + LONGEST, end))
            if len(found) >= most:
                return found
        start = end
    return found


def _ends(text: str) -> list[int]:
    ends = [
        each.end()
        for each in _END.finditer(text)
        if not _INITIAL.search(text[max(0, each.end() - _LOOK_BACK) : each.end()])
    ]
    return [*ends, len(text)]


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    part = text[start:end]
    kept = part.strip()
    if any(char.isalnum() for char in kept):
        first = start + len(part) - len(part.lstrip())
        found.append(Span(first, first + len(kept)))
