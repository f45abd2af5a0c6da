"""Inputs to readings, one after another; one bad input never ends a batch."""

from collections.abc import Iterator

from furphy.desk.inputs import opened
from furphy.desk.stumbling import reason_of
from furphy.ingest import Failure, Outcome
from furphy.model.document import Document
from furphy.model.reading import Reading
from furphy.reading.pipeline import read

Result = Reading | Failure


def read_input(name: str, published: str | None = None) -> Iterator[Result]:
    """Yield a reading for each document of an input, and a failure for each that gave none.

    ``published`` is when they were published, ISO 8601, as the user says.

    This is where a mistake of ours in one document is kept from the rest of a batch: whatever
    ordinary exception a reader or a stage lets through becomes that document's failure.
    """
    try:
        for outcome in opened(name, published):
            yield read_outcome(outcome)
    except Exception as error:  # noqa: BLE001  (the boundary a document's failure stops at)
        yield stumbled(name, error)


def read_outcome(outcome: Outcome) -> Result:
    """Read what came of opening an input; a failure stays what it is."""
    return read_document(outcome) if isinstance(outcome, Document) else outcome


def read_document(document: Document) -> Result:
    """Read one document, or say what furphy stumbled over."""
    try:
        return read(document)
    except Exception as error:  # noqa: BLE001  (the boundary a document's failure stops at)
        return stumbled(document.key, error)


def stumbled(name: str, error: BaseException) -> Failure:
    """Return the failure that a mistake of ours leaves behind."""
    return Failure(name, reason_of(error))
