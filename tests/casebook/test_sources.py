from collections.abc import Iterator
from dataclasses import replace

import pytest
from looked_up import depot, looked_up
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from stored import add, clock

from furphy.casebook.casebook import Casebook
from furphy.casebook.journal import JOURNAL
from furphy.casebook.relating import relate
from furphy.casebook.relation import RELATION, Relation, RelationKind
from furphy.casebook.sources import SourceAcross, sources, spellings
from furphy.errors import InputError
from furphy.model.attribution import SourceKind
from furphy.model.reading import Maker


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with looked_up(where) as book:
        yield book


def across(book: Casebook, *kinds: SourceKind) -> dict[str, SourceAcross]:
    with book.reading() as connection:
        found = sources(connection, kinds) if kinds else sources(connection)
        return {each.name: each for each in found}


def stated(
    book: Casebook,
    one: str,
    other: str,
    weight: float | None = 0.9,
    kind: RelationKind = RelationKind.ALIAS,
) -> None:
    relation = Relation(kind, one, other, weight, "A. Analyst", "as the imprint says", clock())
    with book.writing() as connection:
        relate(connection, relation)


def test_names_that_differ_in_case_are_one_source_of_all_their_documents(book: Casebook) -> None:
    koval = across(book)["MARIA KOVAL"]
    assert koval.spellings == ("MARIA KOVAL", "Maria Koval")
    assert (koval.kind, koval.documents, koval.quoted, koval.published) == ("person", 2, 2, 0)
    assert (koval.attributions, koval.assertions) == (2, 2)
    assert (koval.first_seen, koval.last_seen) == ("2024-03-14", "2024-05-01")


def test_outlets_are_sources_of_what_they_publish(book: Casebook) -> None:
    bulletin = across(book)["Daily Bulletin"]
    assert (bulletin.kind, bulletin.documents, bulletin.published) == ("outlet", 1, 1)
    assert bulletin.quoted == bulletin.assertions == 0


def test_only_what_is_asked_for_is_listed_and_counted_once(book: Casebook) -> None:
    assert {*across(book, SourceKind.ORGANIZATION)} == {"The air defence force"}
    add(book, replace(depot(), made_by=Maker("9.9.9", "none")))
    assert across(book)["The air defence force"].documents == 1


def test_an_alias_is_told_on_both_sides_and_merges_nothing(book: Casebook) -> None:
    before = across(book)
    stated(book, "Maria  KOVAL", "Daily Bulletin")
    after = across(book)
    assert [*after] == [*before]
    (edge,) = after["MARIA KOVAL"].aliases
    assert (edge.name, edge.weight, edge.by) == ("Daily Bulletin", 0.9, "A. Analyst")
    assert [each.name for each in after["Daily Bulletin"].aliases] == ["Maria  KOVAL"]


def test_owners_are_told_from_what_they_own(book: Casebook) -> None:
    stated(book, "Daily Bulletin", "Harbour News", kind=RelationKind.OWNER)
    found = across(book)
    assert [each.name for each in found["Daily Bulletin"].owns] == ["Harbour News"]
    assert [each.name for each in found["Harbour News"].owners] == ["Daily Bulletin"]
    assert found["Harbour News"].owns == found["Harbour News"].aliases == ()


def test_what_is_withdrawn_holds_no_more_but_is_kept(book: Casebook) -> None:
    stated(book, "Maria Koval", "Daily Bulletin")
    stated(book, "daily bulletin", "maria koval", None)
    assert across(book)["MARIA KOVAL"].aliases == ()
    stated(book, "Maria Koval", "Daily Bulletin", 0.4)
    assert [each.weight for each in across(book)["MARIA KOVAL"].aliases] == [0.4]
    with book.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(RELATION)) == 3


def test_every_edge_is_in_the_journal(book: Casebook) -> None:
    def entries() -> int:
        with book.reading() as connection:
            return connection.scalar(select(func.count()).select_from(JOURNAL)) or 0

    before = entries()
    stated(book, "Maria Koval", "Daily Bulletin")
    assert entries() == before + 1


def test_what_makes_no_sense_is_refused(book: Casebook) -> None:
    with pytest.raises(InputError, match="one name already"):
        stated(book, "Maria Koval", "MARIA KOVAL")
    with pytest.raises(InputError, match="nobody stated"):
        stated(book, "Maria Koval", "Daily Bulletin", None)


def test_an_edge_cannot_be_changed_or_deleted(book: Casebook) -> None:
    stated(book, "Maria Koval", "Daily Bulletin")
    for change in (RELATION.delete(), RELATION.update().values(weight=1.0)):
        with pytest.raises(DBAPIError), book.writing() as connection:
            connection.execute(change)


def test_spellings_are_those_of_one_name_and_of_its_aliases_where_asked(book: Casebook) -> None:
    stated(book, "Maria Koval", "Daily Bulletin")
    stated(book, "Daily Bulletin", "Harbour News")
    with book.reading() as connection:
        assert spellings(connection, "maria koval") == ("MARIA KOVAL", "Maria Koval")
        assert spellings(connection, "maria koval", aliases=True) == (
            "Daily Bulletin",
            "Harbour News",
            "MARIA KOVAL",
            "Maria Koval",
        )
        assert spellings(connection, "nobody") == ()
