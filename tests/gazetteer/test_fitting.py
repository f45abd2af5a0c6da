"""How well places fit what is stated of them."""

import pytest

from furphy.gazetteer.fitting import beside, between, fit, of_one_event, to_line, within
from furphy.gazetteer.geometry import destination
from furphy.model.evidence import Evidence
from furphy.model.place import Constraint, Place, PlaceKind, Relation
from furphy.model.text import Span

TOWN = (50.0, 30.0)


def place(
    point: tuple[float, float] = TOWN,
    kind: PlaceKind = PlaceKind.VILLAGE,
    divisions: tuple[str, ...] = (),
    radius: float = 2.0,
) -> Place:
    return Place("test", f"{point}{kind}", "X", *point, kind, radius, None, divisions)


def away(km: float, bearing: float = 0.0, radius: float = 2.0) -> Place:
    return place(destination(TOWN, bearing, km), radius=radius)


def told(
    relation: str, low: float | None = None, high: float | None = None, bearing: float | None = None
) -> Constraint:
    return Constraint(
        Relation(relation), 0, (1,), Span(0, 1), Evidence("test", 0.9), low, high, bearing
    )


TEN = told("distance", 9.0, 11.0)


@pytest.mark.parametrize(
    ("km", "least", "most"),
    [
        pytest.param(10, 1.0, 1.0, id="just so"),
        pytest.param(12.5, 0.8, 1.0, id="measured from edge to edge"),
        pytest.param(8, 0.9, 1.0, id="further by road"),
        pytest.param(25, 0.0, 0.1, id="more than twice as far"),
        pytest.param(1, 0.0, 0.2, id="next door"),
        pytest.param(100, 0.0, 0.0, id="elsewhere"),
    ],
)
def test_a_distance_allows_for_roads_and_edges(km: float, least: float, most: float) -> None:
    assert least <= fit(TEN, away(km), place()) <= most


def test_what_is_known_vaguely_fits_less() -> None:
    assert fit(TEN, away(10, radius=40.0), place()) < 0.1 < fit(TEN, away(10), place())


def test_nothing_is_a_distance_away_from_what_it_lies_in() -> None:
    region = place((50.05, 30.0), PlaceKind.REGION, ("UA", "UA.1"), 90.0)
    assert fit(TEN, place(divisions=("UA", "UA.1")), region) == 0.0


@pytest.mark.parametrize(
    ("bearing", "least", "most"),
    [(0, 1.0, 1.0), (25, 0.6, 0.9), (60, 0.1, 0.4), (120, 0.0, 0.0), (180, 0.0, 0.0)],
)
def test_north_is_a_quarter_with_soft_edges(bearing: float, least: float, most: float) -> None:
    stated = told("distance", 27.0, 33.0, 0.0)
    assert least <= fit(stated, away(30, bearing), place()) <= most


def test_of_two_places_to_one_side_the_nearer_fits_better() -> None:
    stated = told("direction", bearing=90.0)
    assert fit(stated, away(12, 90), place()) > 3 * fit(stated, away(120, 90), place()) > 0


def test_near_wears_off() -> None:
    stated = told("near", 0.0, 25.0)
    assert fit(stated, away(8), place()) > 2 * fit(stated, away(30), place()) > 0
    assert fit(stated, away(300), place()) == 0


REGION = place((50.0, 30.5), PlaceKind.REGION, ("UA", "UA.1"), 90.0)
LAKE = place((50.0, 30.1), PlaceKind.LAKE, (), 10.0)


@pytest.mark.parametrize(
    ("inner", "outer", "degree"),
    [
        pytest.param(place(divisions=("UA", "UA.1", "UA.1.2")), REGION, 1.0, id="by divisions"),
        pytest.param(place(divisions=("UA", "UA.2")), REGION, 0.0, id="by divisions elsewhere"),
        pytest.param(REGION, place(divisions=("UA", "UA.1")), 0.0, id="the other way round"),
        pytest.param(place(), away(1), 0.0, id="no village in a village"),
        pytest.param(place(), LAKE, 0.9, id="by distance where there are no divisions"),
    ],
)
def test_containment(inner: Place, outer: Place, degree: float) -> None:
    assert within(inner, outer) == pytest.approx(degree)


def test_a_bank_is_near_the_course_not_near_its_middle() -> None:
    river = place((52.0, 30.0), PlaceKind.RIVER, (), 200.0)
    course = ((52.0, 30.0), (50.0, 30.02), (48.0, 30.5))
    assert beside(place(), river, course) == 1.0
    assert beside(away(60, 90), river, course) == 0.0


def test_the_distance_of_a_line_is_that_of_its_nearest_stretch() -> None:
    assert to_line((0.0, 0.0), ((1.0, -1.0), (1.0, 1.0))) == pytest.approx(111.2, rel=0.01)
    assert to_line((0.0, 0.0), ((1.0, 0.0),)) == pytest.approx(111.2, rel=0.01)


def test_between_means_on_the_way() -> None:
    one, other = place(), away(60, 90)
    assert between(away(30, 85), one, other) == 1.0
    assert between(away(30, 270), one, other) == 0.0


def test_two_places_three_km_from_one_spot_are_six_apart_at_most() -> None:
    stated = told("distance", 2.4, 3.6)
    assert of_one_event(stated, place(), away(5.6)) == 1.0
    assert of_one_event(stated, place(), away(60)) == 0.0
