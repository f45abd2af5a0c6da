"""Names that stand alone in news, and what a reader takes them for.

Texts written by us, about invented events. A place is named by its id in GeoNames, or by the
code of its division.
"""

from functools import cache

import pytest
from papers import document

from furphy.errors import InputError
from furphy.gazetteer import shelf
from furphy.gazetteer.index import Gazetteer
from furphy.model.document import Note
from furphy.model.place import DIVISIONS, Toponym
from furphy.reading.parsing import parsing
from furphy.reading.places.stage import places
from furphy.reading.stage import Draft, run


@cache
def gazetteer() -> Gazetteer:
    try:
        return shelf.default()
    except InputError:
        pytest.skip("the packaged gazetteer is not built")


@cache
def read(text: str) -> tuple[Toponym, ...]:
    draft = Draft(document(text), "en", {Gazetteer: (gazetteer(),)})
    done = run(draft, (parsing, places))
    assert not done.every(Note)
    return done.every(Toponym)


def taken(text: str, name: str) -> str | None:
    place = next(each.place for each in read(text) if each.named.name == name)
    if place is None:
        return None
    return place.divisions[-1] if place.kind in DIVISIONS else place.id


DIPLOMACY = "Officials in {} rejected the plan on Monday, and the markets fell."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Washington", "4140963", id="Washington-DC"),
        pytest.param("Paris", "2988507", id="Paris"),
        pytest.param("London", "2643743", id="London"),
        pytest.param("Moscow", "524901", id="Moscow"),
        pytest.param("Warsaw", "756135", id="Warsaw"),
        pytest.param("Beijing", "1816670", id="Beijing"),
        pytest.param("Lima", "3936456", id="Lima"),
        pytest.param("Santiago", "3871336", id="Santiago"),
        pytest.param("Copenhagen", "2618425", id="Copenhagen"),
        pytest.param("Mexico", "MX", id="country-with-a-capital-of-its-name"),
        pytest.param("Luxembourg", "LU", id="country-with-a-region-of-its-name"),
        pytest.param("Oklahoma", "US.OK", id="state-with-a-city-called-otherwise"),
    ],
)
def test_a_bare_name_means_a_capital_or_a_country(name: str, expected: str) -> None:
    assert taken(DIPLOMACY.format(name), name) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            "The fire in Washington spread east of Seattle towards Spokane.",
            "Washington",
            "US.WA",
            id="Washington-State",
        ),
        pytest.param(
            "Police in Victoria said the fire near Melbourne was out.",
            "Victoria",
            "AU.07",
            id="Victoria",
        ),
        pytest.param("A barn burned in Paris, Texas.", "Paris", "4717560", id="Paris-Texas"),
    ],
)
def test_company_may_say_otherwise(text: str, name: str, expected: str) -> None:
    assert taken(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            "The ban holds in Missouri, Ohio, Oklahoma, Oregon and Tennessee.",
            "Oklahoma",
            "US.OK",
            id="Oklahoma",
        ),
        pytest.param(
            "The law was passed in Kansas, Nebraska, New York and Vermont.",
            "New York",
            "US.NY",
            id="New-York-State",
        ),
        pytest.param(
            "The tour stops in Chicago, Boston, New York and Denver.",
            "New York",
            "5128581",
            id="New-York-City",
        ),
        pytest.param(
            "Governors of Washington, Oregon, California and Nevada met.",
            "Washington",
            "US.WA",
            id="Washington-State",
        ),
        pytest.param(
            "The storm crossed Georgia, Alabama, Mississippi and Tennessee.",
            "Georgia",
            "US.GA",
            id="Georgia-the-state",
        ),
        pytest.param(
            "Poland, Georgia, Moldova and Ukraine signed the letter.",
            "Georgia",
            "GE",
            id="Georgia-the-country",
        ),
    ],
)
def test_names_in_a_list_are_of_one_kind(text: str, name: str, expected: str) -> None:
    assert taken(text, name) == expected
    because = next(each.because for each in read(text) if each.named.name == name)
    if expected != "5128581":
        assert "row" in {each.rule for each in because}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            "Patrols from Latvia and Estonia shadowed the ship, which had left St. Petersburg.",
            "St. Petersburg",
            "498817",
            id="Saint-Petersburg",
        ),
        pytest.param(
            "Lawyers from Florida met NATO officers in Estonia, who said that jets from Russia "
            "had come from St. Petersburg.",
            "St. Petersburg",
            "498817",
            id="one-faint-match",
        ),
        pytest.param(
            "Armenia and Turkey welcomed the deal, and Georgia opened its border.",
            "Georgia",
            "GE",
            id="Georgia",
        ),
    ],
)
def test_countries_weigh_for_places_in_them_and_next_to_them(
    text: str, name: str, expected: str
) -> None:
    assert taken(text, name) == expected


def test_town_and_land_of_one_name_are_believed_together() -> None:
    (paris,) = read(DIPLOMACY.format("Paris"))
    assert paris.score is not None
    assert paris.score > 0.9


def test_only_bearers_of_the_same_name_are_compared_in_people() -> None:
    for each in read("Shells fell 3 km from Gulyaipole and in Jampil on Friday."):
        for ground in each.because:
            assert ground.rule != "population" or "more people than" not in ground.text
