"""Names of units: a number or a name before a noun ("the 127th Motorised Rifle Division").

The name tagger leaves the number out, and misses the name where the noun is written small.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from furphy.model.identity import IdentityKind
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.identities.naming import Naming, Sort
from furphy.reading.identities.vocabulary import body_nouns, titles
from furphy.reading.tree import Tree

_PARTS = ("PROPN", "ADJ", "NUM", "NOUN")


def with_units(tree: Tree, namings: Sequence[Naming]) -> list[Naming]:
    """Return namings with those of units whole, and the units that had been passed over."""
    at = {index: each for each in namings for index in range(each.first, each.last)}
    units: list[Naming] = []
    for first, last in _units(tree):
        inside = [at[index] for index in range(first, last) if index in at]
        if any(each.first < first or each.last > last for each in inside):
            continue
        span = Span(tree.tokens[first].start, tree.tokens[last - 1].end)
        heading = any(each.heading for each in inside)
        unit = Naming(span, first, last, Sort.BODY, heading, sure=True, kind=IdentityKind.UNIT)
        units.append(unit)
        at |= dict.fromkeys(range(first, last), unit)
    kept = {each.first: each for each in at.values()}
    return [kept[first] for first in sorted(kept)]


def _units(tree: Tree) -> Iterator[tuple[int, int]]:
    for token in tree.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.text.lower() not in _unit_nouns():
            continue
        first = token.index
        while first > 0 and _belongs(tree, first - 1, token):
            first -= 1
        while first < token.index and tree.tokens[first].text.lower() in titles():
            first += 1
        words = tree.tokens[first : token.index]
        numbered = any(_is_number(word) for word in words)
        if numbered or (words and token.pos == "PROPN" and words[0].pos == "PROPN"):
            yield first, token.index + 1


def _belongs(tree: Tree, index: int, noun: Token) -> bool:
    """Tell whether a word stands in the name that ends with a noun."""
    word, after = tree.tokens[index], tree.tokens[index + 1]
    if after.start - word.end > 1 or tree.number_of(word) != tree.number_of(noun):
        return False
    if not word.text[0].isalnum():
        return word.text == "-" and word.end == after.start
    if _is_number(word):
        return True
    return word.pos in _PARTS and word.text[0].isupper()


def _is_number(word: Token) -> bool:
    """Tell whether a word is an ordinal written in digits, or a number that counts nothing."""
    return word.text[0].isdigit() and word.text[-1].isalpha()


@cache
def _unit_nouns() -> frozenset[str]:
    return frozenset(noun for noun, body in body_nouns().items() if body.kind is IdentityKind.UNIT)
