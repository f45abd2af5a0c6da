import os
import time
from collections.abc import Iterator

from furphy.desk.confinement import MEMORY
from furphy.desk.crew import Job, Ready, side_by_side
from furphy.ingest import Failure


def test_results_come_in_the_order_of_the_jobs() -> None:
    jobs = [Job(str(n), sorted, [n]) for n in range(20)]
    assert list(side_by_side(jobs, 2, 60)) == list(range(20))


def test_a_result_without_work_waits_for_its_turn() -> None:
    jobs: list[Job[int] | Ready[int]] = [Job("first", sorted, [1]), Ready(2), Job("x", sorted, [3])]
    results = side_by_side(jobs, 2, 60)
    assert list(results) == [1, 2, 3]


def test_what_kills_a_worker_costs_only_itself() -> None:
    jobs: list[Job[int]] = [
        Job("first", sorted, [1]),
        Job("crash", os._exit, 3),
        Job("hang", time.sleep, 60),  # type: ignore[arg-type]  # it never comes to a result
        Job("hunger", bytearray, MEMORY * 2),
        Job("last", sorted, [2]),
    ]
    first, crash, hang, hunger, last = side_by_side(jobs, 1, 1)
    assert (first, last) == (1, 2)
    assert crash == Failure("crash", "the worker reading it died (exit code 3)")
    assert hang == Failure("hang", "not read within 1 seconds")
    assert hunger == Failure("hunger", "too little memory to read it")


def test_jobs_are_taken_up_only_as_results_are_wanted() -> None:
    taken = []

    def jobs() -> Iterator[Job[int]]:
        for n in range(1000):
            taken.append(n)
            yield Job(str(n), sorted, [n])

    results = side_by_side(jobs(), 1, 60)
    assert next(results) == 0
    assert len(taken) < 10
    results.close()
