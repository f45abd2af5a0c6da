"""Find what stands in quotation marks, segment by segment.

Marks are read from the lexicon. A mark opens where a word begins after it and closes where one has
ended before it; quotation marks that open and close alike are told apart by the blanks beside them.
A quotation never runs over the end of its segment: one that is not closed there ends there, and if
the next segment begins with an opening mark of the same kind it is the same speech going on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from furphy import lexicon
from furphy.model.document import Note, Segment
from furphy.model.quotation import Quotation
from furphy.model.text import Span
from furphy.reading.parsing import UNREAD
from furphy.reading.stage import Draft, stage

# Marks may nest a few deep; deeper is a text that only looks quoted, or an attack on readers.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Marks:
    pattern: re.Pattern[str]
    closers: dict[str, frozenset[str]]
    """Opening mark to the marks that may close it."""
    apostrophes: frozenset[str]


@dataclass(slots=True)
class _Open:
    mark: str
    at: int


@stage(gives=[Quotation, Note])
def quotations(draft: Draft) -> Iterator[Quotation | Note]:
    """Yield each quotation in reading order, with a note on each that is never closed."""
    hanging = ""
    segments = [each for each in draft.document.segments if each.kind not in UNREAD]
    for segment, following in zip_longest(segments, segments[1:]):
        found, left = _in_segment(draft.text, segment.span, hanging)
        opened = _opening_mark(draft.text, following)
        hanging = left.mark if left and left.mark == opened else ""
        yield from found
        if left and not hanging:
            yield Note(
                "unclosed-quotation",
                "a quotation is not closed; it is taken to end with its paragraph",
                Span(left.at, left.at + len(left.mark)),
            )


def _opening_mark(text: str, segment: Segment | None) -> str:
    """Return the mark a segment begins with, if it begins with one."""
    if segment is None:
        return ""
    found = _marks().pattern.match(text, segment.span.start)
    return found[0] if found else ""


def _in_segment(text: str, within: Span, hanging: str) -> tuple[list[Quotation], _Open | None]:
    """Return the quotations of a segment and the outermost mark left open at its end."""
    marks = _marks()
    stack: list[_Open] = []
    found: list[Quotation] = []
    for match in marks.pattern.finditer(text, within.start, within.end):
        mark, at = match[0], match.start()
        level = _closes(text, within, match, stack)
        if level is not None:
            del stack[level + 1 :]
            opened = stack.pop()
            continues = opened.at == within.start and opened.mark == hanging
            found.append(_quotation(opened, at + len(mark), len(mark), len(stack), continues))
        elif len(stack) < _DEEPEST and _opens(text, within, match):
            stack.append(_Open(mark, at))
    left = next((each for each in stack if each.mark not in marks.apostrophes), None)
    if left:
        end = within.end
        inner = Span(left.at + len(left.mark), end)
        continues = left.at == within.start and left.mark == hanging
        found.append(Quotation(Span(left.at, end), inner, 0, closed=False, continues=continues))
    found.sort(key=lambda each: (each.span.start, -each.span.end))
    return found, left


def _quotation(opened: _Open, end: int, width: int, depth: int, continues: bool) -> Quotation:
    inner = Span(opened.at + len(opened.mark), end - width)
    return Quotation(Span(opened.at, end), inner, depth, continues=continues)


def _closes(text: str, within: Span, match: re.Match[str], stack: list[_Open]) -> int | None:
    """Return the level of the open mark that this one closes."""
    mark, marks = match[0], _marks()
    before = text[match.start() - 1] if match.start() > within.start else " "
    after = text[match.end()] if match.end() < within.end else " "
    for level in range(len(stack) - 1, -1, -1):
        opened = stack[level]
        if mark not in marks.closers[opened.mark]:
            continue
        if mark in marks.apostrophes and after.isalnum():
            return None
        if mark == opened.mark and before.isspace() and not after.isspace():
            return None
        return level
    return None


def _opens(text: str, within: Span, match: re.Match[str]) -> bool:
    mark, marks = match[0], _marks()
    if mark not in marks.closers:
        return False
    before = text[match.start() - 1] if match.start() > within.start else " "
    after = text[match.end()] if match.end() < within.end else " "
    if after.isspace():
        return False
    if mark in marks.apostrophes or mark in marks.closers[mark]:
        return not before.isalnum() and (mark not in marks.apostrophes or after.isalpha())
    return True


@cache
def _marks() -> _Marks:
    closers: dict[str, set[str]] = {}
    apostrophes: set[str] = set()
    every: set[str] = set()
    for row in lexicon.rows("quotation_marks", "any"):
        closers.setdefault(row["open"], set()).add(row["close"])
        every |= {row["open"], row["close"]}
        if row["apostrophe"] == "yes":
            apostrophes |= {row["open"], row["close"]}
    pattern = "|".join(map(re.escape, sorted(every, key=len, reverse=True)))
    frozen = {mark: frozenset(ends) for mark, ends in closers.items()}
    return _Marks(re.compile(pattern), frozen, frozenset(apostrophes))
