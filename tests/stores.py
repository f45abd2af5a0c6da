"""Places for casebooks to be made in: files, and databases of a PostgreSQL started for the tests.

The server listens on loopback only, runs as a user without rights, keeps its data in a folder of
its own and is gone with the tests.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import psycopg

_PATIENCE = 30
_NEW = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")


def programs() -> Path | None:
    """Return the folder of the server's programs; None where it is not installed."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = [each for each in places if (each / "initdb").is_file()]
    on_path = shutil.which("initdb")
    return found[0] if found else Path(on_path).resolve().parent if on_path else None


class Server:
    """A PostgreSQL that is running; every database asked for is new and empty."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._numbers = count()

    def database(self) -> str:
        """Make a database and return its address."""
        name = f"case{next(self._numbers)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self._address(name)

    def is_up(self) -> bool:
        """Tell whether it takes connections."""
        try:
            psycopg.connect(self._address("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _address(self, name: str) -> str:
        return f"postgresql://furphy@127.0.0.1:{self._port}/{name}"


@contextmanager
def running_server(bin_: Path) -> Iterator[Server]:
    """Start a server and stop it in the end."""
    # It refuses to be run by root.
    user = _unprivileged() if os.getuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="furphy-pg-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        if user is not None:
            for each in (Path(folder), data):
                os.chown(each, user, -1)
        subprocess.run(  # noqa: S603 (programs of the server)
            [bin_ / "initdb", "-D", data, "-U", "furphy", *_NEW],
            check=True,
            stdout=subprocess.DEVNULL,
            user=user,
            cwd=folder,
        )
        port = _free_port()
        settings = ["listen_addresses=127.0.0.1", f"unix_socket_directories={folder}"]
        settings += ["fsync=off", "full_page_writes=off", "autovacuum=off", f"port={port}"]
        process = subprocess.Popen(  # noqa: S603 (programs of the server)
            [bin_ / "postgres", "-D", data, *(word for each in settings for word in ("-c", each))],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=user,
            cwd=folder,
        )
        server = Server(port)
        try:
            _wait_until_up(server, process)
            yield server
        finally:
            # Told to terminate, it would wait for everybody who is still connected.
            process.send_signal(signal.SIGINT)
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_up(server: Server, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _PATIENCE
    while not server.is_up():
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError("PostgreSQL did not start")
        time.sleep(0.1)


def _unprivileged() -> int:
    names = {each.pw_name for each in pwd.getpwall()}
    return pwd.getpwnam("postgres" if "postgres" in names else "nobody").pw_uid


def _free_port() -> int:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
