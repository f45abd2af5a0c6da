"""Which rows lie within a distance of a point, asked of the store."""

import math
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from sqlalchemy import ColumnElement, Connection, and_, func, or_

from furphy.casebook.dialects import SQLITE

_EARTH_RADIUS_KM = 6371.0088
"""Mean radius R1 of the WGS 84 ellipsoid (Moritz 1980)."""

_SLACK = 1e-9
"""Degrees by which the box around a circle is larger, for what is lost in rounding."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within a distance of a point."""

    lat: float
    """Degrees north, -90 to 90."""
    lon: float
    """Degrees east, -180 to 180."""
    km: float


def teach(connection: Connection) -> None:
    """Give a connection the functions that :func:`within` calls; not every SQLite has them."""
    if connection.dialect.name == SQLITE:
        store = cast("sqlite3.Connection", connection.connection.driver_connection)
        for name in ("sin", "cos", "radians"):
            try:
                store.execute(f"SELECT {name}(1.0)")
            except sqlite3.OperationalError:
                store.create_function(name, 1, _of_known(name), deterministic=True)


def within(
    circle: Circle, lat: ColumnElement[float], lon: ColumnElement[float]
) -> ColumnElement[bool]:
    """Return the condition that a point lies in a circle.

    A box found by the index, then the haversine formula on the sphere, within 0.6 % of the Earth.
    """
    half = min(circle.km / (2 * _EARTH_RADIUS_KM), math.pi / 2)
    north = func.sin(func.radians(lat - circle.lat) / 2)
    east = func.sin(func.radians(lon - circle.lon) / 2)
    chord = (
        north * north
        + func.cos(func.radians(lat)) * math.cos(math.radians(circle.lat)) * east * east
    )
    return and_(in_box(circle, lat, lon), chord <= math.sin(half) ** 2)


def holds(circle: Circle, lat: float, lon: float) -> bool:
    """Tell whether a point lies in a circle, as :func:`within` has the store tell."""
    half = min(circle.km / (2 * _EARTH_RADIUS_KM), math.pi / 2)
    north = math.sin(math.radians(lat - circle.lat) / 2)
    east = math.sin(math.radians(lon - circle.lon) / 2)
    narrowing = math.cos(math.radians(lat)) * math.cos(math.radians(circle.lat))
    return north * north + narrowing * east * east <= math.sin(half) ** 2


def in_box(
    circle: Circle, lat: ColumnElement[float], lon: ColumnElement[float]
) -> ColumnElement[bool]:
    """Return the condition that a point lies in the box around a circle, which holds all of it."""
    arc = circle.km / _EARTH_RADIUS_KM
    up = math.degrees(arc) + _SLACK
    rows = lat.between(circle.lat - up, circle.lat + up)
    if abs(circle.lat) + up >= 90:  # noqa: PLR2004 - a pole is inside: every meridian is
        return rows
    aside = math.degrees(math.asin(min(1.0, math.sin(arc) / math.cos(math.radians(circle.lat)))))
    west, east = circle.lon - aside - _SLACK, circle.lon + aside + _SLACK
    columns = [lon.between(west, east)]
    if west < -180:  # noqa: PLR2004  (degrees)
        columns.append(lon.between(west + 360, 180))
    if east > 180:  # noqa: PLR2004  (degrees)
        columns.append(lon.between(-180, east - 360))
    return and_(rows, or_(*columns))


def _of_known(name: str) -> Callable[[float | None], float | None]:
    function = getattr(math, name)
    return lambda value: None if value is None else function(value)
