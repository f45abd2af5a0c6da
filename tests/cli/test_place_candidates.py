import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from gazetteer.gazetteers import record

from furphy.cli import furphy
from furphy.gazetteer.writer import write


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("places") / "places.sqlite"
    records = [
        record("orikhiv", "Orikhiv | Оріхів", (47.57, 35.78), "UA", 14_000),
        record("orekhovo", "Orekhovo-Zuyevo | Орехово-Зуево", (55.8, 38.98), "RU", 120_000),
        record("orihuela", "Orihuela", (38.08, -0.94), "ES", 86_000),
    ]
    write(path, "test", "1", records)
    return path


def asked(places: Path, names: str, *options: str) -> Result:
    return CliRunner().invoke(
        furphy, ["place-candidates", "--gazetteer", str(places), *options], input=names
    )


def test_each_name_gets_a_line_of_json(places: Path) -> None:
    run = asked(places, "Orehov\n\n奥列霍夫\n", "--format", "jsonl")
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert [line["name"] for line in lines] == ["Orehov", "奥列霍夫"]
    assert [line["candidates"][0]["id"] for line in lines] == ["orikhiv", "orikhiv"]
    best = lines[0]["candidates"][0]
    assert {"id", "name", "lat", "lon", "score"} <= best.keys()
    assert (best["name"], best["lat"], best["lon"]) == ("Orikhiv", 47.57, 35.78)
    assert 0 < best["score"] <= 1


def test_people_get_a_table(places: Path) -> None:
    run = asked(places, "Orehov\n")
    assert run.exit_code == 0
    assert "47.57, 35.78 UA" in run.stdout


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        pytest.param(["--country", "es"], ["orihuela"], id="one country"),
        pytest.param(["--limit", "1"], ["orikhiv"], id="fewer"),
    ],
)
def test_options_narrow_the_search(places: Path, options: list[str], ids: list[str]) -> None:
    run = asked(places, "Orihov\n", "--format", "jsonl", *options)
    assert [each["id"] for each in json.loads(run.stdout)["candidates"]] == ids


def test_nothing_alike_is_an_empty_list(places: Path) -> None:
    run = asked(places, "Xyzzyqwrt Bmnghdfsk\n", "--format", "jsonl")
    assert json.loads(run.stdout)["candidates"] == []


def test_markup_and_controls_in_a_name_stay_words(places: Path) -> None:
    run = asked(places, "[red]\x1b[2JOrihov\n")
    assert "[red]‹U+001B›[2JOrihov" in run.stdout


def test_bytes_that_are_no_text_do_no_harm(places: Path) -> None:
    run = CliRunner().invoke(
        furphy,
        ["place-candidates", "--gazetteer", str(places), "--format", "jsonl"],
        input=b"\xff\xfeOrihov\n",
    )
    assert run.exit_code == 0


def test_a_file_that_is_no_gazetteer_is_named(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    path.write_text("no database at all, but long enough to be taken for one" * 9)
    run = asked(path, "Orihov\n")
    assert run.exit_code == 3
    assert "places.sqlite is no gazetteer" in run.stderr


def test_help_shows_examples() -> None:
    run = CliRunner().invoke(furphy, ["place-candidates", "--help"])
    assert "echo Gulyaipole | furphy place-candidates" in run.stdout
