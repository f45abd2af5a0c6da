"""Distances and bearings on a sphere, which is within 0.6 % of the Earth everywhere."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
"""Mean radius R1 of the WGS 84 ellipsoid (Moritz 1980)."""

Point = tuple[float, float]
"""Degrees north, degrees east."""


def distance_km(one: Point, other: Point) -> float:
    """Return the length of the great circle between two points (the haversine formula)."""
    (lat, lon), (to_lat, to_lon) = one, other
    north, east = radians(to_lat - lat), radians(to_lon - lon)
    chord = sin(north / 2) ** 2 + cos(radians(lat)) * cos(radians(to_lat)) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def bearing(one: Point, other: Point) -> float:
    """Return in which direction the other point lies, in degrees clockwise from north, [0, 360)."""
    lat, to_lat, east = radians(one[0]), radians(other[0]), radians(other[1] - one[1])
    away = sin(east) * cos(to_lat)
    up = cos(lat) * sin(to_lat) - sin(lat) * cos(to_lat) * cos(east)
    return degrees(atan2(away, up)) % 360.0


def destination(start: Point, towards: float, km: float) -> Point:
    """Return where one arrives who goes so far along a great circle, setting out at a bearing."""
    lat, lon, course, arc = radians(start[0]), radians(start[1]), radians(towards), km
    arc /= EARTH_RADIUS_KM
    to_lat = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(course))
    east = atan2(sin(course) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(to_lat))
    return degrees(to_lat), (degrees(lon + east) + 540.0) % 360.0 - 180.0


def deviation(one: float, other: float) -> float:
    """Return the angle between two bearings, 0 to 180 degrees."""
    return abs((one - other + 180.0) % 360.0 - 180.0)
