"""Judgements of people: stored beside what the machine made, each with who, when and why.

A judgement is never changed and never deleted. Who thinks better of it judges again; or somebody
withdraws it, which is a judgement about it. Its subjects are ids made of content, an assertion's
of document, spans and words, so that it stays with them however often documents are read again.
What holds when judgements meet is told in :mod:`.standing`.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, Index, Row, insert, select

from furphy.casebook.canonical import Json, canonical, value_digest
from furphy.casebook.covering import covered
from furphy.casebook.dialects import WORDS
from furphy.casebook.journal import Deed, EntryKind, append
from furphy.casebook.schema import ASSERTION, DOCUMENT, EDITION, READING, number, of, table, words
from furphy.casebook.source_ids import named_sources
from furphy.errors import BadJudgement

JUDGEMENT = table(
    "judgement",
    number(),
    words("id", unique=True),  # Digest of the other columns but number, 64 hex digits.
    words("kind"),  # JudgementKind.
    words("subjects"),  # Ids of what is judged, JSON array in their order; of a withdrawal, one.
    Column("field", WORDS),  # Field: what of it is corrected; NULL unless kind is correct.
    Column("words", WORDS),  # Of the document, of which place, time or quantity; NULL: no one.
    words("value"),  # JSON: the answer, the label, the corrected value; null for withdrawals.
    words("by"),
    words("because"),
    words("at"),  # ISO 8601, UTC.
)
"""A person's decision about something in the casebook."""

SUBJECT = table(
    "judgement_subject",
    number(),
    of("judgement", within="judgement"),
    words("id"),  # One of the judgement's subjects.
    Index(None, "id"),
)
"""What a judgement is about, for look-up."""

JUDGED_TABLES = (ASSERTION, DOCUMENT, EDITION, READING, JUDGEMENT)
"""Where the ids of what can be judged stand; those of sources are worked out from their names."""

_AT_ONCE = 500
"""Ids asked for in one go; stores take only so many."""


class JudgementKind(StrEnum):
    """What somebody decided."""

    ANSWER = "answer"
    """Whether what the machine put forward is so."""
    MERGE = "merge"
    """That these are one and the same."""
    SPLIT = "split"
    """That these are not the same."""
    RELABEL = "relabel"
    """What kind of thing it is."""
    CORRECT = "correct"
    """What a field ought to be."""
    VERDICT = "verdict"
    """What somebody concludes of a claim, signed; about the claim's assertions as they stood."""
    GRADE = "grade"
    """How reliable a source, or how credible the assertions of a claim (Admiralty)."""
    WITHDRAW = "withdraw"
    """That a judgement no longer stands."""


