"""Sources put behind what they say: "… was hit. (Message from the X channel)", "… – Reuters"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from furphy import lexicon
from furphy.model.document import Segment
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.sayings.saying import Saying
from furphy.reading.tree import Tree
from furphy.textkit.edges import trimmed

# What stands around a source in brackets and around what it is the source of.
_AROUND = (":", ".,;")
# Fewer words before a bracket are no statement.
_SHORTEST = 3
_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{2,90})[)\]]")
_DASHED = re.compile(r"[.!?”\"]\s+[–—-]{1,2}\s*([^–—\n.,;:]{2,60})\.?\s*\Z")


def from_trailing(
    tree: Tree, text: str, segments: tuple[Segment, ...], language: str
) -> Iterator[Saying]:
    """Yield what is followed by its source in brackets or behind a dash."""
    for segment in segments:
        start = segment.span.start
        for match in _BRACKETED.finditer(text, segment.span.start, segment.span.end):
            if not _ends_statement(text, match.start(), match.end(), segment.span):
                continue
            named = _named(tree, text, Span(*match.span(1)), language)
            if named:
                yield from _saying(tree, text, Span(start, match.start()), named)
                start = match.end()
        dashed = _DASHED.search(text, start, segment.span.end)
        if dashed:
            named = _named(tree, text, Span(*dashed.span(1)), language)
            if named:
                yield from _saying(tree, text, Span(start, dashed.start() + 1), named)


def _ends_statement(text: str, start: int, end: int, within: Span) -> bool:
    """Tell whether a bracket stands behind a sentence, before or after its full stop."""
    before = text[within.start : start].rstrip()
    after = text[end : within.end].lstrip()
    return bool(before) and (before[-1] in '.!?”"' or after[:1] in (".", ""))


def _named(tree: Tree, text: str, inside: Span, language: str) -> tuple[Span, Span] | None:
    """Return the opener and the source that brackets hold; None where they hold something else."""
    opener = _openers(language).match(text, inside.start, inside.end)
    if opener:
        source = trimmed(text, Span(opener.end(), inside.end), *_AROUND)
        return (Span(*opener.span(1)), source) if len(source) else None
    words = tree.within(inside)
    if words and all(_is_name(word) for word in words) and _is_outlet(words):
        return Span(inside.start, inside.start), trimmed(text, inside, *_AROUND)
    return None


def _is_name(word: Token) -> bool:
    return word.pos in ("PROPN", "DET", "PART") or word.text == "."


def _is_outlet(words: Sequence[Token]) -> bool:
    known = lexicon.words("outlets", lexicon.ENGLISH)
    return any(word.text.lower() in known for word in words)


def _saying(tree: Tree, text: str, before: Span, named: tuple[Span, Span]) -> Iterator[Saying]:
    opener, source = named
    content = trimmed(text, before, *_AROUND)
    if len(content) > 1 and len(tree.within(content)) >= _SHORTEST:
        cue = (opener,) if len(opener) else ()
        yield Saying((source,), cue, (content,), "trailing", "neutral")


@cache
def _openers(language: str) -> re.Pattern[str]:
    openers = sorted(lexicon.words("trailing_sources", language), key=len, reverse=True)
    words = "|".join(map(re.escape, openers))
    return re.compile(rf"({words})(?::\s*|\s+)(?=\S)", re.IGNORECASE)
