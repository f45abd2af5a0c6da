from dataclasses import replace

from made import made, spot

from furphy.export.maps.windows import MOST_DETAILS, Window, windows
from furphy.export.whereabouts import located
from furphy.model.place import Place


def shown(*places: Place) -> tuple[Window, ...]:
    text = made(" ".join(place.name for place in places))
    for place in places:
        text.toponym(place.name, place)
    return windows(located(text.reading()), ())


def crowd(name: str, lat: float, lon: float, apart: float = 0.1) -> list[Place]:
    return [
        spot(f"{name}{number}", lat + apart * number, lon, radius_km=1.0) for number in range(3)
    ]


def test_places_far_apart_need_one_window() -> None:
    assert len(shown(spot("A", 50, 30), spot("B", 49, 36), spot("C", 46, 31))) == 1


def test_each_crowd_has_a_window_up_to_a_number() -> None:
    crowds = [*crowd("A", 50, 30), *crowd("B", 40, 20), *crowd("C", 30, 10)]
    assert len(shown(*crowds)) == 1 + MOST_DETAILS


def test_a_crowd_within_the_only_crowd_has_a_window_within_its_window() -> None:
    near = crowd("A", 48.0, 35.0, apart=0.02)
    overview, outer, inner = shown(*near, *crowd("B", 48.1, 35.0, 0.25), spot("C", 60, 20))
    assert outer.within is overview.view
    assert inner.within is outer.view
    assert inner.view.width_km < outer.view.width_km / 3


def test_regions_do_not_widen_a_map_of_towns() -> None:
    town = spot("Town", 48, 35)
    country = spot("Land", 60, 90, "country", radius_km=3000.0)
    [window] = shown(town, country)
    assert window == shown(town)[0]


def test_two_names_at_one_point_are_no_crowd_to_divide_by() -> None:
    town = spot("Town", 48, 35)
    assert shown(town, replace(town, id="other", name="Stead"))
