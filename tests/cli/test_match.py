import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from furphy.cli import furphy

CLAIMS = [
    {
        "id": "satire",
        "text": "Barnes & Noble sold a satire as a children's book.",
        "title": "Satire",
    },
    {"id": "flower", "text": "A photograph shows a flower that blooms once in 400 years in Tibet."},
    {"id": "twelve", "text": "A missile hit the station in Kramatorsk, killing 12 people."},
]
POSTS = [
    {"id": "a", "text": "This #flower blooms once in 400 years!! https://t.co/xyz"},
    {"id": "b", "text": "A missile hit the station in Kramatorsk, killing 40 people."},
    {"id": "c", "text": "Twelve people were killed by a missile at the station in Kramatorsk."},
]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "posts.jsonl", tmp_path / "claims.jsonl"
    for path, records in zip(paths, (POSTS, CLAIMS), strict=True):
        path.write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
    return paths


def asked(files: tuple[Path, Path], *options: str) -> Result:
    queries, against = map(str, files)
    chosen = ["match", "--queries", queries, "--against", against, "--no-vectors", *options]
    return CliRunner().invoke(furphy, chosen)


def lines(run: Result) -> dict[str, list[dict[str, object]]]:
    found = [json.loads(line) for line in run.stdout.splitlines()]
    return {each["query"]: each["matches"] for each in found}


def test_each_query_gets_a_line_best_first(files: tuple[Path, Path]) -> None:
    run = asked(files, "--format", "jsonl")
    assert run.exit_code == 0
    found = lines(run)
    assert [*found] == ["a", "b", "c"]
    assert [matches[0]["id"] for matches in found.values()] == ["flower", "twelve", "twelve"]
    scores = [each["score"] for each in found["a"]]
    assert scores == sorted(scores, reverse=True)  # type: ignore[type-var]  # JSON of a known form


def test_what_says_the_same_is_told_from_what_is_only_about_it(files: tuple[Path, Path]) -> None:
    found = lines(asked(files, "--format", "jsonl"))
    assert [found[query][0]["same"] for query in "bc"] == ["no", "joined"]


def test_most_limits_the_matches(files: tuple[Path, Path]) -> None:
    found = lines(asked(files, "--format", "jsonl", "--most", "1"))
    assert {len(matches) for matches in found.values()} == {1}


def test_people_get_a_list(files: tuple[Path, Path]) -> None:
    run = asked(files)
    assert "joined" in run.stdout
    assert "twelve" in run.stdout


def test_same_input_same_bytes(files: tuple[Path, Path]) -> None:
    assert asked(files, "--format", "jsonl").stdout == asked(files, "--format", "jsonl").stdout


def test_a_record_without_text_is_named_and_the_rest_matched(files: tuple[Path, Path]) -> None:
    with files[0].open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    run = asked(files, "--format", "jsonl")
    assert run.exit_code == 1
    assert len(lines(run)) == 3
    assert "posts.jsonl" in run.stderr


def test_no_queries_match_nothing(files: tuple[Path, Path]) -> None:
    files[0].write_text("", encoding="utf-8")
    assert asked(files).exit_code == 3


def test_markup_in_a_text_stays_text(files: tuple[Path, Path]) -> None:
    files[0].write_text(json.dumps({"id": "m", "text": "[red]flower \u202e blooms"}) + "\n")
    assert "[red]flower ‹U+202E›" in asked(files).stdout


def test_help_shows_examples() -> None:
    run = CliRunner().invoke(furphy, ["match", "--help"])
    assert "--against checked-claims.jsonl" in run.stdout
