"""What there is to do for a casebook, one thing after another: inputs opened, documents to file."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import furphy
from furphy.casebook import census, ledger
from furphy.casebook.casebook import Casebook
from furphy.casebook.filing import capture_id
from furphy.casebook.kept import page as kept_page
from furphy.casebook.ledger import Item
from furphy.desk.crew import Job, Ready
from furphy.desk.inputs import is_address
from furphy.desk.intake import Outcome, Settings, Task, capture_of, context_of, file_capture
from furphy.desk.opener import Ended, Opener, Order, Piece
from furphy.ingest import Capture


@dataclass(frozen=True, slots=True)
class Request:
    """What someone asked to have added."""

    where: str
    """The casebook."""
    inputs: tuple[str, ...]
    settings: Settings = field(default_factory=Settings)
    again: bool = False
    """Whether what is known already is read again."""
    jobs: int = 1
    timeout: float = 300
    """Seconds that one document may take."""


@dataclass(frozen=True, slots=True)
class Begun:
    """That an input is taken apart from here on."""


@dataclass(frozen=True, slots=True)
class Known:
    """That a document is filed already, and read where that is asked."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is; results come in the order of the turns."""

    item: Item
    task: Task | None = None
    """The document to be filed; None where the result is there already."""
    late: bool = False
    """The document was kept earlier; its input has come to its end long since."""


Result = Outcome | Piece | Begun | Known
"""What comes of a turn."""

Work = Iterator[tuple[Turn, Job[Result] | Ready[Result]]]


def inputs(book: Casebook, request: Request, run: str, *, ended: bool) -> Work:
    """Yield what is to be done for the inputs of a run: the queued ones, or those ended before."""
    opener = Opener(request.timeout)
    try:
        for item in _items(book, run, ended=ended):
            if ended and is_address(item.input):
                # Whether what is there has changed, only fetching it would tell.
                yield Turn(item), Ready(Ended(None, known=True))
            else:
                yield from _parts(book, request, opener, item)
    finally:
        opener.close()


def kept(book: Casebook, request: Request) -> Work:
    """Yield each document that was only kept, to be read; or all of them, where asked."""
    after = 0
    while True:
        with book.reading() as connection:
            page = kept_page(connection, after, unread=not request.again)
        if not page:
            return
        after = page[-1].number
        for met in page:
            if met.data is not None:
                capture = capture_of(met.key, met.data, met.context)
                turn = Turn(met.item, _task(book, request, capture, met.item.input), late=True)
                yield turn, work_on(turn)


def work_on(turn: Turn) -> Job[Result]:
    """Return the job of filing the document of a turn."""
    return Job(turn.task.capture.key if turn.task else "", file_capture, turn.task)


def _items(book: Casebook, run: str, *, ended: bool) -> Iterator[Item]:
    after = 0
    while True:
        with book.reading() as connection:
            page = ledger.page(connection, run, after, ended=ended)
        if not page:
            return
        after = page[-1].number
        yield from page


def _parts(book: Casebook, request: Request, opener: Opener, item: Item) -> Work:
    settings = request.settings
    known = item.digest if item.ended else None
    order = Order(item.input, settings.published, dict(settings.fields), known)
    begun = False
    for piece in opener.parts(order):
        if not begun and not (isinstance(piece, Ended) and piece.known):
            begun = True
            yield Turn(item), Ready(Begun())
        if not isinstance(piece, Capture):
            yield Turn(item), Ready(piece)
        elif not request.again and _is_met(book, request, piece, item.input):
            yield Turn(item), Ready(Known())
        else:
            turn = Turn(item, _task(book, request, piece, item.input))
            yield turn, work_on(turn)


def _task(book: Casebook, request: Request, capture: Capture, name: str) -> Task:
    return Task(capture, name, request.settings, None if request.again else book.where)


def _is_met(book: Casebook, request: Request, capture: Capture, name: str) -> bool:
    met = capture_id(capture.id, capture.key, name, context_of(capture))
    with book.reading() as connection:
        return census.is_met(connection, met, furphy.__version__, read=request.settings.read)
