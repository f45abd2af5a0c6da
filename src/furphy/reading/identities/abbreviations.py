"""Short forms introduced in brackets: "Food and Agriculture Organization (FAO)".

The long form is found from its letters as by Schwartz & Hearst (2003), "A simple algorithm for
identifying abbreviation definitions in biomedical text".
"""

from collections.abc import Mapping

from furphy.model.text import Span
from furphy.reading.identities.naming import Naming, Sort
from furphy.reading.identities.vocabulary import body_nouns
from furphy.reading.tree import Tree

# A long form has at most min(|A| + 5, 2 |A|) words for an abbreviation of |A| letters.
_SPARE = 5
_SHORTEST, _LONGEST = 2, 10


def extended(tree: Tree, namings: list[Naming]) -> list[Naming]:
    """Return namings with the long forms of bracketed abbreviations whole, and those linked."""
    at = {index: each for each in namings for index in range(each.first, each.last)}
    for token in tree.tokens[1:-1]:
        before, after = tree.tokens[token.index - 1], tree.tokens[token.index + 1]
        if _is_short(token.text) and before.text == "(" == _opened(after.text):
            first = long_form(tree, before.index, token.text)
            if first is not None and _of_body(tree, at, first, token.index):
                _replace(tree, at, first, token.index)
    kept = {each.first: each for each in at.values()}
    return [kept[first] for first in sorted(kept)]


def _opened(mark: str) -> str:
    return "(" if mark == ")" else ""


def _is_short(text: str) -> bool:
    capitals = sum(each.isupper() for each in text)
    sized = _SHORTEST <= len(text) <= _LONGEST and text.isalnum()
    return sized and capitals * 2 >= len(text) and capitals > 1


def long_form(tree: Tree, bracket: int, short: str) -> int | None:
    """Return the first token of what an abbreviation stands for, before its bracket."""
    letters = [each for each in short.lower() if each.isalnum()]
    most = min(len(letters) + _SPARE, 2 * len(letters))
    sentence = tree.sentence_of(tree.tokens[bracket])
    words = tree.tokens[max(sentence.first, bracket - 2 * most) : bracket]
    long = [
        (token.index, place, char)
        for token in words
        for place, char in enumerate(token.text.lower())
    ]
    at = len(long) - 1
    for number in range(len(letters) - 1, -1, -1):
        while at >= 0 and not (long[at][2] == letters[number] and (number > 0 or long[at][1] == 0)):
            at -= 1
        if at < 0:
            return None
        first = long[at][0]
        at -= 1
    size = sum(token.text[0].isalnum() for token in tree.tokens[first:bracket])
    capital = tree.tokens[first].text[0].isupper()
    return first if capital and 1 < size <= most else None


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
