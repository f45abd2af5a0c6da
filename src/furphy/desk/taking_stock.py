"""What a casebook holds, and what is not in it and why."""

from dataclasses import dataclass

from furphy.casebook.casebook import Casebook
from furphy.casebook.census import Census, Missed, census, misses


@dataclass(frozen=True, slots=True)
class Stock:
    """What a casebook holds and lacks."""

    census: Census
    misses: tuple[Missed, ...]


def taken_stock(where: str) -> Stock:
    """Return what a casebook holds and lacks, all as of one moment.

    Raises :class:`furphy.errors.CasebookError` where the casebook cannot be opened.
    """
    with Casebook.open(where) as book, book.reading() as connection:
        return Stock(census(connection), tuple(misses(connection)))
