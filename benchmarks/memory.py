"""The most memory that reading takes: all texts after one another, and one very long text.

Each is read by a fresh ``furphy read`` of one process; the peak is what the system counted for it.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from benchmarks.result import tell
from benchmarks.texts import captures, documents

MOST = 1_200
"""Megabytes (10^6 bytes)."""

LONG = 2_000_000
"""Characters of the long text."""


def peak(*inputs: Path) -> float:
    """Return the largest resident size of a process that reads these, in megabytes."""
    command = [sys.executable, "-m", "furphy", "read", *map(str, inputs), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        # wait4 tells of this child alone; getrusage would tell of the largest child so far.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise click.ClickException(f"furphy read left with {process.returncode}")
    return usage.ru_maxrss * 1024 / 1e6


def long_text() -> str:
    """Return the texts joined again and again until they are long enough."""
    once = "\n\n".join(each.text for each in documents())
    return (f"{once}\n\n" * (LONG // len(once) + 1))[:LONG]


@click.command()
def main() -> None:
    """Measure the peak memory of two readings."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts"
        texts.mkdir()
        for each in captures():
            (texts / each.key).write_bytes(each.data)
        long = Path(folder) / "long.txt"
        long.write_text(long_text(), encoding="utf-8")
        figures = {
            "all texts, MB": peak(texts),
            f"one text of {LONG:,} characters, MB": peak(long),
        }
    held = max(figures.values()) < MOST
    tell("memory", figures | {"MB below": MOST}, held=held)


if __name__ == "__main__":
    main()
