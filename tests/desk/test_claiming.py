from dataclasses import replace
from pathlib import Path

import pytest
from rumours import WORDS, copy, everything, rumours
from stored import add, assertion_id, clock, judge, relate

from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import Judgement, JudgementKind
from furphy.casebook.relation import Relation, RelationKind
from furphy.desk.claiming import Told, claim, claims
from furphy.errors import InputError, NotACasebook
from furphy.model.account import Account, OriginGround
from furphy.model.assertion import StatusValue
from furphy.model.claim import ContradictionKind
from furphy.model.derivation import Bond


@pytest.fixture
def case(tmp_path: Path) -> str:
    where = str(tmp_path / "case.furphy")
    rumours(where).close()
    return where


def largest(told: Told) -> Account:
    return max(told.accounts, key=lambda each: len(each.documents))


def keys(told: Told, documents: tuple[int, ...]) -> set[str]:
    return {told.trace.documents[each].key for each in documents}


def test_assertions_that_say_the_same_in_several_words_are_one_claim(case: str) -> None:
    told = claims(case)
    found = largest(told)
    assert keys(told, found.documents) == {
        "bulletin",
        "copy-1",
        "copy-2",
        "undated",
        "harbour",
        "confirmation",
        "late",
    }


def test_origins_are_counted_not_outlets(case: str) -> None:
    told = claims(case)
    found = largest(told)
    assert (found.behind.count.best, len(found.outlets)) == (3, 6)
    assert [each.informants for each in found.behind.roots].count(("Maria Koval",)) == 1
    assert found.gap == 3


def test_a_denial_and_another_number_contradict_the_claim(case: str) -> None:
    found = largest(claims(case))
    kinds = {each.contradiction.kind for each in found.counterclaims}
    assert kinds == {ContradictionKind.POLARITY, ContradictionKind.NUMBER}
    assert found.id not in {each.claim for each in found.counterclaims}


def test_spans_of_contradictions_read_again(case: str) -> None:
    told = claims(case)
    found = largest(told)
    number = next(
        each for each in found.counterclaims if each.contradiction.kind is ContradictionKind.NUMBER
    )
    own = told.trace.readings[found.variants[number.own].document].document.text
    other = told.trace.readings[number.other.document].document.text
    spans = number.contradiction
    assert (spans.one.of(own), spans.other.of(other)) == ("seven people", "eleven people")


def test_denied_then_confirmed_by_others_is_disputed(case: str) -> None:
    line = largest(claims(case)).timeline
    assert [(each.value, each.by) for each in line.events] == [
        (StatusValue.DENIED, "the regional office"),
        (StatusValue.CONFIRMED, "the ministry"),
    ]
    assert line.status is StatusValue.DISPUTED


def test_a_claim_back_after_a_silence_is_recycled(case: str) -> None:
    told = claims(case)
    (found,) = largest(told).timeline.recycled
    assert told.trace.documents[found.document].key == "late"
    assert found.silence > 200 * 86_400


def test_what_one_document_alone_says_is_listed_when_asked_for(case: str) -> None:
    assert all(len(each.documents) > 1 for each in claims(case).accounts)
    assert any(len(each.documents) == 1 for each in claims(case, all_of_them=True).accounts)


def test_ids_are_those_of_content_whatever_the_order(case: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.furphy")
    with Casebook.create_or_open(other) as book:
        add(book, *reversed(everything()))
    assert [each.id for each in claims(case).accounts] == [
        each.id for each in claims(other).accounts
    ]


def test_a_claim_is_found_by_its_id_how_that_begins_or_an_assertion(case: str) -> None:
    found = largest(claims(case))
    for name in (found.id, found.id[:8], found.id[:8].upper(), found.variants[0].id):
        assert claim(case, name).accounts[0] == found


@pytest.mark.parametrize("name", ["ffffffffffff", "", "abc"], ids=["unknown", "empty", "too short"])
def test_an_unknown_claim_is_refused(case: str, name: str) -> None:
    with pytest.raises(InputError, match="no claim has this id"):
        claim(case, name)


def test_a_casebook_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotACasebook):
        claims(str(tmp_path / "none.furphy"))


def test_an_empty_casebook_has_no_claims(tmp_path: Path) -> None:
    where = str(tmp_path / "empty.furphy")
    Casebook.create_or_open(where).close()
    assert claims(where).accounts == ()


def test_people_split_and_merge_assertions(case: str) -> None:
    told = claims(case, all_of_them=True)
    found = largest(told)
    of = {told.trace.documents[each.document].key: each.id for each in found.variants}
    denied = next(
        each.variants[0].id for each in told.accounts if each.variants[0].denies and each.gap == 0
    )
    with Casebook.open(case) as book:
        split = (of["harbour"], of["bulletin"])
        judge(book, Judgement(JudgementKind.SPLIT, split, None, "A", "not the same", clock()))
        merge = (of["harbour"], denied)
        judge(book, Judgement(JudgementKind.MERGE, merge, None, "A", "the same", clock()))
    after = claims(case, all_of_them=True)
    mine = next(
        each for each in after.accounts if of["harbour"] in {one.id for one in each.variants}
    )
    ids = {each.id for each in mine.variants}
    assert denied in ids
    assert of["bulletin"] not in ids


def test_outlets_of_one_owner_are_one_origin(case: str) -> None:
    with Casebook.open(case) as book:
        for outlet in ("Open Frontier", "Daily Bulletin"):
            owner = ("Holding", outlet)
            relate(book, Relation(RelationKind.OWNER, *owner, 1.0, "A", "the register", clock()))
    found = largest(claims(case))
    assert found.behind.count.best == 2
    assert ("Holding", Bond.OWNER) in {(each.detail, each.bond) for each in found.behind.merges}


def test_a_record_that_names_nobody_is_no_origin_at_the_low_end(tmp_path: Path) -> None:
    where = str(tmp_path / "nobody.furphy")
    harbour = next(each for each in everything() if each.document.key == "harbour")
    nameless = next(each for each in everything() if each.document.key == "confirmation")
    nameless = replace(nameless, document=replace(nameless.document, outlet=None))
    with Casebook.create_or_open(where) as book:
        add(book, harbour, nameless)
    (found,) = claims(where).accounts
    assert (found.behind.count.low, found.behind.count.best) == (1, 2)
    grounds = {each for root in found.behind.roots for each in root.grounds}
    assert OriginGround.NAMES_NOBODY in grounds


def test_equal_times_and_no_times_are_traced(tmp_path: Path) -> None:
    where = str(tmp_path / "timeless.furphy")
    some = [copy(f"c{each}", f"Outlet {each}", "2024-03-12T09:00") for each in range(3)]
    bare = [replace(each, document=replace(each.document, published=None)) for each in some]
    with Casebook.create_or_open(where) as book:
        add(book, *bare)
    found = largest(claims(where))
    assert (found.first_seen, len(found.documents), found.behind.count.best) == (None, 3, 1)


def test_the_claim_is_told_in_the_words_of_an_assertion(case: str) -> None:
    told = claims(case)
    texts = {each.text for each in largest(told).variants}
    assert WORDS in texts
    assert largest(told).text in texts
    with Casebook.open(case) as book:
        assert assertion_id(book, WORDS) in {each.id for each in largest(told).variants}
