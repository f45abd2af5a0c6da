"""Judging what stands in for assertions where a language is not read."""

from pathlib import Path

import pytest
from stored import add
from unread import FIRST, OTHER, finnish

from furphy.casebook.casebook import Casebook
from furphy.desk import claiming, judging, signing
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


def test_their_fields_cannot_be_corrected_and_unknown_ids_are_refused(where: str) -> None:
    one = accounts(where)[FIRST].variants[0].id
    with pytest.raises(BadJudgement, match="only the fields of an assertion"):
        judging.judge(where, judging.Opinion("correct", [one], "K", "w", "PR+", "value"))
    with pytest.raises(BadJudgement, match="nothing of this id"):
        judging.judge(where, judging.Opinion("merge", [one, "ffffffff"], "K", "w"))
