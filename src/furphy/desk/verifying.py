"""Prove that a casebook is as it was stored, against seals that were kept elsewhere."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from furphy.casebook.casebook import Casebook
from furphy.casebook.verification.finding import Finding
from furphy.casebook.verification.whole import Verification, Watch, unwatched
from furphy.desk.sealing import Opened

__all__ = ["Finding", "Verification", "verifying"]


@contextmanager
def verifying(
    where: str, seals: Sequence[Opened] = (), watch: Watch = unwatched
) -> Iterator[Verification]:
    """Lend what goes over a casebook, and over seals of it.

    Raises :class:`furphy.errors.CasebookError` where it cannot be opened.
    """
    known = [each.seal for each in seals]
    with Casebook.open(where) as book, book.reading() as connection:
        yield Verification(connection, known, watch)
