"""Judging what stands in for assertions where a language is not read."""

import json
from pathlib import Path

import pytest
from stored import add
from unread import FIRST, OTHER, finnish

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.desk import claiming, judging, signing
from furphy.desk.exporting import exported
from furphy.errors import BadJudgement
from furphy.model.account import Account


@pytest.fixture
def where(tmp_path: Path) -> str:
    case = str(tmp_path / "case.furphy")
    book = Casebook.create_or_open(case)
    add(book, finnish("sanomat", FIRST), finnish("uutiset", OTHER))
    book.close()
    return case


def accounts(where: str) -> dict[str, Account]:
    return {each.text: each for each in claiming.claims(where, all_of_them=True).accounts}


def test_they_are_joined_and_parted_and_stay_so(where: str) -> None:
    found = accounts(where)
    one, other = (found[text].variants[0].id for text in (FIRST, OTHER))
    joined = judging.judge(where, judging.Opinion("merge", [one[:10], other], "Koval", "same"))
    assert joined.subjects == (one, other)
    (account,) = accounts(where).values()
    assert {each.id for each in account.variants} == {one, other}
    judging.judge(where, judging.Opinion("withdraw", [joined.id], "Koval", "mistook it"))
    assert {each.variants[0].id for each in accounts(where).values()} == {one, other}
    (told_of, _) = judging.listed(where, [one[:10]])
    assert told_of["state"] == "withdrawn"


def test_a_verdict_and_a_grade_stand_on_them_after_tracing_again(where: str) -> None:
    claim = accounts(where)[FIRST].id
    signing.sign(where, claim, {"rating": "Unproven"}, by="Koval", because="no picture")
    signing.grade(where, claim, "4", by="Koval", because="nobody else has it")
    again = accounts(where)[FIRST]
    assert [each.rating for each in again.verdicts] == ["Unproven"]
    assert [each.value.value for each in again.grades] == ["4"]
    assert not accounts(where)[OTHER].verdicts


def test_judgements_on_them_are_taken_in_from_a_list(where: str) -> None:
    one = accounts(where)[FIRST].variants[0].id
    line = f'{{"kind": "answer", "subjects": ["{one}"], "value": "no", "by": "K", "because": "w"}}'
    assert judging.take_in(where, [line]).given == 1


def correct(  # noqa: PLR0913, PLR0917 - all that differs
    where: str, subject: str, field: str, value: Json, words: str | None = None, by: str = "Koval"
) -> None:
    judging.judge(
        where, judging.Opinion("correct", [subject], by, "as it reads", value, field, words)
    )


def told(where: str, text: str) -> tuple[claiming.Told, Account]:
    found = claiming.claims(where, all_of_them=True, as_judged=True)
    return found, next(each for each in found.accounts if each.text == text)


def test_who_says_them_and_how_firmly_is_what_people_say(where: str) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    correct(where, subject[:12], "holder", "Iryna Lys")
    correct(where, subject, "value", "CT-")
    _, account = told(where, FIRST)
    (variant,) = account.variants
    assert (variant.chain, variant.commitment, variant.denies) == (("Iryna Lys",), "CT-", True)
    assert variant.informant is not None
    assert account.behind.roots[0].informants == ("Iryna Lys",)
    assert account.timeline.status == "denied"
    # What was read stays as it is.
    (as_read,) = accounts(where)[FIRST].variants
    assert (as_read.chain, as_read.commitment, as_read.denies) == ((), None, False)


def test_the_holder_they_were_given_can_be_taken_away(where: str) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    correct(where, subject, "holder", "Iryna Lys")
    correct(where, subject, "holder", None, by="Hnat")
    _, account = told(where, FIRST)
    assert account.variants[0].chain == (None,)
    correct(where, subject, "holder", None)
    _, account = told(where, FIRST)
    assert account.variants[0].chain == ()


def test_how_firmly_is_unknown_where_people_differ(where: str) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    correct(where, subject, "value", "CT-")
    correct(where, subject, "value", "PS+", by="Hnat")
    found, account = told(where, FIRST)
    assert account.variants[0].commitment is None
    assert [each.is_disputed for each in found.said[subject]] == [True]


def test_a_place_of_theirs_is_on_the_map_with_who_put_it_there(where: str) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    before = {each.place.name for each in claiming.material(*told(where, FIRST)).places}
    here: Json = {"lat": 47.6, "lon": 35.7, "name": "Komyshuvakha"}
    correct(where, subject, "place", here, "Orihivia")
    material = claiming.material(*told(where, FIRST))
    (moved,) = (each for each in material.places if each.corrected_by)
    assert (moved.place.name, moved.written, moved.corrected_by) == (
        "Komyshuvakha",
        ("Orihivia",),
        ("Koval",),
    )
    assert len(material.places) == max(len(before), 1)
    (said,) = material.corrections
    assert (said.verdict.asked, said.verdict.words) == ("place", "Orihivia")
    correct(where, subject, "place", None, "Orihivia")
    assert claiming.material(*told(where, FIRST)).places == ()


