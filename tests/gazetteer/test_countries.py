"""Capitals and neighbours."""

from dataclasses import replace

import pytest
from gazetteer.gazetteers import record

from furphy.gazetteer.countries import is_capital, neighbours


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("4140963", True, id="Washington"),
        pytest.param("1261481", True, id="New-Delhi"),
        pytest.param("703448", True, id="Kyiv"),
        pytest.param("1273294", False, id="Delhi"),
        pytest.param("5128581", False, id="New-York"),
    ],
)
def test_capitals_are_known_by_the_numbers_of_geonames(key: str, *, expected: bool) -> None:
    place = replace(record(key, "Town").place, gazetteer="geonames")
    assert is_capital(place) is expected
    assert not is_capital(replace(place, gazetteer="own"))


def test_borders_are_mutual() -> None:
    beside = neighbours()
    assert "UA" in beside["PL"]
    one_sided = [
        (one, other)
        for one, others in beside.items()
        for other in others
        if one not in beside.get(other, ())
    ]
    assert one_sided == []
