"""What people judged, a page at a time, and whether it changed since somebody looked at it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from furphy.casebook.canonical import Json, value_digest
from furphy.casebook.casebook import Casebook
from furphy.casebook.deciding import decided
from furphy.casebook.hits import assertions as assertion_hits
from furphy.casebook.judgements import (
    JUDGEMENT,
    SUBJECT,
    Judgement,
    JudgementKind,
    give,
    judgements,
    subjects_of,
)
from furphy.casebook.schema import ASSERTION, READING
from furphy.casebook.source_ids import named_sources
from furphy.casebook.standing import Told, told
from furphy.desk.judging import Opinion, given
from furphy.desk.standing_in import StandIns, standing_in
from furphy.errors import Overtaken
from furphy.export.wording import file_name

__all__ = [
    "NOTHING_SEEN",
    "Judgement",
    "JudgementKind",
    "Past",
    "Recorded",
    "Seen",
    "Told",
    "Words",
    "about",
    "judge_seen",
    "page",
    "seen",
    "sentences_of",
    "sources_of",
    "words_of",
]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A judgement with its handle in this casebook, and what became of it."""

    number: int
    told: Told


def page(book: Casebook, before: int | None, limit: int) -> list[Recorded]:
    """Return judgements, the last given first, withdrawals told with what they withdraw."""
    asked = select(JUDGEMENT.c.number, JUDGEMENT.c.id)
    asked = asked.where(JUDGEMENT.c.kind != JudgementKind.WITHDRAW.value)
    if before is not None:
        asked = asked.where(JUDGEMENT.c.number < before)
    with book.reading() as connection:
        rows = connection.execute(asked.order_by(JUDGEMENT.c.number.desc()).limit(limit)).all()
        subjects = _subjects(connection, [row.number for row in rows])
        became = {each.judgement.id: each for each in told(judgements(connection, subjects))}
    return [Recorded(row.number, became[row.id]) for row in rows]


def about(book: Casebook, subjects: Sequence[str]) -> list[Told]:
    """Return what was judged of things, in the order given, with what became of it."""
    with book.reading() as connection:
        return [*told(judgements(connection, subjects))]


def seen(book: Casebook, subjects: Iterable[str]) -> str:
    """Return what a page that shows things has seen of what was judged of them."""
    with book.reading() as connection:
        return _seen(connection, [*subjects])


class Past:
    """What was judged of some things, asked for once."""

    def __init__(self, book: Casebook, subjects: Sequence[str]) -> None:
        with book.reading() as connection:
            self._all = [*judgements(connection, subjects)]

    def saw(self, *subjects: str) -> str:
        """Return what :func:`seen` tells of some of these things."""
        wanted, found = {*subjects}, list[Json]()
        # A withdrawal comes after what it withdraws.
        for each in self._all:
            if not wanted.isdisjoint(each.subjects):
                found.append(each.id)
                wanted.add(each.id)
        return value_digest(found)[:32]

    def told(self) -> list[Told]:
        """Return what was judged, in the order given, with what became of it."""
        return [*told(self._all)]


NOTHING_SEEN = value_digest([])[:32]
"""What :func:`seen` tells of what nobody judged."""


@dataclass(frozen=True, slots=True)
class Words:
    """What an assertion says, and where."""

    text: str
    document: str
    """Id of the document."""
    whose: str
    """Its outlet, else what it was met under: the name of a file, or an address."""


def words_of(book: Casebook, ids: Sequence[str]) -> Mapping[str, Words]:
    """Return the words of assertions by their ids."""
    asked = (
        select(ASSERTION.c.number)
        .join(READING, READING.c.number == ASSERTION.c.reading)
        .where(READING.c.current == 1, ASSERTION.c.id.in_(ids))
    )
    with book.reading() as connection:
        found = assertion_hits(connection, [*connection.scalars(asked)])
    return {
        each.id: Words(each.text, each.document, each.outlet or file_name(each.key))
        for each in found.values()
    }


def sentences_of(book: Casebook, documents: Mapping[str, str]) -> Mapping[str, Words]:
    """Return the words of sentences that stand in for assertions.

    ``documents`` holds the ids of the documents that they stand in, by theirs.
    """
    found = dict[str, Words]()
    with book.reading() as connection:
        for document in dict.fromkeys(documents.values()):
            for name, reading, sentence in standing_in(connection, document):
                if name in documents:
                    whose = reading.document.outlet or file_name(reading.document.key)
                    words = sentence.span.of(reading.document.text)
                    found[name] = Words(words, document, whose)
    return found


def sources_of(book: Casebook, ids: Sequence[str]) -> Mapping[str, str]:
    """Return the names of those sources that have such ids."""
    with book.reading() as connection:
        graded = select(SUBJECT.c.id).join(JUDGEMENT, JUDGEMENT.c.number == SUBJECT.c.judgement)
        graded = graded.where(
            SUBJECT.c.id.in_(ids), JUDGEMENT.c.kind == JudgementKind.GRADE.value
        ).distinct()
        wanted = [*connection.scalars(graded)]
        known = named_sources(connection) if wanted else {}
    return {each: known[each][1] for each in wanted if each in known}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page showed of what somebody judges there."""

    watched: Sequence[str]
    """The things whose judgements it showed."""
    saw: str
    """What :func:`seen` told of them then."""
    document: str | None = None
    """Id of the document that it showed; sentences that stand in for assertions are found there."""


def judge_seen(where: str, opinion: Opinion, before: Seen) -> Judgement:
    """Give a judgement, unless something was judged since that whoever judges has not seen.

    Raises :class:`furphy.errors.Overtaken` where that is no longer so, and
    :class:`furphy.errors.BadJudgement` where the judgement makes no sense.
    """
    judgement = given(opinion)
    with Casebook.open(where) as book:
        with book.reading() as connection:
            corrects = judgement.kind is JudgementKind.CORRECT
            standing_in = StandIns(before.document)
            also = standing_in.among(connection, judgement.subjects, with_words=corrects)
        with book.writing() as connection:
            if _seen(connection, before.watched) != before.saw:
                raise Overtaken("somebody judged this since the page was made")
            whole = decided(connection, judgement, also)
            give(connection, whole, also=also)
    return whole


def _seen(connection: Connection, subjects: Sequence[str]) -> str:
    ids: list[Json] = [each.id for each in judgements(connection, [*subjects])]
    return value_digest(ids)[:32]


def _subjects(connection: Connection, numbers: Sequence[int]) -> list[str]:
    asked = select(JUDGEMENT.c.subjects).where(JUDGEMENT.c.number.in_(numbers))
    found = dict.fromkeys(each for row in connection.scalars(asked) for each in subjects_of(row))
    return [*found]
