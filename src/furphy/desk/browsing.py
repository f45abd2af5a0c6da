"""A casebook held open, and looked through a page at a time.

A page goes on where another ended: each takes the number of the last row that was seen, so that
the thousandth page costs what the first does, and nothing is passed over where rows come in
meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from furphy.casebook import hits
from furphy.casebook.canonical import canonical
from furphy.casebook.casebook import Casebook
from furphy.casebook.census import IN_USE, Census, Missed, census
from furphy.casebook.engines import is_address as is_server
from furphy.casebook.hits import DocumentHit
from furphy.casebook.judgements import JUDGEMENT, SUBJECT, Answer, JudgementKind
from furphy.casebook.relation import RELATION
from furphy.casebook.schema import DOCUMENT, EDITION, FAILURE, ITEM, READING, SIGHTING

__all__ = [
    "Casebook",
    "Census",
    "DocumentHit",
    "Extent",
    "Met",
    "counted",
    "documents",
    "extent",
    "failures",
    "inputs",
    "is_server",
    "judged_after",
    "named",
    "opened",
    "since",
]

_TRACED = (
    JudgementKind.MERGE,
    JudgementKind.SPLIT,
    JudgementKind.CORRECT,
    JudgementKind.WITHDRAW,
)
"""Kinds of judgements that tracing asks for, whatever they say."""
_REJECTS = canonical(Answer.NO.value)


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a casebook goes; where two are equal, tracing gives the same."""

    editions: int
    """Numbers of the last rows, 0 where there is none."""
    sightings: int
    readings: int
    judgements: int
    """Of those that tracing asks for."""
    relations: int


@dataclass(frozen=True, slots=True)
class Met:
    """A document with its handle in this casebook, by which pages go on."""

    number: int
    hit: DocumentHit
    added_at: str


def opened(where: str) -> Casebook:
    """Return a casebook, made where there is none, to be held open and closed at the end.

    Raises :class:`furphy.errors.CasebookError` where it cannot be made or opened.
    """
    return Casebook.create_or_open(where)


def extent(book: Casebook) -> Extent:
    """Return how far a casebook goes."""
    # An answer matters where somebody rejects: whoever agrees with what was read changes nothing.
    rejected = (
        select(SUBJECT.c.id)
        .join(JUDGEMENT, JUDGEMENT.c.number == SUBJECT.c.judgement)
        .where(JUDGEMENT.c.kind == JudgementKind.ANSWER, JUDGEMENT.c.value == _REJECTS)
    )
    answered = (
        select(func.max(JUDGEMENT.c.number))
        .join(SUBJECT, SUBJECT.c.judgement == JUDGEMENT.c.number)
        .where(JUDGEMENT.c.kind == JudgementKind.ANSWER, SUBJECT.c.id.in_(rejected))
    )
    decided = select(func.max(JUDGEMENT.c.number)).where(JUDGEMENT.c.kind.in_(_TRACED))
    asked = (
        *(select(func.max(each.c.number)) for each in (EDITION, SIGHTING, READING, RELATION)),
        decided,
        answered,
    )
    # In one go, since every page asks.
    with book.reading() as connection:
        row = connection.execute(select(*(each.scalar_subquery() for each in asked))).one()
    editions, sightings, readings, relations, *judged = (each or 0 for each in row)
    return Extent(editions, sightings, readings, max(judged), relations)


def judged_after(book: Casebook, number: int) -> list[str]:
    """Return the ids of what people judged after a judgement, each once, oldest first.

    What a judgement was about that somebody withdrew is among them.
    """
    asked = select(JUDGEMENT.c.number, JUDGEMENT.c.id).order_by(JUDGEMENT.c.number)
    subjects = select(SUBJECT.c.id).order_by(SUBJECT.c.number)
    with book.reading() as connection:
        later = [*connection.scalars(subjects.where(SUBJECT.c.judgement > number))]
        taken = asked.where(JUDGEMENT.c.id.in_(later)).with_only_columns(JUDGEMENT.c.number)
        found = [*connection.scalars(subjects.where(SUBJECT.c.judgement.in_(taken.order_by(None))))]
    return [*dict.fromkeys([*later, *found])]


def counted(book: Casebook) -> Census:
    """Count what a casebook holds."""
    with book.reading() as connection:
        return census(connection)


def since(book: Casebook, edition: int) -> int:
    """Return how many documents in use came in after one."""
    asked = select(func.count()).select_from(EDITION).where(EDITION.c.number > edition, IN_USE)
    with book.reading() as connection:
        return connection.scalar(asked) or 0


def documents(book: Casebook, before: int | None, limit: int) -> list[Met]:
    """Return documents in use, those that came last first, beginning before a number."""
    asked = select(EDITION.c.number, EDITION.c.added_at).where(IN_USE)
    if before is not None:
        asked = asked.where(EDITION.c.number < before)
    with book.reading() as connection:
        rows = connection.execute(asked.order_by(EDITION.c.number.desc()).limit(limit)).all()
        told = hits.documents(connection, [row.number for row in rows])
    return [Met(row.number, told[row.number], row.added_at) for row in rows]


def named(book: Casebook, ids: Sequence[str]) -> dict[str, DocumentHit]:
    """Return documents in use by their ids; those that are not there are left out."""
    asked = (
        select(DOCUMENT.c.id, func.max(EDITION.c.number))
        .join_from(DOCUMENT, EDITION, EDITION.c.document == DOCUMENT.c.number)
        .where(DOCUMENT.c.id.in_(ids), IN_USE)
        .group_by(DOCUMENT.c.id)
    )
    with book.reading() as connection:
        numbers = {row[0]: row[1] for row in connection.execute(asked)}
        told = hits.documents(connection, [*numbers.values()])
    return {name: told[number] for name, number in numbers.items()}


def inputs(book: Casebook, after: int, limit: int) -> list[dict[str, Any]]:
    """Return rows of the ledger behind a number, each with its number."""
    names = ("number", "input", "state", "documents", "failures", "reason", "added_at", "ended_at")
    asked = select(*(ITEM.c[name] for name in names)).where(ITEM.c.number > after)
    with book.reading() as connection:
        rows = connection.execute(asked.order_by(ITEM.c.number).limit(limit))
        return [{k: v for k, v in row.items() if v is not None} for row in rows.mappings()]


def failures(book: Casebook, after: tuple[int, int], limit: int) -> list[tuple[int, int, Missed]]:
    """Return what is not in the casebook, or not read, with the handles of its rows.

    Whole inputs come first, as ``(number, 0)``, then documents in inputs, as ``(0, number)``;
    ``after`` is the handle of the last that was seen, ``(0, 0)`` at the beginning.
    """
    item, part = after
    found: list[tuple[int, int, Missed]] = []
    with book.reading() as connection:
        if not part:
            whole = select(ITEM.c.number, ITEM.c.input, ITEM.c.reason)
            whole = whole.where(ITEM.c.reason.is_not(None), ITEM.c.number > item)
            rows = connection.execute(whole.order_by(ITEM.c.number).limit(limit))
            found += [(row.number, 0, Missed(row.input, row.input, row.reason)) for row in rows]
        parts = select(FAILURE.c.number, ITEM.c.input, FAILURE.c.key, FAILURE.c.reason)
        parts = parts.join_from(FAILURE, ITEM).where(FAILURE.c.number > part)
        rows = connection.execute(parts.order_by(FAILURE.c.number).limit(limit - len(found)))
        found += [(0, row.number, Missed(row.input, row.key, row.reason)) for row in rows]
    return found
