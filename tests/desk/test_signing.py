import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rumours import rumours
from stored import clock, judge

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import Judgement, JudgementKind
from furphy.desk.claiming import Told, claims, material
from furphy.desk.exporting import FORMATS, Wanted, exported, handed_on
from furphy.desk.judging import listed, take_in
from furphy.desk.signing import grade, sign, source_named
from furphy.errors import InputError
from furphy.export.claims import trace_record
from furphy.export.dossier import page, terminal

SEEN = "nobody saw it"
RATED: dict[str, Json] = {"rating": "Not shown", "rating_value": 2, "worst": 1, "best": 5}


@pytest.fixture
def case(tmp_path: Path) -> str:
    where = str(tmp_path / "case.furphy")
    rumours(where).close()
    return where


def first(case: str) -> str:
    return claims(case).accounts[0].id


def shape(told: Told) -> list[object]:
    """Return all that is told of claims but what people signed."""
    found: list[object] = []
    for each in told.accounts:
        record = dict(trace_record(each, told.trace.documents, told.trace.readings))
        found.append({name: value for name, value in record.items() if name not in SIGNED})
    return found


SIGNED = ("verdicts", "grades")


def test_signing_changes_nothing_of_how_claims_are_grouped_and_traced(case: str) -> None:
    before = shape(claims(case, all_of_them=True))
    for each in [each.id for each in claims(case, all_of_them=True).accounts]:
        sign(case, each, RATED, by="Ada", because=SEEN)
        sign(case, each, {"rating": "True"}, by="Bo", because="photos")
        grade(case, each, "4", by="Ada", because=SEEN)
    grade(case, "Harbour News", "B", by="Ada", because=SEEN)
    assert shape(claims(case, all_of_them=True)) == before


def test_a_claim_shows_the_verdicts_on_any_of_its_assertions(case: str) -> None:
    given = sign(case, first(case), RATED, by="Ada", because=SEEN)
    told = claims(case)
    split = (told.accounts[0].variants[0].id, told.accounts[0].variants[-1].id)
    with Casebook.open(case) as book:
        judge(book, Judgement(JudgementKind.SPLIT, split, None, "A", "not the same", clock()))
    parts = [each for each in claims(case, all_of_them=True).accounts if each.verdicts]
    assert len(parts) > 1
    assert {verdict.id for each in parts for verdict in each.verdicts} == {given.id}


def test_a_verdict_keeps_the_words_in_which_the_claim_was_put(case: str) -> None:
    text = claims(case).accounts[0].text
    sign(case, first(case), RATED, by="Ada", because=SEEN)
    (found,) = claims(case).accounts[0].verdicts
    assert found.claim_reviewed == text


def test_json_terminal_and_dossier_tell_what_people_signed(case: str) -> None:
    sign(case, first(case), RATED, by="<b>Ada</b>\u202e", because="nobody saw it")
    grade(case, first(case), "6", by="Ada", because=SEEN)
    grade(case, "Harbour News", "B", by="Ada", because=SEEN)
    told = claims(case)
    account = told.accounts[0]
    record = trace_record(account, told.trace.documents, told.trace.readings)
    assert [(each["rating"], each["best"]) for each in record["verdicts"]] == [("Not shown", 5)]
    assert [(each["scheme"], each["value"]) for each in record["grades"]] == [
        ("admiralty", "6"),
        ("admiralty", "B"),
    ]
    console = Console(record=True, width=200, file=StringIO())
    terminal.show(material(told, account), console)
    text = console.export_text()
    assert "“Not shown” (2 on a scale from 1 to 5), signed by <b>Ada</b>" in text
    assert "reliability of Harbour News: B (Admiralty), set by Ada" in text
    html = page.render(material(told, account))
    assert "credibility: 6 (Admiralty), set by Ada" in html
    assert "<b>Ada</b>" not in html
    assert "\u202e" not in html


def test_they_can_be_listed_and_taken_in_elsewhere(case: str, tmp_path: Path) -> None:
    sign(case, first(case), RATED, by="Ada", because=SEEN)
    grade(case, "Harbour News", "B", by="Ada", because=SEEN)
    lines = [json.dumps(each) for each in listed(case)]
    other = str(tmp_path / "other.furphy")
    rumours(other).close()
    assert take_in(other, lines).given == 2
    assert [*listed(other)] == [*listed(case)]
    assert claims(other).accounts[0].verdicts == claims(case).accounts[0].verdicts


def test_readings_are_exported_with_them(case: str) -> None:
    sign(case, first(case), RATED, by="Ada", because=SEEN)
    found = [json.loads(line) for line in exported(case, lambda _: None)]
    asked = {
        ruling["asked"]
        for each in found
        for assertion in each["assertions"]
        for ruling in assertion.get("judged", ())
    }
    assert asked == {"verdict"}


@pytest.mark.parametrize("form", [*FORMATS])
def test_every_format_is_written_the_same_again_and_entered(case: str, form: str) -> None:
    sign(case, first(case), RATED, by="Ada", because=SEEN)
    wanted = Wanted(form, first(case))
    once = "".join(handed_on(case, wanted, lambda _: None))
    assert "".join(handed_on(case, wanted, lambda _: None)) == once
    assert once or form == "plover"


def test_a_source_is_named_by_its_id_or_its_name(case: str) -> None:
    name = source_named(case, "harbour news")
    assert source_named(case, name[:6]) == name
    with pytest.raises(InputError, match="no source has this name"):
        source_named(case, "Nobody's Paper")
