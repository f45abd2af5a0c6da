"""Judging from pages: nothing lost, nothing twice, nothing unseen overwritten."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from desked import Browser, browser, copied_desk, logged_in
from stored import clock, judge

from furphy.casebook.canonical import Json
from furphy.casebook.judgements import Field, Judgement, JudgementKind
from furphy.desk import judging
from furphy.desk.claiming import claims
from furphy.web.desk import Desk


@pytest.fixture
def desk(traced_rumours: Path, tmp_path: Path) -> Iterator[Desk]:
    with copied_desk(traced_rumours, tmp_path) as found:
        yield found


def judgements(desk: Desk) -> list[tuple[object, object, object]]:
    return [(each["kind"], each["value"], each["by"]) for each in judging.listed(desk.where)]


def card(who: Browser) -> dict[str, object]:
    """Return the form that accepts the first assertion of the bulletin."""
    who.get("/documents/bulletin")
    return {**who.form("Accept"), "kind": "yes", "by": "A. Analyst"}


def test_an_assertion_is_accepted_from_its_card(desk: Desk) -> None:
    who = browser(desk)
    who.send("/judge", card(who))
    assert who.status == 200
    assert "Your judgement is kept." in who.page
    assert judgements(desk) == [("answer", "yes", "A. Analyst")]
    assert "A. Analyst" in who.words()


def test_the_name_is_asked_once(desk: Desk) -> None:
    who = browser(desk)
    who.send("/judge", card(who))
    form = card(who)
    del form["by"]
    who.get("/documents/harbour")
    again = {**who.form("Accept"), "kind": "no"}
    assert "by" not in again
    who.send("/judge", again)
    assert judgements(desk)[1] == ("answer", "no", "A. Analyst")


def test_a_form_sent_twice_judges_once(desk: Desk) -> None:
    who = browser(desk)
    form = card(who)
    for _ in range(2):
        who.send("/judge", form)
        assert who.status == 200
    assert len(judgements(desk)) == 1


def test_what_was_judged_since_is_shown_and_not_overwritten(desk: Desk) -> None:
    one, other = logged_in(desk, "koval", "analyst"), logged_in(desk, "hnat", "analyst")
    first, second = card(one), card(other)
    one.send("/judge", first)
    other.send("/judge", {**second, "kind": "no", "because": "it cannot be so"})
    assert other.status == 409
    assert "koval" in other.words()
    assert judgements(desk) == [("answer", "yes", "koval")]
    other.send("/judge", other.form("all the same"))
    assert other.status == 200
    assert judgements(desk) == [("answer", "yes", "koval"), ("answer", "no", "hnat")]
    assert "disputed" in other.words()


def test_two_at_once_never_lose_a_judgement(desk: Desk) -> None:
    people = [logged_in(desk, f"analyst {number}", "analyst") for number in range(4)]
    forms = [card(each) for each in people]
    with ThreadPoolExecutor(4) as pool:
        done = [
            *pool.map(lambda each: each[0].send("/judge", each[1]), zip(people, forms, strict=True))
        ]
    assert len(done) == 4
    assert sorted(each.status for each in people) == [200, 409, 409, 409]
    assert len(judgements(desk)) == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"because": ""}, "Say why"),
        ({"kind": "maybe"}, "is none of"),
        ({"kind": "correct", "field": "weather"}, "Choose what is to be corrected"),
        ({"kind": "correct", "field": "value", "value": "often"}, "is none of"),
        ({"subject": "ffff"}, "nothing of this id"),
    ],
    ids=["no reason", "unknown kind", "unknown field", "no commitment", "unknown thing"],
)
def test_what_makes_no_sense_is_told_and_not_kept(
    desk: Desk, change: dict[str, str], says: str
) -> None:
    who = browser(desk)
    who.send("/judge", {**card(who), **change})
    assert who.status in {409, 422}
    assert says in who.words() or who.status == 409
    assert judgements(desk) == []


def test_a_judgement_is_undone_and_stays_on_record(desk: Desk) -> None:
    who = browser(desk)
    who.send("/judge", card(who))
    who.get("/history")
    who.send("/judge", {**who.form("Withdraw it"), "because": "mistook the town"})
    assert who.status == 200
    assert "mistook the town" in who.words()
    assert [each[0] for each in judgements(desk)] == ["answer", "withdraw"]


def test_a_verdict_is_signed_on_all_assertions_of_a_claim(desk: Desk) -> None:
    who = browser(desk)
    who.get("/claims")
    (address,) = {each for each in who.page.split('"') if each.startswith("/claims/")}
    who.get(address)
    form = {
        **who.form("Grounds"),
        "rating": "Unproven",
        "by": "A. Analyst",
        "because": "no picture shows it",
        "worst": "1",
        "rating_value": "2",
        "best": "5",
    }
    who.send("/judge", form)
    assert who.status == 200
    assert "Unproven" in who.words()
    who.get("/history")
    assert "concludes: Unproven (2 on a scale from 1 to 5)" in who.words()
    assert "claim_reviewed" not in who.page
    (given,) = judging.listed(desk.where)
    assert given["kind"] == "verdict"
    assert given["value"]["rating_value"] == 2  # type: ignore[index,call-overload]  # JSON of a known form
    assert len(given["subjects"]) > 2  # type: ignore[arg-type]  # JSON of a known form


def test_a_claim_s_page_shows_a_place_that_was_corrected_since_it_was_traced(desk: Desk) -> None:
    who = browser(desk)
    who.get("/claims")
    (address,) = {each for each in who.page.split('"') if each.startswith("/claims/")}
    who.get(address)
    assert "What people corrected" not in who.page
    told = claims(desk.where).accounts[0]
    here: dict[str, Json] = {"lat": 47.8, "lon": 35.2, "name": "Komyshuvakha"}
    about = (JudgementKind.CORRECT, (told.variants[0].id,), here)
    judge(desk.book, Judgement(*about, "Ada", "<b>so</b> the map", clock(), Field.PLACE, "Orikhiv"))
    who.get(address)
    assert "corrected by Ada" in who.words()
    assert "What people corrected" in who.page
    assert "&lt;b&gt;so&lt;/b&gt; the map" in who.page
    who.get(f"{address}/dossier")
    assert "corrected by Ada" in who.page
