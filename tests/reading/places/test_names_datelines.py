"""Places in datelines."""

import pytest

from furphy.model.text import Span
from furphy.reading.places.names_datelines import dateline_names
from furphy.reading.places.names_renown import Register


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        pytest.param("KYIV, March 3 (Agency) —", ["KYIV"], id="a date and an agency"),
        pytest.param("CHARLESTON, W.Va. --", ["CHARLESTON", "W.Va."], id="a state"),
        pytest.param("MOSCOW/KYIV (Agency) -", ["MOSCOW", "KYIV"], id="two places"),
        pytest.param("BEIRUT, Lebanon –", ["BEIRUT", "Lebanon"], id="a country"),
        pytest.param("PORT-AU-PRINCE, Monday —", ["PORT-AU-PRINCE"], id="a hyphen and a day"),
        pytest.param("MOSCOW, March 3. /AGENCY/.", ["MOSCOW"], id="an agency between slashes"),
        pytest.param("(Agency) —", [], id="an agency alone"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_places_stand_before_date_agency_and_dash(dateline: str, expected: list[str]) -> None:
    text = f"Headline. {dateline} The river rose."
    found = [*dateline_names(text, Span(10, 10 + len(dateline)), Register(lambda _: ()))]
    assert [each.name for each in found] == expected
    assert [each.span.of(text) for each in found] == expected
