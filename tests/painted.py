"""Write expected spans into the text itself: ``{Ann} <said> [the dam broke].``

``{}`` paints a source, ``<>`` a cue, ``[]`` a content or scope; a role painted twice has two parts.
"""

import re
from dataclasses import dataclass

from furphy.model.text import Span

_ROLES = {"{": "source", "}": "source", "<": "cue", ">": "cue", "[": "content", "]": "content"}


@dataclass(frozen=True)
class Painting:
    text: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def unpaint(painted: str) -> Painting:
    """Return the plain text and the spans that were painted in it."""
    text, opened = "", dict[str, int]()
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for piece in re.split(r"([{}<>\[\]])", painted):
        if piece in ("{", "<", "["):
            opened[_ROLES[piece]] = len(text)
        elif piece in _ROLES:
            spans[_ROLES[piece]].append(Span(opened.pop(_ROLES[piece]), len(text)))
        else:
            text += piece
    return Painting(text, *(tuple(spans[role]) for role in ("source", "cue", "content")))
