"""US counties and small places, from the Census Bureau's Gazetteer Files of 2022.

A place that GeoNames' cities have too, by name and state, is left to them.
"""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.gazetteer.geometry import Point, distance_km
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind
from places.divisions import City
from places.inputs import Inputs

_COUNTY = re.compile(r"fips\d{5}")
_SECTION = re.compile(r"\[(fips\d+)\]")
_POINT = re.compile(r"centroid = \((-?[\d.]+), (-?[\d.]+)\)")
_NAME = re.compile(r"description = (.+), ([A-Z]{2})$")
_SETTLEMENT = re.compile(
    r"(.+?)(?: (?:consolidated|metropolitan|metro|unified) government)?(?: \(balance\))?"
    r" (city|town|village|borough|CDP|city and borough|municipality|plantation|comunidad"
    r"|zona urbana|charter township|township|CCD)$"
)
_SPRAWLING = {"township", "charter township", "CCD", "plantation"}
"""Divisions of a county that bear the name of their chief settlement, often with others in them."""
_SAME_KM = 30.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One section of the file."""

    code: str
    """FIPS: state, county, place."""
    name: str
    state: str
    point: Point


def entries(inputs: Inputs) -> list[Entry]:
    """Return the sections that have a point."""
    found = list[Entry]()
    code, point = "", (0.0, 0.0)
    for line in inputs.packed_lines("census"):
        if section := _SECTION.match(line):
            code = section[1]
        elif code and (at := _POINT.match(line)):
            point = math.degrees(float(at[1])), math.degrees(float(at[2]))
        elif code and (name := _NAME.match(line)):
            found.append(Entry(code, name[1], name[2], point))
            code = ""
    return found


def counties(census: Sequence[Entry]) -> dict[str, Point]:
    """Return the centres of counties by GeoNames' code."""
    return {
        f"US.{each.state}.{each.code.removeprefix('fips')[2:]}": each.point
        for each in census
        if _COUNTY.fullmatch(each.code)
    }


def places(census: Sequence[Entry], towns: Sequence[City]) -> Iterator[Record]:
    """Yield settlements that the cities lack, each with its state and the nearest county."""
    seen = defaultdict[tuple[str, str], list[Point]](list)
    for town in towns:
        if town.codes and town.codes[0].startswith("US."):
            seen[town.codes[0], plain(town.name)].append(town.point)
    near = _Nearest(towns)
    for sprawls in (False, True):
        for entry in census:
            found = _SETTLEMENT.match(entry.name)
            if found is None or (found[2] in _SPRAWLING) is not sprawls:
                continue
            key = f"US.{entry.state}", plain(found[1])
            if any(distance_km(entry.point, other) < _SAME_KM for other in seen[key]):
                continue
            seen[key].append(entry.point)
            yield _record(entry, found[1], near.district(entry), sprawls=sprawls)


def _record(entry: Entry, name: str, district: str | None, *, sprawls: bool) -> Record:
    lat, lon = (round(each, 5) for each in entry.point)
    place = Place(
        *("census", entry.code.removeprefix("fips"), name, lat, lon),
        *(PlaceKind.VILLAGE, 8.0 if sprawls else 3.0, "US"),
        ("US", f"US.{entry.state}", *([district] if district else [])),
    )
    return Record(place, (Name(name),))


class _Nearest:
    """Which county a point lies in, told from the city nearest to it in the same state."""

    def __init__(self, towns: Sequence[City]) -> None:
        self._cells = defaultdict[tuple[int, int], list[City]](list)
        for town in towns:
            if len(town.codes) > 1 and town.codes[0].startswith("US."):
                self._cells[_cell(town.point)].append(town)

    def district(self, entry: Entry) -> str | None:
        """Return the code of the county; None where no city of the state is near."""
        row, column = _cell(entry.point)
        close = [
            (distance_km(entry.point, town.point), town.codes[1])
            for down in (-1, 0, 1)
            for right in (-1, 0, 1)
            for town in self._cells.get((row + down, column + right), ())
            if town.codes[0] == f"US.{entry.state}"
        ]
        return min(close)[1] if close else None


def _cell(point: Point) -> tuple[int, int]:
    return math.floor(point[0] * 2), math.floor(point[1] * 2)


def plain(name: str) -> str:
    """Return a name without case, accents and punctuation."""
    text = unicodedata.normalize("NFKD", name.casefold()).replace("saint ", "st ")
    return "".join(each for each in text if each.isalnum())
