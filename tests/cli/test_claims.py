import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from judging import corrected, give
from rumours import HOSTILE, rumours
from stored import answer

from furphy.casebook.casebook import Casebook
from furphy.cli import furphy


@pytest.fixture
def case(tmp_path: Path) -> str:
    where = str(tmp_path / "case.furphy")
    rumours(where).close()
    return where


def asked(*arguments: str) -> Result:
    return CliRunner().invoke(furphy, [*arguments])


def listed(case: str, *more: str) -> list[dict[str, Any]]:
    run = asked("claims", case, "--format", "jsonl", *more)
    assert run.exit_code == 0, run.stderr
    return [json.loads(each) for each in run.stdout.splitlines()]


def test_claims_are_listed_as_the_public_json_has_them(case: str) -> None:
    claim = listed(case)[0]
    assert claim["origins"] == {"low": 3, "best": 3, "high": 4}
    assert (claim["documents"], claim["outlets"], claim["status"]) == (7, 6, "disputed")
    assert claim["first_seen"] == "2024-03-12T08:00:00Z"
    assert {each["document"] for each in claim["assertions"]} >= {"bulletin", "harbour", "late"}
    assert all(isinstance(each["assertion"], int) for each in claim["assertions"])
    assert {each["kind"] for each in claim["contradictions"]} == {"number", "polarity"}


def test_claims_are_shown_to_people(case: str) -> None:
    text = asked("claims", case).stdout
    assert "3 origins (3 to 4) · 6 outlets · 7 documents" in text
    assert "back after a silence" in text


@pytest.mark.parametrize("form", ["csv", "json"])
def test_claims_are_written_as_tables_and_lists(case: str, form: str) -> None:
    run = asked("claims", case, "--format", form)
    assert (run.exit_code, "disputed" in run.stdout) == (0, True)


def judged(case: str) -> dict[str, str]:
    """Reject the copy that came late, correct who says it in the first; return ids by documents."""
    ids = {each["document"]: each["id"] for each in listed(case)[0]["assertions"]}
    with Casebook.open(case) as book:
        give(book, answer(ids["late"], "no"), corrected(ids["bulletin"], "holder", "Iryna Lys"))
    return ids


def test_claims_tell_what_people_say_with_who_says_so(case: str) -> None:
    before = listed(case)[0]
    ids = judged(case)
    claim = listed(case)[0]
    assert claim["id"] == before["id"]
    assert (claim["documents"], claim.get("recycled")) == (before["documents"] - 1, None)
    told = {each["document"]: each.get("judged") for each in claim["assertions"]}
    assert "late" not in told
    (said,) = told["bulletin"]
    assert (said["asked"], said["value"], said["original"]) == (
        "holder",
        "Iryna Lys",
        "Maria Koval",
    )
    assert [each["by"] for each in said["judgements"]] == ["Ada"]
    assert told["copy-1"] is None
    (left_out,) = claim["rejected"]
    assert (left_out["document"], left_out["id"]) == ("late", ids["late"])
    assert left_out["judged"][0]["judgements"][0]["because"] == "as the text says"
    text = asked("claims", case).stdout
    assert "judged by Ada (1 assertion)" in text
    assert "left out by A. Analyst (1 assertion)" in text


def test_a_trace_tells_what_people_say_beside_what_was_read(case: str) -> None:
    judged(case)
    name = listed(case)[0]["id"]
    traced = json.loads(asked("trace", case, name, "--format", "json").stdout)
    first = next(each for each in traced["assertions"] if each["document"] == "bulletin")
    assert (first["holder"], first["judged"][0]["original"]) == ("Iryna Lys", "Maria Koval")
    assert [each["document"] for each in traced["rejected"]] == ["late"]
    assert "late" not in {each["document"] for each in traced["stemma"]["nodes"]}
    tree = " ".join(asked("trace", case, name).stdout.split())
    assert "who says so: Iryna Lys (furphy: Maria Koval); Ada," in tree
    assert "LEFT OUT, SINCE PEOPLE REJECT IT" in tree
    assert "it is so: no; A. Analyst, 2024-03-14: as the text says" in tree


