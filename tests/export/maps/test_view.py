from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.export.maps.view import KM_A_DEGREE, WIDTH, Spot, View, fit, turned
from furphy.gazetteer.geometry import distance_km

points = st.tuples(st.floats(-84, 84), st.floats(-180, 180))


def test_north_is_up_and_east_is_right() -> None:
    view = fit([Spot((47.0, 35.0), 5.0)], 100.0)
    assert view.place((47.0, 35.0)) == pytest.approx((WIDTH / 2, view.height / 2))
    x, y = view.place((47.1, 35.1))
    assert x > WIDTH / 2
    assert y < view.height / 2


def test_a_small_map_is_true_to_scale() -> None:
    view = fit([Spot((47.5, 35.8), 20.0)], 50.0)
    (x, y), (u, v) = view.place((47.4, 35.7)), view.place((47.6, 35.9))
    drawn = ((u - x) ** 2 + (v - y) ** 2) ** 0.5 * view.km_a_unit
    assert drawn == pytest.approx(distance_km((47.4, 35.7), (47.6, 35.9)), rel=0.005)


def test_a_map_is_no_narrower_than_asked() -> None:
    assert fit([Spot((0.0, 0.0), 1.0)], 900.0).width_km == pytest.approx(900.0)


def test_places_on_both_sides_of_the_date_line_are_near_each_other() -> None:
    view = fit([Spot((-18.1, 178.4), 10.0), Spot((-13.8, -171.8), 10.0)], 100.0)
    assert view.width_km < 2000
    assert abs(turned(view.lon - 183.3)) < 0.5
    assert view.place((-18.1, 178.4))[0] < view.place((-13.8, -171.8))[0]


@given(st.lists(points, min_size=1, max_size=6))
def test_every_place_is_shown(found: list[tuple[float, float]]) -> None:
    view = fit([Spot(point, 5.0) for point in found], 100.0)
    assert all(view.shows(point) for point in found)


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=6))
def test_no_map_is_wider_than_the_earth_or_thinner_than_nothing(
    found: list[tuple[float, float]],
) -> None:
    view = fit([Spot(point, 1500.0) for point in found], 900.0)
    around = 360 * KM_A_DEGREE * cos(radians(view.lat))
    assert 0 < view.height <= WIDTH
    assert view.width_km <= max(around, 900.0) * 1.3


def test_the_pole_is_no_place_to_stumble_over() -> None:
    assert fit([Spot((90.0, 0.0), 10.0)], 900.0).height > 0


def test_a_view_knows_its_edges() -> None:
    west, south, east, north = View(0.0, 10.0, KM_A_DEGREE, 200.0).extent()
    assert (west, east) == pytest.approx((10 - WIDTH / 2, 10 + WIDTH / 2))
    assert (south, north) == pytest.approx((-100, 100))
