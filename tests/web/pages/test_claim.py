"""The page of a claim, also of one that one document alone tells."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from desked import browser, desk_of, rumour_desk
from stored import add
from unread import FIRST, OTHER, finnish

from furphy.casebook.casebook import Casebook
from furphy.desk import claiming, judging
from furphy.export.claims import trace_record
from furphy.export.dossier.page import render
from furphy.web import traced
from furphy.web.claimed import claimed
from furphy.web.desk import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with rumour_desk(tmp_path_factory.mktemp("desk")) as found:
        yield found


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Desk]:
    with rumour_desk(tmp_path) as found:
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
