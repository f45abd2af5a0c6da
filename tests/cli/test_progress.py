import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from shell import ENVIRONMENT

from furphy.cli.progress import watched


@pytest.mark.parametrize("total", [None, 1, 3])
def test_nothing_is_lost_while_no_one_watches(total: int | None) -> None:
    assert list(watched(iter("abc"), total)) == ["a", "b", "c"]


def test_who_watches_standard_error_sees_how_far_it_has_come(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text("Police said that it rained.")
    watching, terminal = pty.openpty()
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "furphy", "read", str(tmp_path), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=terminal,
        env=ENVIRONMENT | {"TERM": "xterm"},
        check=True,
    )
    os.close(terminal)
    seen = os.read(watching, 100_000).decode()
    os.close(watching)
    assert "3/3" in seen
    assert len(run.stdout.splitlines()) == 3
