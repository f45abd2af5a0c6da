"""A window on the Earth, and which window shows some places well.

The projection is the equirectangular one, true to scale along its middle parallel and along every
meridian (Snyder 1987, Map Projections: A Working Manual, section 12): north is up everywhere, and
on the few dozen kilometres of most maps the error is too small to be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, radians

from furphy.gazetteer.geometry import EARTH_RADIUS_KM, Point

KM_A_DEGREE = EARTH_RADIUS_KM * pi / 180
WIDTH = 480.0
"""Of every map, in units of the drawing."""
LEAST_HEIGHT, MOST_HEIGHT = 250.0, 380.0
ROOM = 1.3
"""How much more than its places a map shows."""
MOST_LATITUDE = 85.0
FULL_TURN, HALF_TURN = 360.0, 180.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A point with what should be seen around it."""

    point: Point
    reach_km: float


@dataclass(frozen=True, slots=True)
class View:
    """A window on the Earth."""

    lat: float
    """Degrees north of its middle."""
    lon: float
    """Degrees east of its middle."""
    km_a_unit: float
    """Kilometres that one unit of the drawing stands for, along the middle parallel."""
    height: float

    @property
    def width_km(self) -> float:
        """How far it is from side to side, along the middle parallel."""
        return WIDTH * self.km_a_unit

    @property
    def _shrink(self) -> float:
        return cos(radians(self.lat))

    def x(self, lon: float) -> float:
        """Return how far from the left a meridian is; one beyond the date line counts on."""
        return WIDTH / 2 + (lon - self.lon) * KM_A_DEGREE * self._shrink / self.km_a_unit

    def y(self, lat: float) -> float:
        """Return how far from the top a parallel is."""
        return self.height / 2 + (self.lat - lat) * KM_A_DEGREE / self.km_a_unit

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a point is drawn, the short way round the Earth from the middle."""
        lat, lon = point
        return self.x(self.lon + turned(lon - self.lon)), self.y(lat)

    def shows(self, point: Point) -> bool:
        """Tell whether a point lies in the window."""
        x, y = self.place(point)
        return 0 <= x <= WIDTH and 0 <= y <= self.height

    def extent(self, margin: float = 0.0) -> tuple[float, float, float, float]:
        """Return its western, southern, eastern and northern edge; beyond 180 degrees counts on."""
        east = (WIDTH / 2 + margin) * self.km_a_unit / KM_A_DEGREE / self._shrink
        north = (self.height / 2 + margin) * self.km_a_unit / KM_A_DEGREE
        return self.lon - east, self.lat - north, self.lon + east, self.lat + north


def turned(degrees: float) -> float:
    """Return an angle as one from -180 up to 180 degrees."""
    return (degrees + HALF_TURN) % FULL_TURN - HALF_TURN


def fit(spots: Sequence[Spot], least_km: float) -> View:
    """Return a view of all these spots (at least one), and no narrower than so many kilometres."""
    south = min(spot.point[0] - spot.reach_km / KM_A_DEGREE for spot in spots)
    north = max(spot.point[0] + spot.reach_km / KM_A_DEGREE for spot in spots)
    south, north = _inhabited(south), _inhabited(north)
    lat = (south + north) / 2
    west, east = _sides(spots)
    shrink = cos(radians(lat))
    across = min((east - west) * ROOM, FULL_TURN) * shrink * KM_A_DEGREE
    up = (north - south) * ROOM * KM_A_DEGREE
    scale = max(across, least_km, up * WIDTH / MOST_HEIGHT) / WIDTH
    scale = min(scale, FULL_TURN * shrink * KM_A_DEGREE / WIDTH)
    height = min(max(up / scale, LEAST_HEIGHT), MOST_HEIGHT, HALF_TURN * KM_A_DEGREE / scale)
    return View(_kept_on_earth(lat, height * scale), turned((west + east) / 2), scale, height)


def _inhabited(lat: float) -> float:
    """Return a latitude at which a degree of longitude still has a length to speak of."""
    return min(max(lat, -MOST_LATITUDE), MOST_LATITUDE)


def _kept_on_earth(lat: float, height_km: float) -> float:
    """Return the middle moved so far that no more than need be lies beyond a pole."""
    most = max(0.0, 90.0 - height_km / KM_A_DEGREE / 2)
    return min(max(lat, -most), most)


def _sides(spots: Sequence[Spot]) -> tuple[float, float]:
    """Return the western and eastern end of the shortest arc that holds all; it may pass 180."""
    middles = sorted({spot.point[1] for spot in spots})
    gaps = [b - a for a, b in pairwise([*middles, middles[0] + FULL_TURN])]
    first = middles[(gaps.index(max(gaps)) + 1) % len(middles)]
    ends = [
        (first + (lon - first) % FULL_TURN, reach / KM_A_DEGREE / cos(radians(_inhabited(lat))))
        for (lat, lon), reach in ((each.point, each.reach_km) for each in spots)
    ]
    return min(lon - wide for lon, wide in ends), max(lon + wide for lon, wide in ends)
