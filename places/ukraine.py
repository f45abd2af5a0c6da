"""Every settlement of Ukraine's register with a point: GeoNames', its postal rows', its parent's.

1. A city of GeoNames is the settlement of the same raion (else: the only one of the oblast) that
   bears one of its names.
2. A postal row belongs to the settlement of its name in its oblast, of several to the one whose
   community lies nearest. Rows are dropped, and counted, whose point lies outside the oblast that
   they state, or far from everything else in the settlement's raion: a third of a percent to some
   percent of such rows are gross errors of the source.
3. What is left gets the centre of its community, else of its raion, with a radius that holds
   95 of 100 of the known points around that centre.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from furphy.gazetteer.geometry import Point, distance_km
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind
from places.divisions import City
from places.outlines import Outline
from places.register import CITIES, SETTLEMENTS, Unit, latin
from places.united_states import plain

_VILLAGE_KM = 2.0
_EDGE_DEGREES = 0.05
"""How far outside the drawn outline a point may lie: the outlines are simplified."""
_BEYOND = 1.3
"""How many times as far from the middle as nine tenths of the raion's points a point may lie."""
_FEW = 3
"""Fewer points than this tell little of where a community lies."""


@dataclass(frozen=True, slots=True)
class PostalRow:
    """A settlement, its oblast and its point, as a table of post codes has them."""

    name: str
    oblast: str
    point: Point


@dataclass(slots=True)
class Located:
    """What is known of where the settlements lie, and what was left out."""

    cities: dict[str, City] = field(default_factory=dict)
    """By the register's code."""
    points: dict[str, Point] = field(default_factory=dict)
    report: Counter[str] = field(default_factory=Counter)


def locate(
    units: Sequence[Unit],
    cities: Sequence[tuple[City, frozenset[str]]],
    rows: Sequence[PostalRow],
    oblasts: Mapping[str, Outline],
) -> Located:
    """Find the points of settlements; ``cities`` come with all their names, made plain."""
    settlements = [unit for unit in units if unit.kind in SETTLEMENTS]
    found = Located()
    found.report["settlements in the register"] = len(settlements)
    _join(settlements, cities, found)
    _place(settlements, _sound(rows, oblasts, found.report), found)
    return found


def _join(
    settlements: Sequence[Unit], cities: Sequence[tuple[City, frozenset[str]]], found: Located
) -> None:
    named = defaultdict[tuple[str, str], list[Unit]](list)
    for unit in settlements:
        for form in {plain(unit.name), plain(latin(unit.name))}:
            named[unit.raion, form].append(unit)
            named[unit.oblast, form].append(unit)
    taken = dict[str, City]()
    # The most populous first, so that a town goes before the hamlet of the same name.
    for city, forms in sorted(cities, key=lambda each: -each[0].population):
        unit = _same(city, forms, named, taken)
        if unit is None:
            found.report["cities of GeoNames that the register lacks"] += 1
        else:
            taken[unit.code] = city
    found.cities = taken
    found.points = {code: city.point for code, city in taken.items()}
    found.report["joined to a city of GeoNames"] = len(taken)


def _same(
    city: City,
    forms: frozenset[str],
    named: Mapping[tuple[str, str], list[Unit]],
    taken: Mapping[str, City],
) -> Unit | None:
    for code in reversed(city.codes):
        alike = {
            unit.code: unit
            for form in forms
            for unit in named.get((code, form), ())
            if unit.code not in taken
        }
        towns = {key: unit for key, unit in alike.items() if unit.kind in CITIES}
        for among in (towns, alike):
            if len(among) == 1:
                return next(iter(among.values()))
        if alike and code == city.codes[-1]:
            return min(alike.values(), key=lambda unit: unit.code)
    return None


def _sound(
    rows: Sequence[PostalRow], oblasts: Mapping[str, Outline], report: Counter[str]
) -> dict[tuple[str, str], list[Point]]:
    """Return the points of rows that lie in the oblast they state, by oblast and name."""
    sound = defaultdict[tuple[str, str], list[Point]](list)
    for row in rows:
        report["postal rows"] += 1
        if not oblasts[row.oblast].holds(row.point, _EDGE_DEGREES):
            report["postal rows outside their oblast: dropped"] += 1
        elif row.point not in sound[row.oblast, plain(row.name)]:
            sound[row.oblast, plain(row.name)].append(row.point)
    return sound


def _place(
    settlements: Sequence[Unit], sound: Mapping[tuple[str, str], list[Point]], found: Located
) -> None:
    bearers = defaultdict[tuple[str, str], list[Unit]](list)
    for unit in settlements:
        bearers[unit.oblast, plain(unit.name)].append(unit)
    reaches = _reaches(settlements, found.points)
    # Unmistakable names first: they tell where communities lie, which the rest are judged by.
    for key in sorted(bearers, key=lambda key: (len(bearers[key]), key)):
        points = [
            point
            for point in sound.get(key, ())
            if all(distance_km(point, found.points.get(unit.code, _NOWHERE)) > _VILLAGE_KM
                   for unit in bearers[key])
        ]
        open_units = [unit for unit in bearers[key] if unit.code not in found.points]
        _assign(open_units, points, reaches, found)