def test_what_was_read_is_told_when_asked_for(case: str, tmp_path: Path) -> None:
    before = listed(case)
    name = before[0]["id"]
    traced = asked("trace", case, name, "--format", "json").stdout
    page = tmp_path / "page.html"
    asked("trace", case, name, "--html", str(page))
    dossier = page.read_bytes()
    judged(case)
    assert listed(case, "--as-read") == before
    assert asked("trace", case, name, "--format", "json", "--as-read").stdout == traced
    asked("trace", case, name, "--html", str(page), "--as-read")
    assert page.read_bytes() == dossier
    asked("trace", case, name, "--html", str(page))
    assert "Left out, since people reject it" in page.read_text(encoding="utf-8")


def test_a_claim_of_which_all_is_rejected_is_listed_no_more(case: str) -> None:
    (alone,) = (each for each in listed(case, "--all") if "eleven" in each["text"])
    with Casebook.open(case) as book:
        give(book, answer(alone["assertions"][0]["id"], "no"))
    assert alone["id"] not in {each["id"] for each in listed(case, "--all")}
    run = asked("trace", case, alone["id"])
    assert (run.exit_code, "people reject every assertion" in run.stderr) == (3, True)
    # Nor does it contradict anything any more.
    kinds = {each["kind"] for each in listed(case)[0]["contradictions"]}
    assert kinds == {"polarity"}


def test_what_one_document_alone_says_comes_with_all(case: str) -> None:
    assert len(listed(case, "--all")) > len(listed(case))


def test_a_claim_is_traced_as_json(case: str) -> None:
    name = listed(case)[0]["id"]
    run = asked("trace", case, name[:8], "--format", "json")
    traced = json.loads(run.stdout)
    assert traced["id"] == name
    assert {each["document"] for each in traced["stemma"]["nodes"]} >= {"bulletin", "undated"}
    assert {"from", "to", "kind", "score", "because"} <= set(traced["stemma"]["edges"][0])
    assert len(traced["origin_roots"]) == 3
    assert all(each["because"] for each in traced["origin_roots"])
    assert [each["value"] for each in traced["timeline"]] == ["denied", "confirmed"]
    assert traced["recycled"][0]["silence_days"] > 200


def test_a_claim_is_traced_as_a_tree(case: str) -> None:
    run = asked("trace", case, listed(case)[0]["id"])
    assert run.exit_code == 0
    assert "3 independent origins (from 3 to 4)" in run.stdout
    assert "└──" in run.stdout
    assert "\x1b" not in run.stdout
    assert "\u202e" not in run.stdout


def test_a_dossier_is_written(case: str, tmp_path: Path) -> None:
    page = tmp_path / "dossier.html"
    run = asked("trace", case, listed(case)[0]["id"][:6], "--html", str(page))
    assert (run.exit_code, run.stdout) == (0, "")
    assert f"wrote {page}" in run.stderr
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;alert(" in text
    assert HOSTILE not in text


@pytest.mark.parametrize("name", ["ffffffff", "x", ""], ids=["unknown", "no id", "nothing"])
def test_an_unknown_claim_is_told_and_leaves_with_3(case: str, name: str) -> None:
    run = asked("trace", case, name)
    assert run.exit_code == 3
    assert "no claim has this id" in run.stderr


def test_an_empty_casebook_is_told(tmp_path: Path) -> None:
    where = str(tmp_path / "empty.furphy")
    Casebook.create_or_open(where).close()
    run = asked("claims", where)
    assert (run.exit_code, run.stdout) == (0, "")
    assert "nothing of that" in run.stderr
    assert asked("trace", where, "abcd").exit_code == 3


def test_no_casebook_leaves_with_3(tmp_path: Path) -> None:
    assert asked("claims", str(tmp_path / "none")).exit_code == 3
