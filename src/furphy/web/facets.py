"""What a search finds, counted, as the page shows it: lists of links, bars of time, a map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.desk.faceting import MOST, Facet, Facets, PlaceTally
from furphy.export.maps.counted import Around, Counted, CountedMap, counted_map
from furphy.export.visible import on_one_line
from furphy.export.wording import FIRMNESS, country
from furphy.model.factuality import Commitment
from furphy.web import bars, narrowing
from furphy.web.narrowing import Pairs

SHOWN = 10
"""Values of a list that are shown at once; the rest is folded away."""

NEARBY_KM = 25.0
"""How far around a place one may look by a link, without dragging."""

_TITLES = {
    "holder": "Innermost source",
    "outlet": "Outlet",
    "value": "How firmly",
    "kind": "Kind",
    "language": "Language",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which a search can be narrowed."""

    label: str
    beside: str
    """What else is told of it."""
    count: int
    address: str
    """Of the search narrowed by it; of one by which it is, without it."""
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of one facet."""

    name: str
    title: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    more: int
    """Values that are not told."""
    without: int


@dataclass(frozen=True, slots=True)
class View:
    """All that is counted."""

    counted: int
    is_all: bool
    most: int
    """Assertions that are counted at most."""
    lists: tuple[Choices, ...]
    places: Choices
    map: CountedMap | None
    to_place: dict[str, str]
    """Addresses by the keys of the places on the map."""
    anywhere: str
    """Address of the search wherever it is."""
    nearby: tuple[tuple[str, str], ...]
    """Names of chosen places, and addresses of searches around them."""
    nearby_km: float
    published: bars.Drawing
    time: bars.Drawing


def view(found: Facets, pairs: Pairs) -> View:
    """Return what is shown."""
    places = [*map(_place, found.place.tallies)]
    choices = [_place_choice(each, pairs) for each in found.place.tallies]
    circle = found.near
    near = None if circle is None else Around((circle.lat, circle.lon), circle.km)
    return View(
        counted=found.counted,
        is_all=found.is_all,
        most=MOST,
        lists=tuple(_lists(found, pairs)),
        places=_choices("at", "Place", choices, found.place.more, found.place.without),
        map=counted_map(places, near),
        to_place={one.key: each.address for one, each in zip(places, choices, strict=True)},
        anywhere=narrowing.address(narrowing.without(pairs, "at", *narrowing.CIRCLE)),
        nearby=tuple(
            (each.name, narrowing.around(pairs, each.point, NEARBY_KM))
            for each in places
            if each.is_chosen
        ),
        nearby_km=NEARBY_KM,
        published=bars.drawing(found.published, pairs, ("published_from", "published_until")),
        time=bars.drawing(found.time, pairs, ("from", "until")),
    )


def _lists(found: Facets, pairs: Pairs) -> Iterator[Choices]:
    for name, title in _TITLES.items():
        facet: Facet = getattr(found, name)
        some = [
            Choice(
                label=_label(name, each.value),
                beside="",
                count=each.count,
                address=_toggled(pairs, name, each.value, is_chosen=each.is_chosen),
                is_chosen=each.is_chosen,
            )
            for each in facet.tallies
        ]
        yield _choices(name, title, some, facet.more, facet.without)


def _choices(name: str, title: str, choices: Sequence[Choice], more: int, without: int) -> Choices:
    first = [each for at, each in enumerate(choices) if at < SHOWN or each.is_chosen]
    rest = [each for each in choices if each not in first]
    return Choices(name, title, tuple(first), tuple(rest), more, without)


def _toggled(pairs: Pairs, name: str, value: str, *, is_chosen: bool) -> str:
    if not is_chosen:
        return narrowing.narrowed(pairs, name, value)
    less = [each for each in pairs if each != (name, value)]
    # Asked for in another spelling, it goes with all that was asked of this field.
    return narrowing.address(less if len(less) < len(pairs) else narrowing.without(pairs, name))


def _label(name: str, value: str) -> str:
    if name == "value":
        known = {each.value for each in Commitment}
        return FIRMNESS[Commitment(value)].words if value in known else on_one_line(value)
    return on_one_line(value)


def _key(tally: PlaceTally) -> str:
    return f"{tally.spot.gazetteer}:{tally.spot.id}"


def _place(tally: PlaceTally) -> Counted:
    spot, key = tally.spot, _key(tally)
    name, point = on_one_line(spot.name or key), (spot.lat, spot.lon)
    return Counted(key, name, point, spot.radius_km or 0.0, tally.count, tally.is_chosen)


def _place_choice(tally: PlaceTally, pairs: Pairs) -> Choice:
    spot, key = tally.spot, _key(tally)
    lies = [spot.kind or "", country(spot.country) if spot.country else ""]
    has_circle = any(name == "within" for name, _ in pairs)
    address = narrowing.at_place(pairs, key)
    if tally.is_chosen:
        less = [each for each in pairs if each != ("at", key)]
        address = narrowing.address(less if has_circle else narrowing.without(less, "place"))
    return Choice(
        label=on_one_line(spot.name or key),
        beside=", ".join(on_one_line(each) for each in lies if each),
        count=tally.count,
        address=address,
        is_chosen=tally.is_chosen,
    )
