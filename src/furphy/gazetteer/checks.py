"""What a row of a list must be like before its place is believed."""

import math
from dataclasses import dataclass

from furphy.gazetteer.geometry import Point, distance_km
from furphy.gazetteer.index import Gazetteer
from furphy.model.place import Place, PlaceKind

_BEYOND, _SLACK_KM = 1.5, 100.0
"""A point may lie this many times as far from the middle of its region as all that is known of the
region does, and this much more: outlines differ, borders move, gross errors are grosser."""
_REGION = 2
"""Divisions of a place that says which region it lies in: the country's and the region's."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not loaded."""

    row: int
    """Its number in the file, from 1; the head, if there is one, counts."""
    reason: str
    text: str
    """The row as it stands, its beginning."""


def point(lat: str, lon: str) -> Point:
    """Return the coordinates that two cells hold, in degrees.

    Raises :class:`ValueError`, which says why, where they hold none that are possible.
    """
    return _degrees("latitude", lat, 90.0), _degrees("longitude", lon, 180.0)


def _degrees(what: str, cell: str, most: float) -> float:
    try:
        value = float(cell)
    except ValueError as error:
        raise ValueError(f"{what} {cell!r} is no number") from error
    if not math.isfinite(value) or abs(value) > most:
        raise ValueError(f"{what} {cell} is not within -{most:g} and {most:g}")
    return value


def number(what: str, cell: str, least: float = 0.0) -> float | None:
    """Return the number in a cell, None where it is empty.

    Raises :class:`ValueError` where it is none, or less than is possible.
    """
    if not cell.strip():
        return None
    try:
        value = float(cell)
    except ValueError as error:
        raise ValueError(f"{what} {cell!r} is no number") from error
    if not math.isfinite(value) or value < least:
        raise ValueError(f"{what} {cell} is less than {least:g} or no number")
    return value


def kind(cell: str) -> PlaceKind:
    """Return the kind that a cell names, a city where it is empty.

    Raises :class:`ValueError` where there is no such kind.
    """
    text = cell.strip().casefold()
    try:
        return PlaceKind(text) if text else PlaceKind.CITY
    except ValueError as error:
        known = ", ".join(PlaceKind)
        raise ValueError(f"kind {cell!r} is none of {known}") from error


class Bounds:
    """Where regions lie, as a gazetteer has them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._regions = dict[str, Place | None]()

    def objection(self, place: Place) -> str | None:
        """Say why a place cannot lie in the region it is said to lie in; None where it can.

        Waters, landscape and regions themselves are passed over: they may reach across borders.
        """
        if place.kind not in _INSIDE or len(place.divisions) < _REGION:
            return None
        code = place.divisions[1]
        if code not in self._regions:
            self._regions[code] = self._gazetteer.division(code)
        region = self._regions[code]
        if region is None:
            return None
        away = distance_km((place.lat, place.lon), (region.lat, region.lon))
        if away <= _BEYOND * region.radius_km + _SLACK_KM:
            return None
        return (
            f"lies {away:.0f} km from the middle of {region.name} ({code}), where it is said to be"
        )


_INSIDE = frozenset({PlaceKind.CITY, PlaceKind.VILLAGE, PlaceKind.QUARTER, PlaceKind.DISTRICT})
