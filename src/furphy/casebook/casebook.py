"""A casebook, opened: made where there is none, brought to the newest schema, or refused."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

from sqlalchemy import Connection, Engine, insert, inspect, select, update
from sqlalchemy.exc import OperationalError

import furphy
from furphy.casebook import tables
from furphy.casebook.dialects import only_writer
from furphy.casebook.engines import is_address, reader_engine, writer_engine
from furphy.casebook.schema import ABOUT
from furphy.casebook.troubles import told
from furphy.errors import CasebookDamaged, CasebookTooNew, CasebookUnavailable, NotACasebook

FORMAT = "furphy-casebook"
"""What the store says it is; anything else is refused."""


class Casebook:
    """A store that is there and of the newest schema.

    Use :meth:`open` or :meth:`create_or_open`; close it, or use it in a ``with`` statement. Raises
    :class:`furphy.errors.CasebookError` wherever the store cannot do what is asked.
    """

    def __init__(self, where: str, reader: Engine) -> None:
        self.where = where
        self._reader = reader
        self._writer: Engine | None = None

    @classmethod
    def open(cls, where: str) -> "Casebook":
        """Open a casebook that is there already: a file's path or a database's address."""
        book = cls._open_unless_empty(where)
        if book is None:
            raise NotACasebook(f"{where}: no casebook yet; furphy add makes one")
        return book

    @classmethod
    def create_or_open(cls, where: str) -> "Casebook":
        """Open a casebook, after making it where there is nothing."""
        path = None if is_address(where) else Path(where)
        if path is not None and not path.exists():
            if not path.parent.is_dir():
                raise CasebookUnavailable(f"{where}: there is no folder {path.parent}")
            _create(where)
        book = cls._open_unless_empty(where)
        if book is not None:
            return book
        # Empty, or another process has begun to make it and holds the lock until it is made.
        _create(where)
        return cls.open(where)

    @classmethod
    def _open_unless_empty(cls, where: str) -> "Casebook | None":
        if not is_address(where):
            _refuse_other_files(Path(where))
        with told(where):
            reader = _reader(where)
            try:
                schema = _schema(where, reader)
            except BaseException:
                reader.dispose()
                raise
        book = cls(where, reader)
        if schema is None:
            book.close()
            return None
        if schema < tables.NEWEST:
            book._migrate()
        return book

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection that sees one state of the store and cannot change it."""
        with told(self.where), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend the one connection that may write; all of it is stored at the end, or nothing."""
        if self._writer is None:
            self._writer = writer_engine(self.where)
        with told(self.where), self._writer.begin() as connection:
            only_writer(connection)
            yield connection

    def close(self) -> None:
        """Give all connections back."""
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()

    def __enter__(self) -> "Casebook":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _migrate(self) -> None:
        # Alembic is slow to load, and most casebooks are of the newest schema.
        from furphy.casebook import migrations  # noqa: PLC0415 (loads Alembic)

        try:
            with self.writing() as connection:
                # Another process may have done it meanwhile.
                found = _about(connection)
                migrations.upgrade(connection, int(found["schema"]))
                for key, value in _what_it_is().items():
                    row = update(ABOUT).where(ABOUT.c.key == key).values(value=value)
                    connection.execute(row)
        except BaseException:
            self.close()
            raise


def _what_it_is() -> dict[str, str]:
    return {"format": FORMAT, "schema": str(tables.NEWEST), "version": furphy.__version__}


def _refuse_other_files(path: Path) -> None:
    if not path.exists():
        raise NotACasebook(f"{path}: there is no such casebook; furphy add makes one")
    if path.is_dir():
        raise NotACasebook(f"{path} is a folder, not a casebook")
    try:
        # Asked of SQLite, never of the file: where a process closes a file that it also has open
        # in SQLite, the system takes away the locks that keep others from throwing away its log.
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as asked:
            asked.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise NotACasebook(f"{path} is not a casebook; furphy leaves it alone") from error
        # Whatever else is wrong with it shows when it is opened.


def _create(where: str) -> None:
    engine = writer_engine(where)
    try:
        with told(where), engine.begin() as connection:
            only_writer(connection)
            # Another process may have made it meanwhile; something else is refused when opened.
            if not inspect(connection).get_table_names():
                tables.create(connection)
                rows = [{"key": key, "value": value} for key, value in _what_it_is().items()]
                connection.execute(insert(ABOUT), rows)
    finally:
        engine.dispose()


def _reader(where: str) -> Engine:
    """Return an engine to read with, also where not even the log of writes can be made."""
    reader = reader_engine(where)
    if is_address(where):
        return reader
    try:
        with reader.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except OperationalError as error:
        if "unable to open" not in str(error.orig) and "readonly" not in str(error.orig):
            raise
        reader.dispose()
        return reader_engine(where, frozen=True)
    return reader


def _schema(where: str, reader: Engine) -> int | None:
    """Return the schema of a casebook, None for an empty store; refuse what is none or too new."""
    with reader.connect() as connection:
        names = inspect(connection).get_table_names()
        if not names:
            return None
        if ABOUT.name not in names:
            raise NotACasebook(f"{where} is another program's database; furphy leaves it alone")
        found = _about(connection)
    if found.get("format") != FORMAT:
        raise NotACasebook(f"{where} is another program's database; furphy leaves it alone")
    schema, version = found.get("schema", ""), found.get("version", "?")
    if not schema.isdecimal():
        raise CasebookDamaged(f"{where} is damaged: its schema reads {schema!r}")
    if int(schema) > tables.NEWEST:
        raise CasebookTooNew(
            f"{where} was made by furphy {version}, with schema {schema}; this is furphy"
            f" {furphy.__version__}, which knows schemas up to {tables.NEWEST}: use a newer one"
        )
    return int(schema)


def _about(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(ABOUT.c.key, ABOUT.c.value))
    return {row.key: row.value for row in rows}
