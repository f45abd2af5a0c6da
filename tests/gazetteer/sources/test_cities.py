import json
from pathlib import Path

from furphy.gazetteer.record import Record
from furphy.gazetteer.sources import amendments, cities
from furphy.model.place import PlaceKind

ORIKHIV = {
    "name": "Orikhiv",
    "latitude": 47.576,
    "longitude": 35.783,
    "countrycode": "UA",
    "population": 14479,
    "admin1code": "26",
    "alternatenames": ["Orekhov", "Оріхів", "OKH", "ao li hei fu"],
}


def read(tmp_path: Path, **changes: object) -> list[Record]:
    path = tmp_path / "cities.json"
    path.write_text(json.dumps({"698428": ORIKHIV | changes}))
    return [*cities.records(cities.load(path), {"698428": "UA.26.2310"})]


def test_a_city_has_its_district_and_a_radius_by_its_people(tmp_path: Path) -> None:
    (found,) = read(tmp_path)
    assert found.place.kind is PlaceKind.CITY
    assert found.place.divisions == ("UA", "UA.26", "UA.26.2310")
    assert found.place.radius_km == 2.0
    (found,) = read(tmp_path, population=700_000)
    assert found.place.radius_km == 8.6


def test_few_people_make_a_village_and_none_known_are_unknown(tmp_path: Path) -> None:
    (found,) = read(tmp_path, population=0)
    assert (found.place.kind, found.place.population) == (PlaceKind.VILLAGE, None)


def test_codes_of_airports_and_what_programs_wrote_are_no_names(
    tmp_path: Path,
) -> None:
    (found,) = read(tmp_path)
    assert {name.text: name.weight for name in found.names} == {
        "Orikhiv": 1.0,
        "Orekhov": 0.8,
        "Оріхів": 0.8,
    }


def test_amendments_add_forms_and_move_points(tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text(
        "of\tlat\tlon\tnames\n698428\t47.5\t35.5\tОрехов@ru|Orekhov@*.9\n"
    )
    (tmp_path / "short.tsv").write_text("word\tother\nFort\tFt.\n")
    amended = amendments.read(tmp_path / "names.tsv", tmp_path / "short.tsv")
    (found,) = map(amended.apply, read(tmp_path))
    assert (found.place.lat, found.place.lon) == (47.5, 35.5)
    weights = {name.text: name.weight for name in found.names}
    assert (weights["Орехов"], weights["Orekhov"], weights["Orikhiv"]) == (1.0, 0.9, 1.0)
    (fort,) = map(amended.apply, read(tmp_path, name="Fort Worth", alternatenames=[]))
    assert [name.text for name in fort.names][-1] == "Ft. Worth"
