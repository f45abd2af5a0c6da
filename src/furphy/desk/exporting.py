"""Readings and claims out of a casebook, in formats for other programs."""

import hashlib
import importlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

import furphy
from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.journal import JOURNAL, Deed, EntryKind, append
from furphy.casebook.judged import by_subject, judged
from furphy.casebook.judgements import judgements
from furphy.casebook.lines import lines, on_one_line
from furphy.casebook.restoring import restored
from furphy.casebook.schema import ASSERTION
from furphy.casebook.standing import Ruling, rulings
from furphy.desk.claiming import claim, claims, materials
from furphy.desk.judged_stand_ins import judged_sentences
from furphy.errors import CasebookUnavailable
from furphy.export.standards.handover import Handover

FORMATS = {
    "geojson": "geojson",
    "schema-org": "schema_org",
    "prov": "prov",
    "annotations": "annotations",
    "stix": "stix",
    "ftm": "ftm",
    "plover": "plover",
    "misp": "misp",
}
"""Formats of claims, and the modules that write them."""

UNKNOWN = "1970-01-01T00:00:00Z"
"""For a time that a format wants, of a casebook in which nothing was ever done."""


_AT_ONCE = 500
"""Ids asked for in one go; stores take only so many."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What someone wants to hand on."""

    form: str
    """One of :data:`FORMATS`."""
    claim: str | None = None
    """Its id, or how that begins; None for all."""
    all_of_them: bool = False
    """Also what one document alone says."""


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
            apart = _without_row(connection, [*ruled])
            for stored in lines(connection):
                line = _judged(stored, ruled, apart) if ruled else stored
                count += 1
                digest.update(f"{line}\n".encode("utf-8", "replace"))
                yield line
        told: dict[str, Json] = {"format": "jsonl", "readings": count, "sha256": digest.hexdigest()}
        enter(book, told, warn)


def handed_on(where: str, wanted: Wanted, warn: Callable[[str], None]) -> Iterator[str]:
    """Yield the text of claims in a format of :data:`FORMATS`; equal casebooks give equal texts.

    What people corrected in assertions is laid over them, and what they reject left out. It is
    entered into the journal like the readings. Raises :class:`furphy.errors.InputError` where
    there is no such claim, :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    if wanted.claim is None:
        found = claims(where, all_of_them=wanted.all_of_them, as_judged=True)
    else:
        found = claim(where, wanted.claim, as_judged=True)
    format_ = importlib.import_module(f"furphy.export.standards.{FORMATS[wanted.form]}")
    with Casebook.open(where) as book:
        with book.reading() as connection:
            begun, changed = _times(connection)
        digest = hashlib.sha256()
        for part in format_.export(Handover(materials(found), begun, changed, furphy.__version__)):
            digest.update(part.encode("utf-8", "replace"))
            yield part
        told: dict[str, Json] = {
            "format": wanted.form,
            "claims": len(found.accounts),
            "sha256": digest.hexdigest(),
        }
        if wanted.claim is not None:
            told["claim"] = found.accounts[0].id
        enter(book, told, warn)


def enter(book: Casebook, told: Mapping[str, Json], warn: Callable[[str], None]) -> None:
    """Enter an export into the journal; ``warn`` is told where that cannot be written."""
    try:
        with book.writing() as connection:
            append(connection, Deed(EntryKind.EXPORT, settings=told))
    except CasebookUnavailable as error:
        warn(f"not entered into the journal: {error}")


def _times(connection: Connection) -> tuple[str, str]:
    """Return when a casebook was begun, and when something else than an export was last done."""
    began = connection.scalar(select(func.min(JOURNAL.c.at)))
    done = select(func.max(JOURNAL.c.at)).where(JOURNAL.c.kind != EntryKind.EXPORT.value)
    return began or UNKNOWN, connection.scalar(done) or began or UNKNOWN


def _without_row(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Return those of some ids that no assertion has: perhaps a sentence that stands in for one."""
    found = set[str]()
    for start in range(0, len(ids), _AT_ONCE):
        asked = ASSERTION.c.id.in_(ids[start : start + _AT_ONCE])
        found |= {*connection.scalars(select(ASSERTION.c.id).where(asked))}
    return {*ids} - found


def _judged(line: str, ruled: Mapping[str, Sequence[Ruling]], apart: Set[str]) -> str:
    reading = json.loads(line)
    found = judged(reading, ruled)
    if apart and not reading["assertions"]:
        sentences = [*judged_sentences(restored(line), ruled)]
        found = {**found, "sentences": sentences} if sentences else found
    return line if found is reading else on_one_line(found)
