import pytest

from furphy.export.maps.counted import Around, Counted, CountedMap, counted_map
from furphy.export.maps.view import WIDTH
from furphy.gazetteer.geometry import Point

ORIKHIV = Counted("geonames:1", "Orikhiv", (47.567, 35.786), 4.0, 16)
HULIAIPOLE = Counted("geonames:2", "Huliaipole", (47.664, 36.263), 4.0, 4)
KYIV = Counted("geonames:3", "Kyiv", (50.45, 30.52), 20.0, 1)
UKRAINE = Counted("geonames:4", "Ukraine", (49.0, 32.0), 600.0, 900)
SUVA = Counted("geonames:5", "Suva", (-18.14, 178.44), 10.0, 3)
APIA = Counted("geonames:6", "Apia", (-13.83, -171.76), 10.0, 3)


def drawn(*places: Counted, around: Around | None = None) -> CountedMap:
    found = counted_map(places, around)
    assert found is not None
    return found


def names(shown: CountedMap) -> list[str]:
    return [each.place.name for each in shown.circles]


def test_without_a_place_there_is_no_map() -> None:
    assert counted_map(()) is None


def test_areas_of_circles_are_as_the_counts() -> None:
    shown = drawn(HULIAIPOLE, ORIKHIV)
    assert names(shown) == ["Orikhiv", "Huliaipole"]
    largest, smaller = shown.circles
    assert largest.radius == pytest.approx(2 * smaller.radius)
    assert largest.label is not None
    assert largest.label.text == "Orikhiv 16"


def test_a_country_makes_no_dots_of_its_towns() -> None:
    shown = drawn(UKRAINE, ORIKHIV, HULIAIPOLE)
    assert names(shown) == ["Orikhiv", "Huliaipole"]
    assert shown.beyond == 1
    wider = drawn(UKRAINE, ORIKHIV, KYIV)
    assert names(wider) == ["Ukraine", "Orikhiv", "Kyiv"]
    assert wider.circles[0].radius == wider.circles[1].radius


def test_a_country_alone_is_shown() -> None:
    shown = drawn(UKRAINE)
    assert names(shown) == ["Ukraine"]
    assert shown.width_km > 900


def test_places_over_the_date_line_stand_side_by_side() -> None:
    shown = drawn(SUVA, APIA)
    assert shown.width_km < 2500
    assert all(0 < each.x < WIDTH for each in shown.circles)


def test_a_circle_that_was_asked_for_is_drawn_with_what_lies_around() -> None:
    shown = drawn(ORIKHIV, HULIAIPOLE, KYIV, around=Around(ORIKHIV.point, 60.0))
    assert shown.around
    assert names(shown) == ["Orikhiv", "Huliaipole"]
    assert shown.beyond == 1
    assert 150 < shown.width_km < 350


def test_a_circle_with_nothing_in_it_is_shown_too() -> None:
    shown = drawn(around=Around((60.0, 10.0), 25.0))
    assert shown.circles == ()
    assert shown.around


@pytest.mark.parametrize("km", [0.1, 500.0, 20_100.0])
@pytest.mark.parametrize("point", [(0.0, 0.0), (89.9, 10.0), (-90.0, -180.0), (47.5, 179.9)])
def test_any_circle_gives_a_map(point: Point, km: float) -> None:
    shown = drawn(ORIKHIV, around=Around(point, km))
    west, south, east, north = shown.edges
    assert west < east
    assert south < north


def test_like_searches_have_the_same_land() -> None:
    one, other = drawn(ORIKHIV, HULIAIPOLE), drawn(ORIKHIV, HULIAIPOLE, ORIKHIV)
    assert one.land is other.land
