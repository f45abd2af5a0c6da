"""What people judge is told at once, and as the trace that follows tells it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desked import browser, copied_desk, desk_of
from judging import corrected, give, withdrawn
from served import wait_until
from stored import add, answer
from unread import FIRST, OTHER, finnish

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import Judgement
from furphy.desk import judging
from furphy.desk.judging import Opinion
from furphy.export.claims import trace_record
from furphy.export.dossier.sparing import packed_document
from furphy.model.account import Account
from furphy.web import traced, tracer
from furphy.web.claimed import claimed
from furphy.web.desk import Desk
from furphy.web.retelling import retell


@pytest.fixture
def desk(traced_rumours: Path, tmp_path: Path) -> Iterator[Desk]:
    with copied_desk(traced_rumours, tmp_path) as found:
        yield found


def whole(desk: Desk) -> dict[str, tuple[traced.Brief, dict[str, Any]]]:
    """Return all that is told of each claim, but its place in the list."""
    found = {}
    for brief in traced.claims(desk.state, 0, 1000, traced.Wanted(alone=True)):
        told = claimed(desk, brief.id)
        assert told is not None
        material = told[1]
        record = {**trace_record(material.account, material.documents, material.readings)}
        # How many documents tell what may be the same comes with the trace.
        record.pop("kindred", None)
        found[brief.id] = (replace(brief, rank=0, since=0, proposals=0), record)
    return found


def largest(desk: Desk) -> Account:
    (brief,) = traced.claims(desk.state, 0, 1)
    found = claimed(desk, brief.id)
    assert found is not None
    return found[1].account


def eleven(desk: Desk) -> Account:
    for brief in traced.claims(desk.state, 0, 100, traced.Wanted(alone=True)):
        if "eleven" in brief.text:
            found = claimed(desk, brief.id)
            assert found is not None
            return found[1].account
    raise AssertionError


def first_of(account: Account) -> str:
    return account.variants[0].id


def last_of(account: Account) -> str:
    return account.variants[-1].id


def all_but_one(desk: Desk) -> list[Judgement]:
    return [answer(each.id, "no") for each in largest(desk).variants[1:]]


_HERE: Json = {"lat": 1, "lon": 2, "name": "Here"}
_GIVEN: dict[str, Callable[[Desk], list[Judgement]]] = {
    "the first is rejected": lambda desk: [answer(first_of(largest(desk)), "no")],
    "the last is rejected": lambda desk: [answer(last_of(largest(desk)), "no")],
    "all but one are rejected": all_but_one,
    "all of a claim is rejected": lambda desk: [answer(first_of(eleven(desk)), "no")],
    "it is denied": lambda desk: [corrected(last_of(largest(desk)), "value", "CT-")],
    "another says so": lambda desk: [corrected(first_of(largest(desk)), "holder", "Olena Drahan")],
    "people differ": lambda desk: [
        corrected(first_of(largest(desk)), "value", "PS+"),
        corrected(first_of(largest(desk)), "value", "CT-", by="Bo"),
    ],
}


@pytest.mark.parametrize("given", [pytest.param(v, id=k) for k, v in _GIVEN.items()])
def test_it_is_told_at_once_as_the_next_trace_tells_it(
    desk: Desk, given: Callable[[Desk], list[Judgement]]
) -> None:
    before = whole(desk)
    give(desk.book, *given(desk))
    assert retell(desk.book, desk.state)
    at_once = whole(desk)
    tracer.trace(desk.where, str(desk.state.path))
    assert at_once == whole(desk)
    assert at_once != before


def test_a_place_that_people_give_is_on_its_map_at_once(desk: Desk) -> None:
    account = largest(desk)
    give(desk.book, corrected(first_of(account), "place", _HERE, "Orikhiv"))
    retell(desk.book, desk.state)
    at_once = claimed(desk, account.id)
    tracer.trace(desk.where, str(desk.state.path))
    after = claimed(desk, account.id)
    assert at_once is not None
    assert after is not None
    assert "Here" in {each.place.name for each in at_once[1].places}
    assert at_once[1].places == after[1].places


def test_what_is_taken_back_is_as_before(desk: Desk) -> None:
    before = whole(desk)
    no = [answer(each, "no") for each in (first_of(eleven(desk)), last_of(largest(desk)))]
    give(desk.book, *no)
    retell(desk.book, desk.state)
    assert len(whole(desk)) == len(before) - 1
    give(desk.book, *map(withdrawn, no))
    retell(desk.book, desk.state)
    assert whole(desk) == before


def test_what_was_traced_as_rejected_comes_back_at_once(desk: Desk) -> None:
    account = largest(desk)
    before = whole(desk)[account.id][0].documents
    alike = [each for each in account.variants if each.document == account.documents[-1]]
    no = answer(alike[0].id, "no")
    give(desk.book, no)
    tracer.trace(desk.where, str(desk.state.path))
    assert traced.briefs(desk.state, [account.id])[account.id].documents == before - 1
    give(desk.book, withdrawn(no))
    retell(desk.book, desk.state)
    assert traced.briefs(desk.state, [account.id])[account.id].documents == before
    subject = alike[0].id
    assert traced.claim_with(desk.state, subject) == account.id


def test_lists_and_pages_tell_it(desk: Desk) -> None:
    gone = eleven(desk)
    who = browser(desk)
    assert f"/claims/{gone.id}" in who.get("/claims?alone=yes")
    give(desk.book, answer(first_of(gone), "no"))
    retell(desk.book, desk.state)
    assert f"/claims/{gone.id}" not in who.get("/claims?alone=yes")
    for address in (f"/claims/{gone.id}", f"/api/v1/claims/{gone.id}"):
        assert "People reject all that this claim was made of" in who.get(address)
        assert who.status == 404


def test_a_sentence_that_stands_in_is_told_anew_too(tmp_path: Path) -> None:
    where = str(tmp_path / "case.furphy")
    book = Casebook.create_or_open(where)
    add(book, finnish("sanomat", FIRST), finnish("uutiset", OTHER))
    book.close()
    with desk_of(where) as desk:
        (mine,) = (brief for brief, _ in whole(desk).values() if brief.text == FIRST)
        found = claimed(desk, mine.id)
        assert found is not None
        subject = first_of(found[1].account)
        for field, value in (("holder", "Iryna Lys"), ("value", "CT-")):
            told = Opinion("correct", [subject], "Ada", "as it reads", value, field)
            judging.judge(where, told)
        retell(desk.book, desk.state)
        at_once = whole(desk)
        assert at_once[mine.id][0].status == "denied"
        tracer.trace(desk.where, str(desk.state.path))
        assert at_once == whole(desk)


def test_a_claim_whose_documents_are_not_as_they_were_traced_waits_for_the_trace(
    desk: Desk,
) -> None:
    account = largest(desk)
    found = claimed(desk, account.id)
    assert found is not None
    before = whole(desk)
    give(desk.book, answer(last_of(account), "no"))
    with desk.state.writing() as connection:
        for each in account.documents:
            head = replace(found[1].documents[each], key=f"gone-{each}")
            data = packed_document(head, found[1].readings[each])
            connection.execute("UPDATE shown SET packed = ? WHERE number = ?", (data, each))
    retell(desk.book, desk.state)
    assert whole(desk)[account.id] == before[account.id]


def test_the_foreman_has_it_told_before_the_trace_that_follows(desk: Desk) -> None:
    account = largest(desk)
    before = desk.foreman.standing().serial
    desk.foreman.begin()
    try:
        give(desk.book, answer(last_of(account), "no"))
        desk.foreman.call()
        wait_until(lambda: largest(desk).rejected, 60)
        assert desk.foreman.standing().serial == before
        wait_until(lambda: not desk.foreman.standing().is_behind, 120)
        assert largest(desk).rejected
    finally:
        desk.foreman.close()


def test_where_nothing_was_judged_nothing_is_told_anew(desk: Desk) -> None:
    assert retell(desk.book, desk.state) == 0
