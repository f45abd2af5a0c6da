"""What a number counts or measures, found in the parse."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.quantities.amount import Amount
from furphy.reading.quantities.grammar import grammar
from furphy.reading.tree import Tree

_FARTHEST = 9
"""Words between a number and what it counts, at most; a parse that says more has gone astray."""
_DEEPEST = 3
"""Steps from a number, or a word within it, to the noun it counts."""
_COUNTS = frozenset({"nummod", "amod", "compound", "quantmod", "nmod", "det", "predet", "poss"})
"""Relations of a number, or of words within it, to the noun it counts."""
_MEASURES = frozenset({"compound", "nmod", "amod", "npadvmod", "nummod", "advmod"})
"""Relations of a unit to what is measured: "a 3-km front", "a 3-kilometer-wide strip"."""
_LEFT_OUT = frozenset({"DT", "PDT", "PRP$", "WDT", "JJR", "IN", "HYPH"})
"""Tags of words before a noun that are no part of what is counted."""
_BEFORE_NOUN = frozenset({"JJ", "VBN", "VBG", "NN", "NNP", "NNPS", "HYPH", "JJS", "JJR"})
"""Tags of words between a number and its noun, where no parse ties them."""
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, and the word by which it hangs in the sentence."""

    noun: Token | None
    """The head of what is counted or measured; None where the words leave it out."""
    span: Span | None
    head: Token
    """The noun counted, else the number itself: what befalls it befalls those counted."""


def counted_by(amount: Amount, tree: Tree, language: str) -> Counted | None:
    """Return what an amount counts; None where its words are not in the parse."""
    words = tree.within(amount.span)
    if not words:
        return None
    parts = grammar(language).parts
    whole = _whole(words[-1], tree, parts["of"])
    if whole is not None:
        # "12 of them": what they are stands elsewhere.
        noun = None if whole.pos == "PRON" else whole
        head = _hanging(words, tree)
    elif amount.measure:
        noun, head = _measured(words, tree), _hanging(words, tree)
    else:
        noun = strong(words[-1], tree, parts["strong"]) or _noun_of(amount, tree)
        head = noun or _hanging(words, tree)
    span = None if noun is None else stretch(noun, words[-1], tree)
    return Counted(noun, span, head)


def noun_after(tree: Tree, number: Token) -> Token | None:
    """Return the noun after a number that the parse says it counts."""
    token = number
    for _ in range(_DEEPEST):
        head = tree.head(token)
        if token.relation not in _COUNTS or head.index == token.index:
            return None
        if head.index > number.index and head.pos in _NOUNS:
            near = head.index - number.index <= _FARTHEST
            return head if near and token.index <= number.index else None
        token = head
    return None


def strong(last: Token, tree: Tree, words: Collection[str]) -> Token | None:
    """Return the noun of a number with "-strong" after it: "a 40-strong unit"."""
    for token in tree.tokens[last.index + 1 : last.index + 3]:
        if token.text.casefold() in words:
            head = tree.head(token)
            return head if head.pos in _NOUNS and head.index > token.index else None
    return None


def _whole(last: Token, tree: Tree, of: Collection[str]) -> Token | None:
    """Return the noun or pronoun after "of": "hundreds of drones", "12 of the soldiers"."""
    after = tree.tokens[last.index + 1 : last.index + 2]
    if not after or after[0].text.casefold() not in of or after[0].relation == "":
        return None
    found = tree.child(after[0], {"pobj", "pcomp"})
    if found is not None and found.index - last.index <= _FARTHEST + 1:
        return found if found.pos in {*_NOUNS, "PRON"} else None
    return None


def _noun_of(amount: Amount, tree: Tree) -> Token | None:
    last = tree.within(amount.span)[-1]
    next_noun = _next_noun(last, tree, plural=amount.high != 1)
    for word in reversed(tree.within(amount.number.span)):
        if noun := noun_after(tree, word):
            # "3,500 Tennessee athletes": the parse may take the name for the noun.
            further = noun.pos == "PROPN" and next_noun and next_noun.index > noun.index
            return next_noun if further else noun
    return next_noun


def _next_noun(last: Token, tree: Tree, *, plural: bool) -> Token | None:
    """Return the head of the run of adjectives and nouns after a number, by their tags alone."""
    found = None
    end = tree.sentence_of(last).last
    for token in tree.tokens[last.index + 1 : min(end, last.index + _FARTHEST)]:
        if token.tag == "NNS" or (not plural and token.tag == "NN"):
            found = token
        elif token.tag not in _BEFORE_NOUN or found is not None:
            break
    return found


def _measured(words: Collection[Token], tree: Tree) -> Token | None:
    """Return the noun that a measure before it tells the size of."""
    last = [*words][-1]
    token = last
    for _ in range(_DEEPEST):
        head = tree.head(token)
        if head.index <= last.index or token.relation not in _MEASURES:
            return None
        if head.pos in _NOUNS:
            between = tree.tokens[last.index + 1 : head.index]
            near = all(each.tag in _BEFORE_NOUN for each in between)
            return head if near and len(between) < _FARTHEST else None
        token = head
    return None


def _hanging(words: Collection[Token], tree: Tree) -> Token:
    """Return the word of an amount by which it hangs in its sentence."""
    inside = {word.index for word in words}
    out = [word for word in words if word.head not in inside or word.head == word.index]
    figures = [word for word in out if word.tag in {"CD", "NNS", "NN"}]
    return (figures or out or [*words])[-1]


def stretch(noun: Token, last: Token, tree: Tree) -> Span | None:
    """Return the noun with the words before it that tell what kind of thing it is."""
    first = last.index + 1
    if noun.index < first:
        return None
    for token in tree.tokens[first : noun.index]:
        leads = token.index == first and token.tag in _LEFT_OUT
        # "152-mm shells", "a 3-kilometer-wide strip": measures are no part of what is measured.
        hyphened = token.index > last.index + 1 and tree.tokens[token.index - 1].tag == "HYPH"
        measure = hyphened and (
            token.relation == "amod" or _is_number(tree.tokens[token.index - 2])
        )
        if leads or measure or _is_number(token) or token.tag == "DT":
            first = token.index + 1
    return Span(tree.tokens[first].start, noun.end)


def _is_number(token: Token) -> bool:
    """Tell a number from a model ("T-72"), which may be tagged as one."""
    return token.tag == "CD" and (token.text[0].isdigit() or token.text.isalpha())


@cache
def worth_noting(language: str) -> frozenset[str]:
    """Return the nouns whose number is worth noting even where it is not told."""
    return lexicon.words("quantity_counted", language)
