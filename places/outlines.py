"""Outlines of areas: which points lie inside, how far it is to the edge."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from furphy.gazetteer.geometry import Point

_STRIPS = 60


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

    def middle(self) -> Point:
        """Return the middle of the area, on the sphere: the mean of strips along parallels."""
        south, _, north, _ = self.box
        step = (north - south) / _STRIPS
        points, weights = list[Point](), list[float]()
        for number in range(_STRIPS):
            lat = south + (number + 0.5) * step
            edges = sorted(lon for ring in self.rings for lon in _crossings(ring, lat))
            for west, east in zip(edges[::2], edges[1::2], strict=False):
                points.append((lat, (west + east) / 2))
                weights.append((east - west) * math.cos(math.radians(lat)))
        return centre(points, weights)

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


def centre(points: Sequence[Point], weights: Sequence[float] = ()) -> Point:
    """Return the mean of points on the sphere, of equal weight where none are given."""
    sums = [0.0, 0.0, 0.0]
    for (lat, lon), weight in zip(points, weights or [1.0] * len(points), strict=True):
        north, east = math.radians(lat), math.radians(lon)
        sums[0] += weight * math.cos(north) * math.cos(east)
        sums[1] += weight * math.cos(north) * math.sin(east)
        sums[2] += weight * math.sin(north)
    across = math.hypot(sums[0], sums[1])
    return math.degrees(math.atan2(sums[2], across)), math.degrees(math.atan2(sums[1], sums[0]))


def _crosses(ring: Sequence[Point], lat: float, lon: float) -> int:
    return sum(lon < crossing for crossing in _crossings(ring, lat))


def _crossings(ring: Sequence[Point], lat: float) -> Iterator[float]:
    """Yield the longitudes at which a ring crosses a parallel."""
    for (south, west), (north, east) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (south > lat) != (north > lat):
            yield west + (lat - south) / (north - south) * (east - west)
