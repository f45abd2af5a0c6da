"""Lines and rings cut to a view and written as paths of SVG.

Coordinates are written in tenths of a unit of the drawing, whole and relative, which keeps a page
small: what draws them scales them down.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from furphy.export.maps.outlines import Layer, Outline, Outlines
from furphy.export.maps.view import FULL_TURN, WIDTH, View

TENTHS = 10
MARGIN = 6.0
"""How far beyond its edge a map is drawn, so that cut edges stay unseen."""
LEAST_STEP = 0.45
"""Steps shorter than this, in units, are left out: they could not be seen."""
NEAR_POLE = 89.9
"""Rings round a pole are closed over it; there is no coast so far."""

Dots = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Side:
    """One edge of a window."""

    axis: int
    """0 for a left or right edge, 1 for an upper or lower one."""
    bound: float
    inwards: int
    """Whether what is seen lies at larger (1) or smaller (-1) numbers."""

    def cut(self, dots: Dots) -> Iterator[tuple[float, float]]:
        """Yield what of a ring lies on the seen side."""
        for one, other in zip(dots[-1:] + dots[:-1], dots, strict=True):
            before, after = self._depth(one), self._depth(other)
            if (before < 0) != (after < 0):
                share = before / (before - after)
                yield one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share
            if after >= 0:
                yield other

    def _depth(self, dot: tuple[float, float]) -> float:
        return (dot[self.axis] - self.bound) * self.inwards


def filled(view: View, drawn: Outlines, layer: Layer) -> str:
    """Return the rings of a layer as one path, to be filled by the even-odd rule."""
    rings = (
        _cut_ring(_projected(view, line, turn), view) for line, turn in _seen(view, drawn[layer])
    )
    return "".join(path(_thinned(ring), closed=True) for ring in rings if ring)


def stroked(view: View, drawn: Outlines, layer: Layer) -> str:
    """Return the lines of a layer as one path."""
    return "".join(
        path(_thinned(run))
        for line, turn in _seen(view, drawn[layer])
        for part in _without_edges(line)
        for run in _cut_line(_projected(view, part, turn), view)
    )


def path(dots: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """Return one line, in tenths of a unit: an absolute start, then relative steps."""
    grid = [(round(x * TENTHS), round(y * TENTHS)) for x, y in dots]
    kept = [dot for dot, _ in groupby(grid)]
    if len(kept) < 2:  # noqa: PLR2004  (a line has two ends)
        return ""
    steps = " ".join(f"{u - x} {v - y}" for (x, y), (u, v) in pairwise(kept))
    start = f"M{kept[0][0]} {kept[0][1]}l{steps}".replace(" -", "-")
    return f"{start}z" if closed else start


def _seen(
    view: View, lines: Iterable[tuple[Outline, tuple[float, float, float, float]]]
) -> Iterator[tuple[Outline, float]]:
    """Yield the lines that meet the view, with the turns of the Earth that bring them there."""
    left, bottom, right, top = view.extent(MARGIN)
    for line, (west, south, east, north) in lines:
        if south <= top and north >= bottom:
            for turn in (-FULL_TURN, 0.0, FULL_TURN):
                if west + turn <= right and east + turn >= left:
                    yield line, turn


def _projected(view: View, line: Outline, turn: float) -> Dots:
    return [
        (view.x(lon + turn), view.y(lat)) for lon, lat in zip(line.lons, line.lats, strict=True)
    ]


def _without_edges(line: Outline) -> Iterator[Outline]:
    """Yield the parts of a line that do not run to a pole."""

    def is_edge(step: tuple[tuple[float, float], tuple[float, float]]) -> bool:
        return max(abs(lat) for _, lat in step) > NEAR_POLE

    points = zip(line.lons, line.lats, strict=True)
    for at_edge, steps in groupby(pairwise(points), is_edge):
        if not at_edge:
            run = [*steps]
            ends = [run[0][0], *(end for _, end in run)]
            yield Outline(tuple(lon for lon, _ in ends), tuple(lat for _, lat in ends))


def _cut_line(dots: Dots, view: View) -> Iterator[Dots]:
    """Yield the runs of a line whose steps may be seen; where a run leaves, one step is outside."""
    low, right, bottom = -MARGIN, WIDTH + MARGIN, view.height + MARGIN

    def is_seen(step: tuple[tuple[float, float], tuple[float, float]]) -> bool:
        (x, y), (u, v) = step
        return max(x, u) > low and min(x, u) < right and max(y, v) > low and min(y, v) < bottom

    for seen, steps in groupby(pairwise(dots), is_seen):
        if seen:
            run = [*steps]
            yield [run[0][0], *(end for _, end in run)]


def _cut_ring(dots: Dots, view: View) -> Dots:
    """Return the part of a ring within the view (Sutherland and Hodgman 1974)."""
    for side in (
        Side(0, -MARGIN, 1),
        Side(0, WIDTH + MARGIN, -1),
        Side(1, -MARGIN, 1),
        Side(1, view.height + MARGIN, -1),
    ):
        dots = [*side.cut(dots)]
    return dots


def _thinned(dots: Dots) -> Dots:
    """Return the dots without those that are too close to the one before to be told from it."""
    kept = dots[:1]
    for x, y in dots[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= LEAST_STEP:
            kept.append((x, y))
    return kept + dots[-1:]
