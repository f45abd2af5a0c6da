import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from looked_up import depot, looked_up

from furphy.casebook import facets
from furphy.cli import furphy
from furphy.export.json import line


@pytest.fixture
def case(tmp_path: Path) -> str:
    where = str(tmp_path / "case.furphy")
    looked_up(where).close()
    return where


def asked(*arguments: str) -> Result:
    return CliRunner().invoke(furphy, [*arguments])


def records(run: Result) -> list[dict[str, object]]:
    assert run.exit_code == 0, run.stderr
    return [json.loads(each) for each in run.stdout.splitlines()]


def test_search_finds_assertions_and_documents(case: str) -> None:
    found = records(asked("search", case, "depot", "--format", "jsonl"))
    assert [each["found"] for each in found] == ["assertion", "assertion", "document"]
    document = found[-1]
    start = document["excerpt_start"]
    assert isinstance(start, int)
    excerpt = str(document["excerpt"])
    assert depot().document.text[start : start + len(excerpt)] == excerpt


def test_search_shows_people_what_it_found(case: str) -> None:
    run = asked("search", case, "літак")
    assert "чотири літаки" in run.stdout
    assert "not read" not in run.stdout
    assert "uk.txt · uk" in run.stdout


def test_search_says_that_there_is_nothing(case: str) -> None:
    run = asked("search", case, "submarine")
    assert (run.exit_code, run.stdout) == (0, "")
    assert "nothing of that" in run.stderr


@pytest.mark.parametrize(
    ("options", "count"),
    [
        pytest.param(["--holder", "maria koval"], 2, id="a name in any case"),
        pytest.param(["--holder", "nobody"], 0, id="a name that nobody has"),
        pytest.param(["--firmness", "PS+"], 1, id="a firmness"),
        pytest.param(["--near", "47.6,36.2", "--within", "20"], 1, id="near a point"),
        pytest.param(["--from", "2024-03", "--to", "2024-04"], 1, id="a time"),
        pytest.param(["--published-from", "2024-04"], 2, id="a date"),
        pytest.param(["--limit", "3"], 3, id="so many"),
        pytest.param([], 6, id="all"),
    ],
)
def test_assertions_are_listed_by_filters(case: str, options: list[str], count: int) -> None:
    listed = records(asked("list", case, "assertions", "--format", "jsonl", *options))
    assert len(listed) == count
    searched = asked("search", case, "", "--in", "assertions", "--format", "jsonl", *options)
    assert records(searched) == listed


@pytest.mark.parametrize(
    ("options", "count"),
    [
        pytest.param(["--outlet", "daily bulletin"], 4, id="an outlet in any case"),
        pytest.param(["--at", "geonames:huliaipole"], 1, id="a place by its id"),
        pytest.param(["--at", "geonames:huliaipole", "--at", "geonames:taveuni"], 2, id="or two"),
    ],
)
def test_what_facets_tell_can_be_asked_for(case: str, options: list[str], count: int) -> None:
    assert len(records(asked("list", case, "assertions", "--format", "jsonl", *options))) == count


def test_facets_are_told_to_people(case: str) -> None:
    run = asked("search", case, "", "--facets", "--published-from", "2024-03-14")
    assert run.exit_code == 0, run.stderr
    assert "Assertions found  6" in run.stdout
    assert "        4  Daily Bulletin" in run.stdout
    assert "        1  Huliaipole  geonames:huliaipole, 47.660,36.260" in run.stdout
    assert "        1  2024-03-12" in run.stdout
    assert "        4  none, or not known" in run.stdout
    few = asked("search", case, "", "--facets", "--limit", "1").stdout
    assert "and 1 more" in few
    assert "Harbour News" not in few


def test_facets_are_a_table(case: str) -> None:
    run = asked("search", case, "depot", "--facets", "--format", "csv")
    rows = [*csv.DictReader(io.StringIO(run.stdout))]
    assert {row["value"]: row["count"] for row in rows if row["facet"] == "value"} == {
        "CT-": "1",
        "PS+": "1",
    }
    (day,) = (row for row in rows if row["facet"] == "time" and row["start"])
    assert (day["start"], day["end"], day["count"]) == ("2024-03-12", "2024-03-13", "1")


def test_facets_of_the_first_many_say_so(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "MOST", 3)
    run = asked("search", case, "", "--facets", "--format", "jsonl")
    assert "there are more; counts are of the first" in run.stderr
    assert records(run)[0] == {"facet": "all", "count": 3, "is_all": False}


