"""Serve a case by the command itself."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

SRC = Path(__file__).parents[1] / "src"


@contextmanager
def serving(case: Path | str, folder: Path | None = None) -> Iterator[str]:
    """Serve a case by the command itself, and lend its address.

    ``folder`` is where the desk keeps its state, and what it says as ``desk.log``.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    command = [sys.executable, "-m", "furphy", "serve", str(case), "--port", str(port)]
    if folder is not None:
        command += ["--state", str(folder)]
    log = Path(f"{case}.log") if folder is None else folder / "desk.log"
    with log.open("w") as to:
        server = subprocess.Popen(command, env=environment, stdout=to, stderr=to)  # noqa: S603 (a program of ours)
        home = f"http://127.0.0.1:{port}"
        try:
            wait_until(lambda: _answers(home), 60)
            yield home
        finally:
            server.terminate()
            server.wait(30)
    assert "Traceback" not in log.read_text(encoding="utf-8"), log.read_text(encoding="utf-8")


def _answers(home: str) -> bool:
    try:
        with urlopen(f"{home}/login", timeout=5) as answer:  # noqa: S310 - on loopback
            return bool(answer.status)
    except OSError:
        return False


def wait_until(holds: Callable[[], object], seconds: float) -> None:
    """Wait until something holds; fail where it does not in that time."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.2)
