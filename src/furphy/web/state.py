"""What the desk keeps beside a casebook: accounts, visits, what is queued, and the last trace.

It is a SQLite file of its own, so that a casebook stays what it is: documents, readings and
judgements. Whoever deletes it loses accounts, saved searches and assignments; all else in it is
made anew.
"""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from furphy.desk.browsing import is_server
from furphy.errors import CasebookUnavailable, InputError

PATIENCE = 30.0
"""Seconds to wait for another who writes."""

SCHEMA = 3

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- Who may come in.
CREATE TABLE account (
  name TEXT PRIMARY KEY, role TEXT NOT NULL, hash TEXT NOT NULL, made_at TEXT NOT NULL) STRICT;
CREATE TABLE session (
  id TEXT PRIMARY KEY, account TEXT NOT NULL, made_at REAL NOT NULL, used_at REAL NOT NULL) STRICT;
CREATE TABLE token (
  id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, account TEXT NOT NULL, role TEXT NOT NULL,
  note TEXT NOT NULL, made_at TEXT NOT NULL, revoked_at TEXT) STRICT;
CREATE TABLE visit (
  who TEXT PRIMARY KEY, used_at REAL NOT NULL, edition INTEGER NOT NULL, trace INTEGER NOT NULL,
  before_edition INTEGER NOT NULL, before_trace INTEGER NOT NULL, before_at REAL NOT NULL) STRICT;

-- What people asked for.
CREATE TABLE once (id TEXT PRIMARY KEY, told TEXT, made_at REAL NOT NULL) STRICT;
CREATE TABLE saved (
  number INTEGER PRIMARY KEY, who TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL,
  made_at TEXT NOT NULL, UNIQUE (who, name)) STRICT;
CREATE TABLE task (
  number INTEGER PRIMARY KEY, claim TEXT NOT NULL, assertion TEXT NOT NULL, text TEXT NOT NULL,
  who TEXT, note TEXT NOT NULL, state TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
  version INTEGER NOT NULL) STRICT;
CREATE INDEX task_by_state ON task (state, number);
CREATE TABLE intake (
  number INTEGER PRIMARY KEY, who TEXT NOT NULL, inputs TEXT NOT NULL, folder TEXT,
  state TEXT NOT NULL, told TEXT NOT NULL, at TEXT NOT NULL, ended_at TEXT) STRICT;
CREATE INDEX intake_by_state ON intake (state, number);

CREATE TABLE handover (
  number INTEGER PRIMARY KEY, who TEXT NOT NULL, form TEXT NOT NULL, claim TEXT, name TEXT NOT NULL,
  state TEXT NOT NULL, reason TEXT, at TEXT NOT NULL, ended_at TEXT) STRICT;
CREATE INDEX handover_by_state ON handover (state, number);
"""

_OF_TRACES = """
-- The last finished trace, and the one under way.
CREATE TABLE trace (
  serial INTEGER PRIMARY KEY, extent TEXT NOT NULL, state TEXT NOT NULL, reason TEXT,
  documents INTEGER NOT NULL, claims INTEGER NOT NULL, began_at TEXT NOT NULL, ended_at TEXT)
  STRICT;
CREATE TABLE claim (
  trace INTEGER NOT NULL, rank INTEGER NOT NULL, id TEXT NOT NULL, since INTEGER NOT NULL,
  text TEXT NOT NULL, documents INTEGER NOT NULL, outlets INTEGER NOT NULL, low INTEGER NOT NULL,
  best INTEGER NOT NULL, high INTEGER NOT NULL, status TEXT, first_seen TEXT,
  contradictions INTEGER NOT NULL, proposals INTEGER NOT NULL, packed BLOB NOT NULL,
  PRIMARY KEY (trace, rank)) STRICT;
-- Claims that were told anew since, as they were traced.
CREATE TABLE as_traced (
  trace INTEGER NOT NULL, id TEXT NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (trace, id)) STRICT;
CREATE INDEX claim_by_id ON claim (trace, id);
CREATE INDEX claim_by_since ON claim (trace, since, rank);
CREATE INDEX claim_by_status ON claim (trace, status, rank);
CREATE INDEX claim_contradicted ON claim (trace, rank) WHERE contradictions > 0;
-- Documents and links of the claims that one document alone tells, by their numbers there.
CREATE TABLE shown (
  trace INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, packed BLOB NOT NULL,
  PRIMARY KEY (trace, number)) STRICT;
CREATE TABLE link (
  trace INTEGER NOT NULL, earlier INTEGER NOT NULL, later INTEGER NOT NULL, packed BLOB NOT NULL,
  PRIMARY KEY (trace, later, earlier)) STRICT;
