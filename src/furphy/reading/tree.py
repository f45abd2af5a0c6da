"""The parse as a tree that stages can walk: children, subtrees, the spans they cover."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from furphy.model.text import Span, Spans
from furphy.model.token import Name, Parse, Sentence, Token


class Tree:
    """A document's tokens with the ways between them.

    Where no parser ran every token is its own root, so nothing has children and a subtree is the
    token itself.
    """

    __slots__ = ("_children", "_sentence_of", "_starts", "names", "sentences", "tokens")

    def __init__(self, parse: Parse) -> None:
        self.tokens = parse.tokens
        self.sentences = parse.sentences
        self.names = parse.names
        self._children: list[list[int]] = [[] for _ in parse.tokens]
        for token in parse.tokens:
            if token.head != token.index:
                self._children[token.head].append(token.index)
        self._sentence_of = [0] * len(parse.tokens)
        for number, sentence in enumerate(parse.sentences):
            span = range(sentence.first, sentence.last)
            self._sentence_of[sentence.first : sentence.last] = [number] * len(span)
        self._starts = [token.start for token in parse.tokens]

    def children(self, token: Token, relations: Collection[str] = ()) -> Iterator[Token]:
        """Yield a token's dependents in reading order, all or those of the given relations."""
        for index in self._children[token.index]:
            child = self.tokens[index]
            if not relations or child.relation in relations:
                yield child

    def child(self, token: Token, relations: Collection[str]) -> Token | None:
        """Return the first dependent of one of these relations."""
        return next(self.children(token, relations), None)

    def head(self, token: Token) -> Token:
        """Return the token this one depends on (itself at a root)."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the heads above a token, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token, without: Iterable[Token] = ()) -> list[int]:
        """Return the sorted indexes of a token and all below it, leaving out whole branches."""
        cut = {each.index for each in without}
        found: list[int] = []
        waiting = [token.index]
        while waiting:
            index = waiting.pop()
            found.append(index)
            waiting += [child for child in self._children[index] if child not in cut]
        found.sort()
        return found

    def spans(self, indexes: Sequence[int]) -> Spans:
        """Return the stretches that sorted token indexes cover, neighbours joined."""
        found: list[Span] = []
        first = previous = None
        for index in indexes:
            if previous is None or index != previous + 1:
                if first is not None and previous is not None:
                    found.append(Span(self.tokens[first].start, self.tokens[previous].end))
                first = index
            previous = index
        if first is not None and previous is not None:
            found.append(Span(self.tokens[first].start, self.tokens[previous].end))
        return tuple(found)

    def sentence_of(self, token: Token) -> Sentence:
        """Return the sentence a token stands in."""
        return self.sentences[self._sentence_of[token.index]]

    def number_of(self, token: Token) -> int:
        """Return the place of a token's sentence among all sentences."""
        return self._sentence_of[token.index]

    def words(self, sentence: Sentence) -> Sequence[Token]:
        """Return the tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def within(self, span: Span) -> Sequence[Token]:
        """Return the tokens that begin inside a span."""
        return self.tokens[
            bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
        ]

    def names_meeting(self, span: Span) -> Sequence[Name]:
        """Return the tagged names that share words with a span."""
        first = bisect_left(self.names, span.start, key=lambda name: name.span.end - 1)
        last = bisect_left(self.names, span.end, key=lambda name: name.span.start)
        return self.names[first:last]
