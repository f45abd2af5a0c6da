"""Who does what can be done side by side."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Context = TypeVar("Context")
Job = TypeVar("Job")
Result = TypeVar("Result")


class Hands(Protocol):
    """One process or several."""

    def do(
        self, work: Callable[[Context, Job], Result], context: Context, jobs: Iterable[Job]
    ) -> Iterator[Result]:
        """Yield the results of a function of a module, in the order of the jobs.

        The context is the same for all jobs, and handed over once.
        """
        ...


class OneHand:
    """One process, that which asks."""

    def do(
        self, work: Callable[[Context, Job], Result], context: Context, jobs: Iterable[Job]
    ) -> Iterator[Result]:
        """Yield the results of a function, in the order of the jobs."""
        return (work(context, each) for each in jobs)
