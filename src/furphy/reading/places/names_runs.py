"""Stretches of words that may be a name of a place."""

from collections.abc import Iterator
from dataclasses import dataclass

from furphy.model.text import Span
from furphy.reading.places.names_renown import Register, Renown
from furphy.reading.places.names_words import Words
from furphy.reading.tree import Tree

_LONGEST = 6
"""Words in a run, joiners and hyphens counted."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first`` to ``last`` (not included) that may name a place."""

    first: int
    last: int
    name: str
    renown: Renown

    def meets(self, other: "Run") -> bool:
        """Tell whether the two share a word."""
        return self.first < other.last and other.first < self.last


def runs(tree: Tree, words: Words, text: str, register: Register) -> Iterator[Run]:
    """Yield every run of capitalised words that anything at all speaks for, in reading order."""
    for sentence in tree.sentences:
        for first in range(sentence.first, sentence.last):
            if words.may_begin(first):
                yield from _from(first, min(sentence.last, first + _LONGEST), words, text, register)


def _from(first: int, end: int, words: Words, text: str, register: Register) -> Iterator[Run]:
    for last in range(first + 1, end + 1):
        if words.is_small(last - 1) and last - first == 1:
            continue
        if words.may_end(last - 1):
            span = Span(words.tokens[first].start, words.tokens[last - 1].end)
            name = named(span.of(text))
            if name.lower() in words.excluded or name in words.abbreviated:
                continue
            known = register[name]
            if words.is_article(first) and known == register[name.partition(" ")[2]]:
                continue
            if known.known or words.speaks_for(first, last):
                yield Run(first, last, name, known)
        elif not words.may_join(last - 1):
            return


def named(words: str) -> str:
    """Return the words of a span on one line."""
    return " ".join(words.split())
