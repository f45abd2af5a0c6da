"""Files that are handed on: made by a process of its own, kept until others take their place."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from furphy.desk.bundling import bundle
from furphy.desk.exporting import FORMATS, Wanted, exported, handed_on
from furphy.desk.stumbling import reason_of
from furphy.errors import InputError
from furphy.web.accounts import now
from furphy.web.state import State

BUNDLE, READINGS = "bundle", "jsonl"
FORMS = (READINGS, *FORMATS, BUNDLE)
"""What can be asked for."""

OF_A_CLAIM = (BUNDLE, *FORMATS)
"""Of these, what can be asked for one claim."""

_ENDINGS = {BUNDLE: "zip", READINGS: "jsonl", "ftm": "jsonl", "plover": "jsonl"}
KEPT = 40
"""Files that are kept."""


@dataclass(frozen=True, slots=True)
class Handover:
    """A file that somebody asked for."""

    number: int
    who: str
    form: str
    claim: str | None
    name: str
    """Of the file."""
    state: str
    """queued, running, done, or failed."""
    reason: str | None
    at: str
    ended_at: str | None


def folder_of(state: State) -> Path:
    """Return the folder of the files."""
    return Path(f"{state.path}-exports")


def ask_for(state: State, who: str, form: str, claim: str | None) -> int:
    """Have a file made; return its number.

    Raises :class:`furphy.errors.InputError` where it cannot be asked for so.
    """
    if form not in FORMS:
        raise InputError(f"{form} is none of: {', '.join(FORMS)}")
    if claim is None and form == BUNDLE:
        raise InputError("a bundle is of one claim: say which")
    if claim is not None and form == READINGS:
        raise InputError("readings are handed on whole, not by claim")
    name = f"{form}-{claim[:8] if claim else 'case'}.{_ENDINGS.get(form, 'json')}"
    with state.writing() as connection:
        cursor = connection.execute(
            "INSERT INTO handover (who, form, claim, name, state, at)"
            " VALUES (?, ?, ?, ?, 'queued', ?)",
            (who, form, claim, name, now()),
        )
        return int(cursor.lastrowid or 0)


def handovers(state: State, before: int | None = None, limit: int = 20) -> list[Handover]:
    """Return what was asked for, the last first."""
    asked = "SELECT * FROM handover WHERE number < ? ORDER BY number DESC LIMIT ?"
    with state.reading() as connection:
        rows = connection.execute(asked, (before or 1 << 62, limit)).fetchall()
    return [Handover(**dict(row)) for row in rows]


def handover(state: State, number: int) -> Handover | None:
    """Return what was asked for under a number."""
    with state.reading() as connection:
        row = connection.execute("SELECT * FROM handover WHERE number = ?", (number,)).fetchone()
    return None if row is None else Handover(**dict(row))


def file_of(state: State, number: int) -> Path | None:
    """Return where a finished file lies; None where it is not, or no longer, there."""
    path = folder_of(state) / str(number)
    return path if path.is_file() else None


def waiting(state: State) -> int | None:
    """Return the number of the file that is to be made next."""
    asked = "SELECT number FROM handover WHERE state = 'queued' ORDER BY number LIMIT 1"
    with state.reading() as connection:
        row = connection.execute(asked).fetchone()
    return None if row is None else int(row[0])


def requeue_broken_off(state: State) -> None:
    """Put down anew what nobody works on any more, since the desk was ended meanwhile."""
    with state.writing() as connection:
        connection.execute("UPDATE handover SET state = 'queued' WHERE state = 'running'")


def fail(state: State, number: int, reason: str) -> None:
    """Put down that a file could not be made."""
    with state.writing() as connection:
        connection.execute(
            "UPDATE handover SET state = 'failed', reason = ?, ended_at = ?"
            " WHERE number = ? AND state IN ('queued', 'running')",
            (reason, now(), number),
        )


def hand_on(where: str, path: str, number: int) -> None:
    """Make a file: the work of a process of its own."""
    state = State(Path(path))
    with state.writing() as connection:
        row = connection.execute("SELECT * FROM handover WHERE number = ?", (number,)).fetchone()
        connection.execute("UPDATE handover SET state = 'running' WHERE number = ?", (number,))
    folder = folder_of(state)
    whole, part = folder / str(number), folder / f"{number}.part"
    try:
        folder.mkdir(exist_ok=True)
        _write(where, row["form"], row["claim"], part)
        part.replace(whole)
    except Exception as error:  # noqa: BLE001  (told on the page)
        with suppress(OSError):
            part.unlink(missing_ok=True)
        fail(state, number, reason_of(error))
        return
    with state.writing() as connection:
        asked = "UPDATE handover SET state = 'done', ended_at = ? WHERE number = ?"
        connection.execute(asked, (now(), number))
    for each in folder.iterdir():
        if each.name.isdecimal() and int(each.name) <= number - KEPT:
            each.unlink(missing_ok=True)


def _write(where: str, form: str, claim: str | None, path: Path) -> None:
    if form == BUNDLE:
        bundle(where, str(claim), path)
        return
    with path.open("w", encoding="utf-8", errors="replace") as file:
        if form == READINGS:
            file.writelines(f"{line}\n" for line in exported(where, _pass_over))
        else:
            file.writelines(handed_on(where, Wanted(form, claim), _pass_over))


def _pass_over(_told: str) -> None:
    """Pass over that an export could not be entered into the journal of a store that is full."""
