"""What a gazetteer knows of a name, as far as it bears on whether the name is a place's at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from furphy.model.place import Candidate, Place, PlaceKind

Lookup = Callable[[str], Sequence[Candidate]]
"""Finds every place that bears a name, as ``Gazetteer.named`` does."""

_FIRST = 2
"""Codes a country's first division has: its country's and its own."""
_WIDE = {
    PlaceKind.CONTINENT: "fame:country",
    PlaceKind.COUNTRY: "fame:country",
    PlaceKind.REGION: "fame:region",
    PlaceKind.DISTRICT: "fame:district",
}
_STANDING = {
    PlaceKind.CONTINENT: 1_000_000_000,
    PlaceKind.COUNTRY: 10_000_000,
    PlaceKind.REGION: 1_000_000,
    PlaceKind.DISTRICT: 30_000,
}
"""How many people such a place is taken to have, so that a state outdoes villages of its name."""
_SETTLED = frozenset({PlaceKind.CITY, PlaceKind.VILLAGE})
_SMALL_KM = 25.0
_MAIN = 0.95
_USUAL = 0.5
"""A form of less weight is a nickname, a code or a demonym."""


@dataclass(frozen=True, slots=True)
class Renown:
    """How well known a name is."""

    fame: str
    """``fame:`` and the kind of the greatest place of the name, or a settlement's digits."""
    namesakes: int
    form: str
    """How usual the name is for the greatest such place: ``main``, ``variant`` or ``derived``."""
    divisions: tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]
    """What places of the name are divisions, and what divisions such places lie in."""

    @property
    def known(self) -> bool:
        """Whether any place bears the name."""
        return self.namesakes > 0

    @property
    def regions(self) -> frozenset[tuple[str, ...]]:
        """The first divisions of countries that places of the name are or lie in."""
        return frozenset(
            each for each in self.divisions[0] | self.divisions[1] if len(each) == _FIRST
        )

    def lies_in(self, other: "Renown") -> bool:
        """Tell whether some place of this name lies in one of the other's."""
        return not self.divisions[1].isdisjoint(other.divisions[0])


UNKNOWN = Renown("fame:none", 0, "", (frozenset(), frozenset()))


class Register:
    """The renown of names, each asked for once."""

    __slots__ = ("_lookup", "_seen")

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._seen: dict[str, Renown] = {}

    def __getitem__(self, name: str) -> Renown:
        found = self._seen.get(name)
        if found is None:
            found = self._seen[name] = renown(self._lookup(name))
        return found


def renown(candidates: Sequence[Candidate]) -> Renown:
    """Sum up the places that bear a name."""
    if not candidates:
        return UNKNOWN
    own: set[tuple[str, ...]] = set()
    above: set[tuple[str, ...]] = set()
    for each in candidates:
        place = each.place
        if place.kind in _WIDE:
            own.add(place.divisions)
        for depth in range(1, len(place.divisions) + (place.kind not in _WIDE)):
            above.add(place.divisions[:depth])
    usual = [each for each in candidates if each.score >= _USUAL] or candidates
    best = max(usual, key=lambda each: _size(each.place))
    return Renown(
        _fame(_standing_kind(best.place), best.place.population or 0),
        len(candidates),
        "main" if best.score >= _MAIN else "variant" if best.score >= _USUAL else "derived",
        (frozenset(own), frozenset(above)),
    )


def _size(place: Place) -> int:
    return max(place.population or 0, _STANDING.get(_standing_kind(place), 0))


def _standing_kind(place: Place) -> PlaceKind:
    """Return a place's kind; a small region, as some countries have by the hundred, as district."""
    small = place.kind is PlaceKind.REGION and place.radius_km < _SMALL_KM
    return PlaceKind.DISTRICT if small else place.kind


def _fame(kind: PlaceKind, population: int) -> str:
    if kind in _WIDE:
        return _WIDE[kind]
    if kind not in _SETTLED and not population:
        return "fame:land"
    return f"fame:{min(max(len(str(population)), 3), 7)}"
