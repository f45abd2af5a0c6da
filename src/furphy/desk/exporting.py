"""Readings out of a casebook, in formats for other programs."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.journal import Deed, EntryKind, append
from furphy.casebook.judged import by_subject, judged
from furphy.casebook.judgements import judgements
from furphy.casebook.lines import lines, on_one_line
from furphy.casebook.standing import Ruling, rulings
from furphy.errors import CasebookUnavailable


def exported(where: str, warn: Callable[[str], None], *, as_read: bool = False) -> Iterator[str]:
    """Yield the line of each reading in use; equal casebooks give equal lines in equal order.

    What people judged is laid over it (:mod:`furphy.casebook.judged`), unless it is wanted
    ``as_read``. Once all are taken, the journal is told how many there were and their SHA-256, each
    with a line feed behind it; ``warn`` is told where that cannot be written. Raises
    :class:`furphy.errors.CasebookError` where the casebook cannot be opened.
    """
    with Casebook.open(where) as book:
        count, digest = 0, hashlib.sha256()
        with book.reading() as connection:
            ruled = {} if as_read else by_subject(rulings(judgements(connection)))
            for stored in lines(connection):
                line = _judged(stored, ruled) if ruled else stored
                count += 1
                digest.update(f"{line}\n".encode("utf-8", "replace"))
                yield line
        told: dict[str, Json] = {"format": "jsonl", "readings": count, "sha256": digest.hexdigest()}
        try:
            with book.writing() as connection:
                append(connection, Deed(EntryKind.EXPORT, settings=told))
        except CasebookUnavailable as error:
            warn(f"not entered into the journal: {error}")


def _judged(line: str, ruled: Mapping[str, Sequence[Ruling]]) -> str:
    reading = json.loads(line)
    found = judged(reading, ruled)
    return line if found is reading else on_one_line(found)
