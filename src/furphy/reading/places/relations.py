"""What a text states of where its places are: distances, directions, containment, ways.

The words from a distance or a direction to the name it is measured from form a locator
(:mod:`locators`); what stands before it, or in the parse above it, is what it places. Names side by
side ("Paris, Texas"; "Ukraine's Kharkiv"; "the Texas town of Paris") state containment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from furphy import lexicon
from furphy.model.evidence import Evidence
from furphy.model.place import DIVISIONS, SETTLEMENTS, WATERS, Constraint, PlaceName, Relation
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.places.line import Item, lines
from furphy.reading.places.locators import Locator, locators
from furphy.reading.places.measures import glue
from furphy.reading.tree import Tree

# A name so many items back is not what a locator places, whatever stands between.
_FURTHEST = 14
_PLAIN = frozenset({"DET", "ADJ", "ADV", "NUM"})
_COMMAS = frozenset({",", "(", ")", "–", "—", "-"})
_STANDS_ALONE = frozenset(
    {Relation.DISTANCE, Relation.DIRECTION, Relation.BETWEEN, Relation.TOWARDS}
)
_CLIMB = 4
# Of a list or a gap: so few items.
_FEW, _MANY = 2, 6
_PLAINLY = 0.88
"""How probable it is that "the village of X in Y" and "X in Y Oblast" mean containment."""
_UNNAMED = 0.5
"""How probable it is that "between X and Y" means a stretch of land where it places no name."""
_LIST = 0.35
"""How probable it is of names in a list with "and" that one lies in the next."""


def relations(tree: Tree, names: Sequence[PlaceName], language: str) -> tuple[Constraint, ...]:
    """Return what is stated of the places, in reading order; it points to ``names`` by index."""
    found: list[Constraint] = []
    for line in lines(tree, names):
        reader = _Reader(tree, names, line, language)
        found += [*reader.located(), *reader.listed(), *reader.owned()]
    found.sort(key=lambda each: each.span)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Glue:
    gap: frozenset[str]
    people: frozenset[str]
    both: frozenset[str]
    joins: frozenset[str]
    owner: frozenset[str]
    of: frozenset[str]
    sorts: frozenset[str]


@cache
def _glue(language: str) -> _Glue:
    parts = glue(language)
    gap, people, both, joins, owner, of = (
        parts[part] for part in ("gap", "people", "both", "and", "owner", "of")
    )
    return _Glue(
        gap,
        people,
        both,
        joins,
        owner,
        of,
        lexicon.words("place_words", language),
    )


class _Reader:
    """Reads the relations of one line."""

    def __init__(
        self, tree: Tree, names: Sequence[PlaceName], line: tuple[Item, ...], language: str
    ) -> None:
        self._tree = tree
        self._names = names
        self._line = line
        self._glue = _glue(language)
        self._found = locators(line, language)

    def located(self) -> Iterator[Constraint]:
        """Yield what locators state of the places they belong to."""
        subjects: list[tuple[int, ...]] = []
        for number, each in enumerate(self._found):
            chained = self._follows(number)
            mine = subjects[number - 1] if chained else self._subjects(each)
            subjects.append(mine)
            if mine:
                yield from (self._constraint(each, self._name(one)) for one in mine)
            elif each.relation in _STANDS_ALONE:
                yield self._constraint(each, None)
                if chained:
                    yield from self._of_one_event(self._found[number - 1], each)

    def _name(self, place: int) -> int:
        name = self._line[place].name
        assert name is not None  # noqa: S101  (only names are looked for)
        return name

    def _constraint(self, each: Locator, subject: int | None) -> Constraint:
        objects = tuple(self._name(one) for one in each.objects)
        return Constraint(
            each.relation,
            subject,
            tuple(one for one in objects if one != subject),
            self._span(each.first, each.last),
            Evidence(each.rule, self._sureness(each, subject)),
            each.low,
            each.high,
            each.bearing,
        )

    def _sureness(self, each: Locator, subject: int | None) -> float:
        """Return how sure a locator is: containment is, where a settlement is put in a division."""
        if subject is None:
            return _UNNAMED if each.relation is Relation.BETWEEN else each.trust
        inner = self._names[subject].kinds
        outer = self._names[self._name(each.objects[0])].kinds
        if each.relation is Relation.WITHIN and (
            inner & SETTLEMENTS or (outer and outer <= DIVISIONS)
        ):
            return max(each.trust, _PLAINLY)
        if each.relation is Relation.BESIDE and outer & WATERS:
            return max(each.trust, _PLAINLY)
        return each.trust

    def _span(self, first: int, last: int) -> Span:
        return Span(self._line[first].span.start, self._line[last - 1].span.end)

    def _follows(self, number: int) -> bool:
        """Tell whether a locator goes on where the one before ends: "5 km from A and 3 from B"."""
        if number == 0 or self._found[number].relation in {Relation.WITHIN, Relation.BESIDE}:
            return False
        gap = self._line[self._found[number - 1].last : self._found[number].first]
        return (
            len(gap) <= _FEW
            and all(item.text in self._glue.joins or item.text == "," for item in gap)
            and any(item.text in self._glue.joins for item in gap)
        )

    def _of_one_event(self, one: Locator, other: Locator) -> Iterator[Constraint]:
        """Yield how far apart two places are that have stated distances from one spot."""
        if one.high is None or other.high is None:
            return
        low = max(0.0, (one.low or 0.0) - other.high, (other.low or 0.0) - one.high)
        first, last = self._name(one.objects[0]), self._name(other.objects[0])
        if first != last:
            span = self._span(one.first, other.last)
            high = one.high + other.high
            evidence = Evidence("distances-of-one-spot", 0.9)
            yield Constraint(Relation.DISTANCE, first, (last,), span, evidence, low, high)

    # What a locator places ------------------------------------------------------------------

    def _subjects(self, each: Locator) -> tuple[int, ...]:
        """Return the items of the names that a locator places."""
        place = self._before(each)
        if place is None and each.relation not in {Relation.WITHIN, Relation.BESIDE}:
            place = self._above(each)
        if place is None or place in each.objects:
            return ()
        return self._with_others(place, each)

    def _before(self, each: Locator) -> int | None:
        """Return the name before a locator where nothing but small words stands between."""
        close = each.relation in {Relation.WITHIN, Relation.BESIDE}
        for place in range(each.first - 1, max(-1, each.first - _FURTHEST), -1):
            item = self._line[place]
            if item.name is not None:
                return place
            if not self._passable(place, close=close):
                return None
        return None

    def _passable(self, place: int, *, close: bool) -> bool:
        item = self._line[place]
        glue = self._glue
        if item.text in glue.gap or item.text in glue.sorts or item.text in glue.both:
            return True
        if item.text in _COMMAS:
            return True
        if close:
            return item.token.pos in {"DET", "ADJ"}
        return item.token.pos in _PLAIN or item.text in glue.people

    def _above(self, each: Locator) -> int | None:
        """Return the name the parse hangs a locator on, or the subject of its verb of lying."""
        token = self._line[each.first].token
        inside = range(
            self._line[each.first].token.index, self._line[each.last - 1].token.index + 1
        )
        while token.index in inside and token.head != token.index:
            token = self._tree.head(token)
        for _ in range(_CLIMB):
            place = self._item(token.index)
            if place is not None:
                return place
            if token.pos in {"VERB", "AUX"}:
                return self._subject_of(token) if token.text.lower() in self._glue.gap else None
            if token.text.lower() not in self._glue.sorts:
                return None
            token = self._tree.head(token)
        return None

    def _subject_of(self, verb: Token) -> int | None:
        for kid in self._tree.children(verb, {"nsubj", "nsubjpass"}):
            place = self._item(kid.index)
            if place is not None:
                return place
        return None

    def _item(self, token: int) -> int | None:
        for place, item in enumerate(self._line):
            if item.name is not None and item.token.index == token:
                return place
        return None

    def _with_others(self, place: int, each: Locator) -> tuple[int, ...]:
        """Return a name with those before it that "both" takes in."""
        gap = self._line[place + 1 : each.first]
        if not any(item.text in self._glue.both for item in gap):
            return (place,)
        found = [place]
        while (
            found[-1] >= _FEW
            and self._line[found[-1] - 2].name is not None
            and (
                self._line[found[-1] - 1].text in self._glue.joins
                or self._line[found[-1] - 1].text == ","
            )
        ):
            found.append(found[-1] - 2)
        return tuple(found)

    # Names side by side ---------------------------------------------------------------------

    def listed(self) -> Iterator[Constraint]:
        """Yield what names parted by commas or brackets state: a later one may hold a former."""
        taken = {place for each in self._found for place in each.objects[1:]}
        for chain in self._chains():
            rising = self._rising(chain)
            for one, other in pairwise(chain):
                if one in taken and other in taken:
                    continue
                yield self._holds(one, other, "comma", self._trust(other, rising))
            for one, other in zip(chain, chain[2:], strict=False):
                if rising > _LIST:
                    yield self._holds(one, other, "comma", self._trust(other, rising - 0.1))

    def _trust(self, outer: int, otherwise: float) -> float:
        """Return how sure a comma means containment; surely, where a division follows it."""
        kinds = self._names[self._name(outer)].kinds
        return max(otherwise, _PLAINLY) if kinds and kinds <= DIVISIONS else otherwise

    def _holds(self, one: int, other: int, rule: str, trust: float) -> Constraint:
        """Return that one name lies in the other."""
        first, last = sorted((one, other))
        return Constraint(
            Relation.WITHIN,
            self._name(one),
            (self._name(other),),
            self._span(first, last + 1),
            Evidence(rule, trust),
        )

    def _chains(self) -> Iterator[list[int]]:
        """Yield runs of two and more names with nothing but commas or a bracket between."""
        chain: list[int] = []
        for place, item in enumerate(self._line):
            if item.name is None:
                continue
            if chain and chain[-1] == place - 2 and self._line[place - 1].text in {",", "("}:
                chain.append(place)
                continue
            if len(chain) > 1:
                yield chain
            chain = [place]
        if len(chain) > 1:
            yield chain

    def _rising(self, chain: Sequence[int]) -> float:
        """Return how probable it is that each name of a run lies in the next: it may be a list."""
        after = self._line[chain[-1] + 1 : chain[-1] + 4]
        before = self._line[max(0, chain[0] - 2) : chain[0]]
        tail = [item for item in after if item.text != ","]
        listed = (
            bool(tail)
            and tail[0].text in self._glue.joins
            and any(item.name is not None for item in after)
        )
        ended = (
            len(before) == _FEW
            and before[0].name is not None
            and before[1].text in self._glue.joins
        )
        if listed or (ended and len(chain) > _FEW):
            return _LIST
        closed = not after or after[0].token.pos == "PUNCT"
        if len(chain) == _FEW:
            return 0.85 if closed else 0.7
        return 0.6

    def owned(self) -> Iterator[Constraint]:
        """Yield "Ukraine's Kharkiv", "the Texas town of Paris", "Donetsk region town of"."""
        names = [place for place, item in enumerate(self._line) if item.name is not None]
        for one, other in pairwise(names):
            gap = self._line[one + 1 : other]
            if not gap or len(gap) > _MANY:
                continue
            if gap[0].text in self._glue.owner and self._only(gap[1:]):
                yield self._holds(other, one, "owner", 0.85)
            elif (
                gap[-1].text in self._glue.of
                and self._only(gap[:-1])
                and any(item.text in self._glue.sorts for item in gap)
                and gap[0].text not in self._glue.gap
            ):
                yield self._holds(other, one, "sort-of", 0.85)

    def _only(self, gap: Sequence[Item]) -> bool:
        """Tell whether a gap holds nothing but adjectives and what places are called."""
        return all(
            item.token.pos in {"ADJ", "NUM", "NOUN"}
            or item.text in self._glue.sorts
            or item.text in self._glue.of
            for item in gap
        )
