import json
from itertools import pairwise
from typing import Any

import jsonschema
import pytest
from handed import handed, hostile, plain

from furphy.export.dossier.material import Material
from furphy.export.standards.circles import circle
from furphy.export.standards.geojson import export

# No library that checks RFC 7946 is at hand: this schema says what its sections 3 and 7 demand.
_POSITION = {
    "type": "array",
    "minItems": 2,
    "maxItems": 3,
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "items": {"type": "number"},
}
_RING = {"type": "array", "minItems": 4, "items": _POSITION}
_GEOMETRY = {
    "oneOf": [
        {
            "type": "object",
            "required": ["type", "coordinates"],
            "properties": {"type": {"const": kind}, "coordinates": coordinates},
            "not": {"anyOf": [{"required": [each]} for each in ("features", "geometry", "crs")]},
        }
        for kind, coordinates in (
            ("Point", _POSITION),
            ("Polygon", {"type": "array", "items": _RING}),
            ("MultiPolygon", {"type": "array", "items": {"type": "array", "items": _RING}}),
        )
    ]
}
RFC_7946 = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "geometry": _GEOMETRY,
                    "properties": {"type": ["object", "null"]},
                },
                "not": {"required": ["features"]},
            },
        },
    },
    "not": {"required": ["crs"]},
}


def written(*materials: Material) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(export(handed(*materials))))
    jsonschema.Draft202012Validator(RFC_7946).validate(found)
    return found


def area(ring: list[list[float]]) -> float:
    """Return twice the area of a closed ring in square degrees, above 0 if counterclockwise."""
    return sum(one[0] * other[1] - other[0] * one[1] for one, other in pairwise(ring))


def rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    found = geometry["coordinates"]
    return [each[0] for each in ([found] if geometry["type"] == "Polygon" else found)]


def test_a_place_is_a_point_and_its_extent() -> None:
    point, extent = written(plain())["features"]
    assert point["geometry"] == {"type": "Point", "coordinates": [35.786, 47.567]}
    assert point["properties"]["uncertainty_m"] == 4000.0
    assert (point["properties"]["name"], point["properties"]["written"]) == ("Orikhiv", ["Orekhov"])
    assert extent["geometry"]["type"] == "Polygon"
    assert "status" not in point["properties"]


def test_hostile_texts_stay_texts() -> None:
    assert written(hostile())["features"][0]["properties"]["text"].startswith("<script>")


@pytest.mark.parametrize(
    ("lat", "lon", "radius", "parts"),
    [
        pytest.param(47.5, 35.8, 4, 1, id="a town"),
        pytest.param(-33.9, 151.2, 30, 1, id="in the south"),
        pytest.param(0, 0, 0.01, 1, id="ten metres"),
        pytest.param(-17, 179.9, 100, 2, id="across the antimeridian"),
        pytest.param(65, -179.95, 50, 2, id="from its other side"),
        pytest.param(80, 0, 1000, 1, id="near the pole"),
    ],
)
def test_circles_are_counterclockwise_and_closed(
    lat: float, lon: float, radius: float, parts: int
) -> None:
    found = circle(lat, lon, radius)
    assert found is not None
    drawn = rings(found)
    assert len(drawn) == parts
    for ring in drawn:
        assert ring[0] == ring[-1]
        assert area(ring) > 0
        assert all(abs(east) <= 180 and abs(north) <= 90 for east, north in ring)


def test_what_holds_a_pole_has_no_ring() -> None:
    assert circle(89.9, 10, 50) is None
