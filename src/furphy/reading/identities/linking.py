"""Tell which identity a document's source is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from furphy.model.attribution import Source
from furphy.model.identity import Identity
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.tree import Tree

Who = TypeVar("Who")


def with_identities(
    tree: Tree, sources: Sequence[Source], identities: Sequence[Identity]
) -> tuple[Source, ...]:
    """Return sources with the number of the identity that most of their mentions are of."""
    heads: dict[int, int] = {}
    for number, identity in enumerate(identities):
        for mention in identity.mentions:
            head = head_of(tree, mention.span)
            if head is not None:
                heads[head.index] = number
    return tuple(replace(each, identity=bearer_of(tree, each, heads)) for each in sources)


def head_of(tree: Tree, span: Span) -> Token | None:
    """Return the word of a stretch that its other words hang on."""
    words = tree.within(span)
    inside = {word.index for word in words}
    own = [word for word in words if word.head not in inside or word.head == word.index]
    return next((word for word in own if word.text[0].isalnum()), None)


def bearer_of(tree: Tree, source: Source, heads: Mapping[int, Who]) -> Who | None:
    """Return who a source is: whom its name points to, or else most of its other mentions."""
    words = source.name.rpartition(",")[2].split()
    # A description ("head of HUR") ends with the name of something else.
    name = words[-1] if words and all(word[0].isupper() for word in words) else ""
    named = [span for span in source.mentions if any(_saying(tree, span, name))]
    for spans in (named, source.mentions):
        met = [who for span in spans if (who := _at(tree, span, heads, name)) is not None]
        if met:
            counts = Counter(id(who) for who in met)
            most = counts.most_common(1)[0][0]
            return next(who for who in met if id(who) == most)
    return None


def _saying(tree: Tree, span: Span, word: str) -> Iterator[Token]:
    """Yield the tokens of a stretch that are a word."""
    return (token for token in tree.within(span) if token.text == word)


def _at(tree: Tree, span: Span, heads: Mapping[int, Who], name: str) -> Who | None:
    head = head_of(tree, span)
    # "Obama and Clinton": two together are neither of them.
    if head is None or any(span.holds(each.span) for each in tree.children(head, ("conj",))):
        return None
    # "the mayor of Kyiv, Vitali Klitschko"
    beside = (*tree.children(head, ("appos",)), *_saying(tree, span, name))
    return next((heads[each.index] for each in (head, *beside) if each.index in heads), None)
