"""Several processes do what one does, in the order of the jobs."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from furphy.desk.many_hands import ManyHands

WORKER = """
import os, sys, time
from furphy.desk.many_hands import ManyHands
from test_many_hands import tell_and_wait
if __name__ == "__main__":
    [*ManyHands(1).do(tell_and_wait, sys.argv[1], range(20))]
"""


def shifted(context: int, job: int) -> int:
    return context + job


def whose(_context: None, _job: int) -> int:
    return os.getpid()


def refuse(_context: None, job: int) -> int:
    raise ValueError(str(job))


def tell_and_wait(context: str, _job: int) -> None:
    Path(context).write_text(str(os.getpid()))
    time.sleep(60)


def test_results_come_in_the_order_of_the_jobs() -> None:
    assert [*ManyHands(2).do(shifted, 100, range(20))] == [*range(100, 120)]


@pytest.mark.parametrize("count", [0, 1, 12])
def test_few_jobs_are_done_here(count: int) -> None:
    assert [*ManyHands(2).do(whose, None, range(count))] == [os.getpid()] * count


def test_what_goes_wrong_there_is_told_here() -> None:
    with pytest.raises(ValueError, match="0"):
        [*ManyHands(2).do(refuse, None, range(20))]


def test_workers_leave_with_the_process_that_they_work_for(tmp_path: Path) -> None:
    script, told = tmp_path / "script.py", tmp_path / "told"
    script.write_text(WORKER)
    here = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    with subprocess.Popen(  # noqa: S603 (our own)
        [sys.executable, str(script), str(told)], env={**os.environ, "PYTHONPATH": here}
    ) as running:
        while not (told.exists() and told.read_text()):
            time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
    worker = int(told.read_text())
    deadline = time.monotonic() + 30
    while _lives(worker):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _lives(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
