import json
from pathlib import Path

import pytest

from furphy.gazetteer import build, shelf
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.sources import table

ROOT = Path(__file__).parents[2]
HEAD = "gazetteer\tid\tname\tlat\tlon\tkind\tradius_km\tcountry\tdivisions\tpopulation\tnames\n"
KATOTTG = "katottg\tUA23\tZatyshshia\t47.68\t36.33\tvillage\t2\tUA\tUA UA.26\t\tЗатишшя@uk\n"
JOINED = "geonames\t9\tHuliaipole\t47.67\t36.26\tcity\t4\tUA\tUA UA.26 UA.26.2310\t\tГуляйполе@uk\n"
CITY = {
    "name": "Hulyaypole",
    "latitude": 47.6,
    "longitude": 36.2,
    "countrycode": "UA",
    "population": 14000,
    "admin1code": "26",
    "alternatenames": ["Gulyaypole"],
}
OTHER = CITY | {"name": "Polohy", "alternatenames": ["Пологи"]}


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> build.Inputs:
    (tmp_path / "own").mkdir()
    (tmp_path / "ukraine.tsv").write_text(HEAD + KATOTTG + JOINED)
    (tmp_path / "districts.tsv").write_text("id\tdistrict\n10\tUA.26.2310\n")
    (tmp_path / "names.tsv").write_text("of\tlat\tlon\tnames\n10\t\t\tПологи@ru\n")
    (tmp_path / "short.tsv").write_text("word\tother\nFort\tFt.\n")
    (tmp_path / "cities.json").write_text(json.dumps({"9": CITY, "10": OTHER}))
    monkeypatch.setattr(build, "_TABLES", ("ukraine.tsv",))
    monkeypatch.setattr(build, "_DISTRICTS", "districts.tsv")
    monkeypatch.setattr(build, "_AMENDMENTS", "names.tsv")
    monkeypatch.setattr(build, "_SHORTENINGS", "short.tsv")
    return build.Inputs(tmp_path, tmp_path / "cities.json")


def test_each_place_is_there_once_with_the_names_of_all_its_sources(
    inputs: build.Inputs, tmp_path: Path
) -> None:
    report = build.build(inputs, tmp_path / "places.sqlite")
    places = Gazetteer([tmp_path / "places.sqlite"])
    (found,) = places.named("Gulyaypole")
    assert (found.place.id, found.place.name) == ("9", "Huliaipole")
    assert (found.place.lat, found.place.population) == (47.67, 14000)
    assert [each.place for each in places.named("Гуляйполе")] == [found.place]
    assert [each.place.divisions[-1] for each in places.named("Polohy")] == ["UA.26.2310"]
    assert (report.loaded, report.joined) == (
        {"ukraine.tsv": 2, "cities.json": 1},
        {"ukraine.tsv": 1},
    )
    told = "        2 places from ukraine.tsv, 1 of them joined with a city"
    assert told in [*report.lines()]


def test_the_version_changes_with_any_input(inputs: build.Inputs, tmp_path: Path) -> None:
    before = inputs.digest()
    (tmp_path / "short.tsv").write_text("word\tother\nMount\tMt.\n")
    assert inputs.digest() != before


@pytest.mark.parametrize(
    "path", sorted((ROOT / "places").rglob("*.tsv*")), ids=lambda path: path.name
)
def test_the_tables_are_sound(path: Path) -> None:
    if path.name.startswith(("districts", "names", "shortenings")):
        assert len([*table.rows(path, frozenset())]) > 5
        return
    seen = set()
    for record in table.read(path):
        place = record.place
        assert -90 <= place.lat <= 90, place
        assert -180 <= place.lon <= 180, place
        assert 0 < place.radius_km < 12_000, place
        assert all(0 < name.weight <= 1 for name in record.names), place
        assert (place.gazetteer, place.id) not in seen, place
        seen.add((place.gazetteer, place.id))


@pytest.mark.skipif(not shelf.PACKAGED.is_file(), reason="the packaged gazetteer is not built")
@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        pytest.param("U.S.", "6252001", "country", id="abbreviation"),
        pytest.param("Crimea", "703883", "region", id="region"),
        pytest.param("Запорожская область", "687699", "region", id="russian"),
        pytest.param("Zatyshshia", "UA23100070070085709", "village", id="register"),
        pytest.param("Cook County", "4888671", "district", id="county"),
        pytest.param("Calif.", "5332921", "region", id="news-agencies"),
        pytest.param("Donbas", "area:donbas", "area", id="landscape"),
        pytest.param("Black Sea", "sea:black-sea", "sea", id="sea"),
        pytest.param("Siverskyi Donets", "river:donets", "river", id="river"),
        pytest.param("Oskil River", "river:oskil-river", "river", id="river-by-hand"),
    ],
)
def test_the_packaged_gazetteer_knows_all_sorts_of_places(name: str, key: str, kind: str) -> None:
    found = {(each.place.id, each.place.kind.value) for each in shelf.packaged().named(name)}
    assert (key, kind) in found
