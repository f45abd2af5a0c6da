"""Whether two propositions are about the same doers and things, in the same parts."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from furphy.matching.belongings import changed_hands
from furphy.matching.deeds import NAMED, UNKNOWN
from furphy.matching.names import name_likeness, surely_differ
from furphy.matching.proposition import Concept, Deed, Name, Proposition
from furphy.matching.vocabulary import kinds, wider
from furphy.model.text import Span

_ABLE = frozenset({"actor", "side"})
"""The kinds of what does something."""
_LAND = "land"
"""The kind of a country that something is in."""
_ENTITIES = (("actor",), ("side", _LAND), ("thing",), ("branch",))
"""Kinds of which one may stand in another's stead."""
_RANK = "rank"
"""The kind of what makes another office of one: deputy, former."""
_ENOUGH = 2
_ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Odd:
    """Someone or something of one proposition where the other has another."""

    one: Span
    other: Span
    detail: str
    of_place: bool = False
    """Whether it is rather a place than someone or something."""


def swapped(one: Proposition, other: Proposition) -> Odd | None:
    """Return the deed, or what is of two countries, whose parties changed parts, if any did."""
    places = {heard for made in (one, other) for heard in _of_places(made)}
    for deed in one.deeds:
        for theirs in other.deeds:
            keys = deed, theirs
            same = deed.action and theirs.action and related(deed.action, theirs.action)
            if same and _is_swap(*(_parts(each, places) for each in keys)):
                detail = f"{deed.doer} > {deed.undergoer} | {theirs.doer} > {theirs.undergoer}"
                return Odd(one.span, other.span, detail)
    hands = changed_hands(one, other)
    return Odd(one.span, other.span, " | ".join(hands)) if hands else None


def _of_places(made: Proposition) -> Iterator[str]:
    for name in made.names:
        if name.of_place or any(spot.span.meets(name.span) for spot in made.spots):
            yield from (f"{NAMED}{heard}" for heard in name.sounds)


_Parts = tuple[list[str], list[str]]


def _parts(deed: Deed, places: Collection[str]) -> _Parts:
    """Return who does it and to whom: people, sides and names, neither things nor places."""
    known = kinds()
    doer, undergoer = (
        [
            key
            for key in side.split("+")
            if (key[0] == NAMED and key not in places)
            or key[0] == UNKNOWN
            or known.get(key) in _ABLE
        ]
        for side in (deed.doer, deed.undergoer)
    )
    return doer, undergoer


def _is_swap(ours: _Parts, theirs: _Parts) -> bool:
    """Tell whether more of the parties changed parts than kept them.

    A party is more than one thing: both undergoers may be ambassadors, both doers Turkish.
    """
    crossed = _shared(ours[0], theirs[1]), _shared(ours[1], theirs[0])
    straight = _shared(ours[0], theirs[0]) + _shared(ours[1], theirs[1])
    return min(crossed) > 0 and sum(crossed) > straight


def _shared(ours: Iterable[str], theirs: Collection[str]) -> int:
    return sum(any(_same_key(a, b) for b in theirs) for a in ours)


def _same_key(one: str, other: str) -> bool:
    if related(one, other):
        return True
    if one[0] == other[0] == NAMED:
        return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
    return False


def exchanged(one: Proposition, other: Proposition) -> Odd | None:
    """Return a doer or thing that each has in the other's stead, if there is one.

    Only of one kind, and only where all of the kind that one has and the other lacks could not be
    other words for the same.
    """
    ranks = [{each.name for each in made.concepts if each.kind == _RANK} for made in (one, other)]
    if ranks[0] != ranks[1]:
        return Odd(one.span, other.span, " | ".join(", ".join(sorted(each)) for each in ranks))
    if one.language != other.language and not _share_enough(one, other):
        return None
    for group in _ENTITIES:
        ours, theirs = _of_kinds(one, group), _of_kinds(other, group)
        mine = [each for each in ours if not _is_told(each, theirs, other)]
        left = [each for each in theirs if not _is_told(each, ours, one)]
        if mine and left:
            detail = f"{mine[0].name} | {left[0].name}"
            lands = _LAND in {mine[0].kind, left[0].kind}
            return Odd(mine[0].span, left[0].span, detail, of_place=lands)
    return None


def _is_told(each: Concept, others: Iterable[Concept], made: Proposition) -> bool:
    """Tell whether another proposition has someone or something too, or is told by them."""
    names = (*(other.name for other in others), *made.sayers)
    return any(related(each.name, name) for name in names)


def _share_enough(one: Proposition, other: Proposition) -> bool:
    """Tell whether so much is known in both languages that what is left over tells something."""
    shared = {each.name for each in one.concepts} & {each.name for each in other.concepts}
    return len(shared) >= _ENOUGH


def _of_kinds(made: Proposition, chosen: Collection[str]) -> list[Concept]:
    return [each for each in made.concepts if each.kind in chosen]


def related(one: str, other: str) -> bool:
    """Tell whether two concepts may be used of one thing."""
    wide = wider()
    return one == other or other in wide.get(one, ()) or one in wide.get(other, ())


def renamed(one: Proposition, other: Proposition) -> Odd | None:
    """Return a name that each has in the other's stead, if there is one.

    Where the words around say that only one of the two names a place, the other may be one too.
    """
    mine = [each for each in one.names if each.sure and not _is_among(each, other.names)]
    left = [each for each in other.names if each.sure and not _is_among(each, one.names)]
    for ours in mine:
        for theirs in left:
            if ours.of_place != theirs.of_place and one.language != other.language:
                continue
            if not (ours.of_place and theirs.of_place) and surely_differ(ours, theirs):
                named = ours.of_place or theirs.of_place
                return Odd(ours.span, theirs.span, f"{ours.text} | {theirs.text}", of_place=named)
    return None


def _is_among(name: Name, others: Iterable[Name]) -> bool:
    return any(name_likeness(name, each) > 0.0 for each in others)
