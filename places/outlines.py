"""Outlines of areas: which points lie inside, how far it is to the edge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from furphy.gazetteer.geometry import Point


@dataclass(frozen=True, slots=True)
class Outline:
    """A polygon or several, holes among the rings."""

    rings: tuple[tuple[Point, ...], ...]
    box: tuple[float, float, float, float]
    """South, west, north, east."""

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Tell whether a point lies inside, or within some degrees of a corner of the outline."""
        lat, lon = point
        south, west, north, east = self.box
        if not (south - margin <= lat <= north + margin and west - margin <= lon <= east + margin):
            return False
        # Even-odd rule (Shimrat 1962): a ray leaves through an odd number of edges.
        crossed = sum(_crosses(ring, lat, lon) for ring in self.rings)
        return bool(crossed % 2) or (margin > 0 and self._touches(point, margin))

    def _touches(self, point: Point, margin: float) -> bool:
        lat, lon = point
        return any(
            abs(lat - north) <= margin and abs(lon - east) <= margin
            for ring in self.rings
            for north, east in ring
        )


def outline(geometry: Mapping[str, Any]) -> Outline:
    """Return the outline that a GeoJSON polygon or multipolygon draws."""
    shapes = geometry["coordinates"]
    parts = [shapes] if geometry["type"] == "Polygon" else shapes
    return of_rings([[(lat, lon) for lon, lat, *_ in ring] for part in parts for ring in part])


def of_rings(rings: Sequence[Sequence[Point]]) -> Outline:
    """Return the outline that rings of points draw."""
    lats = [lat for ring in rings for lat, _ in ring]
    lons = [lon for ring in rings for _, lon in ring]
    box = min(lats), min(lons), max(lats), max(lons)
    return Outline(tuple(tuple(ring) for ring in rings), box)


def _crosses(ring: Sequence[Point], lat: float, lon: float) -> int:
    crossed = 0
    for (south, west), (north, east) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (south > lat) != (north > lat):
            crossed += lon < west + (lat - south) / (north - south) * (east - west)
    return crossed
