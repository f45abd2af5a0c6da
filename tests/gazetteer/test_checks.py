from pathlib import Path

import pytest
from gazetteer.gazetteers import gazetteer

from furphy.gazetteer import checks
from furphy.gazetteer.checks import Bounds
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind


@pytest.fixture
def bounds(tmp_path: Path) -> Bounds:
    region = Place(
        *("geonames", "687699", "Zaporizhzhia Oblast", 47.33, 35.71, PlaceKind.REGION, 130.0),
        "UA",
        ("UA", "UA.26"),
    )
    return Bounds(gazetteer(tmp_path, [Record(region, (Name(region.name),))]))


@pytest.mark.parametrize(
    ("point", "kind", "divisions", "objects"),
    [
        pytest.param((47.6, 35.8), PlaceKind.VILLAGE, ("UA", "UA.26"), False, id="inside"),
        pytest.param((48.5, 37.5), PlaceKind.VILLAGE, ("UA", "UA.26"), False, id="beyond-the-edge"),
        pytest.param((50.7, 24.3), PlaceKind.VILLAGE, ("UA", "UA.26"), True, id="far-off"),
        pytest.param((50.7, 24.3), PlaceKind.RIVER, ("UA", "UA.26"), False, id="a-river"),
        pytest.param((50.7, 24.3), PlaceKind.VILLAGE, ("UA", "UA.99"), False, id="region-unknown"),
        pytest.param((50.7, 24.3), PlaceKind.VILLAGE, ("UA",), False, id="region-unsaid"),
    ],
)
def test_a_settlement_far_from_its_region_is_objected_to(
    bounds: Bounds,
    point: tuple[float, float],
    kind: PlaceKind,
    divisions: tuple[str, ...],
    objects: bool,
) -> None:
    place = Place("geonames", "1", "X", *point, kind, 2.0, "UA", divisions)
    why = bounds.objection(place)
    assert (why is not None) is objects
    assert why is None or "km from the middle of Zaporizhzhia Oblast (UA.26)" in why


@pytest.mark.parametrize("cell", ["", "north", "nan", "inf", "-91", "1e9"])
def test_what_is_no_latitude_is_told(cell: str) -> None:
    with pytest.raises(ValueError, match="latitude"):
        checks.point(cell, "0")


def test_an_empty_number_is_unknown() -> None:
    assert checks.number("population", " ") is None
