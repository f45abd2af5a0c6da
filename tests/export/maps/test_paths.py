import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.export.maps.outlines import Layer, Outline, Outlines
from furphy.export.maps.paths import MARGIN, filled, path, stroked
from furphy.export.maps.view import KM_A_DEGREE, WIDTH, View

VIEW = View(0.0, 0.0, KM_A_DEGREE / 10, 200.0)
"""Ten units a degree: 24 degrees to either side, 10 up and down."""


def drawn(*points: tuple[float, float]) -> Outlines:
    line = Outline(tuple(lon for lon, _ in points), tuple(lat for _, lat in points))
    return {Layer.LAND: ((line, line.extent()),)}


def corners(svg: str) -> list[tuple[float, float]]:
    """Return the corners of a path in units of the drawing."""
    found = []
    for start, steps in re.findall(r"M(\S+ ?\S*?)l([^Mz]*)", svg):
        x, y = map(int, re.findall(r"-?\d+", start))
        found.append((x / 10, y / 10))
        numbers = [*map(int, re.findall(r"-?\d+", steps))]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x / 10, y / 10))
    return found


def test_a_path_starts_somewhere_and_goes_on_by_steps() -> None:
    assert path([(1.0, 2.0), (1.5, 1.0), (1.5, 1.01)]) == "M10 20l5-10"
    assert path([(1.0, 2.0), (1.0, 2.0)]) == ""


def test_a_ring_around_the_window_fills_it() -> None:
    ring = drawn((-90, -45), (90, -45), (90, 45), (-90, 45), (-90, -45))
    found = corners(filled(VIEW, ring, Layer.LAND))
    assert {x for x, _ in found} == {-MARGIN, WIDTH + MARGIN}
    assert {y for _, y in found} == {-MARGIN, 200 + MARGIN}


def test_a_ring_elsewhere_is_not_drawn() -> None:
    ring = drawn((100, 0), (110, 0), (110, 10), (100, 0))
    assert filled(VIEW, ring, Layer.LAND) == ""
    assert stroked(VIEW, ring, Layer.LAND) == ""


def test_a_line_over_the_date_line_is_drawn_on_both_sides_of_it() -> None:
    line = drawn((175, 0), (185, 0))
    west, east = View(0.0, 179.0, VIEW.km_a_unit, 200.0), View(0.0, -179.0, VIEW.km_a_unit, 200.0)
    assert corners(stroked(west, line, Layer.LAND)) == [(200.0, 100.0), (300.0, 100.0)]
    assert corners(stroked(east, line, Layer.LAND)) == [(180.0, 100.0), (280.0, 100.0)]


def test_the_closing_of_a_ring_over_the_pole_is_no_coast() -> None:
    south = View(-85.0, 0.0, 10.0, 200.0)
    ring = drawn((-180, -80), (0, -80), (180, -80), (180, -90), (-180, -90), (-180, -80))
    assert len({y for _, y in corners(stroked(south, ring, Layer.LAND))}) == 1


@pytest.mark.parametrize("layer", [Layer.LAND])
@given(st.lists(st.tuples(st.floats(-60, 60), st.floats(-40, 40)), min_size=3, max_size=9))
def test_no_ring_leaves_the_margin(layer: Layer, points: list[tuple[float, float]]) -> None:
    found = corners(filled(VIEW, drawn(*points, points[0]), layer))
    for x, y in found:
        assert -MARGIN - 0.1 <= x <= WIDTH + MARGIN + 0.1
        assert -MARGIN - 0.1 <= y <= 200 + MARGIN + 0.1
