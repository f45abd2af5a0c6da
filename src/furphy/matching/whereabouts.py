"""Whether two propositions are of one place, of places of which one holds the other, or of two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from furphy.gazetteer.geometry import distance_km
from furphy.matching.names import name_likeness, surely_differ
from furphy.matching.proposition import Name, Proposition, Spot
from furphy.matching.quantities import Verdict
from furphy.matching.wording import LAND
from furphy.model.place import DIVISIONS, PlaceKind
from furphy.model.text import Span

_LANDS = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT})
_NAMESAKES_KM = 60.0
"""A city and its district, or its region, bear one name."""
_BESIDE_KM = 3.0
"""Points so near one another are one place, whatever their radius."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place that a proposition names."""

    span: Span
    text: str
    name: Name | None = None
    spot: Spot | None = None
    land: str | None = None
    """The concept of a country."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of comparing places."""

    verdict: Verdict | None
    """None where one of them names none."""
    one: Where | None = None
    other: Where | None = None


def places(made: Proposition) -> tuple[Where, ...]:
    """Return the places that a proposition names, resolved or not.

    A country that nothing is said to be in is none: it does something, or has it done to it.
    """
    found = [
        Where(name.span, name.text, name, spot)
        for name in made.names
        if (spot := _at(made, name.span)) is not None or name.of_place
        if name.of_place or spot is None or spot.kind not in _LANDS
    ]
    named = [each.span for each in made.names]
    lands = [each for each in made.concepts if each.kind in {LAND, "side"}]
    named += [each.span for each in lands]
    found += [
        Where(spot.span, spot.name, None, spot)
        for spot in made.spots
        if not any(spot.span.meets(span) for span in named)
    ]
    found += [Where(each.span, each.name, land=each.name) for each in lands if each.kind == LAND]
    return tuple(found)


def _at(made: Proposition, span: Span) -> Spot | None:
    return next((spot for spot in made.spots if spot.span.meets(span)), None)


def compared(one: Proposition, other: Proposition) -> Placed:
    """Compare the places of two propositions.

    Places left over on both sides, of which none holds one of the others, are a conflict even where
    others agree: two villages of one region.
    """
    ours, theirs = places(one), places(other)
    if not ours or not theirs:
        return Placed(None)
    mine = [each for each in ours if not _is_known(each, theirs, other)]
    left = [each for each in theirs if not _is_known(each, ours, one)]
    met = next(((a, b) for a in ours for b in theirs if _same(a, b)), None)
    if not mine or not left:
        return Placed(Verdict.SAME, *met) if met else Placed(None)
    inner, other_inner = _without_holders(mine, left), _without_holders(left, mine)
    if (inner, other_inner) != (mine, left):
        if not inner or not other_inner:
            return Placed(Verdict.APART, mine[0], left[0])
        mine, left = inner, other_inner
    sure = met is None or one.language == other.language or _all_known(mine, left)
    if sure and all(_differ(a, b) for a in mine for b in left):
        return Placed(Verdict.CONFLICT, mine[0], left[0])
    return Placed(Verdict.SAME, *met) if met else Placed(None)


def _without_holders(places: Sequence[Where], others: Iterable[Where]) -> list[Where]:
    """Return the places that hold none of the others: the country beside its city is left out."""
    return [each for each in places if not any(_holds(each, other) for other in others)]


def _all_known(mine: Iterable[Where], left: Iterable[Where]) -> bool:
    """Tell whether places left over were looked up: where others agree, sounds do not tell."""
    return all(each.spot or each.land for each in (*mine, *left))


def _is_known(place: Where, others: Iterable[Where], made: Proposition) -> bool:
    """Tell whether a place is among others, or a country that the other one names in any part."""
    if place.land and any(each.name == place.land for each in made.concepts):
        return True
    if any(_same(place, each) for each in others):
        return True
    return place.name is not None and any(name_likeness(place.name, each) for each in made.names)


def _same(one: Where, other: Where) -> bool:
    if one.land or other.land:
        return one.land == other.land
    if one.name and other.name and one.name.text == other.name.text:
        return True
    if one.spot and other.spot and (near := _near(one.spot, other.spot)) is not None:
        return near
    if one.name and other.name:
        return name_likeness(one.name, other.name) > 0.0
    return one.text == other.text


def _near(one: Spot, other: Spot) -> bool | None:
    """Tell whether two spots are one; None where one of them is too unsure to tell them apart."""
    if one.gazetteer == other.gazetteer and one.id == other.id:
        return True
    reach = _NAMESAKES_KM if one.name == other.name else _BESIDE_KM
    near = _apart_km(one, other) <= reach
    return near if near or (one.sure and other.sure) else None


def _differ(one: Where, other: Where) -> bool:
    """Tell whether two places that are not known to be one are surely two."""
    if one.land or other.land:
        # A city may well be in the country.
        return bool(one.land and other.land)
    if one.spot and other.spot:
        return True
    if one.name and other.name:
        return surely_differ(one.name, other.name) and one.name.sure and other.name.sure
    return False


def _holds(one: Where, other: Where) -> bool:
    """Tell whether the first place holds the second."""
    if not one.spot or not other.spot:
        return False
    if one.spot.kind not in DIVISIONS:
        return False
    codes, inner = one.spot.divisions, other.spot.divisions
    return bool(codes) and len(codes) < len(inner) and inner[: len(codes)] == codes


def _apart_km(one: Spot, other: Spot) -> float:
    return distance_km((one.lat, one.lon), (other.lat, other.lon))
