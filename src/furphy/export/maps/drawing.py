"""Maps of the places of a reading, as shapes and letters that a template writes down as SVG."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from furphy.export.maps.countries import name_countries
from furphy.export.maps.frame import Bar, Graticule, bar, meridians, parallels
from furphy.export.maps.labels import SIZE, Box, Label, Sheet
from furphy.export.maps.outlines import Layer, outlines
from furphy.export.maps.paths import filled, path, stroked
from furphy.export.maps.stated import Stated, stated
from furphy.export.maps.view import HALF_TURN, KM_A_DEGREE, WIDTH, View, turned
from furphy.export.maps.windows import Window, windows
from furphy.export.whereabouts import Located
from furphy.gazetteer.geometry import destination
from furphy.model.place import PlaceKind
from furphy.model.reading import Reading

SMALLEST_OUTLINED_KM = 150.0
"""On a map less wide the outlines, drawn for 1:50 million, would mislead by kilometres."""
WIDEST_DETAILED_KM = 6000.0
"""On a map wider than this the coarser outlines do as well."""
_DOT = 3.6
_LEAST_RING = 5.0
"""A circle smaller than this would hide behind its dot."""
_LARGEST_RING = 0.75
"""A circle larger than this share of the width shows nothing but a stray line."""
_BORDERED = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT})
"""Places whose own outline is drawn; a circle around it would tell less."""
_LOWER = (0.0, 14.0, -14.0, 28.0, -28.0, 42.0, -42.0, 56.0, -56.0)
"""How far below its middle the name of an area may stand, what comes first preferred."""
_EDGE = 36.0
"""How wide the letters of the graticule are."""
_STEPS = 48
_SIDE = 22.5
"""Half of one of the eight winds, in degrees."""


@dataclass(frozen=True, slots=True)
class Land:
    """What the places are drawn over, as paths."""

    fill: str
    lakes: str
    coast: str
    rivers: str
    borders: str
    contested: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map."""

    place: Located
    x: float
    y: float
    label: Label | None
    """None where there is no room; its entry in the list tells its name."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A stated distance between two places on the map."""

    x: float
    y: float
    to_x: float
    to_y: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Inset:
    """Where another map shows more."""

    letter: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Map:
    """One map; lengths are in units of a drawing that is :data:`~.view.WIDTH` wide."""

    letter: str
    """By which others call it; empty for the map of all places."""
    height: float
    width_km: float
    land: Land | None
    """None where the outlines are too coarse for its scale."""
    meridians: tuple[Graticule, ...]
    parallels: tuple[Graticule, ...]
    bar: Bar
    extents: tuple[str, ...]
    """Paths of how far each place reaches, or may be off."""
    bounds: tuple[str, ...]
    """The same of places too large for a dot."""
    rings: tuple[str, ...]
    """Paths of stated distances."""
    ties: tuple[Tie, ...]
    insets: tuple[Inset, ...]
    dots: tuple[Dot, ...]
    areas: tuple[Dot, ...]
    countries: tuple[Label, ...]
    """Countries to know one's way by, whether the text names them or not."""
    beyond: tuple[Located, ...]
    """Places that lie beyond its edge."""


def maps(reading: Reading, places: Sequence[Located]) -> tuple[Map, ...]:
    """Return the maps that show these places: none, one of all, or also one or two of details."""
    if not places:
        return ()
    distances = stated(reading, places)
    overview, *parts = windows(places, distances)
    lettered = {"": overview} | {chr(ord("A") + n): each for n, each in enumerate(parts)}
    return tuple(
        _map((letter, window.view), places, distances, _within(window, lettered))
        for letter, window in lettered.items()
    )


def _within(window: Window, lettered: dict[str, Window]) -> dict[str, View]:
    return {name: each.view for name, each in lettered.items() if each.within is window.view}


def _map(
    titled: tuple[str, View],
    places: Sequence[Located],
    distances: Sequence[Stated],
    details: dict[str, View],
) -> Map:
    letter, view = titled
    here = [each for each in places if view.shows(each.point)]
    named = {each.name.casefold() for each in here if each.is_wide}
    inside = {
        each.number for detail in details.values() for each in here if detail.shows(each.point)
    }
    insets = tuple(_inset(letter, detail, view) for letter, detail in details.items())
    sheet = _sheet(view, here, insets)
    dots = tuple(_dots([each for each in here if not each.is_wide], view, sheet, inside))
    areas = tuple(_areas([each for each in here if each.is_wide], view, sheet))
    below = land(view)
    drawn = [each for each in distances if _is_drawn_best(each, view, details.values())]
    return Map(
        letter=letter,
        height=round(view.height, 1),
        width_km=view.width_km,
        land=below,
        meridians=meridians(view),
        parallels=parallels(view),
        bar=bar(view),
        extents=tuple(_extents([each for each in here if not each.is_wide], view)),
        bounds=tuple(_extents([each for each in here if each.is_wide], view)),
        rings=tuple(dict.fromkeys(_rings(drawn, view))),
        ties=tuple(_ties(drawn, view, sheet)),
        insets=insets,
        dots=dots,
        areas=areas,
        countries=tuple(name_countries(view, sheet, named)) if below else (),
        beyond=tuple(each for each in places if each not in here),
    )


