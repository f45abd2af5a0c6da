"""Connections to a store: one engine for those who read, one for those who write.

SQLite: write-ahead log, so that readers never wait for the writer. A transaction that reads before
it writes has to take the lock at its beginning (``BEGIN IMMEDIATE``): asked for later, the lock is
refused at once when another holds it, however long one would have waited. Readers use an engine
with a plain ``BEGIN``, or they would queue behind writers.
"""

import sqlite3
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from furphy.casebook.dialects import POSTGRESQL
from furphy.errors import CasebookUnavailable, NotACasebook

PATIENCE = 60
"""Seconds to wait for another writer's transaction to end."""

_MOMENT = 0.01
"""Seconds between two trials of what SQLite does not wait for itself."""

_KEPT_OPEN, _AT_MOST = 4, 40
"""Connections for reading that are kept open for the next one, and that are open at all."""

_CACHE = 16_000
"""Kilobytes of the file's pages that a SQLite connection holds at most."""


def is_address(where: str) -> bool:
    """Tell whether a casebook is named by the address of a database server, not by a file."""
    return "://" in where


def writer_engine(where: str) -> Engine:
    """Return an engine whose transactions write, one at a time."""
    if is_address(where):
        return _server(where)
    engine = create_engine(URL.create("sqlite", database=where), connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _settle_writer)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def reader_engine(where: str, *, frozen: bool = False) -> Engine:
    """Return an engine whose transactions only read.

    ``frozen`` says that a file lies where nothing can be written, so that no one will change it.
    """
    if is_address(where):
        view = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        return _server(where).execution_options(**view)
    # Opened for reading alone, SQLite would leave its log beside the file when it is closed.
    mode = "immutable=1" if frozen else "mode=rw"
    address = f"file:{quote(str(Path(where).absolute()))}?{mode}"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            address, uri=True, timeout=PATIENCE, check_same_thread=False
        ),
        # Left to itself, it would take this for a store in memory and close what is still used.
        poolclass=QueuePool,
        pool_size=_KEPT_OPEN,
        max_overflow=_AT_MOST - _KEPT_OPEN,
    )
    event.listen(engine, "connect", _settle_reader)
    event.listen(engine, "begin", _begin)
    return engine


def _server(where: str) -> Engine:
    try:
        url = make_url(where)
        if url.get_backend_name() != POSTGRESQL:
            raise NotACasebook(f"{where}: a casebook is a file or a PostgreSQL database")
        if url.drivername == POSTGRESQL:
            url = url.set(drivername="postgresql+psycopg")
        # Writers see what was there when they got the lock, not when they began to wait for it.
        return create_engine(url, isolation_level="READ COMMITTED")
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise NotACasebook(f"{where}: no address of a database ({error})") from error
    except ModuleNotFoundError as error:
        raise CasebookUnavailable(
            f"{where}: PostgreSQL needs: pip install 'furphy[postgres]'"
        ) from error


def _settle_writer(connection: sqlite3.Connection, _record: object) -> None:
    _settle(connection)
    _log_ahead(connection)
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _log_ahead(connection: sqlite3.Connection) -> None:
    # SQLite refuses this at once, without its usual patience, where another is doing the same.
    deadline = monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(_MOMENT)
        else:
            return


def _settle_reader(connection: sqlite3.Connection, _record: object) -> None:
    _settle(connection)
    connection.execute("PRAGMA query_only=ON").close()


def _settle(connection: sqlite3.Connection) -> None:
    # The driver would begin transactions of its own, as it sees fit.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA cache_size=-{_CACHE}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
