"""A user's own list of places: a CSV table or GeoJSON."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from furphy.errors import InputError
from furphy.gazetteer import checks
from furphy.gazetteer.checks import Refusal
from furphy.gazetteer.geometry import Point, distance_km
from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.sources.cities import reach_km
from furphy.model.place import SETTLEMENTS, Place, PlaceKind

NEEDED = frozenset({"name", "lat", "lon"})
_SPELT_OTHERWISE = {"latitude": "lat", "longitude": "lon", "lng": "lon"}
_OTHER = 0.9
_REACH_KM = 5.0
_SHOWN = 120
_A_RING = 4


def read_csv(lines: Iterable[str], gazetteer: str) -> Iterator[Record | Refusal]:
    """Yield the places of a table, and a refusal for each row that cannot be one.

    Commas, semicolons or tabs part the columns: ``name``, ``lat``, ``lon`` and, if there are any,
    ``names`` (further forms with ``|`` between), ``kind``, ``country``, ``radius_km``, ``id``,
    ``population``. Raises :class:`InputError` where a needed column is missing.
    """
    rest = iter(lines)
    first = next(rest, "").removeprefix("\ufeff")
    mark = max(",;\t", key=first.count)
    head = [_column(cell) for cell in next(csv.reader([first], delimiter=mark), [])]
    if missing := NEEDED - set(head):
        raise InputError(f"there is no column {', '.join(sorted(missing))} in: {first[:_SHOWN]}")
    table = csv.reader(rest, delimiter=mark)
    cells: list[str] | None = []
    while cells is not None:
        try:
            cells = next(table, None)
            if cells and any(map(str.strip, cells)):
                yield _row(cells, head, gazetteer)
        except (ValueError, csv.Error) as error:
            yield Refusal(table.line_num + 1, str(error), mark.join(cells or ())[:_SHOWN])


def _row(cells: Sequence[str], head: Sequence[str], gazetteer: str) -> Record:
    if len(cells) != len(head):
        raise ValueError(f"{len(cells)} cells, not {len(head)}")
    row = dict(zip(head, map(str.strip, cells), strict=True))
    return _record(row, gazetteer, [checks.point(row["lat"], row["lon"])])


def _column(cell: str) -> str:
    name = cell.strip().casefold()
    return _SPELT_OTHERWISE.get(name, name)


def read_geojson(text: str, gazetteer: str) -> Iterator[Record | Refusal]:
    """Yield the places of a FeatureCollection (RFC 7946), and a refusal for what cannot be one.

    The properties are the columns of :func:`read_csv`. The point of an area is the middle of its
    corners, its radius reaches to the farthest; a line is the course of a river. Raises
    :class:`InputError` where the text is no such collection.
    """
    try:
        whole = json.loads(text)
        features = whole["features"] if whole["type"] == "FeatureCollection" else [whole]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise InputError(f"this is no GeoJSON: {error!r}") from error
    for number, feature in enumerate(features, 1):
        try:
            yield _feature(feature, gazetteer)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            reason = str(error) if type(error) is ValueError else "it is no feature of GeoJSON"
            yield Refusal(number, reason, json.dumps(feature)[:_SHOWN])


def _feature(feature: Mapping[str, Any], gazetteer: str) -> Record:
    given = feature.get("properties") or {}
    row = {_column(key): "" if value is None else str(value) for key, value in given.items()}
    shape = feature["geometry"]
    points = [checks.point(str(lat), str(lon)) for lon, lat in _corners(shape)]
    if not points:
        raise ValueError("it has no coordinates")
    if shape["type"] == "LineString":
        row.setdefault("kind", PlaceKind.RIVER)
    record = _record(row, gazetteer, points)
    is_course = record.place.kind is PlaceKind.RIVER and len(points) > 1
    return Record(record.place, record.names, tuple(points) if is_course else ())


def _corners(shape: Mapping[str, Any]) -> Iterator[tuple[float, float]]:
    """Yield the positions of a geometry, however deep they are nested, outlines not closed."""
    waiting: list[Any] = [shape["coordinates"]]
    while waiting:
        part = waiting.pop()
        if part and isinstance(part[0], int | float):
            yield part[0], part[1]
        else:
            is_ring = len(part) >= _A_RING and part[0] == part[-1]
            waiting += reversed(part[:-1] if is_ring else part)


def _record(row: Mapping[str, str], gazetteer: str, points: Sequence[Point]) -> Record:
    name = row.get("name", "")
    if not name or "\ufffd" in name:
        raise ValueError("the name is not UTF-8" if name else "there is no name")
    middle = (
        sum(lat for lat, _ in points) / len(points),
        sum(lon for _, lon in points) / len(points),
    )
    lat, lon = points[len(points) // 2] if row.get("kind") == PlaceKind.RIVER else middle
    kind = checks.kind(row.get("kind", ""))
    people = checks.number("population", row.get("population", ""))
    radius = checks.number("radius_km", row.get("radius_km", ""))
    if radius is None:
        usual = reach_km(int(people or 0)) if kind in SETTLEMENTS else _REACH_KM
        radius = max(usual, *(distance_km((lat, lon), each) for each in points))
    country = row.get("country", "").upper() or None
    if country and not (len(country) == len("UA") and country.isalpha() and country.isascii()):
        raise ValueError(f"country {country!r} is no code of two letters (ISO 3166-1)")
    place = Place(
        *(gazetteer, row.get("id") or f"{name}@{lat:.5f},{lon:.5f}", name, lat, lon, kind, radius),
        *(country, (country,) if country else ()),
        int(people) if people else None,
    )
    others = (each.strip() for each in row.get("names", "").split("|"))
    forms = (Name(each, None, _OTHER) for each in others if each and each != name)
    return Record(place, (Name(name), *forms))
