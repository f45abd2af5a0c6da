"""List what a casebook holds of one sort."""

from collections.abc import Iterator, Sequence

from furphy.casebook.casebook import Casebook
from furphy.casebook.census import Missed, misses
from furphy.casebook.source_ids import NAMED
from furphy.casebook.sources import SourceAcross, sources
from furphy.model.attribution import SourceKind

__all__ = ["NAMED", "Missed", "SourceAcross", "listed_failures", "listed_sources"]


def listed_sources(where: str, kinds: Sequence[SourceKind] = NAMED) -> Iterator[SourceAcross]:
    """Yield the sources of some kinds, those of most documents first.

    Raises :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    with Casebook.open(where) as book, book.reading() as connection:
        yield from sources(connection, kinds)


def listed_failures(where: str) -> Iterator[Missed]:
    """Yield what is not in the casebook, or not read, and why: inputs, then documents in them.

    Raises :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    with Casebook.open(where) as book, book.reading() as connection:
        yield from misses(connection)
