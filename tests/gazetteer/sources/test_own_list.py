import json

import pytest

from furphy.errors import InputError
from furphy.gazetteer.checks import Refusal
from furphy.gazetteer.record import Record
from furphy.gazetteer.sources import own_list
from furphy.model.place import PlaceKind


def read_csv(text: str) -> list[Record | Refusal]:
    return [*own_list.read_csv(text.splitlines(), "mine")]


def read_geojson(*features: object) -> list[Record | Refusal]:
    text = json.dumps({"type": "FeatureCollection", "features": features})
    return [*own_list.read_geojson(text, "mine")]


def feature(shape: str, coordinates: object, **properties: object) -> dict[str, object]:
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"name": "Depot"} | properties, "geometry": geometry}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("name,lat,lon\nDepot,47.5,35.7\n", id="commas"),
        pytest.param("name;lat;lon\nDepot;47.5;35.7\n", id="semicolons"),
        pytest.param("name\tlatitude\tlng\nDepot\t47.5\t35.7\n", id="tabs-and-long-heads"),
        pytest.param("\ufeffLon,Lat,Name\r\n35.7,47.5,Depot\r\n", id="byte-order-mark"),
    ],
)
def test_a_table_needs_name_and_point(text: str) -> None:
    (found,) = read_csv(text)
    assert isinstance(found, Record)
    place = found.place
    assert (place.gazetteer, place.id) == ("mine", "Depot@47.50000,35.70000")
    assert (place.name, place.lat, place.lon) == ("Depot", 47.5, 35.7)
    assert (place.kind, place.radius_km, place.country) == (PlaceKind.CITY, 2.0, None)


def test_a_table_may_say_more() -> None:
    (found,) = read_csv(
        "name,lat,lon,names,kind,country,radius_km,id,population\n"
        'Depot,47.5,35.7,"Склад|Depot 1",site,ua,0.5,d1,12\n'
    )
    assert isinstance(found, Record)
    place = found.place
    assert (place.id, place.kind, place.country, place.divisions) == (
        *("d1", PlaceKind.SITE, "UA"),
        ("UA",),
    )
    assert (place.radius_km, place.population) == (0.5, 12)
    assert [name.text for name in found.names] == ["Depot", "Склад", "Depot 1"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("Depot,95,35,", "latitude 95", id="latitude"),
        pytest.param(",47,35,", "there is no name", id="nameless"),
        pytest.param("Depot,47,35,hole", "kind 'hole' is none of", id="kind"),
        pytest.param("Depot,47", "2 cells, not 4", id="cells"),
    ],
)
def test_a_row_that_cannot_be_is_refused_by_its_line(line: str, reason: str) -> None:
    refused, loaded = read_csv(f"name,lat,lon,kind\n{line}\nGood,47,35,\n")
    assert isinstance(refused, Refusal)
    assert refused.row == 2
    assert reason in refused.reason
    assert isinstance(loaded, Record)


def test_a_table_without_the_columns_is_none() -> None:
    with pytest.raises(InputError, match="no column lat, lon in: name,where"):
        read_csv("name,where\nDepot,there\n")


def test_the_point_of_an_area_is_its_middle_and_its_radius_holds_it() -> None:
    ring = [[35.0, 47.0], [35.1, 47.0], [35.1, 47.1], [35.0, 47.1], [35.0, 47.0]]
    (found,) = read_geojson(feature("Polygon", [ring], kind="area"))
    assert isinstance(found, Record)
    assert (round(found.place.lat, 6), round(found.place.lon, 6)) == (47.05, 35.05)
    assert 6 < found.place.radius_km < 7
    assert found.course == ()


def test_a_line_is_the_course_of_a_river() -> None:
    (found,) = read_geojson(feature("LineString", [[35, 47], [35.5, 47.2], [36, 47.5]]))
    assert isinstance(found, Record)
    assert found.place.kind is PlaceKind.RIVER
    assert found.course == ((47.0, 35.0), (47.2, 35.5), (47.5, 36.0))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        pytest.param(feature("Point", [35.0, 95.0]), "latitude 95.0", id="latitude"),
        pytest.param(feature("Point", []), "no coordinates", id="empty"),
        pytest.param(feature("Polygon", [[]]), "no coordinates", id="hollow"),
        pytest.param({"type": "Feature", "geometry": None}, "no feature", id="no-geometry"),
        pytest.param("text", "no feature", id="text"),
    ],
)
def test_a_feature_that_cannot_be_is_refused_by_its_number(bad: object, reason: str) -> None:
    loaded, refused = read_geojson(feature("Point", [35.0, 47.0]), bad)
    assert isinstance(loaded, Record)
    assert isinstance(refused, Refusal)
    assert refused.row == 2
    assert reason in refused.reason


@pytest.mark.parametrize("text", ["", "[]", '{"type": "FeatureCollection"}', "{" * 100_000])
def test_another_format_is_no_geojson(text: str) -> None:
    with pytest.raises(InputError, match="no GeoJSON"):
        list(own_list.read_geojson(text, "mine"))
