import hashlib
import json
from contextlib import suppress

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError
from stored import add, clock, dry, flooded

from furphy.casebook.casebook import Casebook
from furphy.casebook.journal import (
    JOURNAL,
    NOTHING_BEFORE,
    Deed,
    Entry,
    EntryKind,
    append,
    digest_of,
    entries,
    head,
)


def kinds(book: Casebook) -> list[str]:
    with book.reading() as connection:
        return [each.kind for each in entries(connection)]


def journal(book: Casebook) -> list[Entry]:
    with book.reading() as connection:
        return [*entries(connection)]


def test_each_entry_names_the_one_before_it(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        add(book, flooded())
        add(book, dry())
        found = journal(book)
    assert [each.number for each in found] == [1, 2, 3, 4]
    assert [each.previous for each in found] == [NOTHING_BEFORE, *(one.id for one in found[:-1])]
    assert [each.id for each in found] == [digest_of(each) for each in found]


def test_an_entry_s_digest_can_be_worked_out_without_furphy(where: str) -> None:
    with Casebook.create_or_open(where) as book, book.writing() as connection:
        entry = append(connection, Deed(EntryKind.EXPORT, by="Zoë", settings={"rows": 2}), clock)
    columns = ("number", "previous", "kind", "at", "by", "version", "settings", "covers")
    told = {name: getattr(entry, name) for name in columns}
    written = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert entry.id == hashlib.sha256(written.encode()).hexdigest()


def test_intake_and_reading_are_entered_with_the_rows_they_vouch_for(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        add(book, flooded(), dry())
        intake, reading = journal(book)
    assert (intake.kind, reading.kind) == (EntryKind.INTAKE, EntryKind.READING)
    assert {name: len(rows) for name, rows in intake.covered().items()} == {
        "document": 2,
        "edition": 2,
        "sighting": 2,
        "item": 2,
    }
    assert {name: len(rows) for name, rows in reading.covered().items()} == {"reading": 2}
    assert flooded().document.id in [each.id for each in intake.covered()["document"]]


def test_what_is_not_stored_is_not_entered(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        with suppress(ZeroDivisionError), book.writing() as connection:
            append(connection, Deed(EntryKind.EXPORT), clock)
            raise ZeroDivisionError
        assert journal(book) == []


def test_nothing_new_is_no_entry(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        add(book, dry())
        add(book, dry())
        assert kinds(book) == ["intake", "reading", "intake"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(update(JOURNAL).values(by="somebody else"), id="change"),
        pytest.param(delete(JOURNAL), id="deletion"),
    ],
)
def test_the_store_refuses_to_change_the_journal(where: str, change: object) -> None:
    with Casebook.create_or_open(where) as book:
        add(book, dry())
        with pytest.raises(DBAPIError, match="journal only grows"), book.writing() as connection:
            connection.execute(change)  # type: ignore[call-overload]  # statements of several kinds
        assert len(journal(book)) == 2


def test_postgresql_refuses_to_empty_it(where: str) -> None:
    if "://" not in where:
        pytest.skip("SQLite knows no TRUNCATE")
    with Casebook.create_or_open(where) as book:
        add(book, dry())
        with pytest.raises(DBAPIError, match="journal only grows"), book.writing() as connection:
            connection.execute(text("TRUNCATE journal"))


def test_an_empty_casebook_has_an_empty_journal(where: str) -> None:
    with Casebook.create_or_open(where) as book, book.reading() as connection:
        assert head(connection) is None
