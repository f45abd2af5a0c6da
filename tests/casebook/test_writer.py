import json
from dataclasses import replace

import pytest
from made import made
from sqlalchemy import Connection, func, select, text
from stored import INGEST, add, clock, dry, filed, flooded

from furphy.casebook import ledger
from furphy.casebook.casebook import Casebook
from furphy.casebook.filing import Filed, filed_maker
from furphy.casebook.ledger import Ending, State
from furphy.casebook.lines import lines
from furphy.casebook.schema import ASSERTION, FAILURE, ITEM, METADATA, PLACE, READING, SIGHTING
from furphy.casebook.verification.whole import Verification
from furphy.casebook.writer import Batch, Miss, Stored, Writer
from furphy.model.document import Document
from furphy.model.reading import Maker, Reading


def put(book: Casebook, *readings: Reading) -> Stored:
    batch = Batch()
    for each in readings:
        batch.file(filed(each))
    return Writer(book, INGEST, "a run", clock=clock).flush(batch)


def counts(book: Casebook) -> dict[str, int]:
    with book.reading() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in METADATA.sorted_tables
        }


def versions(book: Casebook) -> list[tuple[str, int]]:
    """Return the version that made each reading, and whether it is in use."""
    asked = text(
        "SELECT version, current FROM reading JOIN maker ON maker.number = reading.maker"
        " ORDER BY reading.number"
    )
    with book.reading() as connection:
        return [(row.version, row.current) for row in connection.execute(asked)]


