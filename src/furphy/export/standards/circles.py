"""Circles on the globe as polygons of GeoJSON (RFC 7946, section 3.1.6 and 3.1.9)."""

from math import asin, atan2, cos, degrees, pi, radians, sin

from furphy.export.standards.writing import Fields

EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""
_CORNERS = 64
_PLACES = 6
"""Decimals of a degree: a tenth of a metre."""

_Point = tuple[float, float]
"""Degrees east and north."""


def circle(lat: float, lon: float, radius_km: float) -> Fields | None:
    """Return all that lies within a distance, its ring counterclockwise, cut at the antimeridian.

    None where it holds a pole, since no ring of degrees goes around that.
    """
    angle = radius_km / EARTH_KM
    if angle + abs(radians(lat)) >= pi / 2:
        return None
    corners = [_corner(lat, lon, angle, 2 * pi * each / _CORNERS) for each in range(_CORNERS)]
    rings = [_clipped(corners, -180.0, 180.0, 0.0)]
    # What lies beyond the antimeridian begins anew on its other side.
    rings.append(_clipped(corners, 180.0, 540.0, -360.0))
    rings.append(_clipped(corners, -540.0, -180.0, 360.0))
    found = [[_closed(each)] for each in rings if len(each) > 2]  # noqa: PLR2004 - a triangle
    if len(found) == 1:
        return {"type": "Polygon", "coordinates": found[0]}
    return {"type": "MultiPolygon", "coordinates": found}


def _corner(lat: float, lon: float, angle: float, bearing: float) -> _Point:
    """Return where one comes to in a direction, counted counterclockwise from the east."""
    course = pi / 2 - bearing
    north = radians(lat)
    there = asin(sin(north) * cos(angle) + cos(north) * sin(angle) * cos(course))
    across = atan2(sin(course) * sin(angle) * cos(north), cos(angle) - sin(north) * sin(there))
    return lon + degrees(across), degrees(there)


def _clipped(corners: list[_Point], west: float, east: float, shift: float) -> list[_Point]:
    """Return the part of a ring between two meridians (Sutherland & Hodgman 1974), moved."""
    for limit, side in ((west, 1), (east, -1)):
        kept: list[_Point] = []
        for number, here in enumerate(corners):
            before = corners[number - 1]
            is_in, was_in = (side * (each[0] - limit) >= 0 for each in (here, before))
            if is_in != was_in:
                share = (limit - before[0]) / (here[0] - before[0])
                kept.append((limit, before[1] + share * (here[1] - before[1])))
            if is_in:
                kept.append(here)
        corners = kept
        if not corners:
            return []
    return [(lon + shift, lat) for lon, lat in corners]


def _closed(ring: list[_Point]) -> list[list[float]]:
    points = [[round(lon, _PLACES), round(lat, _PLACES)] for lon, lat in ring]
    return [*points, points[0]]
