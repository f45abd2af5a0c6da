"""Show what a casebook keeps of one document or assertion."""

import json
from dataclasses import dataclass

from furphy.casebook.casebook import Casebook
from furphy.casebook.finding import Kept, find
from furphy.casebook.judged import Fields, document_of, ids_of, judged, ruled
from furphy.casebook.judged_reading import as_reading, verdicts
from furphy.casebook.lines import on_one_line
from furphy.casebook.restoring import restored
from furphy.casebook.standing import Ruling
from furphy.errors import CasebookDamaged
from furphy.model.assertion import Assertion
from furphy.model.reading import Reading
from furphy.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Shown:
    """A stored reading, with what people judged laid over it."""

    line: str
    """The line as ``furphy export`` gives it: what was stored, unless someone judged it."""
    reading: Reading
    assertion: Assertion | None
    """Which of its assertions was asked for; None: all of it."""
    verdicts: tuple[Verdict, ...] = ()
    """What people say of it."""


def shown(where: str, name: str, *, as_read: bool = False) -> Shown:
    """Return what is kept under an id, the beginning of one, or a document's key.

    ``as_read`` leaves out what people judged. Raises :class:`furphy.errors.InputError` where there
    is nothing or there are several, and :class:`furphy.errors.CasebookError` where the casebook
    cannot be read.
    """
    with Casebook.open(where) as book:
        return shown_in(book, name, as_read=as_read)


def shown_in(book: Casebook, name: str, *, as_read: bool = False) -> Shown:
    """Return what :func:`shown` does, of a casebook that is open."""
    where = book.where
    with book.reading() as connection:
        kept = find(connection, name)
        try:
            given: Fields = json.loads(kept.line)
            names = [document_of(given), *ids_of(given)]
        except (ValueError, KeyError, TypeError) as error:
            raise _damaged(where, name, error) from error
        found = {} if as_read else ruled(connection, names)
    try:
        return _shown(kept, given, found)
    except ValueError as error:
        raise _damaged(where, name, error) from error


def _shown(kept: Kept, given: Fields, found: dict[str, list[Ruling]]) -> Shown:
    laid = judged(given, found)
    if laid is given:
        reading = restored(kept.line)
        return Shown(kept.line, reading, _asked(kept, reading))
    line, told = on_one_line(laid), verdicts(laid)
    reading = as_reading(laid)
    return Shown(line, reading, _asked(kept, reading), told)


def _asked(kept: Kept, reading: Reading) -> Assertion | None:
    return None if kept.assertion is None else reading.assertions[kept.assertion]


def _damaged(where: str, name: str, error: Exception) -> CasebookDamaged:
    return CasebookDamaged(f"{where}: what is stored of {name} is {error}")
