"""Bodies that go by the short form introduced after their name in brackets."""

from collections.abc import Mapping

from furphy.model.text import Span
from furphy.reading.abbreviations import abbreviations
from furphy.reading.identities.naming import Naming, Sort
from furphy.reading.identities.vocabulary import body_nouns
from furphy.reading.tree import Tree


def extended(tree: Tree, namings: list[Naming]) -> list[Naming]:
    """Return namings with the long forms of bracketed abbreviations whole, and those linked."""
    at = {index: each for each in namings for index in range(each.first, each.last)}
    for first, short in abbreviations(tree):
        if _of_body(tree, at, first, short):
            _replace(tree, at, first, short)
    kept = {each.first: each for each in at.values()}
    return [kept[first] for first in sorted(kept)]


def _of_body(tree: Tree, at: Mapping[int, Naming], first: int, short: int) -> bool:
    """Tell whether a body is abbreviated, not a disease or a weapon."""
    if any(token.text.lower() in body_nouns() for token in tree.tokens[first : short - 1]):
        return True
    inside = [at[index] for index in range(first, short + 1) if index in at]
    return any(each.sort is Sort.BODY for each in inside)


def _replace(tree: Tree, at: dict[int, Naming], first: int, short: int) -> None:
    """Put one naming of a long form, and one of its abbreviation, for what stood there."""
    inside = [at[index] for index in range(first, short + 1) if index in at]
    first = min([first, *(each.first for each in inside)])
    for each in inside:
        for index in range(each.first, each.last):
            at.pop(index, None)
    heading = any(each.heading for each in inside)
    long = _naming(tree, first, short - 1, heading)
    brief = _naming(tree, short, short + 1, heading)
    brief.stands_for = long.span
    at |= dict.fromkeys(range(first, short - 1), long)
    at[short] = brief


def _naming(tree: Tree, first: int, last: int, heading: bool) -> Naming:
    span = Span(tree.tokens[first].start, tree.tokens[last - 1].end)
    return Naming(span, first, last, Sort.BODY, heading, sure=True)
