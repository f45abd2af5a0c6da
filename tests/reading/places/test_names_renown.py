"""What a list's places say of a name."""

from collections.abc import Sequence

import pytest

from furphy.model.place import Candidate, Place, PlaceKind
from furphy.reading.places.names_renown import UNKNOWN, Register, renown


def borne(
    kind: str, *divisions: str, people: int = 0, score: float = 1.0, km: float = 100.0
) -> Candidate:
    place = Place(
        "list", "1", "Name", 0.0, 0.0, PlaceKind(kind), km, divisions[0], divisions, people
    )
    return Candidate(place, "Name", score)


@pytest.mark.parametrize(
    ("places", "fame", "form"),
    [
        pytest.param([], "fame:none", "", id="no place"),
        pytest.param([borne("village", "UA", "UA.26")], "fame:3", "main", id="a village"),
        pytest.param([borne("city", "UA", people=250_000)], "fame:6", "main", id="a city"),
        pytest.param([borne("river", "UA")], "fame:land", "main", id="a river"),
        pytest.param(
            [borne("village", "MX", people=900), borne("region", "US", "US.TX")],
            "fame:region",
            "main",
            id="a state outdoes a village",
        ),
        pytest.param([borne("region", "SI", "SI.1", km=8)], "fame:district", "main", id="small"),
        pytest.param(
            [borne("city", "EG", people=90_000, score=0.8)], "fame:5", "variant", id="a variant"
        ),
        pytest.param(
            [borne("district", "US", "US.1", "US.1.2", score=0.3), borne("village", "US", "US.1")],
            "fame:3",
            "main",
            id="a derived form counts only where there is no other",
        ),
    ],
)
def test_fame_is_that_of_the_greatest_place(
    places: Sequence[Candidate], fame: str, form: str
) -> None:
    found = renown(places)
    assert (found.fame, found.form) == (fame, form)


def test_a_town_lies_in_its_state() -> None:
    town, state = (
        renown([borne("city", "US", "US.TX")]),
        renown([borne("region", "US", "US.TX")]),
    )
    assert town.lies_in(state)
    assert not state.lies_in(town)
    assert not town.lies_in(UNKNOWN)
    assert town.regions == state.regions == {("US", "US.TX")}


def test_each_name_is_asked_for_once() -> None:
    asked: list[str] = []

    def lookup(name: str) -> Sequence[Candidate]:
        asked.append(name)
        return ()

    register = Register(lookup)
    assert register["Zelene"] is register["Zelene"]
    assert asked == ["Zelene"]
