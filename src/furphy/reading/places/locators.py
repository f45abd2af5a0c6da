"""Locators: the words that place something by a name, from the distance to the last name.

"About 12 km north-west of Orikhiv", "near Aleppo and Idlib", "on the road from Kyiv to Sumy".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.place import Relation
from furphy.reading.places.line import Item, Phrases
from furphy.reading.places.measures import Measure, direction, glue, measure

# Between a locator and its name may stand "the front-line town of".
_LEADING = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_MOST_LEADING = 6


@dataclass(frozen=True, slots=True)
class Locator:
    """Words that place something, and the names they place it by."""

    relation: Relation
    first: int
    last: int
    """Items ``[first, last)`` of the line, the names included."""
    objects: tuple[int, ...]
    """Items of the names."""
    trust: float
    rule: str
    low: float | None = None
    high: float | None = None
    bearing: float | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    links: Phrases
    sides: Phrases
    relations: Phrases
    glue: dict[str, frozenset[str]]


@cache
def _words(language: str) -> _Words:
    rows = lexicon.rows("spatial_relations", language)
    plain = [row for row in rows if row["relation"] not in {"link", "side"}]
    return _Words(
        Phrases([row for row in rows if row["relation"] == "link"]),
        Phrases([row for row in rows if row["relation"] == "side"]),
        Phrases(plain),
        glue(language),
    )


def locators(line: Sequence[Item], language: str) -> list[Locator]:
    """Return the locators of a line, in order; none shares a word with another but names."""
    found: list[Locator] = []
    place = 0
    while place < len(line):
        each = _measured(line, place, language) or _plain(line, place, language)
        if each is not None:
            found.append(each)
            place = max(each.last - 1, place + 1)
        else:
            place += 1
    return found


def _measured(line: Sequence[Item], first: int, language: str) -> Locator | None:
    """Return the locator of a distance, a direction or both that begins at an item."""
    if line[first].name is not None:
        return None
    words = _words(language)
    size = measure(line, first, language)
    place = size.last if size else first
    side = words.sides.at(line, place)
    towards = direction(line, side[1] if side else place, language)
    if towards is not None and towards[1] == "noun":
        place = towards[2]
    else:
        towards = None
    if size is None and towards is None:
        return None
    link = words.links.at(line, place)
    if link is None:
        return None
    objects = _objects(line, link[1], words)
    if not objects:
        return None
    return _located(first, objects, size, towards[0] if towards else None)


def _located(
    first: int, objects: tuple[int, ...], size: Measure | None, bearing: float | None
) -> Locator:
    last = objects[-1] + 1
    if size is None:
        side = Relation.DIRECTION
        return Locator(side, first, last, objects, 0.9, side.value, bearing=bearing)
    far = Relation.DISTANCE
    return Locator(far, first, last, objects, 0.95, far.value, size.low, size.high, bearing)


def _plain(line: Sequence[Item], first: int, language: str) -> Locator | None:
    """Return the locator that a set phrase begins."""
    words = _words(language)
    found = words.relations.at(line, first)
    if found is None or line[first].name is not None:
        return None
    row, after = found
    relation = Relation(row["relation"])
    if relation is Relation.BETWEEN or relation is Relation.TOWARDS:
        joins = words.glue["and"] if relation is Relation.BETWEEN else words.glue["to"]
        objects = _ends(line, after, joins, words)
        bearing = None
    else:
        bearing, after = (
            _part_of(line, after, language) if relation is Relation.WITHIN else (None, after)
        )
        objects = _objects(line, after, words, alone=relation is Relation.WITHIN)
    if not objects:
        return None
    low, high = _km(row["low"]), _km(row["high"])
    rule = f"{relation.value}:{'-'.join(row['words'].split())}"
    last = objects[-1] + 1
    return Locator(relation, first, last, objects, float(row["trust"]), rule, low, high, bearing)


def _km(cell: str) -> float | None:
    return None if cell == "-" else float(cell)


def _part_of(line: Sequence[Item], place: int, language: str) -> tuple[float | None, int]:
    """Return the side of a region that is meant, and where its words end: "southern …"."""
    for first in (place, place + 1):
        found = direction(line, first, language) if first < len(line) else None
        if found is not None and found[1] == "adjective":
            return found[0], found[2]
    return None, place


def _objects(
    line: Sequence[Item], place: int, words: _Words, *, alone: bool = False
) -> tuple[int, ...]:
    """Return the items of the names that a locator leads to: one, or several joined by "and"."""
    first = _name_after(line, place, words)
    if first is None:
        return ()
    found = [first]
    while not alone:
        place = found[-1] + 1
        if place >= len(line) or line[place].text not in words.glue["and"]:
            break
        after = words.links.at(line, place + 1)
        more = _name_after(line, after[1] if after else place + 1, words, 3 if after else 0)
        if more is None:
            break
        found.append(more)
    return tuple(found)


def _ends(
    line: Sequence[Item], place: int, joins: frozenset[str], words: _Words
) -> tuple[int, ...]:
    """Return the items of two names joined by one of some words."""
    one = _name_after(line, place, words)
    if one is None or one + 2 >= len(line) or line[one + 1].text not in joins:
        return ()
    after = words.links.at(line, one + 2)
    other = _name_after(line, after[1] if after else one + 2, words)
    return () if other is None else (one, other)


def _name_after(
    line: Sequence[Item], place: int, words: _Words, most: int = _MOST_LEADING
) -> int | None:
    """Return the first name from an item on, past words that only lead up to it."""
    for at in range(place, min(place + most + 1, len(line))):
        item = line[at]
        if item.name is not None:
            return at
        if item.token.pos not in _LEADING and (at == place or item.text not in words.glue["of"]):
            return None
    return None
