"""The page of what people judged: of what, by whom, and how to take it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desked import Browser, browser, desk_of
from rumours import rumours
from stored import add
from unread import FIRST, OTHER, finnish

from furphy.desk import judging, signing
from furphy.desk.claiming import claims
from furphy.web import tracer
from furphy.web.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    where = str(tmp_path / "case.furphy")
    book = rumours(where)
    add(book, finnish("folder/sanomat", FIRST), finnish("uutiset", OTHER))
    book.close()
    with desk_of(where) as found:
        yield found


def sentence(desk: Desk) -> str:
    """Return the id of a sentence that stands in for an assertion."""
    found = claims(desk.where, all_of_them=True).accounts
    return next(each.variants[0].id for each in found if each.text == FIRST)


def test_who_judged_comes_before_what(desk: Desk) -> None:
    subject = claims(desk.where).accounts[0].variants[0].id
    judging.judge(desk.where, judging.Opinion("answer", [subject], "A. Analyst", "seen", "yes"))
    judging.judge(desk.where, judging.Opinion("answer", [subject], "B. Bee", "not so", "no"))
    who = browser(desk)
    who.get("/history")
    assert "A. Analyst says that it is so" in who.words()
    assert "disputed Undo" in who.words()
    assert "Daily Bulletin" in who.words()


def test_a_grade_of_a_source_names_it_and_leads_to_its_page(desk: Desk) -> None:
    signing.grade(desk.where, "Daily Bulletin", "B", by="A. Analyst", because="it corrects itself")
    who = browser(desk)
    assert '<a href="/sources/daily%20bulletin"' in who.get("/history")
    assert "A. Analyst gives the grade B, usually reliable" in who.words()
    assert "<code>" not in who.page


@pytest.mark.parametrize("again", [False, True], ids=["as traced", "traced again"])
def test_a_sentence_that_stands_in_is_told_by_its_words(desk: Desk, *, again: bool) -> None:
    subject = sentence(desk)
    judging.judge(desk.where, judging.Opinion("answer", [subject], "A. Analyst", "a title", "no"))
    if again:
        tracer.trace(desk.where, str(desk.state.path))
    who = browser(desk)
    who.get("/history")
    assert f"“{FIRST}”" in who.words()
    assert "sanomat" in who.words()
    assert "<code>" not in who.page


def test_such_a_sentence_is_judged_on_its_document_s_page(desk: Desk) -> None:
    who = browser(desk)
    form = _card(who, "Accept")
    who.send("/judge", {**form, "kind": "yes", "by": "A. Analyst"})
    assert who.status == 200
    assert "A. Analyst says that it is so" in who.words()
    form = _card(who, "Correct it")
    here = {"field": "place", "value": "47.6,35.7 Komyshuvakha", "words": "Orihivia"}
    who.send("/judge", {**form, **here, "by": "A. Analyst", "because": "the map"})
    assert who.status == 200
    assert "corrects the place called “Orihivia” to Komyshuvakha at 47.6,35.7" in who.words()
    who.get(f"/assertions/{sentence(desk)}/claim")
    assert "place of “Orihivia”: Komyshuvakha at 47.6,35.7" in who.words()
    kinds = [(each["kind"], each["subjects"]) for each in judging.listed(desk.where)]
    assert kinds == [("answer", [sentence(desk)]), ("correct", [sentence(desk)])]


def _card(who: Browser, having: str) -> dict[str, object]:
    who.get("/documents/folder/sanomat")
    assert "they stand in for assertions" in who.words()
    assert FIRST in who.words()
    return who.form(having)
