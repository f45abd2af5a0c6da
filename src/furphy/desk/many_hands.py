"""Several processes that share what can be done side by side."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from threading import Thread
from typing import Any, TypeVar

from furphy.desk.confinement import keep_to_share

Context = TypeVar("Context")
Job = TypeVar("Job")
Result = TypeVar("Result")

_AHEAD = 3
"""Jobs under way for each process."""
_FEW = 12
"""Jobs that are not worth a process: each takes a second at the most, and a process that begins has
to load furphy, the texts, and what is made of them, which the one that asks may have at hand."""
_context: list[Any] = []


class ManyHands:
    """So many processes, their results in the order of the jobs."""

    def __init__(self, count: int) -> None:
        self._count = count

    def do(
        self, work: Callable[[Context, Job], Result], context: Context, jobs: Iterable[Job]
    ) -> Iterator[Result]:
        """Yield the results of a function of a module, in the order of the jobs."""
        rest = iter(jobs)
        first = [*islice(rest, _FEW + 1)]
        if len(first) <= _FEW:
            yield from (work(context, each) for each in first)
            return
        # A forked copy of a process that has threads can hang; a fork server has none.
        with ProcessPoolExecutor(
            self._count, multiprocessing.get_context("forkserver"), _begin, (context,)
        ) as pool:
            waiting = deque[Future[Result]]()
            for job in chain(first, rest):
                waiting.append(pool.submit(_do, work, job))
                if len(waiting) >= self._count * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()


def _begin(context: object) -> None:
    keep_to_share()
    Thread(target=_leave_with_parent, daemon=True).start()
    _context[:] = [context]


def _leave_with_parent() -> None:
    """End this process when the one that it works for is gone, however that ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(work: Callable[[Any, Job], Result], job: Job) -> Result:
    return work(_context[0], job)
