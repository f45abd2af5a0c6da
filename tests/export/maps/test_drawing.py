from dataclasses import replace

import pytest
from front import NAMESAKE, OBLAST, ORIKHIV, ROBOTYNE, VERBOVE, front
from made import Made, made, spot

from furphy.export.maps.drawing import Dot, Map, maps
from furphy.export.maps.view import WIDTH
from furphy.export.whereabouts import located
from furphy.model.place import Place

KYIV = spot("Kyiv", 50.45, 30.52, country="UA", radius_km=20.0)
WASHINGTON = spot("Washington", 38.9, -77.04, country="US", radius_km=15.0)
BALTIMORE = spot("Baltimore", 39.29, -76.61, country="US", radius_km=12.0)
SUVA, APIA = spot("Suva", -18.14, 178.44), spot("Apia", -13.83, -171.76)


def drawn(text: Made) -> tuple[Map, ...]:
    reading = text.reading()
    return maps(reading, located(reading))


def of(*places: Place) -> Made:
    text = made(" and ".join(place.name for place in places))
    for place in places:
        text.toponym(place.name, place)
    return text


def names(dots: tuple[Dot, ...]) -> list[str]:
    return [each.place.name for each in dots]


def test_without_a_place_there_is_no_map() -> None:
    assert drawn(made("Nothing.")) == ()


def test_a_single_place_is_shown_in_its_part_of_the_world() -> None:
    [shown] = drawn(of(ROBOTYNE))
    assert shown.width_km == pytest.approx(900)
    assert shown.land is not None
    assert shown.land.coast
    assert names(shown.dots) == ["Robotyne"]


def test_where_places_crowd_a_second_map_shows_them_larger() -> None:
    overview, detail = drawn(front())
    assert [inset.letter for inset in overview.insets] == [detail.letter] == ["A"]
    assert detail.width_km < overview.width_km / 3
    assert names(detail.dots) == ["Orikhiv", "Robotyne", "Verbove"]
    assert all(dot.label for dot in detail.dots)


def test_on_a_map_of_some_kilometres_no_outline_is_drawn() -> None:
    _, detail = drawn(front())
    assert detail.land is None


def test_two_continents_are_shown_with_details_of_each() -> None:
    overview, ukraine, america = drawn(of(WASHINGTON, ORIKHIV, BALTIMORE, ROBOTYNE))
    assert overview.width_km > 6000
    assert {*names(ukraine.dots)} | {*names(america.dots)} == {*names(overview.dots)}
    assert (ukraine.letter, america.letter) == ("A", "B")


def test_places_over_the_date_line_stand_side_by_side() -> None:
    [shown] = drawn(of(SUVA, APIA))
    assert shown.width_km < 2000
    assert all(0 < dot.x < WIDTH for dot in shown.dots)


def test_a_stated_distance_joins_both_places_and_rings_the_first() -> None:
    _, detail = drawn(front())
    [tie] = detail.ties
    orikhiv, _, verbove = detail.dots
    ends = (orikhiv.x, orikhiv.y), (verbove.x, verbove.y)
    assert ((tie.x, tie.y), (tie.to_x, tie.to_y)) == ends
    assert tie.label is not None
    assert tie.label.text == "18–22 km"
    assert len(detail.rings) == 2


def test_a_distance_from_a_place_to_nothing_named_is_a_ring_and_words() -> None:
    text = made("It fell 3 km from Robotyne, near Orikhiv.")
    base = text.toponym("Robotyne", ROBOTYNE)
    text.toponym("Orikhiv", ORIKHIV)
    text.constraint("distance", None, (base,), "3 km from", low_km=3, high_km=3)
    detail = drawn(text)[-1]
    [tie], [ring] = detail.ties, detail.rings
    assert (tie.x, tie.y) == (tie.to_x, tie.to_y)
    assert tie.label is not None
    assert tie.label.text == "3 km"
    assert ring.startswith("M")


def test_a_side_makes_an_arc_of_the_ring() -> None:
    text = made("It fell 6 km south-east of Robotyne.")
    base = text.toponym("Robotyne", ROBOTYNE)
    text.constraint("direction", None, (base,), "6 km south-east", high_km=6, bearing=135.0)
    detail = drawn(text)[-1]
    [tie], [dot] = detail.ties, detail.dots
    assert tie.to_x > dot.x
    assert tie.to_y > dot.y


def test_a_distance_from_an_unknown_place_is_not_drawn() -> None:
    text = made("It fell 6 km from Nowhereske, near Robotyne.")
    base = text.toponym("Nowhereske")
    text.toponym("Robotyne", ROBOTYNE)
    text.constraint("distance", None, (base,), "6 km", high_km=6)
    assert not any(each.rings or each.ties for each in drawn(text))


def test_a_region_is_a_name_over_its_land_and_no_dot() -> None:
    overview, *_ = drawn(of(OBLAST, ROBOTYNE, KYIV))
    assert names(overview.areas) == ["Zaporizhzhia Oblast"]
    assert len(overview.bounds) == 1


def test_a_country_alone_is_still_a_map() -> None:
    ukraine = spot("Ukraine", 49, 32, "country", country="UA", radius_km=700.0)
    [shown] = drawn(of(ukraine))
    assert names(shown.areas) == ["Ukraine"]
    assert shown.bounds == ()


def test_what_lies_beyond_the_edge_is_named() -> None:
    america = spot("United States", 39.8, -98.6, "country", country="US", radius_km=2600.0)
    [shown] = drawn(of(KYIV, america))
    assert [each.name for each in shown.beyond] == ["United States"]


@pytest.mark.parametrize("lat", [90.0, -90.0, 89.5], ids=["north", "south", "near"])
def test_a_pole_breaks_nothing(lat: float) -> None:
    assert drawn(of(replace(KYIV, lat=lat, radius_km=400.0)))


def test_equal_points_keep_both_dots() -> None:
    [shown] = drawn(of(VERBOVE, replace(NAMESAKE, lat=VERBOVE.lat, lon=VERBOVE.lon)))[:1]
    assert len(shown.dots) == 2