CREATE TABLE member (
  trace INTEGER NOT NULL, assertion TEXT NOT NULL, document TEXT NOT NULL, claim TEXT NOT NULL)
  STRICT;
CREATE INDEX member_by_assertion ON member (trace, assertion);
CREATE INDEX member_by_document ON member (trace, document);
-- What people rejected when it was traced, and the claim that it would belong to.
CREATE TABLE left_out (
  trace INTEGER NOT NULL, assertion TEXT NOT NULL, claim TEXT NOT NULL) STRICT;
CREATE INDEX left_out_by_assertion ON left_out (trace, assertion);
CREATE TABLE IF NOT EXISTS former (
  claim TEXT PRIMARY KEY, assertion TEXT NOT NULL, since INTEGER NOT NULL) STRICT;
CREATE TABLE source (
  trace INTEGER NOT NULL, rank INTEGER NOT NULL, folded TEXT NOT NULL, name TEXT NOT NULL,
  told TEXT NOT NULL, PRIMARY KEY (trace, rank)) STRICT;
CREATE INDEX source_by_name ON source (trace, folded);
CREATE TABLE telling (
  trace INTEGER NOT NULL, folded TEXT NOT NULL, claim TEXT NOT NULL, is_first INTEGER NOT NULL,
  rank INTEGER NOT NULL) STRICT;
CREATE INDEX telling_by_source ON telling (trace, folded, is_first DESC, rank);
CREATE TABLE derivation (
  trace INTEGER NOT NULL, number INTEGER NOT NULL, earlier TEXT NOT NULL, later TEXT NOT NULL,
  told TEXT NOT NULL, PRIMARY KEY (trace, number)) STRICT;
CREATE INDEX derivation_by_earlier ON derivation (trace, earlier);
CREATE INDEX derivation_by_later ON derivation (trace, later);
CREATE TABLE origin (
  trace INTEGER NOT NULL, number INTEGER NOT NULL, told TEXT NOT NULL,
  PRIMARY KEY (trace, number)) STRICT;
"""

NO_CLAIM = ""
"""The claim of what people reject, in the table of members."""

OF_A_TRACE = (
    *("claim", "as_traced", "shown", "link", "member", "left_out"),
    *("source", "telling", "derivation", "origin"),
)
"""Tables that a trace fills anew."""


class State:
    """The file; connections are opened when they are needed, and given back at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._connected() as connection:
            # Readers go on while others write.
            connection.execute("PRAGMA journal_mode=WAL")
        with self.writing() as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if not found:
                _create(connection)
            elif found < SCHEMA:
                _renew(connection)
            found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found != SCHEMA:
            raise CasebookUnavailable(
                f"{path} was made by another furphy (schema {found}, this one knows {SCHEMA})"
            )

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that sees one state of the file."""
        with self._connected() as connection:
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that writes; all of it is stored at the end, or nothing."""
        with self._connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                # However it broke off, nothing half written stands.
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def about(self, key: str) -> str | None:
        """Return what the file says of itself under a key."""
        with self.reading() as connection:
            row = connection.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        except sqlite3.OperationalError as error:
            raise CasebookUnavailable(f"{self.path}: {error}") from error
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA cache_size=-4000")
            connection.execute("PRAGMA synchronous=NORMAL")
            yield connection
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.IntegrityError):
                raise
            raise CasebookUnavailable(f"{self.path}: {error}") from error
        finally:
            connection.close()


def _create(connection: sqlite3.Connection) -> None:
    _run(connection, _TABLES)
    connection.execute("INSERT INTO about VALUES ('secret', ?)", (secrets.token_hex(32),))
    _run(connection, _OF_TRACES)
    connection.execute(f"PRAGMA user_version={SCHEMA}")


def _renew(connection: sqlite3.Connection) -> None:
    """Make the tables of traces anew; what is in them is traced again."""
    for name in ("trace", *OF_A_TRACE):
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    _run(connection, _OF_TRACES)
    connection.execute(f"PRAGMA user_version={SCHEMA}")


def _run(connection: sqlite3.Connection, tables: str) -> None:
    for each in tables.split(";\n"):
        if each.strip():
            connection.execute(each)


def beside(case: str, folder: Path | None) -> Path:
    """Return where the desk keeps what it keeps of a casebook.

    Raises :class:`furphy.errors.InputError` where the casebook lies on a server and no ``folder``
    is told.
    """
    if folder is not None:
        return folder / "furphy.desk"
    if is_server(case):
        raise InputError(f"{case} lies on a server: say with --state in which folder to keep state")
    return Path(f"{case}.desk")
