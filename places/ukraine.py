"""Every settlement of Ukraine's register with a point: GeoNames', its postal rows', its parent's.

1. A city of GeoNames is the settlement of the same raion (else: the only one of the oblast) that
   bears one of its names.
2. A postal row belongs to the settlement of its name in its oblast, of several to the one whose
   community lies nearest. Some rows carry the point of a place of that name (half of them are good
   to 0.3 km, 95 of 100 to 2 km); where it lies in another oblast it is that of a namesake there.
   Others carry a guess from neighbouring post codes: half are off by 10 km, a tenth by 44 km.
   Dropped, and counted, are guesses outside the oblast that the row states (half of those that can
   be judged are off by more than 130 km), and points far from all else in the settlement's raion.
3. What is left gets the centre of its community, else of its raion, with a radius that holds
   95 of 100 of the known points around that centre.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from furphy.gazetteer.geometry import Point, distance_km
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind
from places.divisions import City
from places.outlines import Outline
from places.register import CITIES, SETTLEMENTS, Unit, latin
from places.united_states import plain

_VILLAGE_KM = 2.0
_GUESSED_KM = 40.0
"""How far off a point guessed from post codes may be: 9 of 10 of those that can be judged."""
_FAR_OFF_KM = 500.0
"""How far off a guess outside its oblast may be: 19 of 20 of those that can be judged."""
_TOWN_PEOPLE = 5000
"""Urban settlements have been villages by law since 2024; those of so many people are towns."""
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
    code: str
    """The post code."""
    oblast: str
    """The one that the row states."""
    point: Point
    guessed: bool
    """Whether the point was made up from those of neighbouring post codes."""


@dataclass(slots=True)
class Located:
    """What is known of where the settlements lie, and what was left out."""

    cities: dict[str, City] = field(default_factory=dict)
    """By the register's code."""
    points: dict[str, Point] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    """Codes of settlements whose point is a guess."""
    forms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Other spellings of the names, by the register's code."""
    unlisted: list[PostalRow] = field(default_factory=list)
    """Rows of places that the register lacks."""
    dropped: list[PostalRow] = field(default_factory=list)
    report: Counter[str] = field(default_factory=Counter)

    @property
    def measured(self) -> dict[str, Point]:
        """The points that are no guesses."""
        return {code: at for code, at in self.points.items() if code not in self.guessed}


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
    _place(settlements, _sound(rows, oblasts, found), found)
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
        same = _same(city, forms, named, taken)
        if same is None:
            found.report["cities of GeoNames that the register lacks"] += 1
        else:
            taken[same.code] = city
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
    rows: Sequence[PostalRow], oblasts: Mapping[str, Outline], found: Located
) -> list[PostalRow]:
    """Return the rows that a place can be told from, with the oblast that they lie in."""
    sound = list[PostalRow]()
    report = found.report
    for row in rows:
        report["postal rows"] += 1
        if oblasts[row.oblast].holds(row.point, _EDGE_DEGREES):
            sound.append(row)
        elif row.guessed:
            report["postal rows with a guess outside their oblast: dropped"] += 1
            found.dropped.append(row)
        else:
            report["postal rows with the point of a namesake in another oblast: moved"] += 1
            inside = [code for code, drawn in oblasts.items() if drawn.holds(row.point)]
            sound += [replace(row, oblast=code) for code in inside[:1]]
    return sound


def _place(settlements: Sequence[Unit], rows: Sequence[PostalRow], found: Located) -> None:
    bearers = defaultdict[tuple[str, str], list[Unit]](list)
    for unit in settlements:
        bearers[unit.oblast, plain(unit.name)].append(unit)
    sound = _sorted(rows, settlements, bearers, found)
    reaches = _reaches(settlements, found.points)
    # Unmistakable names first, and points before guesses: they tell where communities lie, which
    # the rest are judged by.
    for guessed in (False, True):
        for key in sorted(sound, key=lambda key: (len(bearers[key]), key)):
            points = {row.point for row in sound[key] if row.guessed is guessed}
            _assign(bearers[key], points, reaches, found, guessed=guessed)


def _sorted(
    rows: Sequence[PostalRow],
    settlements: Sequence[Unit],
    bearers: Mapping[tuple[str, str], Sequence[Unit]],
    found: Located,
) -> Mapping[tuple[str, str], list[PostalRow]]:
    """Return the rows by oblast and by the name that the register has, other spellings noted."""
    alike = defaultdict[tuple[str, str], list[Unit]](list)
    for unit in settlements:
        alike[unit.oblast, rough(unit.name)].append(unit)
    sound = defaultdict[tuple[str, str], list[PostalRow]](list)
    for row in rows:
        key = row.oblast, plain(row.name)
        like = alike[row.oblast, rough(row.name)]
        if key not in bearers and len(like) == 1:
            found.report["postal rows that spell a name otherwise"] += 1
            key = row.oblast, plain(like[0].name)
        if key not in bearers:
            found.unlisted.append(row)
            continue
        sound[key].append(row)
        for unit in bearers[key]:
            if row.name not in {unit.name, latin(unit.name)}:
                found.forms[unit.code].add(row.name)
    return sound