def test_what_is_stored_twice_is_there_once(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        first = put(book, flooded(), dry())
        before = counts(book)
        assert before["assertion"] == 8
        assert {name: len(new) for name, new in first.numbers.items()} == {
            "document": 2,
            "edition": 2,
            "sighting": 2,
            "reading": 2,
        }
        second = put(book, dry(), flooded())
        assert not any(second.numbers.values())
        assert counts(book) == before


def test_the_same_in_one_batch_is_there_once(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        put(book, flooded(), flooded(), flooded("elsewhere.html"))
        held = counts(book)
        assert (held["document"], held["edition"], held["reading"]) == (1, 1, 1)
        assert held["sighting"] == 2


def test_a_later_version_reads_beside_the_earlier(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        put(book, flooded())
        put(book, replace(flooded(), made_by=Maker("2.0.0", "hand 2")))
        assert versions(book) == [("1.2.3", 0), ("2.0.0", 1)]
        with book.reading() as connection:
            assert len(list(lines(connection))) == 1
            ids = connection.execute(select(ASSERTION.c.id, ASSERTION.c.reading)).all()
        assert {each.id for each in ids if each.reading == 1} == {
            each.id for each in ids if each.reading == 2
        }


def test_the_earlier_version_again_changes_nothing(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        put(book, flooded())
        put(book, replace(flooded(), made_by=Maker("2.0.0", "hand 2")))
        put(book, flooded())
        assert versions(book) == [("1.2.3", 0), ("2.0.0", 1)]


def test_another_edition_of_what_was_met_takes_its_place(where: str) -> None:
    report = flooded()
    retitled = replace(report, document=replace(report.document, title="Another title"))
    with Casebook.create_or_open(where) as book:
        put(book, report, dry())
        put(book, retitled)
        assert counts(book)["edition"] == 3
        with book.reading() as connection:
            titles = [json.loads(each)["document"]["title"] for each in lines(connection)]
            met = connection.execute(select(SIGHTING.c.current).order_by(SIGHTING.c.number))
            assert [row.current for row in met] == [0, 1, 1]
        assert sorted(titles) == ["Another title", "Dry"]


def retitled(reading: Reading, title: str) -> Reading:
    return replace(reading, document=replace(reading.document, title=title))


def altered(book: Casebook) -> list[str]:
    with book.reading() as connection:
        return [f"{each.table}: {each.what}" for each in Verification(connection).findings()]


def test_an_edition_set_aside_is_in_use_again_once_it_is_met_elsewhere(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        add(book, flooded())
        add(book, retitled(flooded(), "Another title"))
        assert versions(book) == [("1.2.3", 0), ("1.2.3", 1)]
        add(book, flooded("elsewhere.html"))
        assert versions(book) == [("1.2.3", 1), ("1.2.3", 1)]
        assert altered(book) == []
        with book.reading() as connection:
            told = [json.loads(each)["document"] for each in lines(connection)]
        assert {(each["key"], each["title"]) for each in told} == {
            ("flood.html", "Another title"),
            ("elsewhere.html", None),
        }


def test_of_an_edition_set_aside_the_last_reading_is_in_use_again(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        add(book, flooded())
        add(book, replace(flooded(), made_by=Maker("2.0.0", "hand 2")))
        add(book, retitled(flooded(), "Another title"))
        add(book, flooded("elsewhere.html"))
        assert versions(book) == [("1.2.3", 0), ("2.0.0", 1), ("1.2.3", 1)]
        assert altered(book) == []


def test_an_edition_met_and_replaced_in_one_batch_is_not_in_use(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        add(book, flooded())
        add(book, retitled(flooded(), "Another title"))
        add(book, flooded("elsewhere.html"), retitled(flooded("elsewhere.html"), "Another title"))
        assert versions(book) == [("1.2.3", 0), ("1.2.3", 1)]
        assert altered(book) == []


def test_what_is_found_in_an_assertion_points_to_it(where: str) -> None:
    asked = (
        select(PLACE.c.text, ASSERTION.c.text)
        .join_from(PLACE, ASSERTION, PLACE.c.assertion == ASSERTION.c.number)
        .order_by(ASSERTION.c.number)
    )
    with Casebook.create_or_open(where) as book:
        put(book, dry(), flooded(), dry("again.html"))
        with book.reading() as connection:
            [(place, assertion)] = connection.execute(asked).all()
    assert place == "town"
    assert assertion == flooded_assertion(1)


def flooded_assertion(index: int) -> str:
    report = flooded()
    [span] = report.assertions[index].spans
    return span.of(report.document.text)


def test_results_and_ledger_are_stored_together_or_not_at_all(where: str) -> None:
    def refuse(_connection: Connection, _stored: Stored) -> None:
        raise ZeroDivisionError

    with Casebook.create_or_open(where) as book:
        empty = counts(book)
        batch = Batch()
        batch.file(filed(flooded()))
        with pytest.raises(ZeroDivisionError):
            Writer(book, INGEST, "a run", [refuse]).flush(batch)
        assert counts(book) == empty


def accounts(book: Casebook) -> list[tuple[object, ...]]:
    asked = select(ITEM.c.input, ITEM.c.state, ITEM.c.failures).order_by(ITEM.c.number)
    with book.reading() as connection:
        return [tuple(row) for row in connection.execute(asked)]


def test_what_comes_of_a_document_later_shows_in_its_input(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        with book.writing() as connection:
            ledger.enlist(connection, ["a", "b"], "a run", clock())
            first, second = ledger.page(connection, "a run", ended=False)
        writer = Writer(book, INGEST, "a run")
        miss = Miss(second.number, "b#1", "no words")
        ends = [Ending(first.number, State.DONE), Ending(second.number, State.PARTIAL, failures=1)]
        writer.flush(Batch(misses=[miss], endings=ends))
        assert accounts(book) == [("a", "done", 0), ("b", "partial", 1)]
        late = Miss(first.number, "a#1", "too long")
        tried = [(first.number, "a#1"), (second.number, "b#1")]
        for _ in range(2):
            writer.flush(Batch(retried=tried, misses=[late]))
            assert accounts(book) == [("a", "partial", 1), ("b", "done", 0)]
        with book.reading() as connection:
            assert connection.scalar(select(FAILURE.c.reason)) == "too long"


def test_texts_that_no_store_takes_are_mended_in_columns(where: str) -> None:
    report = made("Someone said that it rained.")
    report.source("Some\0one \ud800", "person")
    reading = report.reading(title="nought \0, half \udc00")
    with Casebook.create_or_open(where) as book:
        put(book, reading)
        with book.reading() as connection:
            assert connection.scalar(text("SELECT name FROM source")) == "Some\ufffdone ?"
            assert connection.scalar(text("SELECT title FROM edition")) == "nought \ufffd, half ?"
            assert connection.scalar(select(READING.c.current)) == 1


def test_a_very_long_document_is_searched_in_passages(where: str) -> None:
    text_ = "word " * 100_000
    document: Document = made(text_).reading().document
    reading = Reading(document, Maker("1", "none"))
    with Casebook.create_or_open(where) as book:
        put(book, reading)
        with book.reading() as connection:
            spans = connection.execute(text("SELECT start, stop FROM passage ORDER BY number"))
            assert [tuple(row) for row in spans] == [
                (0, 200_000),
                (200_000, 400_000),
                (400_000, 500_000),
            ]


def test_settings_are_part_of_who_made_it() -> None:
    one = filed_maker("ingest", Maker("1", "none"), {"published": "2024"})
    other = filed_maker("ingest", Maker("1", "none"), {})
    assert one["id"] != other["id"]
    assert isinstance(filed(dry()), Filed)
