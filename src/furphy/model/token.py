"""Words and sentences, as any parser of ours gives them.

Relations carry the labels of the CLEAR guidelines (Choi & Palmer 2012) in lower case: nsubj, dobj,
ccomp, prep … A reader that knows no syntax gives tokens that are their own heads with an empty
relation; stages then find what the surface shows, and nothing breaks.
"""

from dataclasses import dataclass

from furphy.model.text import Span


@dataclass(slots=True, frozen=True)
class Token:
    """One word or punctuation mark."""

    index: int
    """Its place among all tokens of the document."""
    start: int
    end: int
    text: str
    lemma: str
    """Lower-cased dictionary form."""
    pos: str
    """Universal part of speech: NOUN, VERB, PROPN …; ``X`` where unknown."""
    tag: str
    """Penn Treebank tag for English (it tells tenses apart); empty where unknown."""
    head: int
    """Index of the token it depends on; its own where it is a root."""
    relation: str
    """How it depends on its head; empty where unknown."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(slots=True, frozen=True)
class Sentence:
    """A run of tokens, ``tokens[first:last]`` of the parse."""

    span: Span
    first: int
    last: int


@dataclass(slots=True, frozen=True)
class Name:
    """A stretch that a name tagger takes for a name."""

    span: Span
    kind: str
    """``person``, ``organization``, ``group`` or ``place``."""


@dataclass(slots=True, frozen=True)
class Parse:
    """All the words, sentences and names of a document, in reading order."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