def rough(name: str) -> str:
    """Return what is left of a Ukrainian name without what is most often misspelt in it."""
    text = plain(name).translate(_ROUGH)
    return "".join(one for one, before in zip(text, " " + text, strict=False) if one != before)


_ROUGH = str.maketrans(
    {
        "і": "и",
        "ї": "и",
        "й": "и",
        "ы": "и",
        "є": "е",
        "э": "е",
        "ё": "е",
        "ґ": "г",
        "ь": None,
        "ъ": None,
    }
)


def _assign(
    bearers: Sequence[Unit],
    points: Iterable[Point],
    reaches: "_Reaches",
    found: Located,
    *,
    guessed: bool,
) -> None:
    """Give each unit the point that lies nearest to its community, the surest pair first."""
    known = [found.points[unit.code] for unit in bearers if unit.code in found.points]
    fresh = [
        point
        for point in sorted(points)
        if all(distance_km(point, other) > _VILLAGE_KM for other in known)
    ]
    pairs = sorted(
        (reaches.distance(unit, point), unit.code, point, unit)
        for unit in bearers
        if unit.code not in found.points
        for point in fresh
        if reaches.allow(unit, point)
    )
    given = set[Point]()
    for _, code, point, unit in pairs:
        if code not in found.points and point not in given:
            given.add(point)
            found.points[code] = point
            if guessed:
                found.guessed.add(code)
            else:
                reaches.add(unit, point)
    what = "placed by a guess from post codes" if guessed else "placed by a postal row"
    found.report[what] += len(given)
    found.report["points far from their raion: dropped"] += len(fresh) - len(given)


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
    reaches = _reaches(settlements, found.measured)
    for unit in settlements:
        city = found.cities.get(unit.code)
        point = found.points.get(unit.code)
        radius = _VILLAGE_KM if unit.kind not in CITIES else 4.0
        if unit.code in found.guessed:
            radius = _GUESSED_KM
        if point is None:
            point, reach = reaches.parent(unit)
            radius = max(5.0, math.ceil(reach))
            found.report["placed at the centre of community or raion"] += 1
        population = (city.population or None) if city else None
        if population:
            radius = max(radius, math.sqrt(population / 3000 / math.pi))
        within = ("UA", unit.oblast, unit.raion, *([unit.hromada] if unit.hromada else []))
        official = latin(unit.name)
        is_town = unit.kind in CITIES or (population or 0) >= _TOWN_PEOPLE
        place = Place(
            "geonames" if city else "katottg",
            city.id if city else unit.code,
            official,
            round(point[0], 5),
            round(point[1], 5),
            PlaceKind.CITY if is_town else PlaceKind.VILLAGE,
            radius,
            "UA",
            within,
            population,
        )
        others = (Name(each, "uk", 0.8) for each in sorted(found.forms.get(unit.code, ())))
        yield Record(place, (Name(official), Name(unit.name, "uk"), *others))


def unlisted(found: Located) -> Iterator[Record]:
    """Yield a record for every place of a postal row that the register lacks, once."""
    seen = set[tuple[str, str]]()
    for row in sorted(found.unlisted, key=lambda row: (row.guessed, row.code, row.name)):
        key = row.oblast, rough(row.name)
        if key not in seen:
            seen.add(key)
            radius = _GUESSED_KM if row.guessed else _VILLAGE_KM
            place = Place(
                *("postal", f"UA-{row.code}-{len(seen)}", latin(row.name), *row.point),
                *(PlaceKind.VILLAGE, radius, "UA", ("UA", row.oblast)),
            )
            yield Record(place, (Name(place.name), Name(row.name, "uk", 0.8)))
    found.report["placed though the register lacks them"] = len(seen)


def dropped(found: Located) -> Iterator[Record]:
    """Yield a record for every row that was dropped, as the source has it: what to report."""
    seen = set[tuple[str, Point]]()
    for row in sorted(found.dropped, key=lambda row: (row.code, row.name)):
        if (row.name, row.point) not in seen:
            seen.add((row.name, row.point))
            place = Place(
                *("postal", f"UA-{row.code}-x{len(seen)}", latin(row.name), *row.point),
                *(PlaceKind.VILLAGE, _FAR_OFF_KM, "UA", ("UA", row.oblast)),
            )
            yield Record(place, (Name(place.name), Name(row.name, "uk")))


def communities(units: Sequence[Unit], found: Located) -> Iterator[Record]:
    """Yield a record for every hromada."""
    settlements = [unit for unit in units if unit.kind in SETTLEMENTS]
    reaches = _reaches(settlements, found.measured)
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
