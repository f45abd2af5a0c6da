"""What a database says went wrong, as the errors of furphy with the way back."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from furphy.errors import CasebookDamaged, CasebookError, CasebookUnavailable

_DAMAGED = ("malformed", "not a database", "malformed database schema", "corrupt")
_FULL = ("is full", "disk i/o error", "no space left", "could not extend file")
_READ_ONLY = ("readonly database", "read-only", "unable to open")
_LOCKED = ("is locked",)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn a database's errors about a casebook into furphy's."""
    try:
        yield
    except DBAPIError as error:
        known = _known(where, error)
        if known is None:
            raise
        raise known from error


def _known(where: str, error: DBAPIError) -> CasebookError | None:
    reason = " ".join(str(error.orig).split())
    folded = reason.casefold()
    if any(each in folded for each in _DAMAGED):
        return CasebookDamaged(
            f"{where} is damaged ({reason}). Go back to a copy of it; or save what can still be "
            f"read into a new file with: sqlite3 {where} .recover | sqlite3 saved.furphy"
        )
    if any(each in folded for each in _FULL):
        return CasebookUnavailable(
            f"{where} cannot grow ({reason}). What was stored before is kept; "
            "make room and give the same command again"
        )
    if any(each in folded for each in _READ_ONLY):
        return CasebookUnavailable(f"{where} cannot be written ({reason})")
    if any(each in folded for each in _LOCKED):
        return CasebookUnavailable(f"{where} is being written by another program; try again")
    # What SQLite calls an operational error may as well be a mistake of ours.
    if isinstance(error, OperationalError) and not isinstance(error.orig, sqlite3.Error):
        return CasebookUnavailable(f"{where}: {reason}")
    return None
