"""Short forms introduced in brackets: "Food and Agriculture Organization (FAO)".

The long form is found from its letters as by Schwartz & Hearst (2003), "A simple algorithm for
identifying abbreviation definitions in biomedical text".
"""

from collections.abc import Iterator

from furphy.reading.tree import Tree

# A long form has at most min(|A| + 5, 2 |A|) words for an abbreviation of |A| letters.
_SPARE = 5
_SHORTEST, _LONGEST = 2, 10


def abbreviations(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield the first token of each long form, and its abbreviation in the bracket after it."""
    for token in tree.tokens[1:-1]:
        before, after = tree.tokens[token.index - 1], tree.tokens[token.index + 1]
        if _is_short(token.text) and before.text == "(" == _opened(after.text):
            first = _long_form(tree, before.index, token.text)
            if first is not None:
                yield first, token.index


def _opened(mark: str) -> str:
    return "(" if mark == ")" else ""


def _is_short(text: str) -> bool:
    capitals = sum(each.isupper() for each in text)
    sized = _SHORTEST <= len(text) <= _LONGEST and text.isalnum()
    return sized and capitals * 2 >= len(text) and capitals > 1


def _long_form(tree: Tree, bracket: int, short: str) -> int | None:
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
