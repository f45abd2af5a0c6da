"""Files that are handed on."""

import json
from collections.abc import Iterator

import pytest
from desked import rumour_desk

from furphy.errors import InputError
from furphy.web import handing, traced
from furphy.web.desk import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with rumour_desk(tmp_path_factory.mktemp("desk")) as found:
        yield found


def made(desk: Desk, form: str, claim: str | None = None) -> handing.Handover:
    number = handing.ask_for(desk.state, "koval", form, claim)
    assert handing.waiting(desk.state) == number
    handing.hand_on(desk.where, str(desk.state.path), number)
    found = handing.handover(desk.state, number)
    assert found is not None
    return found


def test_a_file_of_the_case_is_made_and_found(desk: Desk) -> None:
    found = made(desk, "geojson")
    assert (found.state, found.name, found.who) == ("done", "geojson-case.json", "koval")
    path = handing.file_of(desk.state, found.number)
    assert path is not None
    assert json.loads(path.read_text(encoding="utf-8"))["type"] == "FeatureCollection"


def test_a_file_of_what_one_document_alone_tells_is_made(desk: Desk) -> None:
    every = traced.claims(desk.state, 0, 100, traced.Wanted(alone=True))
    name = next(each.id for each in every if each.documents == 1)
    found = made(desk, "stix", name)
    assert found.state == "done"
    assert found.name == f"stix-{name[:8]}.json"


def test_what_cannot_be_made_says_why_and_leaves_no_file(desk: Desk) -> None:
    found = made(desk, "prov", "f" * 32)
    assert found.state == "failed"
    assert "no claim has this id" in (found.reason or "")
    assert handing.file_of(desk.state, found.number) is None
    assert not [*handing.folder_of(desk.state).glob("*.part")]


@pytest.mark.parametrize(
    ("form", "claim", "says"),
    [
        pytest.param("pdf", None, "is none of", id="unknown format"),
        pytest.param("bundle", None, "say which", id="bundle of all"),
        pytest.param("jsonl", "c" * 32, "not by claim", id="readings of a claim"),
    ],
)
def test_what_makes_no_sense_is_not_queued(
    desk: Desk, form: str, claim: str | None, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        handing.ask_for(desk.state, "koval", form, claim)
    assert handing.waiting(desk.state) is None


def test_what_was_broken_off_is_made_again_and_what_is_done_stays(desk: Desk) -> None:
    done = made(desk, "misp").number
    number = handing.ask_for(desk.state, "koval", "ftm", None)
    with desk.state.writing() as connection:
        connection.execute("UPDATE handover SET state = 'running' WHERE number = ?", (number,))
    handing.requeue_broken_off(desk.state)
    assert handing.waiting(desk.state) == number
    handing.fail(desk.state, number, "put down")
    handing.fail(desk.state, done, "too late")
    told = {each.number: each.state for each in handing.handovers(desk.state)}
    assert (told[number], told[done]) == ("failed", "done")


def test_only_the_last_files_are_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing, "KEPT", 1)
    first, last = made(desk, "misp"), made(desk, "misp")
    assert handing.file_of(desk.state, first.number) is None
    assert handing.file_of(desk.state, last.number) is not None
