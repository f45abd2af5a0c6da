"""Files that are handed on: asked for, made, kept for a while, and told of where they fail."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from desked import browser, copied_desk

from furphy.desk import exporting
from furphy.errors import InputError
from furphy.web import handing, traced
from furphy.web.desk import Desk


@pytest.fixture
def desk(traced_rumours: Path, tmp_path: Path) -> Iterator[Desk]:
    with copied_desk(traced_rumours, tmp_path) as found:
        yield found


def claim_of(desk: Desk) -> str:
    with desk.state.reading() as connection:
        return str(connection.execute("SELECT id FROM claim ORDER BY rank").fetchone()[0])


def made(desk: Desk, form: str, claim: str | None = None) -> handing.Handover:
    number = handing.ask_for(desk.state, "koval", form, claim)
    handing.hand_on(desk.where, str(desk.state.path), number)
    found = handing.handover(desk.state, number)
    assert found is not None
    return found


def written(desk: Desk, number: int) -> Path:
    found = handing.file_of(desk.state, number)
    assert found is not None
    return found


def pieces(desk: Desk, found: handing.Handover) -> list[str]:
    """Return the JSON texts that a file holds."""
    text = written(desk, found.number).read_text(encoding="utf-8")
    return text.splitlines() if found.name.endswith(".jsonl") else [text]


@pytest.mark.parametrize("form", [each for each in handing.FORMS if each != handing.BUNDLE])
def test_a_case_is_handed_on_in_every_form(desk: Desk, form: str) -> None:
    found = made(desk, form)
    assert (found.state, found.reason, found.claim) == ("done", None, None)
    # Nothing in these reports is an event that PLOVER codes.
    assert bool(pieces(desk, found)) is (form != "plover")
    assert all(json.loads(each) for each in pieces(desk, found))


@pytest.mark.parametrize("form", [each for each in exporting.FORMATS if each != "plover"])
def test_a_claim_is_handed_on_in_every_form(desk: Desk, form: str) -> None:
    claim = claim_of(desk)
    found = made(desk, form, claim)
    assert (found.state, found.reason) == ("done", None)
    assert found.name.startswith(f"{form}-{claim[:8]}.")
    assert all(json.loads(each) for each in pieces(desk, found))
    assert pieces(desk, found)


@pytest.mark.parametrize("form", [each for each in exporting.FORMATS if each != "misp"])
def test_what_one_document_alone_tells_is_handed_on_from_its_page(desk: Desk, form: str) -> None:
    found = traced.claims(desk.state, 0, 100, traced.Wanted(alone=True))
    claim = next(each for each in found if each.documents == 1)
    who = browser(desk)
    who.get(f"/claims/{claim.id}")
    who.send("/exports", {**who.form("Make the file"), "format": form})
    assert (who.status, "The file is being made." in who.page) == (200, True)
    (asked,) = handing.handovers(desk.state)
    assert (asked.claim, asked.form) == (claim.id, form)
    handing.hand_on(desk.where, str(desk.state.path), asked.number)
    answer = who.client.get(f"/exports/{asked.number}")
    assert answer.status_code == 200
    if form != "plover":
        assert claim.text in answer.text or claim.id in answer.text


@pytest.mark.parametrize(
    ("form", "claim", "told"),
    [
        ("docx", None, "docx is none of"),
        ("bundle", None, "say which"),
        ("jsonl", "ffff", "not by claim"),
    ],
    ids=["no such form", "bundle of a case", "readings of a claim"],
)
def test_what_makes_no_sense_is_not_queued(
    desk: Desk, form: str, claim: str | None, told: str
) -> None:
    with pytest.raises(InputError, match=told):
        handing.ask_for(desk.state, "koval", form, claim)
    assert handing.handovers(desk.state) == []


@pytest.mark.parametrize("form", handing.OF_A_CLAIM)
def test_a_claim_that_is_not_there_fails_and_leaves_no_file(desk: Desk, form: str) -> None:
    found = made(desk, form, "ffff0000")
    assert found.state == "failed"
    assert "no claim has this id" in str(found.reason)
    assert handing.file_of(desk.state, found.number) is None
    assert [*handing.folder_of(desk.state).iterdir()] == []


def test_a_folder_that_cannot_be_made_is_told(desk: Desk) -> None:
    handing.folder_of(desk.state).write_text("a file lies here")
    found = made(desk, handing.READINGS)
    assert (found.state, bool(found.reason)) == ("failed", True)


def test_files_are_made_in_the_order_they_were_asked_for(desk: Desk) -> None:
    numbers = [handing.ask_for(desk.state, "koval", "jsonl", None) for _ in range(3)]
    assert handing.waiting(desk.state) == numbers[0]
    handing.fail(desk.state, numbers[0], "so")
    assert handing.waiting(desk.state) == numbers[1]
    listed = handing.handovers(desk.state, limit=2)
    assert [each.number for each in listed] == [numbers[2], numbers[1]]
    (first,) = handing.handovers(desk.state, before=listed[-1].number)
    assert (first.number, first.state, first.reason) == (numbers[0], "failed", "so")
    assert handing.handover(desk.state, 99) is None


def test_what_was_broken_off_is_made_after_all(desk: Desk) -> None:
    number = handing.ask_for(desk.state, "koval", "jsonl", None)
    with desk.state.writing() as connection:
        connection.execute("UPDATE handover SET state = 'running'")
    assert handing.waiting(desk.state) is None
    folder = handing.folder_of(desk.state)
    folder.mkdir()
    (folder / f"{number}.part").write_text("half")
    handing.requeue_broken_off(desk.state)
    assert handing.waiting(desk.state) == number
    handing.hand_on(desk.where, str(desk.state.path), number)
    assert [each.name for each in folder.iterdir()] == [str(number)]
    assert "half" not in written(desk, number).read_text(encoding="utf-8")


def test_a_file_that_is_done_does_not_fail_any_more(desk: Desk) -> None:
    found = made(desk, handing.READINGS)
    handing.fail(desk.state, found.number, "too late")
    assert handing.handover(desk.state, found.number) == found


def test_old_files_give_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing, "KEPT", 2)
    numbers = [made(desk, handing.READINGS).number for _ in range(3)]
    kept = [handing.file_of(desk.state, each) is not None for each in numbers]
    assert kept == [False, True, True]
    who = browser(desk)
    who.get(f"/exports/{numbers[0]}")
    assert who.status == 404
    who.get(f"/exports/{numbers[2]}")
    assert who.status == 200
    assert "attachment" in who.headers["content-disposition"]
