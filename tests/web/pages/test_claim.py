"""The page of a claim, also of one that one document alone tells."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desked import browser, copied_desk, desk_of, rumour_desk
from judging import give, withdrawn
from rumours import bulletin, late
from stored import add, answer, judge
from unread import FIRST, OTHER, finnish

from furphy.casebook.casebook import Casebook
from furphy.desk import claiming, judging
from furphy.export.claims import trace_record
from furphy.export.dossier.packing import packed
from furphy.export.dossier.page import render
from furphy.model.account import Kindred
from furphy.web import traced, tracer
from furphy.web.claimed import claimed
from furphy.web.desk import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with rumour_desk(tmp_path_factory.mktemp("desk")) as found:
        yield found


@pytest.fixture
def written(traced_rumours: Path, tmp_path: Path) -> Iterator[Desk]:
    with copied_desk(traced_rumours, tmp_path) as found:
        yield found


def alone(desk: Desk) -> list[traced.Brief]:
    found = traced.claims(desk.state, 0, 100, traced.Wanted(alone=True))
    return [each for each in found if each.documents == 1]


def test_what_one_document_alone_tells_is_kept_as_the_command_line_has_it(desk: Desk) -> None:
    told = claiming.claims(desk.where, all_of_them=True)
    expected = {each.id: each for each in told.accounts if len(each.documents) == 1}
    assert expected
    assert {each.id for each in alone(desk)} == set(expected)
    assert any(each.counterclaims for each in expected.values())
    for name, account in expected.items():
        found = claimed(desk, name)
        assert found is not None
        _, material = found
        whole = claiming.material(told, account)
        assert trace_record(material.account, material.documents, material.readings) == (
            trace_record(account, whole.documents, whole.readings)
        )
        assert render(material) == render(whole)


def test_it_has_a_page_with_all_that_one_can_do(desk: Desk) -> None:
    who = browser(desk)
    for each in alone(desk):
        page = who.get(f"/claims/{each.id}")
        assert who.status == 200
        assert f"“{each.text[:40]}" in who.words()
        for part in ("sign a verdict", "origins", "Make the file", "Assertions"):
            assert part in page
        assert who.client.get(f"/claims/{each.id}/dossier").status_code == 200


def test_the_list_shows_such_claims_when_asked_and_goes_on_through_all(desk: Desk) -> None:
    who = browser(desk)
    mine = {each.id for each in alone(desk)}
    assert not mine & set(re.findall(r"/claims/(\w{32})", who.get("/claims")))
    assert mine <= set(re.findall(r"/claims/(\w{32})", who.get("/claims?alone=yes")))
    after, met = 0, list[str]()
    while True:
        answer = who.client.get(f"/api/v1/claims?alone=true&limit=1&after={after}").json()
        met += [each["id"] for each in answer["items"]]
        if answer["next"] is None:
            break
        after = answer["next"]
    assert len(met) == len(set(met))
    assert mine < set(met)


@pytest.mark.parametrize("asked", ["yes", "true", "1"])
def test_the_list_ticks_what_its_address_asks_for(desk: Desk, asked: str) -> None:
    page = browser(desk).get(f"/claims?alone={asked}")
    assert re.findall(r'name="(\w+)" value="yes" checked', page) == ["alone"]
    assert {each.id for each in alone(desk)} <= set(re.findall(r"/claims/(\w{32})", page))


@pytest.mark.parametrize(
    ("outlet", "shown"),
    [
        pytest.param(None, "late.html", id="no outlet: the name of the file"),
        pytest.param("Wire/Agency", "Wire/Agency", id="an outlet whole"),
    ],
)
def test_assertions_and_history_tell_whose_they_are(
    tmp_path: Path, outlet: str | None, shown: str
) -> None:
    where = str(tmp_path / "case.furphy")
    book = Casebook.create_or_open(where)
    last = late()
    kept = replace(last.document, key="/home/desk/in/late.html", outlet=outlet, url=None)
    add(book, bulletin(), replace(last, document=kept))
    book.close()
    with desk_of(where) as desk:
        (claim,) = traced.claims(desk.state, 0, 1)
        who = browser(desk)
        page = who.get(f"/claims/{claim.id}")
        assert f'<span class="quiet" dir="auto">{shown}</span>' in page
        assert "/home/desk" not in page
        found = claimed(desk, claim.id)
        assert found is not None
        give(desk.book, answer(found[1].account.variants[-1].id, "no"))
        page = who.get("/history")
        assert f'<span class="quiet" dir="auto">{shown}</span>' in page
        assert "/home/desk" not in page


def test_a_card_and_an_assertion_lead_to_it(desk: Desk) -> None:
    who = browser(desk)
    told = claiming.claims(desk.where, all_of_them=True)
    account = next(each for each in told.accounts if len(each.documents) == 1)
    variant = account.variants[0]
    document = told.trace.readings[variant.document].document
    assert f"/claims/{account.id}" in who.get(f"/documents/{document.id}")
    assert "no other document tells it" in who.page
    who.get(f"/assertions/{variant.id}/claim")
    assert f"“{account.text[:40]}" in who.words()
    assert who.client.get(f"/api/v1/claims/{variant.id}").json()["id"] == account.id


def test_a_verdict_on_it_is_kept_and_shown(written: Desk) -> None:
    who = browser(written)
    first = alone(written)[0]
    who.get(f"/claims/{first.id}")
    form = {
        **who.form("Grounds"),
        "rating": "Unproven",
        "by": "A. Analyst",
        "because": "no picture",
    }
    who.send("/judge", form)
    assert who.status == 200
    assert "Unproven" in who.words()
    assert [each["kind"] for each in judging.listed(written.where)] == ["verdict"]


def test_what_stands_in_for_assertions_is_signed_at_the_desk(tmp_path: Path) -> None:
    where = str(tmp_path / "case.furphy")
    book = Casebook.create_or_open(where)
    add(book, finnish("sanomat", FIRST), finnish("uutiset", OTHER))
    book.close()
    with desk_of(where) as desk:
        who = browser(desk)
        name = alone(desk)[0].id
        who.get(f"/claims/{name}")
        form = {**who.form("Grounds"), "rating": "Unproven", "by": "A. A.", "because": "no picture"}
        who.send("/judge", form)
        assert who.status == 200
        assert "Unproven" in who.words()


def rejected(desk: Desk, subject: str) -> None:
    judge(desk.book, answer(subject, "no"))
    tracer.trace(desk.where, str(desk.state.path))


def test_what_people_reject_is_left_out_of_counts_and_told(written: Desk) -> None:
    (before,) = traced.claims(written.state, 0, 1)
    found = claimed(written, before.id)
    assert found is not None
    late = found[1].account.variants[-1]
    rejected(written, late.id)
    after = traced.briefs(written.state, [before.id])[before.id]
    assert (after.documents, after.since) == (before.documents - 1, before.since)
    who = browser(written)
    page = who.get(f"/claims/{before.id}")
    assert "Left out, since people reject it" in page
    assert "it is so: no; A. Analyst, 2024-03-14: as the text says" in who.words()
    assert f"/documents/{found[1].readings[late.document].document.id}" in page
    answer_of_api = who.client.get(f"/api/v1/claims/{before.id}").json()
    assert [each["id"] for each in answer_of_api["rejected"]] == [late.id]
    assert answer_of_api["rejected"][0]["judged"][0]["value"] == "no"
    assert late.id not in {each["id"] for each in answer_of_api["assertions"]}


def test_what_was_rejected_and_taken_back_is_told_until_it_is_traced_again(written: Desk) -> None:
    (before,) = traced.claims(written.state, 0, 1)
    found = claimed(written, before.id)
    assert found is not None
    no = answer(found[1].account.variants[-1].id, "no")
    judge(written.book, no)
    tracer.trace(written.where, str(written.state.path))
    give(written.book, withdrawn(no))
    who = browser(written)
    assert "it was taken back since" in who.get(f"/claims/{before.id}")
    tracer.trace(written.where, str(written.state.path))
    assert "Left out, since" not in who.get(f"/claims/{before.id}")
    assert traced.briefs(written.state, [before.id])[before.id].documents == before.documents


def test_a_claim_of_which_all_is_rejected_says_so(written: Desk) -> None:
    (gone,) = (each for each in alone(written) if "eleven" in each.text)
    found = claimed(written, gone.id)
    assert found is not None
    subject = found[1].account.variants[0]
    rejected(written, subject.id)
    who = browser(written)
    for address in (f"/claims/{gone.id}", f"/api/v1/claims/{gone.id}"):
        assert "People reject all that this claim was made of" in who.get(address)
        assert who.status == 404
    assert gone.id not in {each.id for each in alone(written)}
    assert f"/claims/{gone.id}" not in who.get("/search?q=eleven")
    document = found[1].readings[subject.document].document.id
    assert "it is not so" in who.get(f"/documents/{document}")
    assert f"/claims/{gone.id}" not in who.page


def test_a_search_hit_leads_to_it(desk: Desk) -> None:
    who = browser(desk)
    (eleven,) = (each for each in alone(desk) if "eleven" in each.text)
    page = who.get("/search?q=eleven+drowned&over=assertions")
    assert re.findall(r'<a href="/claims/(\w{32})">claim</a>', page) == [eleven.id]
    assert f"“{eleven.text[:40]}" in (who.get(f"/claims/{eleven.id}") and who.words())


def test_a_proposal_leads_to_it(tmp_path: Path) -> None:
    with rumour_desk(tmp_path) as desk:
        (eleven,) = (each for each in alone(desk) if "eleven" in each.text)
        (largest,) = traced.claims(desk.state, 0, 1)
        found = traced.claim(desk.state, largest.id)
        assert found is not None
        whole = found[1]
        kin = Kindred(eleven.id, eleven.text, 0.71, 1, whole.account.variants[0].id)
        material = replace(whole, account=replace(whole.account, kindred=(kin,)))
        with desk.state.writing() as connection:
            connection.execute(
                "UPDATE claim SET packed = ?, proposals = 1 WHERE id = ?",
                (packed(material), largest.id),
            )
        who = browser(desk)
        page = who.get(f"/claims/{largest.id}")
        assert f'<a href="/claims/{eleven.id}"' in page
        assert "0.71 · 1 document, 1 origin" in who.words()
