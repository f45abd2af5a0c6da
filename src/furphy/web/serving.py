"""Serve a desk: open the casebook, see that nobody else serves it, listen."""

import contextlib
import ipaddress
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from furphy.desk import browsing
from furphy.desk.browsing import is_server
from furphy.errors import CasebookUnavailable, InputError, without_passwords
from furphy.web import accounts
from furphy.web.app import application
from furphy.web.desk import Desk
from furphy.web.foreman import Foreman
from furphy.web.limits import Limits
from furphy.web.rendering import make_ready
from furphy.web.security import LOOPBACK
from furphy.web.sessions import Sessions
from furphy.web.state import State, beside
from furphy.web.tracer import forget_other_makers


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants a desk to be served."""

    case: str
    host: str = "127.0.0.1"
    port: int = 8765
    names: tuple[str, ...] = ()
    """Further names that browsers may call it by."""
    folder: Path | None = None
    """Where the desk keeps its state; None: beside the casebook."""
    is_secure: bool = False
    """Whether browsers reach it over https, through a proxy."""


def serve(wish: Wish, tell: Callable[[str], None]) -> None:
    """Serve a desk until it is interrupted.

    Raises :class:`furphy.errors.InputError` where it may not listen there, and
    :class:`furphy.errors.CasebookError` where the casebook cannot be served.
    """
    with opened(wish) as desk:
        if not is_loopback(wish.host) and not accounts.exist(desk.state):
            raise InputError(
                f"{wish.host} can be reached by others, and there are no accounts; make one first:"
                f" furphy accounts add {wish.case} NAME --role editor"
            )
        make_ready()
        with listening(wish.host, wish.port) as listener:
            port = listener.getsockname()[1]
            shown = f"[{wish.host}]" if ":" in wish.host else wish.host
            case = without_passwords(wish.case)
            tell(f"the desk of {case} is at http://{shown}:{port}/ (Ctrl+C ends it)")
            names = (*wish.names, wish.host)
            config = uvicorn.Config(
                application(desk, names), log_level="warning", server_header=False, access_log=False
            )
            uvicorn.Server(config).run(sockets=[listener])


@contextlib.contextmanager
def opened(wish: Wish) -> Iterator[Desk]:
    """Lend a desk; nobody else can open it meanwhile."""
    where = wish.case if is_server(wish.case) else str(Path(wish.case).absolute())
    path = beside(where, wish.folder)
    with _alone(Path(f"{path}.lock"), where), browsing.opened(where) as book:
        state = State(path)
        forget_other_makers(state)
        spool = Path(f"{path}-uploads")
        _sweep(spool, state)
        yield Desk(
            where=where,
            book=book,
            state=state,
            sessions=Sessions(state, is_secure=wish.is_secure, is_alone=is_loopback(wish.host)),
            foreman=Foreman(where, book, state),
            limits=Limits(),
            spool=spool,
        )


@contextlib.contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Lend a socket that listens; raises :class:`furphy.errors.InputError` where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise InputError(
                f"{host} port {port} cannot be listened at: {error.strerror or error};"
                " --port chooses another"
            ) from error
        yield listener
    finally:
        listener.close()


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches a host."""
    try:
        return host in LOOPBACK or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@contextlib.contextmanager
def _alone(path: Path, where: str) -> Iterator[None]:
    """Hold a lock that ends with the process; refuse where another holds it."""
    import fcntl  # noqa: PLC0415 - POSIX alone has it

    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise CasebookUnavailable(f"{path}: {error.strerror}") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            told = file.read(100).strip()
            raise CasebookUnavailable(
                f"{where} is served already, by process {told or 'unknown'}; use it there"
            ) from error
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _sweep(spool: Path, state: State) -> None:
    """Take away uploads that were broken off: folders that no row of the queue names."""
    if not spool.is_dir():
        return
    asked = "SELECT folder FROM intake WHERE state IN ('queued', 'running', 'failed')"
    with state.reading() as connection:
        named = {Path(row[0]).name for row in connection.execute(asked) if row[0]}
    for each in spool.iterdir():
        if each.name not in named:
            shutil.rmtree(each, ignore_errors=True)
