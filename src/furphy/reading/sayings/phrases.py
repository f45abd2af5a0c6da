"""Attributions whose cue is a set phrase: "according to X", "reportedly"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.text import Span, Spans
from furphy.model.token import Token
from furphy.reading.sayings.arguments import is_verb, source_words
from furphy.reading.sayings.saying import Saying
from furphy.reading.tree import Tree


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the lexicon, word by word."""

    words: tuple[str, ...]
    named: bool
    """Whether its source follows it."""
    stance: str


@cache
def _phrases(language: str) -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for row in lexicon.rows("cue_phrases", language):
        words = tuple(row["phrase"].split())
        phrase = Phrase(words, row["side"] == "after", row["stance"])
        found.setdefault(words[0], []).append(phrase)
    return {
        first: tuple(sorted(each, key=lambda phrase: -len(phrase.words)))
        for first, each in found.items()
    }


def from_phrases(tree: Tree, language: str) -> Iterator[Saying]:
    """Yield what set phrases attribute; the content is the rest of their clause."""
    phrases = _phrases(language)
    for token in tree.tokens:
        for phrase in phrases.get(token.text.lower(), ()):
            words = tree.tokens[token.index : token.index + len(phrase.words)]
            if tuple(word.text.lower() for word in words) == phrase.words:
                yield from (
                    _named(tree, words, phrase) if phrase.named else _bare(tree, words, phrase)
                )
                break


def _named(tree: Tree, words: tuple[Token, ...], phrase: Phrase) -> Iterator[Saying]:
    noun = _governed(tree, words[-1])
    if noun is None:
        return
    skip = set(tree.subtree(words[0])) | {word.index for word in words}
    skip |= set(tree.subtree(noun))
    content = _rest(tree, words[0], skip)
    yield from _saying(tree, words, phrase, source_words(tree, noun), content)


def _bare(tree: Tree, words: tuple[Token, ...], phrase: Phrase) -> Iterator[Saying]:
    content = _clause_of(tree, words[0], {word.index for word in words})
    yield from _saying(tree, words, phrase, (), content)


def _saying(
    tree: Tree, words: tuple[Token, ...], phrase: Phrase, source: Spans, content: list[int]
) -> Iterator[Saying]:
    if content:
        cue = (Span(words[0].start, words[-1].end),)
        rule = f"phrase:{' '.join(phrase.words)}"
        yield Saying(source, cue, tree.spans(content), rule, phrase.stance)


def _governed(tree: Tree, preposition: Token) -> Token | None:
    """Return the noun a preposition governs; the next noun where no parser ran."""
    noun = tree.child(preposition, ("pobj", "pcomp"))
    if noun:
        return noun
    for token in tree.tokens[preposition.index + 1 : preposition.index + 6]:
        if token.pos in ("NOUN", "PROPN", "PRON") and token.relation not in ("compound", "poss"):
            return token
    return None


def _clause_of(tree: Tree, word: Token, skip: set[int]) -> list[int]:
    """Return the clause an adverb stands in."""
    head = tree.head(word)
    while not is_verb(head) and head.head != head.index:
        head = tree.head(head)
    return trimmed(tree, [i for i in tree.subtree(head) if i not in skip])


def _rest(tree: Tree, word: Token, skip: set[int]) -> list[int]:
    """Return the sentence around a phrase, less the phrase and its source."""
    sentence = tree.sentence_of(word)
    rest = [i for i in range(sentence.first, sentence.last) if i not in skip]
    return trimmed(tree, rest)


def trimmed(tree: Tree, indexes: list[int]) -> list[int]:
    """Drop punctuation at both edges."""
    while indexes and tree.tokens[indexes[-1]].tag in (",", ".", ":", "-RRB-", "-LRB-", "HYPH"):
        indexes = indexes[:-1]
    while indexes and tree.tokens[indexes[0]].tag in (",", ".", ":", "-RRB-", "HYPH"):
        indexes = indexes[1:]
    return indexes
