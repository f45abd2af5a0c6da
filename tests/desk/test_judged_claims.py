import json
from pathlib import Path
from typing import Any

import pytest
from rumours import ORIKHIV, rumours
from stored import answer, clock, judge

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import Field, Judgement, JudgementKind
from furphy.desk.claiming import Told, _may_be_report, claims, corrected_now, material
from furphy.desk.exporting import FORMATS, Wanted, handed_on
from furphy.errors import InputError
from furphy.model.account import Account, Variant

WORDS = {Field.PLACE: "Orikhiv", Field.TIME: "12 March", Field.QUANTITY: "seven people"}
HERE: dict[str, Json] = {"lat": 47.8, "lon": 35.2, "name": "Komyshuvakha"}


@pytest.fixture
def case(tmp_path: Path) -> str:
    where = str(tmp_path / "case.furphy")
    rumours(where).close()
    return where


def largest(told: Told) -> Account:
    return max(told.accounts, key=lambda each: len(each.documents))


def of(told: Told, key: str) -> Variant:
    """Return the assertion by which a document tells the largest claim."""
    return next(
        each for each in largest(told).variants if told.trace.documents[each.document].key == key
    )


def correct(case: str, subject: str, field: Field, value: Json, by: str = "Ada") -> None:
    """Correct a field of an assertion: of places, times and quantities that of WORDS."""
    words = WORDS.get(field)
    given = (JudgementKind.CORRECT, (subject,), value, by, "so the map", clock(), field, words)
    rule(case, Judgement(*given))


def rule(case: str, judgement: Judgement) -> None:
    with Casebook.open(case) as book:
        judge(book, judgement)


def written(case: str, form: str, claim: str) -> str:
    warnings: list[str] = []
    found = "".join(handed_on(case, Wanted(form, claim), warnings.append))
    assert warnings == []
    return found


def points(case: str, claim: str) -> dict[str, dict[str, Any]]:
    features = json.loads(written(case, "geojson", claim))["features"]
    return {
        each["properties"]["name"]: each
        for each in features
        if each["properties"]["role"] == "point"
    }


def test_a_corrected_place_is_the_place_on_the_map_with_who_put_it_there(case: str) -> None:
    told = claims(case)
    claim = largest(told).id
    assert {*points(case, claim)} == {ORIKHIV.name}
    correct(case, of(told, "harbour").id, Field.PLACE, HERE)
    found = points(case, claim)
    assert {*found} == {ORIKHIV.name, "Komyshuvakha"}
    moved = found["Komyshuvakha"]
    assert moved["geometry"]["coordinates"] == [35.2, 47.8]
    assert moved["properties"]["corrected_by"] == ["Ada"]
    assert "corrected_by" not in found[ORIKHIV.name]["properties"]


def test_a_place_on_which_people_differ_is_on_no_map(case: str) -> None:
    told = claims(case, all_of_them=True)
    (alone,) = (each for each in told.accounts if "eleven" in each.text)
    subject = alone.variants[0].id
    assert {*points(case, alone.id)} == {ORIKHIV.name}
    correct(case, subject, Field.PLACE, HERE)
    correct(case, subject, Field.PLACE, {"lat": 1, "lon": 2}, "Bo")
    assert points(case, alone.id) == {}


@pytest.mark.parametrize("form", [each for each in FORMATS if each not in ("misp", "plover")])
def test_every_format_of_claims_says_who_corrected_what(case: str, form: str) -> None:
    told = claims(case)
    correct(case, of(told, "harbour").id, Field.PLACE, HERE)
    found = written(case, form, largest(told).id)
    assert "Komyshuvakha" in found
    assert "Ada" in found
    assert written(case, form, largest(told).id) == found


def test_who_says_it_and_how_firmly_go_out_as_people_have_it(case: str) -> None:
    told = claims(case)
    subject = of(told, "harbour").id
    correct(case, subject, Field.HOLDER, "Iryna Lys")
    correct(case, subject, Field.VALUE, "PS+")
    (found,) = (
        each for each in largest(claims(case, as_judged=True)).variants if each.id == subject
    )
    assert (found.chain, str(found.commitment)) == (("Iryna Lys",), "PS+")
    notes = json.loads(written(case, "stix", largest(told).id))["objects"]
    assert ["Iryna Lys"] in [each.get("authors") for each in notes if each["type"] == "note"]
    assert "factuality:PS+" in written(case, "annotations", largest(told).id)
    assert [each.chain for each in largest(claims(case)).variants] == [
        each.chain for each in largest(told).variants
    ]


def test_how_firmly_is_unknown_where_people_differ(case: str) -> None:
    subject = of(claims(case), "harbour").id
    correct(case, subject, Field.VALUE, "PS+")
    correct(case, subject, Field.VALUE, "CT-", "Bo")
    (found,) = (
        each for each in largest(claims(case, as_judged=True)).variants if each.id == subject
    )
    assert found.commitment is None