def test_a_place_is_looked_up_and_told(case: str) -> None:
    run = asked(
        "search", case, "drone", "--place", "Huliaipole", "--within", "9", "--in", "documents"
    )
    assert "Huliaipole is taken for Huliaipole (UA) at 47.6" in run.stderr
    assert "depot.html" in run.stdout


def test_aliases_count_where_asked_for(case: str) -> None:
    edge = ["--alias", "Maria Koval", "Daily Bulletin"]
    why = ["--because", "she owns it", "--by", "A. Analyst"]
    assert asked("sources", case, *edge, "--weight", "0.5", *why).exit_code == 0
    wanted = ["--source", "Maria Koval", "--in", "assertions", "--format", "jsonl"]
    assert len(records(asked("search", case, "", *wanted))) == 2
    assert len(records(asked("search", case, "", *wanted, "--aliases"))) == 5
    listed = records(asked("sources", case, "--format", "jsonl"))
    assert [each["name"] for each in listed if each["aliases"]] == ["MARIA KOVAL", "Daily Bulletin"]
    assert asked("sources", case, *edge, "--separate", *why).exit_code == 0
    assert not any(each["aliases"] for each in records(asked("sources", case, "--format", "jsonl")))


def test_documents_are_listed_as_a_table(case: str) -> None:
    run = asked("list", case, "documents", "--format", "csv")
    rows = [*csv.DictReader(io.StringIO(run.stdout))]
    assert [row["key"] for row in rows] == [
        "depot.html",
        "ferry.html",
        "ru.txt",
        "uk.txt",
        "zh.txt",
    ]
    assert rows[0]["outlet"] == "Daily Bulletin"


def test_show_prints_the_line_that_is_stored(case: str) -> None:
    run = asked("show", case, "depot.html", "--format", "json")
    assert run.stdout == f"{line(depot())}\n"


def test_show_prints_the_report_and_what_was_asked_for(case: str) -> None:
    listed = records(asked("list", case, "assertions", "--firmness", "CT-", "--format", "jsonl"))
    run = asked("show", case, str(listed[0]["id"])[:8])
    assert "WHO SAYS WHAT" in run.stdout
    assert run.stdout.endswith("asked for: CT-  a depot burns\n")


def test_show_writes_a_page(case: str, tmp_path: Path) -> None:
    assert asked("show", case, "depot.html", "--html", str(tmp_path / "page.html")).exit_code == 0
    assert "fuel depot" in (tmp_path / "page.html").read_text(encoding="utf-8")


REFUSED = {
    "nothing of that name": (["show", "{case}", "no.html"], 3, "no such document"),
    "no word": (["search", "{case}", "…"], 3, "no word to look for"),
    "no casebook": (["list", "{case}.no", "documents"], 3, "there is no such casebook"),
    "no distance": (["search", "{case}", "x", "--near", "1,2"], 3, "needs a distance"),
    "no point": (["search", "{case}", "x", "--near", "1"], 2, "not two numbers"),
    "off the globe": (["search", "{case}", "x", "--near", "91,2"], 2, "latitudes end"),
    "no id": (["search", "{case}", "x", "--at", "Huliaipole"], 2, "not a gazetteer and an id"),
    "facets of documents": (
        ["search", "{case}", "x", "--facets", "--in", "documents"],
        2,
        "counts assertions",
    ),
    "no date": (["search", "{case}", "x", "--from", "March"], 2, "not a date"),
    "filters on failures": (["list", "{case}", "failures", "--limit", "3"], 2, "filters hold"),
    "no reason": (["sources", "{case}", "--alias", "a", "b"], 2, "say why"),
    "no two": (["sources", "{case}", "--separate"], 2, "which two sources"),
    "one name": (
        ["sources", "{case}", "--alias", "a", "A", "--because", "x", "--by", "y"],
        3,
        "one name already",
    ),
    "no file for Parquet": (["search", "{case}", "x", "--format", "parquet"], 2, "give --output"),
}


@pytest.mark.parametrize(("arguments", "code", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_told(case: str, arguments: list[str], code: int, why: str) -> None:
    run = asked(*(each.format(case=case) for each in arguments))
    assert run.exit_code == code
    assert why in run.stderr
    assert "Traceback" not in run.stderr