def test_a_day_of_theirs_is_what_people_say(where: str) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    correct(where, subject, "time", "2024-03-12", "Vuonna 2024")
    found, _ = told(where, FIRST)
    (mine,) = (each for each in found.propositions if each.text == FIRST)
    assert ("2024-03-12", "2024-03-13") in [each.interval for each in mine.times]


def test_what_is_only_told_changes_nothing(where: str) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    _, before = told(where, FIRST)
    correct(where, subject, "quantity", "7", "seitsemän")
    correct(where, subject, "author-value", "PR+")
    found, account = told(where, FIRST)
    assert account == before
    assert [each.asked for each in found.said[subject]] == ["quantity", "author-value"]


def test_they_are_left_out_where_people_reject_them(where: str) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    judging.judge(where, judging.Opinion("answer", [subject], "Koval", "a title", "no"))
    found = claiming.claims(where, all_of_them=True, as_judged=True)
    assert FIRST not in {each.text for each in found.accounts}
    assert [each.id for each in found.rejected] == [subject]


def test_a_claim_traced_before_shows_what_people_say_of_them_by_now(where: str) -> None:
    found = claiming.claims(where, all_of_them=True)
    account = next(each for each in found.accounts if each.text == FIRST)
    before = claiming.material(found, account)
    subject = account.variants[0].id
    correct(where, subject, "place", {"lat": 1, "lon": 2, "name": "Here"}, "Konkan")
    correct(where, subject, "holder", "Iryna Lys")
    with Casebook.open(where) as book:
        after = claiming.corrected_now(book, before)
    assert {each.verdict.asked for each in after.corrections} == {"place", "holder"}
    assert after.places[-1].place.name == "Here"


def test_corrections_of_them_are_in_the_readings_that_are_handed_on(where: str) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    correct(where, subject, "holder", "Iryna Lys")
    correct(where, subject, "place", {"lat": 1, "lon": 2, "name": "Here"}, "Konkan")
    read = [json.loads(each) for each in exported(where, pytest.fail)]
    (sentence,) = (each for reading in read for each in reading.get("sentences", ()))
    assert (sentence["id"], sentence["text"]) == (subject, FIRST)
    (mine,) = (each["document"]["text"] for each in read if "sentences" in each)
    assert mine[slice(*sentence["span"])] == FIRST
    said = {each["asked"]: (each["value"], each["words"]) for each in sentence["judged"]}
    assert said["holder"] == ("Iryna Lys", None)
    assert said["place"] == ({"lat": 1, "lon": 2, "name": "Here"}, "Konkan")
    bare = [json.loads(each) for each in exported(where, pytest.fail, as_read=True)]
    assert not any("sentences" in each for each in bare)


@pytest.mark.parametrize(
    ("field", "value", "words", "trouble"),
    [
        pytest.param("place", "1,2", None, "say by its words which place is meant", id="no words"),
        pytest.param("place", "1,2", "Kyiv", "'Kyiv' does not stand in", id="other words"),
        pytest.param("holder", "A", "Konkan", "told apart by no words", id="needless words"),
        pytest.param("value", "sure", None, "is none of", id="no value"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    where: str, field: str, value: str, words: str | None, trouble: str
) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    with pytest.raises(BadJudgement, match=trouble):
        correct(where, subject, field, value, words)


def test_corrections_of_them_are_taken_in_from_a_list(where: str, tmp_path: Path) -> None:
    subject = accounts(where)[FIRST].variants[0].id
    correct(where, subject, "place", "47.6,35.7", "Konkan")
    lines = [json.dumps(each) for each in judging.listed(where)]
    other = str(tmp_path / "other.furphy")
    book = Casebook.create_or_open(other)
    add(book, finnish("sanomat", FIRST))
    book.close()
    assert judging.take_in(other, lines).given == 1
    assert [*judging.listed(other)] == [*judging.listed(where)]


def test_unknown_ids_are_refused(where: str) -> None:
    one = accounts(where)[FIRST].variants[0].id
    with pytest.raises(BadJudgement, match="nothing of this id"):
        judging.judge(where, judging.Opinion("merge", [one, "ffffffff"], "K", "w"))
    with pytest.raises(BadJudgement, match="only the fields of an assertion"):
        judging.judge(
            where, judging.Opinion("correct", [document_of(where)], "K", "w", "PR+", "value")
        )


def document_of(where: str) -> str:
    found = claiming.claims(where, all_of_them=True)
    return found.trace.readings[0].document.id
