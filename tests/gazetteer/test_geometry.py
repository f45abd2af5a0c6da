import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.gazetteer.geometry import bearing, destination, deviation, distance_km

KYIV, LVIV, SYDNEY = (50.45, 30.52), (49.84, 24.03), (-33.87, 151.21)
points = st.tuples(st.floats(-85, 85), st.floats(-180, 180))
bearings = st.floats(0, 359.99)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        pytest.param(KYIV, KYIV, 0, id="nowhere"),
        pytest.param(KYIV, LVIV, 467, id="across half a country"),
        pytest.param(KYIV, SYDNEY, 14944, id="across the equator"),
        pytest.param((0.0, 179.5), (0.0, -179.5), 111, id="across the date line"),
        pytest.param((90.0, 0.0), (-90.0, 0.0), 20015, id="pole to pole"),
    ],
)
def test_distance(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert distance_km(one, other) == pytest.approx(km, rel=0.002)


@pytest.mark.parametrize(
    ("one", "other", "towards"),
    [
        pytest.param((0.0, 0.0), (1.0, 0.0), 0, id="north"),
        pytest.param((0.0, 0.0), (0.0, 1.0), 90, id="east"),
        pytest.param((0.0, 0.0), (-1.0, 0.0), 180, id="south"),
        pytest.param((0.0, 179.5), (0.0, -179.5), 90, id="east across the date line"),
    ],
)
def test_bearing(one: tuple[float, float], other: tuple[float, float], towards: float) -> None:
    assert bearing(one, other) == pytest.approx(towards)


@given(points, bearings, st.floats(1, 5000))
def test_going_somewhere_arrives_at_that_distance_and_in_that_direction(
    start: tuple[float, float], towards: float, km: float
) -> None:
    there = destination(start, towards, km)
    assert distance_km(start, there) == pytest.approx(km, rel=1e-6)
    assert deviation(bearing(start, there), towards) < 0.01


@given(points, points)
def test_it_is_as_far_there_as_back(one: tuple[float, float], other: tuple[float, float]) -> None:
    assert distance_km(one, other) == pytest.approx(distance_km(other, one))


@given(bearings, bearings)
def test_deviation_is_never_more_than_a_half_turn(one: float, other: float) -> None:
    assert 0 <= deviation(one, other) <= 180
