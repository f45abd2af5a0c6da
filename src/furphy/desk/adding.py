"""Add documents to a casebook: durable, resumable, side by side, with one writer.

All inputs are put down in the ledger first. Then each is taken apart in a process of its own
(:mod:`.opener`), its documents are filed and read by several (:mod:`.intake`, :mod:`.crew`), and
what comes back is stored in the order in which it was taken, together with what the ledger says of
it (:mod:`.storing`). Whenever furphy is stopped, what is stored and what the ledger holds for done
are the same, and the same command given again does the rest.
"""

import os
import socket
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from furphy.casebook import ledger
from furphy.casebook.casebook import Casebook
from furphy.casebook.clock import utc_now
from furphy.casebook.engines import is_address as is_server
from furphy.casebook.witness import witness
from furphy.casebook.writer import Witness, Writer
from furphy.desk.crew import Job, Ready, side_by_side
from furphy.desk.inputs import expanded, is_address
from furphy.desk.storing import Progress, Storing, Watch
from furphy.desk.taking import Request, Result, Turn, Work, inputs, kept, work_on

_LISTED = 5_000
"""Inputs put down in the ledger at once."""


def add(request: Request, watch: Watch, witnesses: Sequence[Witness] = ()) -> Progress:
    """Add what is asked for, and tell how it went.

    Without inputs it goes on with what was put down earlier, and reads what was only kept. Raises
    :class:`furphy.errors.CasebookError` where the casebook cannot be made, opened or written.
    """
    run = f"{socket.gethostname()} {os.getpid()} {time.time_ns()}"
    with Casebook.create_or_open(request.where) as book:
        witnesses = (witness(), *witnesses)
        writer = Writer(book, request.settings.ingest(), run, witnesses)
        progress = Progress(inputs=_enlist(book, request, run))
        storing = Storing(writer, progress, watch)
        # First those known, to see whether they changed; what changes while it is read, again.
        _do(inputs(book, request, run, ended=True), request, storing)
        while _has_queued(book, run):
            _do(inputs(book, request, run, ended=False), request, storing)
        if request.settings.read and not request.inputs:
            _do(kept(book, request), request, storing)
    return progress


def _enlist(book: Casebook, request: Request, run: str) -> int:
    """Put all inputs down in the ledger; return how many there are."""
    count = 0
    names = map(_storable, filter(_other_than(book.where), expanded(request.inputs)))
    while listed := list(islice(names, _LISTED)):
        with book.writing() as connection:
            count += ledger.enlist(connection, listed, run, utc_now())
    with book.writing() as connection:
        if not request.inputs:
            count = ledger.take_over(connection, run)
        elif request.again:
            ledger.requeue(connection, run)
    return count


def _has_queued(book: Casebook, run: str) -> bool:
    with book.reading() as connection:
        return ledger.has_queued(connection, run)


def _do(work: Work, request: Request, storing: Storing) -> None:
    """Do the work, then a second time what was broken off, and store all that comes of it."""
    try:
        _take(work, request.jobs, request.timeout, storing.take)
        while turns := storing.broken_off():
            again = ((turn, work_on(turn)) for turn in turns)
            _take(again, 1, request.timeout, storing.take_at_last)
    finally:
        # Left early by an interrupt, what has come is kept.
        storing.flush()


def _take(work: Work, workers: int, timeout: float, take: Callable[[Turn, Result], None]) -> None:
    turns = deque[Turn]()

    def jobs() -> Iterator[Job[Result] | Ready[Result]]:
        for turn, job in work:
            turns.append(turn)
            yield job

    for result in side_by_side(jobs(), workers, timeout):
        take(turns.popleft(), result)


def _other_than(where: str) -> Callable[[str], bool]:
    """Return what tells an input from the casebook itself, which may lie in a folder named."""
    if is_server(where):
        return lambda _: True
    own = Path(where)
    names = {own.name, *(f"{own.name}-{part}" for part in ("wal", "shm", "journal"))}
    folder = own.parent.resolve()
    return lambda name: (
        is_address(name) or Path(name).name not in names or Path(name).parent.resolve() != folder
    )


def _storable(name: str) -> str:
    """Return a file's name as text that stores take, where it is none."""
    return name.encode("utf-8", "backslashreplace").decode()
