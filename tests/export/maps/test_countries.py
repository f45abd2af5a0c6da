from furphy.export.maps.countries import name_countries
from furphy.export.maps.labels import Box, Sheet
from furphy.export.maps.view import WIDTH, Spot, View, fit

UKRAINE = fit([Spot((48.5, 31.0), 10.0)], 900.0)


def named(view: View, *taken: Box, places: frozenset[str] = frozenset()) -> list[str]:
    return [each.text for each in name_countries(view, Sheet(view.height, taken), places)]


def test_a_map_names_the_countries_that_it_shows() -> None:
    assert {"Ukraine", "Moldova"} <= {*named(UKRAINE)}


def test_what_a_map_names_as_a_place_is_not_named_again() -> None:
    assert "Ukraine" not in named(UKRAINE, places=frozenset({"ukraine"}))


def test_without_room_no_country_is_named() -> None:
    assert named(UKRAINE, Box(0, 0, WIDTH, UKRAINE.height)) == []


def test_no_country_is_named_in_crimea() -> None:
    crimea = fit([Spot((45.2, 34.3), 40.0)], 160.0)
    assert named(crimea) == []


def test_on_a_map_of_the_world_only_large_countries_are_named() -> None:
    world = fit([Spot((30.0, -100.0), 10.0), Spot((30.0, 100.0), 10.0)], 900.0)
    found = named(world)
    assert "Canada" in found
    assert "Moldova" not in found
