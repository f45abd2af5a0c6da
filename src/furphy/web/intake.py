"""Documents on their way into the casebook: uploads in a spool, a queue, and who takes them in.

An upload is written into a folder of its own; only when all of it is there does a row of the queue
name it, so that an upload broken off leaves nothing. One process after the other takes in what is
queued; what came of each input stands in the casebook's own ledger.
"""

import json
import os
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from furphy.desk.adding import add
from furphy.desk.storing import Misses, Progress
from furphy.desk.stumbling import reason_of
from furphy.desk.taking import Request
from furphy.web.accounts import now
from furphy.web.state import State

MOST_FILES = 1_000
_LONGEST = 120
_SHOWN = 20
"""Failures that a row of the queue names; the ledger names all."""


@dataclass(frozen=True, slots=True)
class Job:
    """A row of the queue."""

    number: int
    who: str
    inputs: tuple[str, ...]
    state: str
    """queued, running, done, or failed."""
    told: dict[str, Any]
    at: str
    ended_at: str | None


def queue(state: State, who: str, inputs: Iterable[str], folder: Path | None) -> int:
    """Put inputs down to be taken in; return the number of the row."""
    with state.writing() as connection:
        row = (who, json.dumps([*inputs]), None if folder is None else str(folder), now())
        cursor = connection.execute(
            "INSERT INTO intake (who, inputs, folder, state, told, at)"
            " VALUES (?, ?, ?, 'queued', '{}', ?)",
            row,
        )
        return int(cursor.lastrowid or 0)


def jobs(state: State, before: int | None = None, limit: int = 10) -> list[Job]:
    """Return rows of the queue, the last first."""
    asked = "SELECT * FROM intake WHERE number < ? ORDER BY number DESC LIMIT ?"
    with state.reading() as connection:
        rows = connection.execute(asked, (before or 1 << 62, limit)).fetchall()
    return [_job(row) for row in rows]


def job(state: State, number: int) -> Job | None:
    """Return a row of the queue."""
    with state.reading() as connection:
        row = connection.execute("SELECT * FROM intake WHERE number = ?", (number,)).fetchone()
    return None if row is None else _job(row)


def waiting(state: State) -> int | None:
    """Return the number of the row that is to be taken in next."""
    asked = "SELECT number FROM intake WHERE state = 'queued' ORDER BY number LIMIT 1"
    with state.reading() as connection:
        row = connection.execute(asked).fetchone()
    return None if row is None else int(row[0])


def requeue_broken_off(state: State) -> None:
    """Put down anew what nobody works on any more, since the desk was ended meanwhile."""
    with state.writing() as connection:
        connection.execute("UPDATE intake SET state = 'queued' WHERE state = 'running'")


def fail(state: State, number: int, reason: str) -> None:
    """Put down that a row could not be taken in."""
    with state.writing() as connection:
        connection.execute(
            "UPDATE intake SET state = 'failed', told = ?, ended_at = ?"
            " WHERE number = ? AND state IN ('queued', 'running')",
            (json.dumps({"reason": reason}), now(), number),
        )


def take_in(where: str, path: str, number: int) -> None:
    """Take in a row of the queue: the work of a process of its own."""
    state = State(Path(path))
    with state.writing() as connection:
        row = connection.execute("SELECT * FROM intake WHERE number = ?", (number,)).fetchone()
        connection.execute("UPDATE intake SET state = 'running' WHERE number = ?", (number,))
    folder = None if row["folder"] is None else Path(row["folder"])
    if folder is not None:
        # Uploads go by their names, not by where they wait.
        os.chdir(folder.parent)
    misses: list[dict[str, str]] = []

    def watch(progress: Progress, missed: Misses) -> None:
        misses.extend({"key": each.key, "reason": each.reason} for each in missed)
        told = {**asdict(progress), "failures": misses[:_SHOWN]}
        with state.writing() as connection:
            connection.execute(
                "UPDATE intake SET told = ? WHERE number = ?", (json.dumps(told), number)
            )

    try:
        progress = add(Request(where, tuple(json.loads(row["inputs"]))), watch)
    except Exception as error:  # noqa: BLE001  (told on the page; what was stored is kept)
        fail(state, number, reason_of(error))
        return
    watch(progress, ())
    with state.writing() as connection:
        asked = "UPDATE intake SET state = 'done', ended_at = ? WHERE number = ?"
        connection.execute(asked, (now(), number))
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def safe_name(given: str, number: int) -> str:
    """Return a name under which an upload can be written anywhere, as like the given as may be."""
    name = given.replace("\\", "/").rpartition("/")[2]
    kept = "".join("_" if unicodedata.category(each)[0] == "C" else each for each in name)
    kept = kept.strip(" .") or f"upload-{number}"
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending) > 10:  # noqa: PLR2004 - longer is no ending
        stem, dot, ending = kept, "", ""
    while len(f"{stem}{dot}{ending}".encode()) > _LONGEST:
        stem = stem[:-1]
    return f"{stem}{dot}{ending}"


def _job(row: Any) -> Job:  # noqa: ANN401 - a row of sqlite3
    return Job(
        row["number"],
        row["who"],
        tuple(json.loads(row["inputs"])),
        row["state"],
        json.loads(row["told"]),
        row["at"],
        row["ended_at"],
    )
