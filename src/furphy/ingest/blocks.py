"""Plain text into blocks: what an editor would call paragraphs.

Some texts part paragraphs by blank lines and wrap the lines between them; others give each
paragraph one line. Both occur in one text, so each run of lines is judged by itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from furphy.model.document import SegmentKind
from furphy.model.text import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that stands by itself, without white space at its edges."""

    span: Span
    kind: SegmentKind | None = None
    """What the format itself says it is; None where only the words can tell."""
    page: int | None = None
    alone: bool = True
    """Whether blank lines, or the format, set it off from what surrounds it."""


BULLET = re.compile(
    r"(?:[•‣⁃◦▪▫●○■□–—*·➡▶►✅❗❌✔☑🔹🔸🔺🔻⚡📌-]\ufe0f?\s+|[•●■▪🔹🔸]\ufe0f?(?=\S)"
    r"|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+|\d{1,2}[、．]\s*|[①-⑳]\s*|\(\d{1,2}\)\s*|[一二三四五六七八九十]、\s*)(?=\S)"
)
"""What an item of a list begins with."""

_RUN = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_FINISHED = re.compile(r"[.!?…:;。！？：；][\"'”’»)\]]*$")
_WRAP_WIDEST = 110
"""Longest line that may have been wrapped by a machine."""
_WRAP_NARROWEST = 30
_WRAP_FULL = 0.6
"""A wrapped line is at least so much of the longest one."""


def blocks(text: str, page: int | None = None, start: int = 0) -> Iterator[Block]:
    """Yield the blocks of a text from ``start`` on, in order; together they hold all that shows."""
    for run in _RUN.finditer(text, start):
        lines = [Span(*line.span()) for line in _LINE.finditer(text, *run.span())]
        joined = list(_unwrapped(text, lines))
        for span in joined:
            yield Block(span, page=page, alone=len(joined) == 1)


def _unwrapped(text: str, lines: list[Span]) -> Iterator[Span]:
    """Join lines that a machine broke; leave those that an author ended."""
    widest = max(map(len, lines))
    may_wrap = len(lines) > 1 and _WRAP_NARROWEST <= widest <= _WRAP_WIDEST
    current = lines[0]
    last = lines[0]
    for line in lines[1:]:
        if may_wrap and _runs_on(text, last, line, widest):
            current = Span(current.start, line.end)
        else:
            yield current
            current = line
        last = line
    yield current


def _runs_on(text: str, line: Span, following: Span, widest: int) -> bool:
    words, then = line.of(text), following.of(text)
    if BULLET.match(then):
        return False
    if then[0].islower():
        return True
    full = len(line) + 1 + len(then.split(maxsplit=1)[0]) > _WRAP_FULL * widest
    first_word_had_room = len(line) + 1 + len(then.split(maxsplit=1)[0]) <= widest - 2
    if _FINISHED.search(words) and first_word_had_room:
        return False
    return full and not (first_word_had_room and len(line) < 0.8 * widest)


def composed(parts: Iterable[tuple[str, SegmentKind | None]]) -> tuple[str, list[Block]]:
    """Write parts one below the other, a blank line between them; return text and blocks."""
    text = ""
    pieces: list[str] = []
    found: list[Block] = []
    at = 0
    for words, kind in parts:
        trimmed = words.strip()
        if trimmed:
            found.append(Block(Span(at, at + len(trimmed)), kind))
            pieces.append(trimmed)
            at += len(trimmed) + 2
    text = "\n\n".join(pieces)
    return text, found
