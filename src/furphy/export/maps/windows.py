"""Which maps show the places of a text: one of all, and larger ones of where they crowd."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.export.maps.stated import Stated
from furphy.export.maps.view import Spot, View, fit
from furphy.export.whereabouts import Located
from furphy.gazetteer.geometry import distance_km

LEAST_OVERVIEW_KM = 900.0
"""So wide a map shows coasts and borders that a reader knows."""
LEAST_DETAIL_KM = 10.0
MOST_DETAILS = 2
_CROWDED = 0.06
"""Places nearer to each other than this share of the width belong to one detail."""
_SMALLER = 1 / 3
"""A detail that is not at least so much smaller shows nothing new."""
_FURTHEST_AREA_KM = 1500.0


@dataclass(frozen=True, slots=True)
class Window:
    """A view, and the one that it is a part of."""

    view: View
    within: View | None
    """None for the view of all places."""


def windows(places: Sequence[Located], distances: Sequence[Stated]) -> tuple[Window, ...]:
    """Return the view of all places (at least one), then the views of where they crowd.

    Where only one crowd is found, it may hold a closer one.
    """
    dots = [each for each in places if not each.is_wide] or places
    overview = fit([_spot(each) for each in dots], LEAST_OVERVIEW_KM)
    found = [*_details(dots, distances, overview)][:MOST_DETAILS]
    if len(found) == 1:
        found += [*_details(dots, distances, found[0].view)][:1]
    return Window(overview, None), *found


def _details(
    places: Sequence[Located], distances: Sequence[Stated], over: View
) -> Iterator[Window]:
    here = [each for each in places if over.shows(each.point)]
    for crowd in _crowds(here, over.width_km * _CROWDED):
        view = _detail(crowd, distances, over)
        if view is not None:
            yield Window(view, over)


def _spot(place: Located, reach_km: float = 0.0) -> Spot:
    return Spot(place.point, min(max(place.place.radius_km, reach_km), _FURTHEST_AREA_KM))


def _detail(crowd: Sequence[Located], distances: Sequence[Stated], over: View) -> View | None:
    """Return the view of a crowd with what is stated of it; None where it would show no more."""
    reach = {each.number: 0.0 for each in crowd}
    for each in distances:
        if each.base.number in reach and each.reach_km < over.width_km * _CROWDED:
            reach[each.base.number] = max(reach[each.base.number], each.reach_km)
    if len(crowd) == 1 and not any(reach.values()):
        return None
    view = fit([_spot(each, reach[each.number]) for each in crowd], LEAST_DETAIL_KM)
    return view if view.width_km < over.width_km * _SMALLER else None


def _crowds(places: Sequence[Located], near_km: float) -> list[list[Located]]:
    """Return the places that are linked by short distances (single linkage), largest first."""
    crowds = list[list[Located]]()
    for place in places:
        meeting = [
            crowd
            for crowd in crowds
            if any(distance_km(place.point, each.point) < near_km for each in crowd)
        ]
        crowds = [crowd for crowd in crowds if crowd not in meeting]
        crowds.append([each for crowd in meeting for each in crowd] + [place])
    return sorted(crowds, key=lambda crowd: (-len(crowd), min(each.number for each in crowd)))
