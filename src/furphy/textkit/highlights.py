"""Find in a text as it was written the words that a search found in it as it was indexed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from furphy.model.text import Span
from furphy.textkit.search import is_paired, search_text

_CHUNK = re.compile(r"\S+")
_PIECE = re.compile(r"[\w'’‘ʼʹʻ´`′＇\u0300-\u036f\u00ad\u200c\u200d]+")

_SHORT = 40
"""Characters of the longest chunk whose words are kept."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Indexed words in a row, as a query asks for them."""

    words: tuple[str, ...]
    is_open: bool = False
    """Whether the last may go on."""


@dataclass(frozen=True, slots=True)
class _Word:
    word: str
    span: Span


def highlights(text: str, sought: Sequence[Sought], most: int | None = None) -> list[Span]:
    """Return where in a text the sought words stand, in order; as many as wanted.

    Spans are in code points. Words that run into each other give one span.
    """
    words = [*_indexed(text)]
    found = (
        Span(words[at].span.start, words[at + len(each.words) - 1].span.end)
        for at in range(len(words))
        for each in sought
        if _stands(each, words, at)
    )
    merged: list[Span] = []
    for span in islice(found, most):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def excerpt(text: str, first: Span | None, length: int) -> Span:
    """Return a stretch of a text around a span, or its beginning, cut between words."""
    start = 0 if first is None else max(0, first.start - length // 3)
    end = min(len(text), start + length)
    while start and start < end and not text[start - 1].isspace() and not is_paired(text[start]):
        start += 1
    while end < len(text) and end > start and not (text[end].isspace() or is_paired(text[end])):
        end -= 1
    lost = first is not None and not (start <= first.start and first.end <= end)
    if lost or end <= start:
        start = 0 if first is None else first.start
        end = min(len(text), start + length)
    return Span(start, end)


def _stands(sought: Sought, words: Sequence[_Word], at: int) -> bool:
    last = at + len(sought.words) - 1
    if last >= len(words) or any(
        word != words[at + order].word for order, word in enumerate(sought.words[:-1])
    ):
        return False
    found, wanted = words[last].word, sought.words[-1]
    return found.startswith(wanted) if sought.is_open else found == wanted


def _indexed(text: str) -> Iterator[_Word]:
    """Yield the words that are indexed of a text, each with the words they were made of."""
    for chunk in _CHUNK.finditer(text):
        piece = Span(chunk.start(), chunk.end())
        if _is_paired_in(chunk[0]):
            yield from _paired(chunk[0], piece.start)
        else:
            yield from _parts(chunk[0], piece.start)


def _is_paired_in(chunk: str) -> bool:
    return not chunk.isascii() and any(map(is_paired, unicodedata.normalize("NFKC", chunk)))


def _words(chunk: str) -> tuple[str, ...]:
    """Return the words that are indexed of a chunk; texts have the same short ones all the time."""
    return _known(chunk) if len(chunk) <= _SHORT else tuple(search_text(chunk).split())


@lru_cache(maxsize=20_000)
def _known(chunk: str) -> tuple[str, ...]:
    return tuple(search_text(chunk).split())


def _parts(chunk: str, start: int) -> Iterator[_Word]:
    """Yield the words of a chunk between blanks; told apart where its pieces give the same."""
    whole = _words(chunk)
    pieces = [*_PIECE.finditer(chunk)]
    apart = [(_words(each[0]), each) for each in pieces]
    if tuple(word for words, _ in apart for word in words) == whole:
        for words, piece in apart:
            for word in words:
                yield _Word(word, Span(start + piece.start(), start + piece.end()))
    else:
        yield from (_Word(word, Span(start, start + len(chunk))) for word in whole)


def _paired(chunk: str, start: int) -> Iterator[_Word]:
    """Yield the pairs of a chunk, and what stands between, each with its own characters."""
    at = 0
    while at < len(chunk):
        end = at + 1
        is_pair = is_paired(chunk[at])
        while end < len(chunk) and is_paired(chunk[end]) == is_pair:
            end += 1
        if is_pair:
            for first in range(at, end):
                pair = chunk[first : min(first + 2, end)]
                yield _Word(pair, Span(start + first, start + first + len(pair)))
        else:
            yield from _parts(chunk[at:end], start + at)
        at = end
