"""Readings out of a casebook, in formats for other programs."""

import hashlib
from collections.abc import Callable, Iterator

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.journal import Deed, EntryKind, append
from furphy.casebook.lines import lines
from furphy.errors import CasebookUnavailable


def exported(where: str, warn: Callable[[str], None]) -> Iterator[str]:
    """Yield the line of each reading in use; equal casebooks give equal lines in equal order.

    Once all are taken, the journal is told how many there were and their SHA-256, each with a line
    feed behind it; ``warn`` is told where that cannot be written. Raises
    :class:`furphy.errors.CasebookError` where the casebook cannot be opened.
    """
    with Casebook.open(where) as book:
        count, digest = 0, hashlib.sha256()
        with book.reading() as connection:
            for line in lines(connection):
                count += 1
                digest.update(f"{line}\n".encode("utf-8", "replace"))
                yield line
        told: dict[str, Json] = {"format": "jsonl", "readings": count, "sha256": digest.hexdigest()}
        try:
            with book.writing() as connection:
                append(connection, Deed(EntryKind.EXPORT, settings=told))
        except CasebookUnavailable as error:
            warn(f"not entered into the journal: {error}")