@lru_cache(maxsize=24)
def land(view: View) -> Land | None:
    """Return what lies in a view; None where the outlines are too coarse for it."""
    if view.width_km < SMALLEST_OUTLINED_KM:
        return None
    drawn = outlines(small=view.width_km > WIDEST_DETAILED_KM)
    return Land(
        fill=filled(view, drawn, Layer.LAND),
        lakes=filled(view, drawn, Layer.LAKES),
        coast=stroked(view, drawn, Layer.LAND),
        rivers=stroked(view, drawn, Layer.RIVERS),
        borders=stroked(view, drawn, Layer.BORDERS),
        contested=stroked(view, drawn, Layer.CONTESTED),
    )


def _sheet(view: View, here: Sequence[Located], insets: Sequence[Inset]) -> Sheet:
    """Return the map's paper, with dots and the letters of its edges kept free."""
    sheet = Sheet(view.height)
    for each in here:
        x, y = view.place(each.point)
        if not each.is_wide:
            sheet.take(Box(x - _DOT, y - _DOT, x + _DOT, y + _DOT))
    for line in meridians(view):
        sheet.take(Box(line.at - _EDGE / 2, view.height - SIZE, line.at + _EDGE / 2, view.height))
    for line in parallels(view):
        sheet.take(Box(0, line.at - SIZE, _EDGE, line.at))
    for inset in insets:
        right, bottom = inset.x + inset.width, inset.y + inset.height
        sheet.take(Box(inset.x, inset.y - SIZE, right, bottom))
    return sheet


def _dots(places: Sequence[Located], view: View, sheet: Sheet, inside: set[int]) -> Iterator[Dot]:
    for each in places:
        x, y = view.place(each.point)
        texts = (f"{each.number} {each.name}", str(each.number))
        label = None if each.number in inside else sheet.label(texts, x, y)
        yield Dot(each, round(x, 1), round(y, 1), label)


def _areas(places: Sequence[Located], view: View, sheet: Sheet) -> Iterator[Dot]:
    for each in places:
        x, y = view.place(each.point)
        text = f"{each.number} {each.name}"
        tries = (sheet.title(text, x, y + down) for down in _LOWER)
        label = next(filter(None, tries), None)
        yield Dot(each, round(x, 1), round(y, 1), label)


def _is_drawn(km: float, view: View) -> bool:
    return _LEAST_RING <= km / view.km_a_unit <= WIDTH * _LARGEST_RING


def _is_drawn_best(each: Stated, view: View, details: Iterable[View]) -> bool:
    """Tell whether a distance shows on a map, and on none of its details."""
    return _is_drawn(each.reach_km, view) and not any(
        detail.shows(each.base.point) and _is_drawn(each.reach_km, detail) for detail in details
    )


def _extents(places: Sequence[Located], view: View) -> Iterator[str]:
    for each in places:
        if each.place.kind not in _BORDERED and _is_drawn(each.place.radius_km, view):
            yield _ring(each, each.place.radius_km, view)


def _rings(distances: Sequence[Stated], view: View) -> Iterator[str]:
    for each in distances:
        for km in each.radii:
            if _is_drawn(km, view):
                yield _ring(each.base, km, view, each.bearing)


def _ring(place: Located, km: float, view: View, bearing: float | None = None) -> str:
    """Return a circle on the sphere, or the arc of it that lies to one side, as a path."""
    first, turn = (0.0, 2 * HALF_TURN) if bearing is None else (bearing - _SIDE, 2 * _SIDE)
    lat, lon = place.point
    if abs(lat) + km / KM_A_DEGREE >= HALF_TURN / 2:
        return ""  # round a pole, where this projection has no circles
    middle = view.lon + turned(lon - view.lon)
    ends = [destination(place.point, first + turn * n / _STEPS, km) for n in range(_STEPS + 1)]
    return path((view.x(middle + turned(east - middle)), view.y(north)) for north, east in ends)


def _ties(distances: Sequence[Stated], view: View, sheet: Sheet) -> Iterator[Tie]:
    for each in distances:
        x, y = view.place(each.base.point)
        if each.subject is None:
            at = destination(each.base.point, each.bearing or 0.0, each.reach_km)
            to_x, to_y = view.place(at)
            label = sheet.title(each.text, to_x, to_y)
            if each.bearing is None:
                to_x, to_y = x, y
        else:
            to_x, to_y = view.place(each.subject.point)
            label = sheet.title(each.text, (x + to_x) / 2, (y + to_y) / 2)
        yield Tie(round(x, 1), round(y, 1), round(to_x, 1), round(to_y, 1), label)


def _inset(letter: str, detail: View, view: View) -> Inset:
    """Return the frame of a detail, never so small that it could not be seen."""
    x, y = view.place((detail.lat, detail.lon))
    wide = max(detail.width_km / view.km_a_unit, 4 * _DOT)
    high = max(detail.height * detail.km_a_unit / view.km_a_unit, 4 * _DOT)
    return Inset(
        letter, round(x - wide / 2, 1), round(y - high / 2, 1), round(wide, 1), round(high, 1)
    )