def test_what_people_reject_is_left_out_and_counts_for_nothing(case: str) -> None:
    before = largest(claims(case))
    subject = of(claims(case), "harbour").id
    rule(case, answer(subject, "no"))
    after = largest(claims(case, as_judged=True))
    assert after.id == before.id
    assert subject not in {each.id for each in after.variants}
    assert len(after.documents) == len(before.documents) - 1
    assert after.behind.count.best == before.behind.count.best - 1
    assert subject not in {
        each.other.id for one in claims(case, as_judged=True).accounts for each in one.counterclaims
    }
    assert largest(claims(case)) == before


def test_a_rejection_that_somebody_disputes_leaves_it_in_and_says_so(case: str) -> None:
    told = claims(case)
    subject = of(told, "harbour").id
    rule(case, answer(subject, "no"))
    rule(case, answer(subject, "yes", "Bo"))
    assert subject in {each.id for each in largest(claims(case, as_judged=True)).variants}
    assert "it is so: disputed" in written(case, "stix", largest(told).id)


def test_a_claim_of_which_all_is_rejected_is_not_handed_on(case: str) -> None:
    told = claims(case, all_of_them=True)
    (alone,) = (each for each in told.accounts if "eleven" in each.text)
    rule(case, answer(alone.variants[0].id, "no"))
    with pytest.raises(InputError, match="people reject every assertion"):
        written(case, "stix", alone.id)
    left = claims(case, all_of_them=True, as_judged=True)
    assert {each.id for each in left.accounts} == {each.id for each in told.accounts} - {alone.id}


def days(told: Told, subject: Variant) -> list[tuple[str, str] | None]:
    return [
        time.interval
        for each in told.propositions
        if (each.document, each.span) == (subject.document, subject.span)
        for time in each.times
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(
            {"interval": ["2024-03-11", "2024-03-12"], "value": "2024-03-11"},
            [("2024-03-11", "2024-03-12")],
            id="another day",
        ),
        pytest.param(None, [], id="none"),
    ],
)
def test_a_corrected_day_is_the_day_of_what_happened(
    case: str, value: Json, expected: list[tuple[str, str]]
) -> None:
    subject = of(claims(case), "harbour")
    assert days(claims(case), subject) == [("2024-03-12", "2024-03-13")]
    correct(case, subject.id, Field.TIME, value)
    assert days(claims(case, as_judged=True), subject) == expected
    assert days(claims(case), subject) == [("2024-03-12", "2024-03-13")]


def test_a_corrected_number_is_that_of_the_reading_that_sizes_are_taken_from(case: str) -> None:
    subject = of(claims(case), "harbour")
    correct(case, subject.id, Field.QUANTITY, {"low": 6, "high": 6, "unit": "people"})
    told = claims(case, as_judged=True)
    reading = told.trace.readings[subject.document]
    assert subject.assertion is not None
    (index,) = reading.assertions[subject.assertion].quantities
    found = reading.quantities[index]
    assert (found.low, found.high, found.casualty) == (6, 6, "killed")


@pytest.mark.parametrize(
    ("value", "happens"),
    [pytest.param("report", True, id="a report"), pytest.param("opinion", False, id="an opinion")],
)
def test_only_what_people_leave_a_report_may_have_happened(
    case: str, value: str, *, happens: bool
) -> None:
    subject = of(claims(case), "harbour")
    rule(
        case,
        Judgement(JudgementKind.RELABEL, (subject.id,), value, "Ada", "as it is put", clock()),
    )
    told = claims(case, as_judged=True)
    assert [each.verdict.asked for each in material(told, largest(told)).corrections] == ["kind"]
    assert _may_be_report(told, subject) is happens


def test_the_same_judgements_give_the_same_bytes(case: str) -> None:
    claim = largest(claims(case)).id
    correct(case, of(claims(case), "copy-1").id, Field.PLACE, HERE)
    correct(case, of(claims(case), "copy-1").id, Field.HOLDER, None)
    for form in FORMATS:
        assert written(case, form, claim) == written(case, form, claim)


def test_a_claim_traced_before_shows_what_people_say_by_now(case: str) -> None:
    told = claims(case)
    before = material(told, largest(told))
    correct(case, of(told, "harbour").id, Field.PLACE, HERE)
    correct(case, of(told, "copy-1").id, Field.VALUE, "PR+", "Bo")
    rule(case, answer(of(told, "late").id, "no"))
    with Casebook.open(case) as book:
        after = corrected_now(book, before)
    assert [(each.place.name, each.corrected_by) for each in after.places] == [
        ("Orikhiv", ()),
        ("Komyshuvakha", ("Ada",)),
    ]
    whose = {
        told.trace.documents[after.account.variants[each.variant].document].key: (
            each.verdict.asked,
            each.verdict.original,
        )
        for each in after.corrections
    }
    assert whose["copy-1"] == ("value", "CT+")
    assert (whose["late"], whose["harbour"][0]) == (("answer", None), "place")
    assert after.account == before.account
