"""Sees to it that what is queued is taken in, and that the casebook is traced when it has changed.

Both are done by processes of their own, one of each at a time, so that no page ever waits for them
and no document is ever read in the process that serves pages.
"""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from threading import Event, Thread
from typing import NamedTuple

from furphy.desk import browsing
from furphy.desk.browsing import Casebook, Extent
from furphy.errors import CasebookError
from furphy.web import handing, intake
from furphy.web.retelling import retell
from furphy.web.state import State
from furphy.web.tracer import trace

_PAUSE = 0.5
_AGAIN = 60.0
"""Seconds until a trace that failed is tried again without anything new."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the last finished trace stands to the casebook."""

    serial: int
    """0 where there is none yet."""
    documents: int
    """New since."""
    judgements: int
    is_running: bool
    reason: str | None
    """Why the last attempt failed."""
    ended_at: str | None
    claims: int = 0

    @property
    def is_behind(self) -> bool:
        """Whether something came in since."""
        return bool(self.documents or self.judgements) or not self.serial


class _Queue(NamedTuple):
    """What is done one after the other, each by a process of its own."""

    waiting: Callable[[State], int | None]
    work: Callable[[str, str, int], None]
    fail: Callable[[State, int, str], None]
    requeue_broken_off: Callable[[State], None]


_INTAKE = "intake"
_QUEUES = {
    _INTAKE: _Queue(intake.waiting, intake.take_in, intake.fail, intake.requeue_broken_off),
    "exports": _Queue(handing.waiting, handing.hand_on, handing.fail, handing.requeue_broken_off),
}


class Foreman:
    """Starts the processes; :meth:`close` ends them."""

    def __init__(self, where: str, book: Casebook, state: State) -> None:
        self._where, self._book, self._state = where, book, state
        self._processes = get_context("spawn")
        self._tracing: BaseProcess | None = None
        self._at_work: dict[str, tuple[BaseProcess, int]] = {}
        self._end, self._bell = Event(), Event()
        self._tried = 0.0
        self._retold: tuple[int | None, int] = (None, 0)
        self._thread = Thread(target=self._work, name="foreman", daemon=True)

    def begin(self) -> None:
        """Begin to work."""
        for each in _QUEUES.values():
            each.requeue_broken_off(self._state)
        self._thread.start()

    def call(self) -> None:
        """Have it look at once whether there is something to do."""
        self._bell.set()

    def close(self) -> None:
        """End all work; what was not finished is taken up when a desk is opened again."""
        self._end.set()
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        for process in (self._tracing, *(process for process, _ in self._at_work.values())):
            if process is not None and process.is_alive():
                process.terminate()
                process.join(timeout=10)

    def standing(self) -> Standing:
        """Return how the last finished trace stands to the casebook."""
        with self._state.reading() as connection:
            done = connection.execute("SELECT * FROM trace WHERE state = 'done'").fetchone()
            failed = connection.execute(
                "SELECT reason FROM trace WHERE state = 'failed' AND serial > ?",
                (0 if done is None else done["serial"],),
            ).fetchone()
        now, then = browsing.extent(self._book), Extent(0, 0, 0, 0, 0)
        if done is not None:
            then = Extent(**json.loads(done["extent"]))
        came = 0
        if now != then:
            came = browsing.since(self._book, then.editions) or int(
                (now.readings, now.sightings) != (then.readings, then.sightings)
            )
        judged = int((now.judgements, now.relations) != (then.judgements, then.relations))
        return Standing(
            serial=0 if done is None else done["serial"],
            documents=came,
            judgements=judged,
            is_running=self._is_tracing(),
            reason=None if failed is None else failed["reason"],
            ended_at=None if done is None else done["ended_at"],
            claims=0 if done is None else done["claims"],
        )

    def _work(self) -> None:
        while not self._end.is_set():
            for kind, queue in _QUEUES.items():
                self._quietly(partial(self._look_after, kind, queue))
            self._quietly(self._look_after_judgements)
            self._quietly(self._look_after_trace)
            self._bell.wait(_PAUSE)
            self._bell.clear()

    def _quietly(self, look: Callable[[], None]) -> None:
        try:
            look()
        except (CasebookError, OSError):
            # The store cannot be reached just now; the next look may find it again.
            self._end.wait(_PAUSE)

    def _look_after(self, kind: str, queue: "_Queue") -> None:
        """See whether what is being done is done, and begin what is next."""
        if kind in self._at_work:
            process, number = self._at_work[kind]
            if process.is_alive():
                return
            del self._at_work[kind]
            # Does nothing to what was brought to an end.
            queue.fail(self._state, number, "the process that worked on it was ended")
        number_next = queue.waiting(self._state)
        if number_next is not None:
            given = (self._where, str(self._state.path.absolute()), number_next)
            process = self._processes.Process(target=queue.work, args=given)
            process.start()
            self._at_work[kind] = (process, number_next)

    def _look_after_trace(self) -> None:
        if self._is_tracing() or _INTAKE in self._at_work:
            return
        extent = browsing.extent(self._book)
        with self._state.reading() as connection:
            row = connection.execute(
                "SELECT extent, state FROM trace ORDER BY serial DESC LIMIT 1"
            ).fetchone()
        same = row is not None and row["extent"] == json.dumps(asdict(extent))
        if not extent.editions or (same and row["state"] == "done"):
            return
        if same and time.monotonic() - self._tried < _AGAIN:
            return
        self._tried = time.monotonic()
        given = (self._where, str(self._state.path.absolute()))
        self._tracing = self._processes.Process(target=trace, args=given)
        self._tracing.start()

    def _look_after_judgements(self) -> None:
        """Have claims told as people have them now, as far as that can be had without tracing."""
        extent = browsing.extent(self._book)
        with self._state.reading() as connection:
            asked = "SELECT max(serial) FROM trace WHERE state = 'done'"
            serial = connection.execute(asked).fetchone()[0]
        mark = (serial, extent.judgements)
        if mark != self._retold:
            # Also where it fails: what it could not tell, the trace that follows does.
            self._retold = mark
            retell(self._book, self._state)

    def _is_tracing(self) -> bool:
        return self._tracing is not None and self._tracing.is_alive()
