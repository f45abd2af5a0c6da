"""The words by which a page marks its own parts: captions, source lines, disclaimers, bylines.

Each ``page_*.tsv`` lists openers: words that begin a paragraph of one kind, and in the column
``then`` what must follow for them to count:

``colon``
    a colon, so that "Source: the ministry" counts and "Source code leaked" does not
``any``
    anything at all
``end``
    nothing but marks: the words are the whole paragraph
``name``
    a word that begins with a capital, or a handle
"""

import re
from dataclasses import dataclass
from functools import cache

from furphy.errors import LexiconError
from furphy.lexicon import Row, rows

_THEN = {
    "colon": r"\s*[:：]",
    "any": r"(?!\w)",
    "end": r"\W*$",
    "name": r"\s*[:：]?\s+(?-i:(?=[^\W\d_a-z]|@))",
}
# What may stand before an opener: brackets, dashes, emphasis and pictographs, but no letters.
_LEAD = r"[^\w\n\"“”„«»'‘’@#]{0,8}"


@dataclass(frozen=True, slots=True)
class Opening:
    """An opener met at the head of a paragraph."""

    row: Row
    end: int
    """Where the opener, with its colon, ends in the paragraph."""


@dataclass(frozen=True, slots=True)
class Openers:
    """All openers of one kind in one language."""

    by_words: dict[str, Row]
    pattern: re.Pattern[str]

    def open(self, paragraph: str) -> Opening | None:
        """Return the longest opener that heads the paragraph, if any does."""
        match = self.pattern.match(paragraph)
        if match is None:
            return None
        words = " ".join(match["words"].casefold().replace("’", "'").split())
        return Opening(self.by_words[words], match.end())


@cache
def openers(kind: str, language: str) -> Openers:
    """Read ``page_<kind>.tsv``; a language that lacks the file has no openers.

    Raises :class:`LexiconError` where ``then`` holds a word that means nothing.
    """
    by_words: dict[str, Row] = {}
    parts: list[str] = []
    found = rows(f"page_{kind}", language)
    for row in sorted(found, key=lambda each: len(each["words"]), reverse=True):
        words = row["words"].casefold()
        if row["then"] not in _THEN:
            raise LexiconError(
                f"{language}/page_{kind}.tsv: {words}: no such follower {row['then']}"
            )
        by_words[words] = row
        spelt = r"\s+".join(map(re.escape, words.split())).replace("'", "['’]")
        parts.append(f"{spelt}(?={_THEN[row['then']]})")
    choice = "|".join(parts) or r"(?!)"
    # "Source:" counts with its colon, so that what follows is the name alone.
    pattern = re.compile(rf"{_LEAD}(?i:(?P<words>{choice}))(?:\s*[:：])?")
    return Openers(by_words, pattern)
