from front import NAMESAKE, OBLAST, ROBOTYNE, VERBOVE, front
from made import made, spot

from furphy.export.whereabouts import located, lying, unlocated


def test_each_place_is_listed_once_in_the_order_of_the_text() -> None:
    places = located(front().reading())
    assert [(each.number, each.name) for each in places] == [
        (1, "Orikhiv"),
        (2, "Robotyne"),
        (3, "Verbove"),
        (4, "Zaporizhzhia Oblast"),
    ]
    assert places[0].toponyms == (0, 2)


def test_a_place_keeps_what_the_text_calls_it_and_what_else_that_could_be() -> None:
    verbove = located(front().reading())[2]
    assert verbove.written == ("Verbowe",)
    assert [each.place for each in verbove.others] == [NAMESAKE]
    assert verbove.grounds[0].rule == "distance"


def test_the_surest_name_of_a_place_speaks_for_it() -> None:
    text = made("Robotyne, Rabotino.")
    text.toponym("Robotyne", ROBOTYNE, score=0.6)
    text.toponym("Rabotino", ROBOTYNE, score=0.8)
    [place] = located(text.reading())
    assert (place.score, place.written) == (0.8, ("Robotyne", "Rabotino"))


def test_equal_names_that_nothing_fits_are_told_once() -> None:
    text = made("Nowhereske and Nowhereske.")
    text.toponym("Nowhereske")
    text.toponym("Nowhereske|Nowhereske")
    [name] = unlocated(text.reading())
    assert name.toponyms == (0, 1)
    assert located(text.reading()) == ()


def test_a_place_is_told_by_the_region_that_the_text_names_and_by_its_country() -> None:
    oblast = spot("Zaporizhzhia Oblast", 47, 35, "region", country="UA", divisions=("UA", "UA.26"))
    assert [*lying(ROBOTYNE, (oblast,))] == ["village in Zaporizhzhia Oblast", "Ukraine"]
    assert [*lying(ROBOTYNE)] == ["village", "Ukraine"]
    assert [*lying(spot("Ukraine", 49, 32, "country", country="UA"))] == ["country"]
    assert [*lying(spot("The Sea", 0, 0, "sea"))] == ["sea"]


def test_a_place_is_too_wide_for_a_dot_by_its_reach_and_not_by_what_it_is_called() -> None:
    text = made("Zaporizhzhia Oblast, Verbove, Kyiv.")
    city_with_the_rank_of_a_region = spot("Kyiv", 50.4, 30.5, "region", radius_km=45.0)
    for place in (OBLAST, VERBOVE, city_with_the_rank_of_a_region):
        text.toponym(place.name, place)
    places = {each.name: each.is_wide for each in located(text.reading())}
    assert places == {"Zaporizhzhia Oblast": True, "Verbove": False, "Kyiv": False}
