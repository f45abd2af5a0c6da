"""The same readings, made by several processes, in the order of the inputs."""

from collections.abc import Iterable, Iterator
from functools import partial

from furphy.desk.crew import Job, side_by_side
from furphy.desk.inputs import holds_many, opened
from furphy.desk.reader import Result, read_input, read_outcome
from furphy.ingest import Outcome


def read_inputs(
    names: Iterable[str], workers: int, timeout: float, published: str | None = None
) -> Iterator[Result]:
    """Yield what :func:`read_input` yields for each name, in order, made by several processes.

    ``timeout`` is in seconds, for one document; ``published`` is when all were, if the user says.
    """
    return side_by_side(_jobs(names, published), workers, timeout)


def _jobs(names: Iterable[str], published: str | None) -> Iterator[Job[Result]]:
    for name in names:
        if holds_many(name):
            yield from (Job(each.key, _read_outcome, each) for each in opened(name, published))
        else:
            yield Job(name, partial(_read_input, published=published), name)


def _read_input(name: str, published: str | None) -> list[Result]:
    return list(read_input(name, published))


def _read_outcome(outcome: Outcome) -> list[Result]:
    return [read_outcome(outcome)]
