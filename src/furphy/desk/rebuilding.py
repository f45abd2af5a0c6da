"""A casebook made anew from captured bytes and from what people said: what a bundle is held to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import Judgement, give
from furphy.casebook.relating import relate
from furphy.casebook.relation import Relation
from furphy.casebook.witness import witness
from furphy.casebook.writer import Batch, Writer
from furphy.desk.crew import Job, side_by_side
from furphy.desk.intake import Outcome, Settings, Task, capture_of, file_capture
from furphy.errors import UnreadableDocument
from furphy.ingest import Failure

_LONGEST = 300.0
"""Seconds that one document may take."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes to be read."""

    key: str
    context: str
    """What was known of them from outside, a JSON object."""
    data: bytes
    is_read: bool = True
    """Whether they are read, or only kept."""


def rebuild(
    where: str,
    kept: Iterable[Kept],
    judgements: Iterable[Judgement],
    relations: Iterable[Relation],
) -> None:
    """Make a casebook of documents, each read anew, and of what people said.

    Raises :class:`furphy.errors.UnreadableDocument` where one of them cannot be read.
    """
    settings = Settings()
    with Casebook.create_or_open(where) as book:
        writer = Writer(book, settings.ingest(), "rebuilding", [witness()])
        batch = Batch()
        for outcome in side_by_side(_jobs(kept), 1, _LONGEST):
            batch.file(_filed(outcome).filed)  # type: ignore[arg-type]  # seen to be there
            if batch.size > 1 << 23:
                writer.flush(batch)
                batch = Batch()
        writer.flush(batch)
        with book.writing() as connection:
            for relation in relations:
                relate(connection, relation)
            for judgement in judgements:
                give(connection, judgement, about_known=False)


def _jobs(kept: Iterable[Kept]) -> Iterator[Job[Outcome]]:
    for each in kept:
        capture = capture_of(each.key, each.data, each.context)
        task = Task(capture, each.key, Settings(read=each.is_read))
        yield Job(each.key, file_capture, task)


def _filed(outcome: Outcome | Failure) -> Outcome:
    if isinstance(outcome, Failure):
        raise UnreadableDocument(f"{outcome.key}: {outcome.reason}")
    if outcome.filed is None or outcome.trouble is not None:
        raise UnreadableDocument(f"a document of it: {outcome.trouble}")
    return outcome
