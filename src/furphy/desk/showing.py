"""Show what a casebook keeps of one document or assertion."""

from dataclasses import dataclass

from furphy.casebook.casebook import Casebook
from furphy.casebook.finding import find
from furphy.casebook.restoring import restored
from furphy.errors import CasebookDamaged
from furphy.model.assertion import Assertion
from furphy.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Shown:
    """A stored reading."""

    line: str
    """The very line that is stored, with the document's key in it."""
    reading: Reading
    assertion: Assertion | None
    """Which of its assertions was asked for; None: all of it."""


def shown(where: str, name: str) -> Shown:
    """Return what is kept under an id, the beginning of one, or a document's key.

    Raises :class:`furphy.errors.InputError` where there is nothing or there are several, and
    :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    with Casebook.open(where) as book, book.reading() as connection:
        kept = find(connection, name)
    try:
        reading = restored(kept.line)
    except ValueError as error:
        raise CasebookDamaged(f"{where}: what is stored of {name} is {error}") from error
    asked = None if kept.assertion is None else reading.assertions[kept.assertion]
    return Shown(kept.line, reading, asked)