class Answer(StrEnum):
    """What somebody answers."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Field(StrEnum):
    """What of an assertion can be corrected."""

    HOLDER = "holder"
    """Name of who says so, innermost."""
    VALUE = "value"
    """How firmly the holder says so: CT+ … UU."""
    AUTHOR_VALUE = "author-value"
    """How firmly the document's own voice does."""
    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision; :mod:`.deciding` makes those that make sense."""

    kind: JudgementKind
    subjects: tuple[str, ...]
    value: Json
    by: str
    because: str
    at: str
    field: Field | None = None
    words: str | None = None
    """Words of the document, where one of several places, times or quantities is meant."""

    @property
    def id(self) -> str:
        """Made of everything else, so that the same judgement given twice is one."""
        return value_digest(self.columns())

    def columns(self) -> dict[str, str | None]:
        """Return it as it is stored, without its id."""
        return {
            "kind": self.kind.value,
            "subjects": canonical(self.subjects),
            "field": None if self.field is None else self.field.value,
            "words": self.words,
            "value": canonical(self.value),
            "by": self.by,
            "because": self.because,
            "at": self.at,
        }


def give(
    connection: Connection,
    judgement: Judgement,
    *,
    about_known: bool = True,
    also: Collection[str] = (),
) -> bool:
    """Store a judgement and enter it into the journal; False where it was stored before.

    ``also`` holds ids of what can be judged though the casebook keeps no row of it. ``about_known``
    is False for one that was given where there was more than is here. Raises
    :class:`furphy.errors.BadJudgement` where else a subject is not in the casebook.
    """
    known = select(JUDGEMENT.c.id).where(JUDGEMENT.c.id == judgement.id)
    if connection.scalar(known) is not None:
        return False
    for each in judgement.subjects if about_known else ():
        if each not in also and not _is_known(connection, judgement, each):
            what = f"nothing of this id in the casebook that {judgement.kind.value} could be about"
            raise BadJudgement(f"{each}: there is {what}")
    last = select(JUDGEMENT.c.number).order_by(JUDGEMENT.c.number.desc()).limit(1)
    mine = (connection.scalar(last) or 0) + 1
    columns = {"number": mine, "id": judgement.id, **judgement.columns()}
    connection.execute(insert(JUDGEMENT).values(columns))
    last = select(SUBJECT.c.number).order_by(SUBJECT.c.number.desc()).limit(1)
    first = (connection.scalar(last) or 0) + 1
    connection.execute(
        insert(SUBJECT),
        [
            {"number": first + order, "judgement": mine, "id": each}
            for order, each in enumerate(judgement.subjects)
        ],
    )
    covers = {JUDGEMENT.name: covered(connection, JUDGEMENT, [mine])}
    append(connection, Deed(EntryKind.JUDGEMENT, covers, judgement.by), lambda: judgement.at)
    return True


def judgements(connection: Connection, about: Sequence[str] | None = None) -> Iterator[Judgement]:
    """Yield judgements in the order in which they were given; those on some things, or all.

    Withdrawals of a judgement are about what it was about.
    """
    chosen = select(JUDGEMENT).order_by(JUDGEMENT.c.number)
    if about is None:
        yield from (_judgement(row) for row in connection.execute(chosen))
        return
    found: dict[int, Judgement] = {}
    asked = list(about)
    while asked:
        some, asked = asked[:_AT_ONCE], asked[_AT_ONCE:]
        here = select(SUBJECT.c.judgement).where(SUBJECT.c.id.in_(some))
        rows = connection.execute(chosen.where(JUDGEMENT.c.number.in_(here))).all()
        asked += [row.id for row in rows if row.number not in found]
        found |= {row.number: _judgement(row) for row in rows}
    yield from (found[each] for each in sorted(found))


def full_id(connection: Connection, start: str, also: Collection[str] = ()) -> str:
    """Return the id that begins so, of whatever can be judged; ``also`` holds further ids.

    Raises :class:`furphy.errors.BadJudgement` where there is none or there are several.
    """
    found = set[str]()
    for where in JUDGED_TABLES:
        # An id in full is looked up, where one that goes on has to be searched for.
        for same in (where.c.id == start, where.c.id.startswith(start, autoescape=True)):
            asked = select(where.c.id).where(same).distinct().limit(2)
            if ids := {str(each) for each in connection.scalars(asked)}:
                found |= ids
                break
        if start in found:
            return start
    found |= {each for each in named_sources(connection) if each.startswith(start)}
    found |= {each for each in also if each.startswith(start)}
    if len(found) == 1:
        return found.pop()
    trouble = "several things have ids that begin so" if found else "there is nothing of this id"
    raise BadJudgement(f"{start}: {trouble} in the casebook")


def subjects_of(written: str) -> tuple[str, ...]:
    """Return what a judgement is about, as its column holds it."""
    return tuple(json.loads(written))


def _is_known(connection: Connection, judgement: Judgement, subject: str) -> bool:
    withdraws = judgement.kind is JudgementKind.WITHDRAW
    return any(
        connection.scalar(select(where.c.id).where(where.c.id == subject).limit(1)) is not None
        for where in JUDGED_TABLES
        if (where is JUDGEMENT) is withdraws
    ) or (judgement.kind is JudgementKind.GRADE and subject in named_sources(connection))


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        kind=JudgementKind(row.kind),
        subjects=subjects_of(row.subjects),
        value=json.loads(row.value),
        by=row.by,
        because=row.because,
        at=row.at,
        field=None if row.field is None else Field(row.field),
        words=row.words,
    )
