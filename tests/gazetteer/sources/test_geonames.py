import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.errors import InputError
from furphy.gazetteer.checks import Refusal
from furphy.gazetteer.record import Record
from furphy.gazetteer.sources import alternates, geonames
from furphy.gazetteer.sources.opened import opened
from furphy.model.place import Place, PlaceKind


def row(key: str = "1", **changes: str) -> str:
    cells = {
        "id": key,
        "name": "Mala Tokmachka",
        "ascii": "Mala Tokmachka",
        "others": "Мала Токмачка",
        "lat": "47.53",
        "lon": "35.88",
        "class": "P",
        "code": "PPL",
        "country": "UA",
        "cc2": "",
        "a1": "26",
        "a2": "2310",
        "a3": "",
        "a4": "",
        "people": "3000",
        "up": "",
        "dem": "",
        "zone": "Europe/Kyiv",
        "date": "2024-01-01",
    }
    return "\t".join((cells | changes).values())


def fits(_place: Place) -> None:
    return None


def read(*rows: str) -> list[Record | Refusal]:
    return [*geonames.read(rows, fits)]


def place(text: str) -> Place:
    (found,) = read(text)
    assert isinstance(found, Record)
    return found.place


def test_a_row_becomes_a_place() -> None:
    found = place(row())
    assert (found.gazetteer, found.id, found.name) == ("geonames", "1", "Mala Tokmachka")
    assert (found.lat, found.lon, found.population) == (47.53, 35.88, 3000)
    assert found.divisions == ("UA", "UA.26", "UA.26.2310")


@pytest.mark.parametrize(
    ("sort", "code", "people", "kind"),
    [
        pytest.param("P", "PPL", "3000", PlaceKind.CITY, id="town"),
        pytest.param("P", "PPL", "0", PlaceKind.VILLAGE, id="village"),
        pytest.param("P", "PPLA2", "0", PlaceKind.CITY, id="seat"),
        pytest.param("P", "PPLX", "0", PlaceKind.QUARTER, id="quarter"),
        pytest.param("A", "PCLI", "0", PlaceKind.COUNTRY, id="country"),
        pytest.param("A", "ADM1", "0", PlaceKind.REGION, id="region"),
        pytest.param("A", "ADM2", "0", PlaceKind.DISTRICT, id="district"),
        pytest.param("A", "ADM2H", "0", PlaceKind.AREA, id="former-district"),
        pytest.param("H", "STM", "0", PlaceKind.RIVER, id="river"),
        pytest.param("H", "RSV", "0", PlaceKind.LAKE, id="reservoir"),
        pytest.param("H", "BAY", "0", PlaceKind.SEA, id="bay"),
        pytest.param("T", "ISL", "0", PlaceKind.ISLAND, id="island"),
        pytest.param("T", "HLL", "0", PlaceKind.MOUNTAIN, id="hill"),
        pytest.param("S", "DAM", "0", PlaceKind.SITE, id="dam"),
        pytest.param("", "", "0", PlaceKind.SITE, id="unsaid"),
    ],
)
def test_the_kind_follows_the_feature_code(
    sort: str, code: str, people: str, kind: PlaceKind
) -> None:
    assert place(row(**{"class": sort}, code=code, people=people)).kind is kind


def test_divisions_end_where_the_place_itself_is_one_or_the_source_knows_none() -> None:
    assert place(row(**{"class": "A"}, code="ADM1")).divisions == ("UA", "UA.26")
    assert place(row(**{"class": "A"}, code="PCLI")).divisions == ("UA",)
    assert place(row(a1="00")).divisions == ("UA",)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        pytest.param(row(lat="95"), "latitude 95 is not within -90 and 90", id="latitude"),
        pytest.param(row(lon="181"), "longitude 181 is not within -180 and 180", id="longitude"),
        pytest.param(row(lat="nan"), "latitude nan is not within", id="nan"),
        pytest.param(row(lat="47,5"), "latitude '47,5' is no number", id="comma"),
        pytest.param(row("x"), "the id 'x' is no number", id="id"),
        pytest.param(row(name=" "), "there is no name", id="nameless"),
        pytest.param(row(name="\ufffd"), "not UTF-8", id="encoding"),
        pytest.param(row(people="-1"), "population -1 is less than 0", id="population"),
        pytest.param("1\tKyiv", "2 columns, not 19", id="columns"),
    ],
)
def test_a_row_that_cannot_be_is_refused_by_number_and_the_rest_is_loaded(
    bad: str, reason: str
) -> None:
    first, second, third = read(row("1"), bad, row("3"))
    assert isinstance(first, Record)
    assert isinstance(third, Record)
    assert isinstance(second, Refusal)
    assert second.row == 2
    assert reason in second.reason


def test_a_place_where_its_region_is_not_is_refused() -> None:
    (found,) = geonames.read([row()], lambda place: f"{place.name} is too far")
    assert isinstance(found, Refusal)
    assert found.reason == "Mala Tokmachka is too far"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("name,lat,lon\nKyiv,50,30\n", "no dump of GeoNames", id="csv"),
        pytest.param("", "no dump of GeoNames", id="empty"),
        pytest.param("\t".join("abcdefghijkl"), "table of post codes", id="postal"),
    ],
)
def test_another_format_is_no_dump(text: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        read(*text.splitlines())


@given(st.lists(st.text(st.characters(exclude_characters="\n\r")), max_size=19))
def test_no_row_stops_the_reading(cells: list[str]) -> None:
    *_, last = read(row("1"), "\t".join(cells), row("3"))
    assert isinstance(last, Record)


def test_alternate_names_bring_languages_and_weights(tmp_path: Path) -> None:
    forms = [
        "1\t1\tuk\tМала Токмачка\t1\t\t\t",
        "2\t1\tru\tМалая Токмачка\t\t\t\t",
        "3\t1\tru\tСтарая\t\t\t\t1",
        "4\t1\tlink\thttps://example.org\t\t\t\t",
        "5\t2\tuk\tІнше\t\t\t\t",
        "",
    ]
    with alternates.laid_out(forms, tmp_path, lambda: None) as others:
        (found,) = geonames.read([row()], fits, others)
    assert isinstance(found, Record)
    assert [(name.text, name.language, name.weight) for name in found.names] == [
        ("Mala Tokmachka", None, 1.0),
        ("Мала Токмачка", "uk", 0.95),
        ("Малая Токмачка", "ru", 0.8),
        ("Старая", "ru", 0.5),
    ]
    assert [*tmp_path.iterdir()] == []


def test_what_is_no_file_of_alternate_names_is_told() -> None:
    with (
        pytest.raises(InputError, match="alternateNamesV2"),
        alternates.laid_out(["name,lat"], Path(), lambda: None),
    ):
        pass


def test_a_zip_is_read_as_it_comes(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "UA.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("UA.txt", row() + "\n")
    with opened(tmp_path / "UA.zip") as lines:
        assert [type(each) for each in geonames.read(lines, fits)] == [Record]
        assert lines.done == lines.total > 0


def test_a_zip_without_one_list_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.txt", "")
        archive.writestr("b.txt", "")
    with pytest.raises(InputError, match="holds 2 lists"), opened(tmp_path / "two.zip"):
        pass
