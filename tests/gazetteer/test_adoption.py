from dataclasses import replace
from pathlib import Path

import pytest
from gazetteer.gazetteers import gazetteer

from furphy.gazetteer.adoption import Adoption
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind

WITHIN = ("UA", "UA.26", "UA.26.2310", "UA23100070000026535")
KNOWN = Place(
    *("katottg", "UA23100070070085709", "Zatyshshia", 47.7, 36.3, PlaceKind.VILLAGE, 20.0),
    "UA",
    WITHIN,
)
DUMPED = Place(
    *("geonames", "687000", "Zatyshshya", 47.6825, 36.3267, PlaceKind.VILLAGE, 2.0),
    "UA",
    WITHIN[:3],
)
NAMES = (Name("Zatyshshya"), Name("Затишшя", "uk"))


def adopted(folder: Path, row: Place, *known: Place) -> Place:
    packaged = gazetteer(
        folder, [Record(each, (Name("Zatyshshia"), Name("Затишшя", "uk"))) for each in known]
    )
    return Adoption(packaged).apply(Record(row, NAMES)).place


def test_a_village_takes_the_registers_number_and_keeps_its_own_point(tmp_path: Path) -> None:
    found = adopted(tmp_path, DUMPED, KNOWN)
    assert (found.gazetteer, found.id, found.name) == ("katottg", KNOWN.id, "Zatyshshia")
    assert (found.lat, found.lon, found.radius_km) == (47.6825, 36.3267, 2.0)
    assert found.divisions == WITHIN


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(replace(DUMPED, lat=49.0), id="far-from-it"),
        pytest.param(replace(DUMPED, divisions=("UA", "UA.26", "UA.26.2304")), id="other-raion"),
        pytest.param(replace(DUMPED, kind=PlaceKind.RIVER), id="no-settlement"),
        pytest.param(replace(DUMPED, country="RU"), id="other-country"),
    ],
)
def test_another_place_of_the_name_keeps_its_own_number(tmp_path: Path, row: Place) -> None:
    assert adopted(tmp_path, row, KNOWN) == row


def test_of_two_that_it_may_be_it_is_neither(tmp_path: Path) -> None:
    assert adopted(tmp_path, DUMPED, KNOWN, replace(KNOWN, id="other")) == DUMPED


def test_what_the_packaged_one_has_by_the_same_number_is_left_alone(tmp_path: Path) -> None:
    assert adopted(tmp_path, DUMPED, KNOWN, DUMPED) == DUMPED
