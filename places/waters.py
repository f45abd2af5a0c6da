"""Seas with a middle and an extent, rivers with a course, from Natural Earth."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import shapefile

from furphy.gazetteer.geometry import Point, distance_km
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind
from places.inputs import Inputs
from places.outlines import of_rings

_NO_SEAS = {"Amazon River", "Kaliningrad", "Ozero Mogotoyevo", "Lake Pontchartrain"}
_STEP_KM = 8.0
"""How far apart the points of a course are: a settlement on a bank is never far from one."""
_JOINED_KM = 60.0
"""Stretches of one name that come this near to each other are one river (lakes lie between)."""
_BARE = 0.4
"""The weight of a river's name without the word: towns and regions are called after rivers."""
_SAID = re.compile(r"(?:Canal|Channel|Creek|Kanal|Nile|River)$|^(?:Bahr|Bratul|R[ií]o) ")
_DAMAGED = re.compile(r"[?\ufffd]")


def seas(inputs: Inputs) -> Iterator[Record]:
    """Yield oceans, seas, gulfs, straits."""
    best = dict[str, Record]()
    for label, _, parts in inputs.plain_pickle("marine")["marine"]:
        name = str(label[0] if isinstance(label, tuple) else label).strip()
        if not name or _DAMAGED.search(name) or name in _NO_SEAS:
            continue
        name = name.title().replace(" Of ", " of ") if name.isupper() else name
        rings = [[(lat, lon) for lon, lat in ring] for _, ring in parts]
        points = [point for ring in rings for point in ring]
        middle = of_rings(rings).middle()
        radius = math.ceil(max(distance_km(middle, each) for each in points))
        key = re.sub(r"\W+", "-", name.casefold())
        place = Place(
            *("naturalearth", f"sea:{key}", name),
            round(middle[0], 3),
            round(middle[1], 3),
            PlaceKind.SEA,
            radius,
        )
        # Two basins of one name are kept apart in the source; the wider one is what is meant.
        if name not in best or best[name].place.radius_km < radius:
            best[name] = Record(place, (Name(name),))
    yield from best.values()


def rivers(inputs: Inputs) -> Iterator[Record]:
    """Yield rivers."""
    inputs.path("river-names")
    source = shapefile.Reader(str(inputs.path("rivers").with_suffix("")), encoding="cp1252")
    stretches = defaultdict[str, list[list[Point]]](list)
    for item in source.iterShapeRecords():
        name = item.record["name"].strip()
        if name and not _DAMAGED.search(name):
            edges = [*item.shape.parts, len(item.shape.points)]
            for start, end in pairwise(edges):
                points = [(lat, lon) for lon, lat in item.shape.points[start:end]]
                stretches[name].append(points)
    for name in sorted(stretches):
        for number, parts in enumerate(_rivers_of(stretches[name]), 1):
            yield _river(name, number, parts)


def _rivers_of(parts: Sequence[list[Point]]) -> list[list[list[Point]]]:
    """Sort stretches of one name into rivers."""
    groups = list[list[list[Point]]]()
    for part in parts:
        touching = [group for group in groups if any(_close(part, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([*(other for group in touching for other in group), part])
    return groups


def _close(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return any(distance_km(here, there) < _JOINED_KM for here in one[::8] for there in other[::8])


def _river(name: str, number: int, parts: Sequence[list[Point]]) -> Record:
    course = tuple(
        (round(lat, 3), round(lon, 3)) for part in _in_line(parts) for lat, lon in _even(part)
    )
    middle = course[len(course) // 2]
    radius = math.ceil(max(distance_km(middle, each) for each in course)) + _STEP_KM
    forms = [each for each in re.split(r"\s*[()/]\s*", name) if each]
    names = [Name(each if _SAID.search(each) else f"{each} River") for each in forms]
    names += [Name(f"River {each}", None, 0.8) for each in forms]
    names += [Name(each, None, _BARE) for each in forms]
    key = re.sub(r"\W+", "-", name.casefold()).strip("-")
    number_of = f":{number}" if number > 1 else ""
    lat, lon = middle
    place = Place(
        "naturalearth",
        f"river:{key}{number_of}",
        names[0].text,
        lat,
        lon,
        PlaceKind.RIVER,
        radius,
    )
    return Record(place, tuple(names), course)


def _in_line(parts: Sequence[list[Point]]) -> list[list[Point]]:
    """Order stretches so that each begins near where the last one ended."""
    left = [list(part) for part in parts]
    line = [max(left, key=len)]
    left.remove(line[0])
    while left:
        end = line[-1][-1]
        nearest = min(
            left, key=lambda part: min(distance_km(end, part[0]), distance_km(end, part[-1]))
        )
        left.remove(nearest)
        if distance_km(end, nearest[-1]) < distance_km(end, nearest[0]):
            nearest.reverse()
        line.append(nearest)
    return line


def _even(points: Sequence[Point]) -> Iterator[Point]:
    """Yield points of a line about a step apart, its ends among them."""
    last = points[0]
    yield last
    for point in points[1:]:
        length = distance_km(last, point)
        for step in range(1, int(length / _STEP_KM) + 1):
            share = step * _STEP_KM / length
            if share < 1:
                yield (
                    last[0] + share * (point[0] - last[0]),
                    last[1] + share * (point[1] - last[1]),
                )
        if length >= _STEP_KM:
            yield point
            last = point
    if last != points[-1]:
        yield points[-1]
