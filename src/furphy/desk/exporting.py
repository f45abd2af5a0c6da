"""Readings out of a casebook, in formats for other programs."""

from collections.abc import Iterator

from furphy.casebook.casebook import Casebook
from furphy.casebook.lines import lines


def exported(where: str) -> Iterator[str]:
    """Yield the line of each reading in use; equal casebooks give equal lines in equal order.

    Raises :class:`furphy.errors.CasebookError` where the casebook cannot be opened.
    """
    with Casebook.open(where) as book, book.reading() as connection:
        yield from lines(connection)
