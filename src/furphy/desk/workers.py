"""The same readings, made by several processes, in the order of the inputs.

Each document has its own time limit, and a worker that crashes or runs out of memory costs only the
document it was reading. At any time only a few documents per worker are held, whatever the size of
the batch.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from furphy.desk.confinement import keep_to_share
from furphy.desk.inputs import holds_many, opened
from furphy.desk.reader import Result, read_input, read_outcome, stumbled
from furphy.ingest import Failure, Outcome

_AHEAD = 4
"""Documents scheduled for each worker beyond the one waited for."""

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


def read_inputs(
    names: Iterable[str], workers: int, timeout: float, published: str | None = None
) -> Iterator[Result]:
    """Yield what :func:`read_input` yields for each name, in order, made by several processes.

    ``timeout`` is in seconds, for one document; ``published`` is when all were, if the user says.
    """
    return side_by_side(_jobs(names, published), workers, timeout)


def side_by_side(
    jobs: Iterable[Job[Item] | Ready[Item]], workers: int, timeout: float
) -> Generator[Item | Failure, None, None]:
    """Do the jobs and yield their results in order; a job that fails gives a failure.

    ``timeout`` is in seconds, for one job.
    """
    # A forked copy of a process that has threads can hang; a fork server has none.
    context = multiprocessing.get_context("forkserver")
    pool = ProcessPool(workers, max_tasks=_TASKS, initializer=keep_to_share, context=context)
    waiting = deque[Iterable[Item | Failure]]()
    try:
        for job in jobs:
            if isinstance(job, Ready):
                waiting.append([job.result])
            else:
                future = pool.schedule(job.work, args=(job.argument,), timeout=timeout)
                results = _results(job, future, timeout)
                waiting.append(results)
            if len(waiting) > workers * _AHEAD:
                yield from waiting.popleft()
        while waiting:
            yield from waiting.popleft()
    finally:
        # Left early, by an interrupt or a closed pipe, no one wants what is still under way.
        pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
        pool.join()


def _jobs(names: Iterable[str], published: str | None) -> Iterator[Job[Result]]:
    for name in names:
        if holds_many(name):
            yield from (Job(each.key, _read_outcome, each) for each in opened(name, published))
        else:
            yield Job(name, partial(_read_input, published=published), name)


def _results(
    job: Job[Item], future: "ProcessFuture[Iterable[Item]]", timeout: float
) -> Iterator[Item | Failure]:
    try:
        yield from future.result()
    except TimeoutError:
        yield Failure(job.name, f"not read within {timeout:g} seconds")
    except ProcessExpired as error:
        yield Failure(job.name, f"the worker reading it died (exit code {error.exitcode})")
    except MemoryError:
        yield Failure(job.name, "too little memory to read it")
    except OSError as error:
        yield stumbled(job.name, error)


def _read_input(name: str, published: str | None) -> list[Result]:
    return list(read_input(name, published))


def _read_outcome(outcome: Outcome) -> list[Result]:
    return [read_outcome(outcome)]
