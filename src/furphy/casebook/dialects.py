"""Where SQLite and PostgreSQL differ: column types, upsert, full text, the one writer's lock.

Everything else in the casebook is the same SQLAlchemy Core on both.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Double,
    Integer,
    LargeBinary,
    Select,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine

# STRICT tables of SQLite know INTEGER, REAL, TEXT and BLOB, and refuse what most other types of
# SQLAlchemy are called there.
WHOLE = BigInteger().with_variant(Integer(), "sqlite")
NUMBER: TypeEngine[float] = Double().with_variant(sqlite.REAL(), "sqlite")
# By code point in both, whatever the server's language: order, least and greatest, indexes.
WORDS = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
BYTES = LargeBinary()

SQLITE, POSTGRESQL = "sqlite", "postgresql"

_WRITERS_LOCK = 0x667572706879
"""Any number of our own: whoever holds this advisory lock writes."""

_FTS_TRIGGERS = """
CREATE TRIGGER {name}_after_insert AFTER INSERT ON {name} BEGIN
  INSERT INTO {name}_words(rowid, search) VALUES (new.number, new.search); END;
CREATE TRIGGER {name}_after_delete AFTER DELETE ON {name} BEGIN
  INSERT INTO {name}_words({name}_words, rowid, search)
  VALUES ('delete', old.number, old.search); END;
CREATE TRIGGER {name}_after_update AFTER UPDATE OF search ON {name} BEGIN
  INSERT INTO {name}_words({name}_words, rowid, search)
  VALUES ('delete', old.number, old.search);
  INSERT INTO {name}_words(rowid, search) VALUES (new.number, new.search); END;
"""


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, object]]) -> None:
    """Insert the rows that are not there yet; those whose unique columns are, stay as they are."""
    if not rows:
        return
    insert = sqlite.insert if connection.dialect.name == SQLITE else postgresql.insert
    connection.execute(insert(table).on_conflict_do_nothing(), rows)


def estimated(connection: Connection, chosen: Select[Any]) -> int:
    """Return about how many rows a PostgreSQL server expects to find, without looking for them."""
    asked = chosen.compile(dialect=connection.dialect)
    told = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {asked}", dict(asked.params))
    return int(told.scalar_one()[0]["Plan"]["Plan Rows"])


def expect(connection: Connection, share: float) -> None:
    """Tell a PostgreSQL server which share of what it finds will be fetched, in this transaction.

    It believes a tenth of it, and then goes through whole tables in the wished order rather than
    gather the few rows that there are.
    """
    if connection.dialect.name == POSTGRESQL:
        connection.exec_driver_sql(f"SET LOCAL cursor_tuple_fraction = {share}")


def only_writer(connection: Connection) -> None:
    """Be the only one who writes until this transaction ends; waits for the one who is.

    In SQLite the transaction was begun with ``BEGIN IMMEDIATE`` and holds the lock already.
    """
    if connection.dialect.name == POSTGRESQL:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS_LOCK})


def create_full_text(connection: Connection, name: str) -> None:
    """Index the column ``search`` of a table whose integer key is ``number``.

    SQLite: an FTS5 table ``NAME_words`` with external content, kept in step by three triggers; a
    step that rebuilds the table has to call :func:`recreate_full_text`, for SQLite drops triggers
    with their table. PostgreSQL: a GIN index over ``to_tsvector('simple', search)``.
    """
    if connection.dialect.name == POSTGRESQL:
        connection.execute(
            text(f"CREATE INDEX {name}_words ON {name} USING gin (to_tsvector('simple', search))")
        )
        return
    connection.execute(
        text(
            f"CREATE VIRTUAL TABLE {name}_words USING fts5(search, content='{name}',"
            " content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
        )
    )
    _create_triggers(connection, name)


def recreate_full_text(connection: Connection, name: str) -> None:
    """Bring the full-text index of a table back in step after the table was rebuilt."""
    if connection.dialect.name == SQLITE:
        for when in ("insert", "delete", "update"):
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name}_after_{when}"))
        _create_triggers(connection, name)
        rebuild = "INSERT INTO {name}_words({name}_words) VALUES ('rebuild')"
        connection.exec_driver_sql(rebuild.format(name=name))


def _create_triggers(connection: Connection, name: str) -> None:
    for statement in _FTS_TRIGGERS.format(name=name).split("END;"):
        if statement.strip():
            connection.exec_driver_sql(f"{statement.strip()} END")
