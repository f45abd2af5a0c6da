import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from shell import ran
from sqlalchemy import create_engine, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from stored import small
from stores import Server

import furphy
from furphy.casebook.casebook import Casebook
from furphy.casebook.schema import ABOUT, DOCUMENT
from furphy.errors import (
    CasebookDamaged,
    CasebookTooNew,
    CasebookUnavailable,
    NotACasebook,
)

ROW = {"number": 1, "id": "sha256:00", "added_at": "2024-03-14T09:20:11Z"}


def counted(book: Casebook) -> int | None:
    with book.reading() as connection:
        return connection.scalar(select(func.count()).select_from(DOCUMENT))


def test_what_is_written_is_there_when_opened_again(where: str) -> None:
    with Casebook.create_or_open(where) as book, book.writing() as connection:
        connection.execute(insert(DOCUMENT), ROW)
    with Casebook.open(where) as book:
        assert counted(book) == 1
    with Casebook.create_or_open(where) as book:
        assert counted(book) == 1


def test_what_another_process_has_only_begun_to_make_is_made(tmp_path: Path) -> None:
    where = str(tmp_path / "case")
    with closing(sqlite3.connect(where)) as other:
        other.execute("PRAGMA journal_mode=WAL")
    assert Path(where).stat().st_size
    with Casebook.create_or_open(where) as book:
        assert counted(book) == 0


def test_all_of_a_transaction_is_written_or_nothing(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        with suppress(ZeroDivisionError), book.writing() as connection:
            connection.execute(insert(DOCUMENT), ROW)
            raise ZeroDivisionError
        assert counted(book) == 0


def test_a_reader_neither_waits_for_the_writer_nor_sees_its_half(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        with book.writing() as connection:
            connection.execute(insert(DOCUMENT), ROW)
            assert counted(book) == 0
        assert counted(book) == 1


def test_who_reads_cannot_write(where: str) -> None:
    with Casebook.create_or_open(where) as book:
        with pytest.raises((CasebookUnavailable, DBAPIError)), book.reading() as connection:
            connection.execute(insert(DOCUMENT), ROW)
        assert counted(book) == 0


def test_a_newer_casebook_is_refused_with_its_version(where: str) -> None:
    with Casebook.create_or_open(where) as book, book.writing() as connection:
        for key, value in (("schema", "99"), ("version", "7.5.0")):
            connection.execute(update(ABOUT).where(ABOUT.c.key == key).values(value=value))
    with pytest.raises(CasebookTooNew, match=r"made by furphy 7\.5\.0, with schema 99") as refused:
        Casebook.open(where)
    assert f"this is furphy {furphy.__version__}" in str(refused.value)


@pytest.mark.parametrize(
    "content",
    [pytest.param(b"Dear diary", id="text"), pytest.param(b"\x89PNG\r\n" * 400, id="a picture")],
)
def test_another_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    for opened in (Casebook.open, Casebook.create_or_open):
        with pytest.raises(NotACasebook, match="is not a casebook"):
            opened(str(file))
    assert file.read_bytes() == content


def test_another_programs_database_is_refused(where: str) -> None:
    driver = where.replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(driver if "://" in where else f"sqlite:///{where}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipe (name TEXT)"))
    engine.dispose()
    for opened in (Casebook.open, Casebook.create_or_open):
        with pytest.raises(NotACasebook, match="another program's database"):
            opened(where)


def test_nothing_is_made_by_opening(tmp_path: Path, server: Server) -> None:
    with pytest.raises(NotACasebook, match="furphy add makes one"):
        Casebook.open(str(tmp_path / "case"))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NotACasebook, match="furphy add makes one"):
        Casebook.open(server.database())


def test_a_file_left_empty_by_a_killed_beginning_is_used(tmp_path: Path) -> None:
    (tmp_path / "case").touch()
    with Casebook.create_or_open(str(tmp_path / "case")) as book:
        assert counted(book) == 0


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        pytest.param("mysql://host/db", "a file or a PostgreSQL database", id="other server"),
        pytest.param("nonsense://host/db", "a file or a PostgreSQL database", id="nonsense"),
        pytest.param("postgresql://u@127.0.0.1:1/db", "refused", id="no one listens"),
        pytest.param("/nowhere/at/all/case", "no folder /nowhere/at/all", id="no folder"),
    ],
)
def test_a_place_that_cannot_hold_a_casebook_says_why(where: str, reason: str) -> None:
    with pytest.raises((NotACasebook, CasebookUnavailable), match=reason):
        Casebook.create_or_open(where)


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(NotACasebook) as refused:
        Casebook.create_or_open("mysql://user:open-sesame@host/db")
    assert "sesame" not in str(refused.value)


@pytest.mark.parametrize("at", [100, 4096, 8192])
def test_a_damaged_file_is_said_to_be_so_with_the_way_back(tmp_path: Path, at: int) -> None:
    file = tmp_path / "case"
    with Casebook.create_or_open(str(file)) as book, book.writing() as connection:
        rows = [ROW | {"number": n, "id": f"sha256:{n:064}"} for n in range(2000)]
        connection.execute(insert(DOCUMENT), rows)
    data = bytearray(file.read_bytes())
    data[at:] = b"\xff" * (len(data) - at)
    file.write_bytes(data)
    with (
        pytest.raises(CasebookDamaged, match=r"is damaged .* Go back to a copy .*\.recover"),
        Casebook.open(str(file)) as book,
    ):
        counted(book)


def test_the_file_is_whole_once_it_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "case"
    with Casebook.create_or_open(str(file)) as book, book.writing() as connection:
        connection.execute(insert(DOCUMENT), ROW)
    assert [each.name for each in tmp_path.iterdir()] == ["case"]
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT id FROM document").fetchone() == ("sha256:00",)


def test_opening_it_once_more_does_not_take_its_log_from_who_reads(tmp_path: Path) -> None:
    where = str(tmp_path / "case.furphy")
    with small(where) as book, book.reading() as connection:
        before = connection.scalar(select(func.count()).select_from(DOCUMENT))
        log = Path(f"{where}-wal").stat().st_ino
        # The system takes a process's locks on a file away when it closes any handle of it.
        Casebook.open(where).close()
        program = (
            "import sys; from furphy.casebook.casebook import Casebook\n"
            "with Casebook.open(sys.argv[1]) as book, book.writing() as connection:\n"
            "    connection.exec_driver_sql('CREATE TABLE beside (x INTEGER)')\n"
        )
        told = ran("-c", program, where)
        assert told.returncode == 0, told.stderr
        assert Path(f"{where}-wal").stat().st_ino == log
        assert connection.scalar(select(func.count()).select_from(DOCUMENT)) == before
