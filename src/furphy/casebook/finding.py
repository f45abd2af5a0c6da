"""Find one document or assertion by its id, the beginning of its id, or a document's key."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, null, select

from furphy.casebook.filters import is_met
from furphy.casebook.lines import with_key
from furphy.casebook.packing import unpacked
from furphy.casebook.schema import ASSERTION, DOCUMENT, EDITION, READING, SIGHTING
from furphy.errors import CasebookDamaged, InputError

SHORTEST = 4
"""Digits of the shortest beginning of an id that is looked for."""

_DIGITS = frozenset("0123456789abcdef")
_PREFIX = "sha256:"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """What a casebook keeps of a document: its reading in use, or the document where none is."""

    line: str
    """As ``furphy read --format json`` prints it."""
    assertion: int | None = None
    """Which of its assertions was asked for; None: all of it."""


def find(connection: Connection, name: str) -> Kept:
    """Return what is kept under an id, the beginning of one, or a key.

    Raises :class:`InputError` where there is nothing, or there are several.
    """
    found: dict[tuple[int, int | None], str] = {}
    for chosen in _ways(name):
        for row in connection.execute(chosen.distinct().limit(_SHOWN + 1)):
            found[row.edition, row.ordinal] = row.id
    if not found:
        raise InputError(f"{name}: there is no such document or assertion in the casebook")
    if len(found) > 1:
        ids = sorted(set(found.values()))
        some = ", ".join(ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else "")
        raise InputError(f"{name} stands for several things; ask for one of them: {some}")
    ((edition, ordinal),) = found
    return Kept(_line(connection, edition), ordinal)


def _ways(name: str) -> "list[Select[Any]]":
    """Return what selects edition, assertion and id by each way to name them."""
    digits = name.removeprefix(_PREFIX)
    all_of_it = null().label("ordinal")
    of_editions = select(EDITION.c.number.label("edition"), all_of_it, EDITION.c.id)
    of_editions = of_editions.select_from(EDITION).where(is_met())
    of_keys = of_editions.join(SIGHTING, SIGHTING.c.edition == EDITION.c.number).where(
        SIGHTING.c.key == name, SIGHTING.c.current == 1
    )
    if len(digits) < SHORTEST or not _DIGITS.issuperset(digits):
        return [of_keys]
    of_documents = of_editions.join(DOCUMENT, DOCUMENT.c.number == EDITION.c.document).where(
        DOCUMENT.c.id >= f"{_PREFIX}{digits}", DOCUMENT.c.id < f"{_PREFIX}{digits}g"
    )
    of_their_own = of_editions.where(EDITION.c.id >= digits, EDITION.c.id < f"{digits}g")
    of_assertions = (
        select(READING.c.edition, ASSERTION.c.ordinal, ASSERTION.c.id)
        .join(READING, READING.c.number == ASSERTION.c.reading)
        .where(READING.c.current == 1, ASSERTION.c.id >= digits, ASSERTION.c.id < f"{digits}g")
    )
    if name.startswith(_PREFIX):
        return [of_keys, of_documents]
    return [of_keys, of_documents, of_their_own, of_assertions]


def _line(connection: Connection, edition: int) -> str:
    key = (
        select(SIGHTING.c.key)
        .where(SIGHTING.c.edition == edition, SIGHTING.c.current == 1)
        .order_by(SIGHTING.c.key)
        .limit(1)
    )
    read = select(READING.c.packed).where(READING.c.edition == edition, READING.c.current == 1)
    packed = connection.scalar(read.order_by(READING.c.number.desc()).limit(1))
    if packed is None:
        packed = connection.scalar(select(EDITION.c.packed).where(EDITION.c.number == edition))
    try:
        line = unpacked(packed or b"").decode()
    except ValueError as error:
        raise CasebookDamaged(f"edition {edition} cannot be read: {error}") from error
    return with_key(line, str(connection.scalar(key)))
