"""Run Python as a shell would, with the furphy under test in reach."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import furphy

SOURCES = Path(furphy.__file__).parents[1]
ENVIRONMENT = os.environ | {
    "PYTHONPATH": os.pathsep.join([str(SOURCES), os.environ.get("PYTHONPATH", "")]),
    "PYTHONUNBUFFERED": "1",
}


def started(*arguments: str) -> "subprocess.Popen[str]":
    """Start Python with all its streams as pipes, taking interrupts as in a foreground."""
    # A shell that runs the tests in the background has every process below it ignore interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return subprocess.Popen(  # noqa: S603 (a program of ours)
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )


def ran(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run Python to its end."""
    return subprocess.run(  # noqa: S603 (a program of ours)
        [sys.executable, *arguments], capture_output=True, text=True, check=False, env=ENVIRONMENT
    )
