"""What is to be looked at, and by whom."""

from dataclasses import dataclass

from furphy.errors import InputError, Overtaken
from furphy.web.accounts import now
from furphy.web.state import State

STATES = ("open", "done")


@dataclass(frozen=True, slots=True)
class Task:
    """A claim to be looked at."""

    number: int
    claim: str
    """Its id when the task was made."""
    assertion: str
    """The assertion whose words stood for it: it leads to the claim, whatever becomes of that."""
    text: str
    who: str | None
    """Whose it is; None where nobody has taken it on."""
    note: str
    state: str
    by: str
    at: str
    version: int
    """Grows with every change, so that nobody overwrites what they have not seen."""


def tasks(state: State, before: int | None, limit: int, kind: str = "open") -> list[Task]:
    """Return tasks, the last made first."""
    asked = "SELECT * FROM task WHERE state = ? AND number < ? ORDER BY number DESC LIMIT ?"
    with state.reading() as connection:
        rows = connection.execute(asked, (kind, before or 1 << 62, limit)).fetchall()
    return [Task(**dict(row)) for row in rows]


def make(state: State, claim: tuple[str, str, str], note: str, by: str) -> None:
    """Put a claim down to be looked at: its id, the assertion that stands for it, its words."""
    with state.writing() as connection:
        connection.execute(
            "INSERT INTO task (claim, assertion, text, who, note, state, by, at, version)"
            " VALUES (?, ?, ?, NULL, ?, 'open', ?, ?, 1)",
            (*claim, note, by, now()),
        )


def change(state: State, number: int, version: int, *, who: str | None, kind: str) -> None:
    """Hand a task to somebody (None: to nobody), or call it done.

    Raises :class:`furphy.errors.Overtaken` where somebody changed it since ``version``.
    """
    if kind not in STATES:
        raise InputError(f"a task is {' or '.join(STATES)}, not {kind}")
    with state.writing() as connection:
        asked = (
            "UPDATE task SET who = ?, state = ?, version = version + 1"
            " WHERE number = ? AND version = ?"
        )
        if not connection.execute(asked, (who, kind, number, version)).rowcount:
            raise Overtaken("somebody changed this task meanwhile: load the queue anew")
