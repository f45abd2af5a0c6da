"""A sentence as a line of words in which every place name is one item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from furphy import lexicon
from furphy.model.place import PlaceName
from furphy.model.text import Span
from furphy.model.token import Sentence, Token
from furphy.reading.tree import Tree

_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Item:
    """A word, or the words of one place name."""

    text: str
    """In lower case."""
    span: Span
    token: Token
    """Of a name, its last word."""
    name: int | None
    """Index of the place name; None for other words."""


def lines(tree: Tree, names: Sequence[PlaceName]) -> Iterator[tuple[Item, ...]]:
    """Yield the sentences that name a place; hyphens between words are left out."""
    of = dict(_named(tree, names))
    held = {tree.number_of(tree.tokens[index]) for index in of}
    for number in sorted(held):
        yield tuple(_line(tree.words(tree.sentences[number]), names, of))


def line_of(tree: Tree, sentence: Sentence, names: Sequence[PlaceName]) -> tuple[Item, ...]:
    """Return one sentence as a line."""
    return tuple(_line(tree.words(sentence), names, dict(_named(tree, names))))


def _named(tree: Tree, names: Sequence[PlaceName]) -> Iterator[tuple[int, int]]:
    for number, name in enumerate(names):
        for token in tree.within(name.span):
            yield token.index, number


def _line(
    tokens: Sequence[Token], names: Sequence[PlaceName], of: Mapping[int, int]
) -> Iterator[Item]:
    last = tokens[-1].index
    for token in tokens:
        name = of.get(token.index)
        if name is None:
            if token.text not in _HYPHENS or not _joins(tokens, token):
                yield Item(token.text.lower(), token.span, token, None)
        elif token.index == last or of.get(token.index + 1) != name:
            yield Item(names[name].name.lower(), names[name].span, token, name)


def _joins(tokens: Sequence[Token], hyphen: Token) -> bool:
    """Tell whether a hyphen stands inside a word, as in north-west."""
    place = hyphen.index - tokens[0].index
    return (
        0 < place < len(tokens) - 1
        and tokens[place - 1].end == hyphen.start
        and tokens[place + 1].start == hyphen.end
    )


class Phrases:
    """Set phrases of a word list, found where they begin or end."""

    __slots__ = ("_by_words", "_longest")

    def __init__(self, rows: Sequence[lexicon.Row]) -> None:
        self._by_words: dict[tuple[str, ...], lexicon.Row] = {}
        for row in rows:
            key = tuple(row["words"].replace("-", " ").split())
            self._by_words.setdefault(key, row)
        self._longest = max(map(len, self._by_words), default=0)

    def at(self, line: Sequence[Item], first: int) -> tuple[lexicon.Row, int] | None:
        """Return the longest phrase that begins at an item, and where it ends."""
        for size in range(min(self._longest, len(line) - first), 0, -1):
            row = self._by_words.get(tuple(item.text for item in line[first : first + size]))
            if row is not None and all(item.name is None for item in line[first : first + size]):
                return row, first + size
        return None

    def before(self, line: Sequence[Item], last: int) -> tuple[lexicon.Row, int] | None:
        """Return the longest phrase that ends before an item, and where it begins."""
        for size in range(min(self._longest, last), 0, -1):
            row = self._by_words.get(tuple(item.text for item in line[last - size : last]))
            if row is not None and all(item.name is None for item in line[last - size : last]):
                return row, last - size
        return None
