from collections.abc import Iterator

import pytest
from stored import INGEST, clock

from furphy.casebook import ledger
from furphy.casebook.casebook import Casebook
from furphy.casebook.ledger import Ending, Item, State
from furphy.casebook.writer import Batch, Writer


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with Casebook.create_or_open(where) as opened:
        yield opened


def enlisted(book: Casebook, run: str, *names: str) -> int:
    with book.writing() as connection:
        return ledger.enlist(connection, names, run, clock())


def queued(book: Casebook, run: str) -> list[Item]:
    with book.reading() as connection:
        return ledger.page(connection, run, ended=False)


def ended(book: Casebook, run: str, *endings: Ending) -> None:
    Writer(book, INGEST, run, clock=clock).flush(Batch(endings=[*endings]))


def names(items: list[Item]) -> list[str]:
    return [each.input for each in items]


def test_inputs_stand_in_the_order_in_which_they_were_named(book: Casebook) -> None:
    assert enlisted(book, "one", "b", "a", "b", "c") == 3
    assert names(queued(book, "one")) == ["b", "a", "c"]


def test_naming_an_input_again_keeps_what_became_of_it(book: Casebook) -> None:
    enlisted(book, "one", "a", "b")
    ended(book, "one", Ending(1, State.DONE, "d1", 3))
    assert enlisted(book, "two", "a", "b", "c") == 3
    assert names(queued(book, "two")) == ["b", "c"]
    with book.reading() as connection:
        [known] = ledger.page(connection, "two", ended=True)
    assert known == Item(1, "a", "d1", 1, ended=True)


def test_the_later_run_takes_over_what_the_earlier_has_not_begun(book: Casebook) -> None:
    enlisted(book, "one", "a", "b")
    enlisted(book, "two", "b")
    assert names(queued(book, "one")) == ["a"]
    assert names(queued(book, "two")) == ["b"]


def test_a_run_without_inputs_goes_on_with_all_that_is_queued(book: Casebook) -> None:
    enlisted(book, "one", "a", "b", "c")
    ended(book, "one", Ending(2, State.FAILED, reason="no words"))
    with book.writing() as connection:
        assert ledger.take_over(connection, "two") == 2
    assert names(queued(book, "two")) == ["a", "c"]


def test_what_is_asked_for_again_is_queued_whatever_became_of_it(book: Casebook) -> None:
    enlisted(book, "one", "a", "b")
    ended(book, "one", Ending(1, State.DONE, "d1"), Ending(2, State.FAILED, "d2"))
    enlisted(book, "two", "a")
    with book.writing() as connection:
        ledger.requeue(connection, "two")
    assert queued(book, "two") == [Item(1, "a", None, 1)]
    assert queued(book, "one") == []


def test_a_long_list_comes_in_pages(book: Casebook) -> None:
    enlisted(book, "one", *map(str, range(1200)))
    found: list[str] = []
    after = 0
    with book.reading() as connection:
        while page := ledger.page(connection, "one", after, ended=False):
            found += names(page)
            after = page[-1].number
    assert found == [str(n) for n in range(1200)]


def test_names_longer_than_any_index_takes_are_kept(book: Casebook) -> None:
    long = "https://example.org/" + "x" * 20_000
    enlisted(book, "one", long, long + "y")
    assert names(queued(book, "one")) == [long, long + "y"]
