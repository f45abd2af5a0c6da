import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from stored import add, assertion_id, dry, flooded

from furphy.casebook.casebook import Casebook
from furphy.cli import furphy
from furphy.cli.exit import Exit

DAM = "The dam above the town burst at dawn"
ADA = ("--by", "Ada", "--because", "I was there")
BO = ("--by", "Bo", "--because", "I was not")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    with Casebook.create_or_open(str(tmp_path / "case.furphy")) as book:
        add(book, flooded(), dry())
        yield book


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(furphy, ["judge", *arguments], input=given)


def listed(book: Casebook, *ids: str) -> list[dict[str, Any]]:
    lines = run("list", book.where, *ids, "--format", "jsonl").stdout.splitlines()
    return [json.loads(each) for each in lines]


def claim(book: Casebook) -> str:
    found = CliRunner().invoke(furphy, ["claims", book.where, "--all", "--format", "jsonl"])
    rows = [json.loads(each) for each in found.stdout.splitlines()]
    return str(next(each["id"] for each in rows if "dam" in each["text"].lower()))


def test_a_verdict_is_signed_on_a_claim_and_listed(book: Casebook) -> None:
    scale = ("--value", "2", "--worst", "1", "--best", "5", "--url", "https://desk.test/1")
    signed = run("verdict", book.where, claim(book)[:8], "--rating", "Not shown", *scale, *ADA)
    assert signed.exit_code == Exit.ALL_READ, signed.stderr
    (told,) = listed(book)
    assert (told["id"], told["kind"], told["state"]) == (
        signed.stdout.strip(),
        "verdict",
        "standing",
    )
    assert told["value"]["rating_value"] == 2
    assert '"rating": "Not shown"' in run("list", book.where).stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(("--value", "2"), "all three of them or none", id="a number alone"),
        pytest.param(("--url", "file:///etc/passwd"), "no address", id="a file"),
    ],
)
def test_a_verdict_that_makes_no_sense_is_refused(
    book: Casebook, options: tuple[str, ...], words: str
) -> None:
    found = run("verdict", book.where, claim(book), "--rating", "x", *options, *ADA)
    assert (found.exit_code, words in found.stderr) == (Exit.NOTHING_READ, True)
    assert listed(book) == []


def test_grades_are_set_on_sources_and_claims(book: Casebook) -> None:
    letter = run("grade", book.where, "the regional water board", "b", *ADA)
    digit = run("grade", book.where, claim(book), "6", *ADA)
    assert (letter.exit_code, digit.exit_code) == (Exit.ALL_READ, Exit.ALL_READ)
    assert [each["value"] for each in listed(book)] == ["B", "6"]
    shown = CliRunner().invoke(furphy, ["sources", book.where]).stdout
    assert "     graded B  Ada on " in shown
    rows = CliRunner().invoke(furphy, ["sources", book.where, "--format", "jsonl"]).stdout
    letters = {each["name"]: each.get("letter") for each in map(json.loads, rows.splitlines())}
    assert letters["the regional water board"] == "B"
    assert letters["Bulletin"] is None


def test_a_source_that_is_not_there_cannot_be_graded(book: Casebook) -> None:
    found = run("grade", book.where, "nobody", "B", *ADA)
    assert (found.exit_code, "no source has this name" in found.stderr) == (3, True)


def test_who_judges_and_why_is_asked_for(book: Casebook) -> None:
    found = run("yes", book.where, assertion_id(book, DAM), "--by", "Ada")
    assert found.exit_code == Exit.MISUSED
    assert "--because" in found.stderr


def test_people_differ_and_settle_it(book: Casebook) -> None:
    subject = assertion_id(book, DAM)
    run("yes", book.where, subject, *ADA)
    second = run("no", book.where, subject[:9], *BO).stdout.strip()
    assert [each["state"] for each in listed(book, subject)] == ["disputed", "disputed"]
    shown = run("list", book.where).stdout.splitlines()
    assert [line.split()[1:3] for line in shown] == [["disputed", "yes"], ["disputed", "no"]]
    run("withdraw", book.where, second[:9], "--by", "Bo", "--because", "mistook the town")
    states = [each.get("state") for each in listed(book, subject)]
    assert states == ["standing", "withdrawn", None]
    assert "(withdrawn by Bo, " in run("list", book.where).stdout


