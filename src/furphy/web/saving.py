"""Searches that people keep under a name of their own."""

from typing import NamedTuple

from furphy.errors import InputError
from furphy.web.accounts import now
from furphy.web.state import State

MOST = 200
"""Searches that one person may keep."""


class Saved(NamedTuple):
    """A search."""

    number: int
    name: str
    query: str
    """As it stands in an address."""


def searches(state: State, who: str) -> list[Saved]:
    """Return the searches of somebody by name."""
    asked = "SELECT number, name, query FROM saved WHERE who = ? ORDER BY name"
    with state.reading() as connection:
        return [Saved(*row) for row in connection.execute(asked, (who,))]


def save(state: State, who: str, name: str, query: str) -> None:
    """Keep a search; one of the same name is replaced.

    Raises :class:`furphy.errors.InputError` where there are too many.
    """
    with state.writing() as connection:
        asked = "SELECT count(*) FROM saved WHERE who = ? AND name != ?"
        if connection.execute(asked, (who, name)).fetchone()[0] >= MOST:
            raise InputError(f"at most {MOST} searches can be kept; remove one first")
        connection.execute(
            "INSERT INTO saved (who, name, query, made_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (who, name) DO UPDATE SET query = excluded.query",
            (who, name, query, now()),
        )


def remove(state: State, who: str, number: int) -> None:
    """Take a search away."""
    with state.writing() as connection:
        connection.execute("DELETE FROM saved WHERE who = ? AND number = ?", (who, number))
