"""What tracing worked out before, in a file beside the casebook that may be deleted at any time.

A value is found by what it was made of. The file as a whole is of one furphy: whatever code, word
list, weight or library differs, it is begun anew. A value that is not as it was written counts as
none, and a file that cannot be read is begun anew as well; a file that is something else is left
alone, and so is one that cannot be written.
"""

import os
import platform
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

import furphy
from furphy.casebook.engines import is_address
from furphy.tracing.memory import Fresh, Memory

SUFFIX = ".trace"
APPLICATION = 0x46545243
"""What the file says it is, in the header that SQLite keeps for that."""

_HEAD, _AT = 100, 68
"""Bytes of the header, and where in it the application is named."""
_CHECK = 8
"""Bytes of the digest that stands behind each value."""
_PENDING = 16_000_000
"""Bytes written before they are stored for good."""
_MANY = 500
"""Keys from which on a whole kind is read rather than key by key."""
_PATIENCE = 10
"""Seconds to wait for another process that writes."""
_MADE_BY = (
    "tracing",
    "vectors",
    "textkit",
    "lexicon",
    "gazetteer",
    "desk/traceable.py",
    "ingest/dates.py",
)
_SOURCES = {".py", ".tsv", ".npy"}


class KeptTraces:
    """The file beside a casebook."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._kinds: set[str] = set()
        self._pending = 0
        self._more = Fresh()
        self._broken = False

    def recall(self, kind: str, keys: Sequence[bytes]) -> list[bytes | None]:
        """Return the value kept under each key; None where there is none, or none that is sound."""
        found: list[bytes | None] = [None] * len(keys)
        with self._tolerant():
            self._table(kind)
            found = [*self._found(kind, keys)]
        if not self._broken:
            return found
        more = self._more.recall(kind, keys)
        return [one if other is None else other for one, other in zip(found, more, strict=True)]

    def keep(self, kind: str, values: Mapping[bytes, bytes]) -> None:
        """Keep values under their keys, in place of those that are there."""
        if self._broken or not values:
            self._more.keep(kind, values)
            return
        with self._tolerant():
            self._table(kind)
            if not self._pending:
                self._connection.execute("BEGIN IMMEDIATE")
            rows = ((key, value + _check(kind, key, value)) for key, value in values.items())
            self._connection.executemany(f'REPLACE INTO "{kind}" VALUES (?, ?)', rows)  # noqa: S608 (ours)
            self._pending += sum(map(len, values.values())) + 1
            if self._pending > _PENDING:
                self.commit()
        if self._broken:
            self._more.keep(kind, values)

    def commit(self) -> None:
        """Store for good what was kept."""
        if self._pending:
            self._pending = 0
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Store what was kept, and let go of the file."""
        with self._tolerant():
            self.commit()
        with suppress(sqlite3.Error):
            self._connection.close()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process makes its own of: it reads what was kept up to now."""
        with self._tolerant():
            self.commit()
        return _for_worker, (self._path,)

    def _found(self, kind: str, keys: Sequence[bytes]) -> Iterator[bytes | None]:
        get: Any
        if len(keys) > _MANY:
            rows = dict(self._connection.execute(f'SELECT key, value FROM "{kind}"'))  # noqa: S608 (ours)
            get = rows.get
        else:
            asked = f'SELECT value FROM "{kind}" WHERE key = ?'  # noqa: S608 (ours)

            def get(key: bytes) -> bytes | None:
                row = self._connection.execute(asked, (key,)).fetchone()
                return row[0] if row else None

        for key in keys:
            value = get(key)
            if not isinstance(value, bytes) or value[-_CHECK:] != _check(
                kind, key, value[:-_CHECK]
            ):
                yield None
            else:
                yield value[:-_CHECK]

    def _table(self, kind: str) -> None:
        if kind not in self._kinds:
            self._connection.execute(
                f'CREATE TABLE IF NOT EXISTS "{kind}" (key BLOB PRIMARY KEY, value BLOB NOT NULL)'
            )
            self._kinds.add(kind)

    @contextmanager
    def _tolerant(self) -> Iterator[None]:
        """Go on without the file where it fails: everything can be worked out again."""
        try:
            yield
        except sqlite3.Error:
            # What is kept from here on is kept in memory.
            self._broken = True
            self._pending = 0
            with suppress(sqlite3.Error):
                self._connection.rollback()


@contextmanager
def kept_traces(where: str) -> Iterator[Memory]:
    """Lend what was kept of a casebook, by its file or address; nothing where that cannot be."""
    path = place(where)
    if is_address(where):
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
    opened = _opened(path)
    if opened is None:
        yield Fresh()
        return
    try:
        yield opened
    finally:
        opened.close()


def place(where: str) -> Path:
    """Return the file beside a casebook; that of a server's is in the user's cache."""
    if not is_address(where):
        return Path(f"{where}{SUFFIX}")
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    name = blake2b(where.encode(), digest_size=16).hexdigest()
    return Path(home) / "furphy" / f"{name}{SUFFIX}"


def _opened(path: Path) -> KeptTraces | None:
    for _ in range(2):
        try:
            if _is_other(path):
                return None
            return _begun(path)
        except sqlite3.OperationalError:
            # It cannot be written, or another process does not let go of it.
            return None
        except (sqlite3.DatabaseError, OSError):
            if not _removed(path):
                return None
    return None


def _is_other(path: Path) -> bool:
    """Tell whether there is a file that is none of ours."""
    if not path.exists():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return bool(head) and head[_AT : _AT + 4] != APPLICATION.to_bytes(4, "big")


def _begun(path: Path) -> KeptTraces:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("PRAGMA journal_mode = WAL").close()
        # What the machine loses when it stops is worked out again.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall()
        known = ("made_by",) in tables and connection.execute(
            "SELECT digest FROM made_by"
        ).fetchone()
        if known != (made_by(),):
            for (name,) in tables:
                connection.execute(f'DROP TABLE "{name}"')
            connection.execute("CREATE TABLE made_by (digest TEXT NOT NULL)")
            connection.execute("INSERT INTO made_by VALUES (?)", (made_by(),))
        connection.execute("COMMIT")
    except BaseException:
        # However it broke off, nobody else has the connection to close it.
        connection.close()
        raise
    # A value that someone made a text of cannot be decoded; as bytes it fails its check.
    connection.text_factory = bytes
    return KeptTraces(path, connection)


def _removed(path: Path) -> bool:
    try:
        for each in ("", "-wal", "-shm"):
            Path(f"{path}{each}").unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _for_worker(path: Path) -> Memory:
    return _opened(path) or Fresh()


def _check(kind: str, key: bytes, value: bytes) -> bytes:
    made = blake2b(kind.encode(), digest_size=_CHECK)
    made.update(key)
    made.update(value)
    return made.digest()


@cache
def made_by() -> str:
    """Return a digest of all that what is kept depends on besides the texts."""
    made = blake2b(digest_size=16)
    for told in (furphy.__version__, np.__version__, platform.python_version(), platform.machine()):
        made.update(told.encode())
    root = Path(furphy.__file__).parent
    for name in _MADE_BY:
        start = root / name
        for path in [start] if start.is_file() else sorted(start.rglob("*")):
            if path.suffix in _SOURCES:
                made.update(path.relative_to(root).as_posix().encode())
                made.update(path.read_bytes())
    return made.hexdigest()
