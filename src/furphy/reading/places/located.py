"""Names that only their company shows to be places: things lie 3 km from nothing else.

What a text measures a distance or a direction from is a place, whether or not any list knows the
name; and so is what it locates by them, where both stand side by side.
"""

from collections.abc import Iterator, Sequence

from furphy.model.evidence import Evidence
from furphy.model.place import PlaceName, Relation
from furphy.model.text import Span
from furphy.model.token import Sentence, Token
from furphy.reading.places.line import Item, line_of
from furphy.reading.places.locators import Locator, locators
from furphy.reading.places.measures import telling
from furphy.reading.tree import Tree

_MEASURED = frozenset({Relation.DISTANCE, Relation.DIRECTION})
_WAYS = frozenset({Relation.BETWEEN, Relation.TOWARDS})
_EVIDENCE = Evidence("place-name:located", 0.85)
_MARKS = frozenset({",", "("})


def with_located(
    tree: Tree, text: str, names: Sequence[PlaceName], language: str
) -> tuple[PlaceName, ...]:
    """Return the names with those added that distances and directions are measured between."""
    more = [
        found
        for sentence in tree.sentences
        if _measures(tree, sentence, language)
        for found in _located(tree, text, sentence, names, language)
    ]
    return tuple(sorted((*names, *more), key=lambda each: each.span)) if more else tuple(names)


def _measures(tree: Tree, sentence: Sentence, language: str) -> bool:
    """Tell whether a sentence holds a word for a distance, a direction or a way."""
    words = telling(language)
    return any(
        token.text.lower().lstrip("0123456789.,-") in words for token in tree.words(sentence)
    )


def _located(
    tree: Tree, text: str, sentence: Sentence, names: Sequence[PlaceName], language: str
) -> Iterator[PlaceName]:
    here = [each for each in names if sentence.span.holds(each.span)]
    maybe = [*_unnamed(tree, text, sentence, here)]
    if not maybe:
        return
    line = line_of(tree, sentence, (*here, *maybe))
    for each in locators(line, language):
        for place in _shown(line, each, len(here)):
            name = line[place].name
            if name is not None and name >= len(here):
                yield maybe[name - len(here)]


def _shown(line: Sequence[Item], each: Locator, known: int) -> tuple[int, ...]:
    """Return the items that a locator shows to be places, given how many names are known ones."""
    before = _before(line, each)
    if each.relation in _MEASURED:
        return (*each.objects, *before)
    ends = (*each.objects, *before)
    sure = [place for place in ends if (line[place].name or 0) < known]
    if each.relation in _WAYS:
        return ends if sure else ()
    # "Nikopol on the Danube": two words and more, right behind a place.
    close = each.first > 0 and each.first - 1 in sure and each.objects[0] - each.first > 1
    return each.objects if each.relation is Relation.BESIDE and close else ()


def _before(line: Sequence[Item], each: Locator) -> tuple[int, ...]:
    """Return the name before a locator, right there or parted from it by a mark."""
    place = each.first - 1
    if place > 0 and line[place].text in _MARKS:
        place -= 1
    return (place,) if place >= 0 and line[place].name is not None else ()


def _unnamed(
    tree: Tree, text: str, sentence: Sentence, names: Sequence[PlaceName]
) -> Iterator[PlaceName]:
    """Yield the runs of capitalised words that nobody has taken for a place."""
    run: list[Token] = []
    for token in (*tree.words(sentence), None):
        if token is not None and _proper(token) and not _taken(token, names):
            run.append(token)
            continue
        if run:
            span = Span(run[0].start, run[-1].end)
            yield PlaceName(span, span.of(text), _EVIDENCE)
            run = []


def _proper(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper() and len(token.text) > 1


def _taken(token: Token, names: Sequence[PlaceName]) -> bool:
    """Tell whether a word belongs to a place's name already."""
    return any(each.span.meets(token.span) for each in names)
