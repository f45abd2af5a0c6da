"""Stop a program at random moments, again and again, until it has had its way."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress

from shell import ENVIRONMENT

_AT_EASE = 20
"""Seconds in which what a killed program started has to be gone as well."""


def run_killed(arguments: Sequence[str], moments: random.Random, longest: float) -> bool:
    """Run furphy and kill it after a random time; tell whether it ended before that by itself.

    Every other time its children are killed with it; else they have to go by themselves.
    """
    process = subprocess.Popen(  # noqa: S603 (a program of ours)
        [sys.executable, "-m", "furphy", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        start_new_session=True,
    )
    try:
        _, told = process.communicate(timeout=moments.uniform(0, longest))
    except subprocess.TimeoutExpired:
        if moments.random() < 0.5:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()
        _wait_until_gone(process.pid)
        return False
    assert process.returncode == 0, told.decode()
    return True


def _wait_until_gone(group: int) -> None:
    """Wait for the rest of a group of processes to end."""
    end = time.monotonic() + _AT_EASE
    with suppress(ProcessLookupError):
        while True:
            os.killpg(group, 0)
            assert time.monotonic() < end, "it left processes behind"
            time.sleep(0.05)
