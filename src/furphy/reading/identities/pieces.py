"""Cut a text into the runs of words that names are made of.

The name tagger splits and drops names it does not know, Slavic ones above all; the part-of-speech
tagger still sees that their words are proper nouns. A run is all that stands together of either.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from furphy.model.token import Token
from furphy.reading.identities.naming import Sort
from furphy.reading.identities.vocabulary import particles
from furphy.reading.tree import Tree

ORGANIZATION = "organization"
PERSON, PLACE, GROUP = Sort.PERSON.value, Sort.PLACE.value, Sort.GROUP.value
_POSSESSIVE = "POS"
_EDGE = ("PUNCT", "DET", "SPACE", "CCONJ", "ADP", "SYM", "PART")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the tagger takes for one name, or proper nouns that it passed over."""

    first: int
    last: int
    kind: str
    """What the tagger takes it for; empty where it passed over."""


def runs(tree: Tree) -> Iterator[list[Piece]]:
    """Yield the pieces that stand together, in reading order."""
    run: list[Piece] = []
    for piece in _pieces(tree):
        if run and not _touch(tree, run[-1], piece):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _touch(tree: Tree, left: Piece, right: Piece) -> bool:
    """Tell whether only a blank parts two pieces, and both stand in one sentence."""
    before, after = tree.tokens[left.last - 1], tree.tokens[right.first]
    return (
        left.last == right.first
        and after.start - before.end <= 1
        and tree.number_of(before) == tree.number_of(after)
    )


def _pieces(tree: Tree) -> Iterator[Piece]:
    tagged = [piece for piece in _tagged(tree) if piece.first < piece.last]
    place = 0
    for piece in tagged:
        yield from _passed_over(tree, place, piece.first)
        yield piece
        place = piece.last
    yield from _passed_over(tree, place, len(tree.tokens))


def _tagged(tree: Tree) -> Iterator[Piece]:
    after = 0
    for name in tree.names:
        words = tree.within(name.span)
        if not words or words[0].index < after:
            continue
        first, last = words[0].index, words[-1].index + 1
        after = last
        yield _trimmed(tree, _cut(tree, Piece(first, last, name.kind)))


def _cut(tree: Tree, piece: Piece) -> Piece:
    """End a person's name before a possessive ending or a common noun: "[Clinton]’s van"."""
    if piece.kind != PERSON:
        return piece
    for index in range(piece.first + 1, piece.last):
        token = tree.tokens[index]
        common = token.pos in ("NOUN", "VERB", "ADV") and token.text.islower()
        common = common and token.text not in particles()
        if token.tag == _POSSESSIVE or common:
            return Piece(piece.first, index, piece.kind)
    return piece


def _trimmed(tree: Tree, piece: Piece) -> Piece:
    """Cut articles, marks and possessive endings off the edges of a tagged name."""
    first, last = piece.first, piece.last
    while first < last and _is_edge(tree.tokens[first]):
        first += 1
    while last > first and _is_edge(tree.tokens[last - 1]):
        last -= 1
    return Piece(first, last, piece.kind)


def _is_edge(token: Token) -> bool:
    return token.pos in _EDGE or token.tag == _POSSESSIVE or not any(map(str.isalnum, token.text))


def _passed_over(tree: Tree, first: int, last: int) -> Iterator[Piece]:
    """Yield the runs of capitalised proper nouns among tokens that no tagged name covers."""
    start = None
    for index in range(first, last):
        token = tree.tokens[index]
        proper = token.pos == "PROPN" and token.text[0].isalnum() and not token.text.islower()
        glued = start is not None and _is_glue(tree, index, last)
        apart = start is not None and token.start - tree.tokens[index - 1].end > 1
        if start is not None and (apart or not (proper or glued)):
            yield Piece(start, index, "")
            start = None
        if proper and start is None:
            start = index
    if start is not None:
        yield Piece(start, last, "")


def _is_glue(tree: Tree, index: int, last: int) -> bool:
    """Tell whether a hyphen or the full stop of a shortened title joins its neighbours."""
    token = tree.tokens[index]
    if index + 1 >= last or token.text[0].isalnum() or token.start != tree.tokens[index - 1].end:
        return False
    after = tree.tokens[index + 1]
    if token.pos == "PROPN":
        return after.pos == "PROPN"
    return after.start == token.end and after.pos in ("PROPN", "NOUN")
