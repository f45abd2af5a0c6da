"""A map of places by how often they are named: circles whose areas are as their counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, log, radians, sqrt

from furphy.export.maps.drawing import Land, land
from furphy.export.maps.frame import Bar, Graticule, bar, meridians, parallels
from furphy.export.maps.labels import SIZE, Box, Label, Sheet
from furphy.export.maps.paths import path
from furphy.export.maps.view import HALF_TURN, KM_A_DEGREE, MOST_HEIGHT, Spot, View, fit, turned
from furphy.gazetteer.geometry import Point, destination

LEAST_KM = 300.0
"""So wide a map of places shows borders by which one knows one's way."""
_LEAST_CIRCLE_KM = 160.0
"""Of a map of what lies in a circle; narrower ones have no outlines to be drawn over."""
_LARGEST, _SMALLEST = 20.0, 3.5
"""Radii of the circle for the place named most, and of the least that can be hit."""
_WIDE_KM = 60.0
"""A place that reaches further is no spot on a map; it stands at its middle."""
_STEPS = 72
_SCALE_STEP = 1.25
_GRID = 16
"""Maps are shifted by parts of their width, so that like searches have the same land."""
_ROW = 30.0
_FURTHEST_KM = 1500.0


@dataclass(frozen=True, slots=True)
class Counted:
    """A place that something names."""

    key: str
    """By which one searches for it."""
    name: str
    point: Point
    """Degrees north and east."""
    radius_km: float
    count: int
    is_chosen: bool = False

    @property
    def is_wide(self) -> bool:
        """Tell whether it is too large to be a spot."""
        return self.radius_km > _WIDE_KM


@dataclass(frozen=True, slots=True)
class Around:
    """A circle that was asked for."""

    point: Point
    km: float


@dataclass(frozen=True, slots=True)
class Circle:
    """A place as it is drawn."""

    place: Counted
    x: float
    y: float
    radius: float
    label: Label | None
    """None where there is no room."""


@dataclass(frozen=True, slots=True)
class CountedMap:
    """A map; lengths are in units of a drawing that is :data:`~.view.WIDTH` wide."""

    height: float
    width_km: float
    edges: tuple[float, float, float, float]
    """Degrees of its western, southern, eastern and northern edge; beyond 180 counts on."""
    land: Land | None
    """None where the outlines are too coarse for its scale."""
    meridians: tuple[Graticule, ...]
    parallels: tuple[Graticule, ...]
    bar: Bar
    circles: tuple[Circle, ...]
    """Those of most first, so that smaller ones lie over them."""
    around: str
    """The path of the circle that was asked for; empty where none was."""
    beyond: int
    """Places that lie beyond its edge."""


def counted_map(places: Sequence[Counted], around: Around | None = None) -> CountedMap | None:
    """Return the map of places, or of what lies in a circle; None where there is nothing."""
    view = _view(places, around)
    if view is None:
        return None
    here = sorted((each for each in places if view.shows(each.point)), key=_by_count)
    return CountedMap(
        height=round(view.height, 1),
        width_km=view.width_km,
        edges=view.extent(),
        land=land(view),
        meridians=meridians(view),
        parallels=parallels(view),
        bar=bar(view),
        circles=tuple(_circles(here, view)),
        around="" if around is None else _ring(around, view),
        beyond=len(places) - len(here),
    )


def _by_count(place: Counted) -> tuple[int, str]:
    return -place.count, place.key


def _view(places: Sequence[Counted], around: Around | None) -> View | None:
    if around is not None:
        # Beyond a quarter of the Earth a circle is no circle on a map any more.
        return _snapped(fit([Spot(around.point, min(around.km, 9_000.0))], _LEAST_CIRCLE_KM))
    spots = [each for each in places if not each.is_wide] or places
    if not spots:
        return None
    reach = (Spot(each.point, min(each.radius_km, _FURTHEST_KM)) for each in spots)
    return _snapped(fit([*reach], LEAST_KM))


def _snapped(view: View) -> View:
    """Return a view that shows the same and a little more, one of not so many."""
    most = 2 * HALF_TURN * KM_A_DEGREE * cos(radians(view.lat))
    steps = ceil(log(view.width_km * (1 + 1 / _GRID)) / log(_SCALE_STEP))
    width_km = min(_SCALE_STEP**steps, most)
    if width_km >= most:
        return view
    grid = width_km / KM_A_DEGREE / _GRID
    scale = view.km_a_unit * width_km / view.width_km
    lat = round(view.lat / grid) * grid
    wide = grid / cos(radians(view.lat))
    lon = round(view.lon / wide) * wide
    height = min(ceil(view.height / _ROW) * _ROW, MOST_HEIGHT)
    return View(round(lat, 4), round(turned(lon), 4), scale, height)


def _circles(here: Sequence[Counted], view: View) -> Iterator[Circle]:
    if not here:
        return
    # A country that everything names would make dots of all its towns.
    most = max((each.count for each in here if not each.is_wide), default=0) or here[0].count
    shares = (min(each.count / most, 1.0) for each in here)
    # Where all are named but a few times, none needs a large one.
    largest = min(_LARGEST, 2 * _SMALLEST + 2 * sqrt(most))
    radii = [max(_SMALLEST, largest * sqrt(share)) for share in shares]
    sheet = Sheet(view.height)
    for each, radius in zip(here, radii, strict=True):
        x, y = view.place(each.point)
        # The middle of a large circle is free for smaller ones, its edge is not for letters.
        half = min(radius, SIZE / 2)
        sheet.take(Box(x - half, y - half, x + half, y + half))
    for each, radius in zip(here, radii, strict=True):
        x, y = view.place(each.point)
        label = sheet.label((f"{each.name} {each.count:,}", each.name), x, y, radius)
        yield Circle(each, round(x, 1), round(y, 1), round(radius, 1), label)


def _ring(around: Around, view: View) -> str:
    lat, lon = around.point
    if abs(lat) + around.km / KM_A_DEGREE >= HALF_TURN / 2:
        return ""  # round a pole, where this projection has no circles
    middle = view.lon + turned(lon - view.lon)
    turns = (2 * HALF_TURN * each / _STEPS for each in range(_STEPS + 1))
    ends = [destination(around.point, turn, around.km) for turn in turns]
    return path(((view.x(middle + turned(east - middle)), view.y(north)) for north, east in ends))
