import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from shell import ENVIRONMENT

from furphy.cli.progress import watched


def all_of(terminal: int) -> str:
    """Read all that is shown until nobody writes; a slow run shows more than one read takes."""
    shown = b""
    # Linux says so by an error.
    with suppress(OSError):
        while part := os.read(terminal, 4096):
            shown += part
    os.close(terminal)
    return shown.decode()


@pytest.mark.parametrize("total", [None, 1, 3])
def test_nothing_is_lost_while_no_one_watches(total: int | None) -> None:
    assert list(watched(iter("abc"), total)) == ["a", "b", "c"]


def test_who_watches_standard_error_sees_how_far_it_has_come(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text("Police said that it rained.")
    watching, terminal = pty.openpty()
    output = tmp_path / ".readings"
    with output.open("wb") as to:
        run = subprocess.Popen(  # noqa: S603 (a program of ours)
            [sys.executable, "-m", "furphy", "read", str(tmp_path), "--format", "json"],
            stdout=to,
            stderr=terminal,
            env=ENVIRONMENT | {"TERM": "xterm"},
        )
    os.close(terminal)
    seen = all_of(watching)
    assert run.wait() == 0
    assert "3/3" in seen
    assert len(output.read_bytes().splitlines()) == 3