_NOWHERE = (-90.0, 0.0)


def _assign(
    units: Sequence[Unit], points: Sequence[Point], reaches: "_Reaches", found: Located
) -> None:
    """Give each unit the point that lies nearest to its community, the surest pair first."""
    pairs = sorted(
        (reaches.distance(unit, point), unit.code, point, unit)
        for unit in units
        for point in points
        if reaches.allow(unit, point)
    )
    given = set[Point]()
    for _, code, point, unit in pairs:
        if code not in found.points and point not in given:
            found.points[code] = point
            given.add(point)
            reaches.add(unit, point)
            found.report["placed by a postal row"] += 1
    if units:
        found.report["points far from their raion, or of other namesakes: not used"] += len(points) - len(given)


class _Reaches:
    """Where communities and raions lie, as far as their known points tell."""

    def __init__(self) -> None:
        self._points = defaultdict[str, list[Point]](list)
        self._middle = dict[str, tuple[Point, float]]()

    def add(self, unit: Unit, point: Point) -> None:
        """Take in a point."""
        if unit.hromada:
            self._points[unit.hromada].append(point)
            self._middle.pop(unit.hromada, None)
        self._points[unit.raion].append(point)

    def allow(self, unit: Unit, point: Point) -> bool:
        """Tell whether a point may belong to a unit, by its raion."""
        middle, reach = self.middle(unit.raion)
        return distance_km(middle, point) <= _BEYOND * reach

    def distance(self, unit: Unit, point: Point) -> float:
        """Return how far a point is from the middle of the unit's community."""
        close = unit.hromada if len(self._points[unit.hromada or ""]) >= _FEW else unit.raion
        return distance_km(self.middle(close or unit.raion)[0], point)

    def middle(self, code: str) -> tuple[Point, float]:
        """Return the median point of a division and the distance that holds 95 of 100 points."""
        known = self._middle.get(code)
        if known is None:
            points = self._points[code]
            middle = _median(points)
            away = sorted(distance_km(middle, each) for each in points)
            known = middle, away[min(len(away) - 1, math.ceil(0.95 * len(away)))]
            self._middle[code] = known
        return known

    def parent(self, unit: Unit) -> tuple[Point, float]:
        """Return where a unit without a point of its own lies, and how far off it may be."""
        hromada = unit.hromada or ""
        code = hromada if len(self._points[hromada]) >= _FEW else unit.raion
        return self.middle(code)


def _reaches(settlements: Sequence[Unit], points: Mapping[str, Point]) -> _Reaches:
    reaches = _Reaches()
    for unit in settlements:
        if unit.code in points:
            reaches.add(unit, points[unit.code])
    return reaches


def _median(points: Sequence[Point]) -> Point:
    """Return the middle of latitudes and of longitudes, which gross errors do not move."""
    lats, lons = sorted(lat for lat, _ in points), sorted(lon for _, lon in points)
    return lats[len(lats) // 2], lons[len(lons) // 2]


def records(units: Sequence[Unit], found: Located) -> Iterator[Record]:
    """Yield a record for every settlement."""
    settlements = [unit for unit in units if unit.kind in SETTLEMENTS]
    reaches = _reaches(settlements, found.points)
    for unit in settlements:
        city = found.cities.get(unit.code)
        point = found.points.get(unit.code)
        radius = _VILLAGE_KM if unit.kind not in CITIES else 4.0
        if point is None:
            point, reach = reaches.parent(unit)
            radius = max(5.0, math.ceil(reach))
            found.report["placed at the centre of community or raion"] += 1
        population = (city.population or None) if city else None
        if population:
            radius = max(radius, math.sqrt(population / 3000 / math.pi))
        within = ("UA", unit.oblast, unit.raion, *([unit.hromada] if unit.hromada else []))
        official = latin(unit.name)
        place = Place(
            *("geonames", city.id) if city else ("katottg", unit.code),
            *(official, round(point[0], 5), round(point[1], 5)),
            PlaceKind.CITY if unit.kind in CITIES or (population or 0) > 5000 else PlaceKind.VILLAGE,
            *(radius, "UA", within, population),
        )
        yield Record(place, (Name(official), Name(unit.name, "uk")))


def communities(units: Sequence[Unit], found: Located) -> Iterator[Record]:
    """Yield a record for every hromada."""
    settlements = [unit for unit in units if unit.kind in SETTLEMENTS]
    reaches = _reaches(settlements, found.points)
    members = defaultdict[str, list[Unit]](list)
    for unit in settlements:
        members[unit.hromada or ""].append(unit)
    for unit in units:
        if unit.kind == "H" and members[unit.code]:
            point, reach = reaches.parent(members[unit.code][0])
            name = f"{latin(unit.name)} hromada"
            within = ("UA", unit.oblast, unit.raion, unit.code)
            place = Place(
                *("katottg", unit.code, name, round(point[0], 5), round(point[1], 5)),
                *(PlaceKind.DISTRICT, max(5.0, math.ceil(reach)), "UA", within),
            )
            yield Record(place, (Name(name), Name(f"{unit.name} громада", "uk")))
