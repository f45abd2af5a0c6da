"""What a search shows of what people judged, on both kinds of store."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from judging import corrected, give, relabelled, withdrawn
from looked_up import depot, looked_up
from stored import add, answer, assertion_id

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.hits import AssertionHit, DocumentHit
from furphy.casebook.query import parse
from furphy.casebook.search import Search, search_assertions, search_documents
from furphy.model.reading import Maker

STRUCK = "a drone may have struck the fuel depot near Huliaipole on 12 March"


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with looked_up(where) as book:
        yield book


def hit(book: Casebook, words: str = STRUCK) -> AssertionHit:
    with book.reading() as connection:
        found = search_assertions(connection, Search(parse(words)))
        return next(each for each in found if each.text == words)


def document(book: Casebook) -> DocumentHit:
    with book.reading() as connection:
        return next(search_documents(connection, Search(parse("depot"))))


def test_what_nobody_judged_is_as_it_was_read(book: Casebook) -> None:
    give(book, corrected(assertion_id(book, "a depot burns"), "value", "PR-"))
    assert (hit(book).value, hit(book).degree, hit(book).judged) == ("PS+", 1.0, None)


CORRECTED: dict[str, tuple[str, Json, str | None, dict[str, object], object]] = {
    "value": ("value", "CT+", None, {"value": "CT+", "degree": None}, "PS+"),
    "author-value": ("author-value", "PS+", None, {"author_value": "PS+"}, "UU"),
    "holder": (
        "holder",
        "A fisherman",
        None,
        {"holder": "A fisherman", "holder_kind": None, "chain": ("A fisherman",)},
        "Maria Koval",
    ),
    "no holder": ("holder", None, None, {"holder": None, "chain": ()}, "Maria Koval"),
    "place": ("place", {"lat": 1.0, "lon": 2.0}, "Huliaipole", {"place_lat": 1, "place_lon": 2}, 0),
    "no place": ("place", None, "Huliaipole", {"place_lat": None, "place_lon": None}, 0),
    "time": (
        "time",
        {"interval": ["2024-04-01", "2024-04-02"]},
        "12 March",
        {"time_from": "2024-04-01", "time_to": "2024-04-02"},
        0,
    ),
}


@pytest.mark.parametrize("name", CORRECTED)
def test_a_corrected_field_is_the_person_s_and_the_machine_s_stands_beside_it(
    book: Casebook, name: str
) -> None:
    field, value, words, shown, original = CORRECTED[name]
    give(book, corrected(assertion_id(book, STRUCK), field, value, words))
    found = hit(book)
    assert {each: getattr(found, each) for each in shown} == shown
    assert found.judged is not None
    (told,) = found.judged
    assert told["value"] == value
    if original:
        assert told["original"] == original
    else:
        assert told["original"]


def test_a_label_and_a_rejection_stand_with_it(book: Casebook) -> None:
    subject = assertion_id(book, STRUCK)
    give(book, relabelled(subject, "rumour"), answer(subject, "no"))
    found = hit(book)
    assert found.kind == "rumour"
    assert found.judged is not None
    assert {each["asked"]: each["value"] for each in found.judged} == {
        "kind": "rumour",
        "answer": "no",
    }


def test_where_people_differ_it_is_unknown_and_a_withdrawal_settles_it(book: Casebook) -> None:
    subject = assertion_id(book, STRUCK)
    ada, bo = (
        corrected(subject, "value", value, by=by) for value, by in (("CT+", "A"), ("UU", "B"))
    )
    give(book, ada, bo)
    assert hit(book).value is None
    give(book, withdrawn(ada))
    assert hit(book).value == "UU"
    give(book, withdrawn(bo))
    assert (hit(book).value, hit(book).judged) == ("PS+", None)


def test_it_stays_where_the_document_is_read_again(book: Casebook) -> None:
    give(book, corrected(assertion_id(book, STRUCK), "value", "CT+"))
    add(book, replace(depot(), made_by=Maker("9", "hand 9")))
    assert hit(book).value == "CT+"


def test_what_is_said_of_a_document_stands_with_it(book: Casebook) -> None:
    assert document(book).judged is None
    give(book, answer(depot().document.id, "unsure"))
    judged = document(book).judged
    assert judged is not None
    assert [each["value"] for each in judged] == ["unsure"]
