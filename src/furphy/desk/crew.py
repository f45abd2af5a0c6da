"""Jobs done by several processes, their results in the order of the jobs.

Each job has its own time limit, and a worker that crashes or runs out of memory costs only the
job it was at. At any time only a few jobs per worker are held, however many there are.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pebble import CONSTS, ProcessExpired, ProcessFuture, ProcessPool

from furphy.desk.confinement import keep_to_share
from furphy.desk.stumbling import reason_of
from furphy.ingest import Failure

_AHEAD = 4
"""Documents scheduled for each worker beyond the one waited for."""

_PATIENCE = 10
"""Seconds in which a worker begins with the job that is waited for, and all before it are done;
also those for which it waits for another that hands over a result."""

_MOST_LOSSES = 3
"""How often a pool is replaced for the sake of one job."""

_TASKS = 500
"""Documents a worker reads before a fresh one takes its place: parsers keep every word they met."""


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Job(Generic[Item]):
    """Something to be read, and what it is called if it cannot be."""

    name: str
    work: Callable[[Any], Iterable[Item]]
    """A function that a worker can import."""
    argument: Any


@dataclass(frozen=True, slots=True)
class Ready(Generic[Item]):
    """A result that takes no work, to be handed on in its turn."""

    result: Item


def side_by_side(
    jobs: Iterable[Job[Item] | Ready[Item]], workers: int, timeout: float
) -> Generator[Item | Failure, None, None]:
    """Do the jobs and yield their results in order; a job that fails gives a failure.

    ``timeout`` is in seconds, for one job.
    """
    crew = _Crew(workers, timeout)
    waiting = deque[Ready[Item] | _Errand[Item]]()
    try:
        for job in jobs:
            waiting.append(job if isinstance(job, Ready) else crew.sent(job))
            if len(waiting) > workers * _AHEAD:
                yield from _results(waiting, crew)
        while waiting:
            yield from _results(waiting, crew)
    finally:
        # Left early, by an interrupt or a closed pipe, no one wants what is still under way.
        crew.leave()


@dataclass(slots=True)
class _Errand(Generic[Item]):
    """A job on its way."""

    job: Job[Item]
    future: "ProcessFuture[Iterable[Item]] | None"
    """None where the pool would not take it."""
    losses: int = 0
    """How often the pool lost it, with no fault of its own."""

    def is_lost(self) -> bool:
        """Wait for its end; tell whether it will never come to one."""
        if self.future is None:
            return True
        while not wait([self.future], _PATIENCE).done:
            # Where a worker is killed as it takes a job over, no one hears of the job again, and
            # the lock that it took with it may keep the others from theirs.
            if not self.future.running():
                return True
        return isinstance(self.future.exception(), BrokenProcessPool)

    def has_ended(self) -> bool:
        """Tell whether there is a result, or a failure of its own."""
        return (
            self.future is not None
            and self.future.done()
            and not isinstance(self.future.exception(), BrokenProcessPool)
        )


class _Crew:
    """A pool of workers, and another where it breaks: one does when an idle worker is killed."""

    def __init__(self, workers: int, timeout: float) -> None:
        self.timeout = timeout
        self._workers = workers
        self._pool = self._gathered()

    def sent(self, job: Job[Item]) -> _Errand[Item]:
        """Have a job done."""
        errand = _Errand[Item](job, None)
        self.send(errand)
        return errand

    def send(self, errand: _Errand[Item]) -> None:
        """Have the job of an errand done, once more where it is under way."""
        job = errand.job
        try:
            future = self._pool.schedule(job.work, args=(job.argument,), timeout=self.timeout)
        except RuntimeError:
            # The pool has broken already.
            future = None
        errand.future = future

    def replace(self) -> None:
        """Let the workers go, and gather others."""
        self.leave()
        self._pool = self._gathered()

    def leave(self) -> None:
        """Stop all work."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
        self._pool.join()

    def _gathered(self) -> ProcessPool:
        # A forked copy of a process that has threads can hang; a fork server has none.
        context = multiprocessing.get_context("forkserver")
        return ProcessPool(self._workers, max_tasks=_TASKS, initializer=_begin, context=context)


def _begin() -> None:
    keep_to_share()
    # A worker killed while it hands over a result never gives back the lock that it holds, and
    # each of the others waits for that long before it gives up and another takes its place.
    CONSTS.channel_lock_timeout = _PATIENCE


def _results(
    waiting: "deque[Ready[Item] | _Errand[Item]]", crew: _Crew
) -> Iterator[Item | Failure]:
    """Yield the results of the first job that is waited for, and take it from the others."""
    first = waiting[0]
    if isinstance(first, Ready):
        yield first.result
    else:
        while first.is_lost() and first.losses < _MOST_LOSSES:
            first.losses += 1
            crew.replace()
            for errand in waiting:
                if isinstance(errand, _Errand) and not errand.has_ended():
                    crew.send(errand)
        yield from _results_of(first, crew.timeout)
    waiting.popleft()


def _results_of(errand: _Errand[Item], timeout: float) -> Iterator[Item | Failure]:
    name = errand.job.name
    if not errand.has_ended() or errand.future is None:
        yield Failure(name, "the workers reading it died again and again")
        return
    try:
        yield from errand.future.result()
    except TimeoutError:
        yield Failure(name, f"not read within {timeout:g} seconds")
    except ProcessExpired as error:
        yield Failure(name, f"the worker reading it died (exit code {error.exitcode})")
    except MemoryError:
        yield Failure(name, "too little memory to read it")
    except OSError as error:
        yield Failure(name, reason_of(error))