@pytest.mark.parametrize(
    ("arguments", "kind", "value"),
    [
        pytest.param(("unsure", DAM), "answer", "unsure", id="unsure"),
        pytest.param(("relabel", DAM, "opinion"), "relabel", "opinion", id="relabel"),
        pytest.param(("merge", DAM, "The road is closed"), "merge", None, id="merge"),
        pytest.param(("split", DAM, "The road is closed"), "split", None, id="split"),
        pytest.param(("correct", DAM, "value=PS+"), "correct", "PS+", id="value"),
        pytest.param(
            ("correct", DAM, "place=-47.5,35"), "correct", {"lat": -47.5, "lon": 35}, id="place"
        ),
    ],
)
def test_each_kind_of_judgement_can_be_given(
    book: Casebook, arguments: tuple[str, ...], kind: str, value: object
) -> None:
    command, *rest = arguments
    spelt = [assertion_id(book, each) if each[0].isupper() else each for each in rest]
    found = run(command, book.where, *spelt, *ADA)
    assert found.exit_code == Exit.ALL_READ, found.stderr
    (told,) = listed(book)
    assert (told["id"], told["kind"], told["value"]) == (found.stdout.strip(), kind, value)


def test_a_list_taken_into_another_casebook_gives_the_same(book: Casebook, tmp_path: Path) -> None:
    subject = assertion_id(book, DAM)
    first = run("yes", book.where, subject, *ADA).stdout.strip()
    run("correct", book.where, subject, "time=2024-03-14", "--words", "dawn", *BO)
    run("withdraw", book.where, first, *BO)
    lines = run("list", book.where, "--format", "jsonl").stdout
    where = str(tmp_path / "other.furphy")
    with Casebook.create_or_open(where) as other:
        add(other, dry(), flooded())
        told = run("add", where, "-", given=lines)
        assert told.stdout == "3 judgements taken in, 0 known before\n"
        assert run("list", where, "--format", "jsonl").stdout == lines
        told = run("add", where, "-", given=lines)
        assert told.stdout == "0 judgements taken in, 3 known before\n"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param("{", "line 2: no JSON", id="no-json"),
        pytest.param("[]", "line 2: not an object", id="no-object"),
        pytest.param('{"kind": "guess", "subjects": []}', "line 2: 'guess'", id="kind"),
        pytest.param('{"kind": "answer"}', "line 2: subjects are a list", id="no-subjects"),
        pytest.param('{"verdict": "true"}', "line 2: not an object", id="other-member"),
        pytest.param('{"kind": "answer", "subjects": [], "by": 1}', "are texts", id="no-text"),
        pytest.param(
            '{"kind": "answer", "subjects": ["feed"], "by": "A", "because": "b", "value": "no"}',
            "line 2: feed: there is nothing",
            id="unknown",
        ),
    ],
)
def test_a_bad_line_is_told_and_nothing_is_taken_in(
    book: Casebook, line: str, complaint: str
) -> None:
    good = {"kind": "answer", "subjects": [assertion_id(book, DAM)], "value": "yes"}
    first = json.dumps(good | {"by": "Ada", "because": "so"})
    found = run("add", book.where, "-", given=f"{first}\n{line}\n")
    assert found.exit_code == Exit.NOTHING_READ
    assert complaint in found.stderr
    assert listed(book) == []


def test_what_cannot_be_judged_is_told(book: Casebook, tmp_path: Path) -> None:
    found = run("yes", book.where, "feedbeef", *ADA)
    assert (found.exit_code, "nothing of this id" in found.stderr) == (Exit.NOTHING_READ, True)
    found = run("correct", book.where, "feedbeef", "colour=red", *ADA)
    assert (found.exit_code, "not FIELD=VALUE" in found.stderr) == (Exit.MISUSED, True)
    found = run("list", str(tmp_path / "none.furphy"))
    assert (found.exit_code, "no such casebook" in found.stderr) == (Exit.NOTHING_READ, True)
