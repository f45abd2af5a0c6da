from collections import Counter
from collections.abc import Iterator

import pytest
from looked_up import looked_up
from stored import clock, relate

from furphy.casebook.casebook import Casebook
from furphy.casebook.relation import Relation, RelationKind
from furphy.casebook.same_names import joining
from furphy.casebook.sources import spellings

FOUND = Counter({"Maria Koval": 3, "MARIA KOVAL": 3, "M. Koval": 2, "koval": 1, "Harbour News": 4})


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with looked_up(where) as book:
        for one, other, weight in (
            ("Maria Koval", "M. Koval", 0.9),
            ("m koval", "Koval", 0.5),
            ("Harbour News", "Maria Koval", 0.5),
            ("Harbour News", "Maria Koval", None),
        ):
            alias = (RelationKind.ALIAS, one, other, weight)
            relate(book, Relation(*alias, "A. Analyst", "the letterhead", clock()))
        yield book


def joined(book: Casebook, *, aliases: bool) -> Counter[str]:
    with book.reading() as connection:
        return joining(connection, aliases=aliases)(FOUND)


def test_spellings_are_one_by_the_most_frequent_that_is_not_shouted(book: Casebook) -> None:
    assert joined(book, aliases=False) == {
        "Maria Koval": 6,
        "M. Koval": 2,
        "koval": 1,
        "Harbour News": 4,
    }


def test_aliases_count_over_several_steps_unless_they_were_withdrawn(book: Casebook) -> None:
    assert joined(book, aliases=True) == {"Maria Koval": 9, "Harbour News": 4}


def test_what_is_one_is_searched_for_together(book: Casebook) -> None:
    with book.reading() as connection:
        stored = spellings(connection, "Maria Koval", aliases=True)
        assert {*stored} == {"Maria Koval", "MARIA KOVAL"}
        found = joining(connection, aliases=True)(Counter(stored))
    assert [*found] == ["Maria Koval"]
