import pytest

from furphy.export.maps.frame import bar, degrees, km, meridians, parallels
from furphy.export.maps.view import KM_A_DEGREE, WIDTH, Spot, View, fit

DISTANCES = [
    pytest.param(20.0, 20.0, "20 km", id="exact"),
    pytest.param(18.0, 22.0, "18–22 km", id="range"),
    pytest.param(None, 5.0, "≤ 5 km", id="at most"),
    pytest.param(2.5, None, "≥ 2.5 km", id="at least"),
    pytest.param(1200.0, 1200.4, "1,200 km", id="told alike"),
    pytest.param(None, None, "", id="none"),
]


@pytest.mark.parametrize(("low", "high", "told"), DISTANCES)
def test_a_distance_is_told_in_short(low: float | None, high: float | None, told: str) -> None:
    assert km(low, high) == told


@pytest.mark.parametrize("width_km", [10.0, 137.0, 900.0, 5000.0, 30000.0])
def test_a_scale_bar_is_round_true_and_not_long(width_km: float) -> None:
    view = View(0.0, 0.0, width_km / WIDTH, 300.0)
    shown = bar(view)
    length = float(shown.text.removesuffix(" km").replace(",", ""))
    assert shown.length * view.km_a_unit == pytest.approx(length, rel=0.01)
    assert 0.1 * WIDTH < shown.length <= 0.3 * WIDTH


def test_a_coordinate_names_its_side() -> None:
    told = [degrees(47.5, "N", "S"), degrees(-10.0, "N", "S"), degrees(0.0, "E", "W")]
    assert told == ["47.5° N", "10° S", "0°"]


@pytest.mark.parametrize("width_km", [8.0, 60.0, 900.0, 20000.0])
def test_every_map_has_lines_to_read_it_by(width_km: float) -> None:
    view = fit([Spot((47.0, 35.0), 1.0)], width_km)
    assert 2 <= len(meridians(view)) <= 8
    assert 1 <= len(parallels(view)) <= 8


def test_meridians_beyond_the_date_line_are_called_by_their_name() -> None:
    view = View(0.0, 180.0, KM_A_DEGREE / 10, 200.0)
    assert [line.text for line in meridians(view)] == [
        "160° E",
        "170° E",
        "180°",
        "170° W",
        "160° W",
    ]
