"""A process of its own that takes inputs apart, so that none can take furphy down with it.

It hands over one part after another through a pipe, and waits while the pipe is full: however
much an input holds, little of it is in memory. An input on which it dies or comes to a standstill
is given up, and a fresh process goes on with the next.
"""

import hashlib
import multiprocessing
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from furphy.desk.confinement import keep_to_share
from furphy.desk.inputs import is_address
from furphy.desk.stumbling import is_shortage, reason_of
from furphy.ingest import Capture
from furphy.ingest.container import Part
from furphy.ingest.opening import unpack_url
from furphy.ingest.unpacking import unpack_path

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Order:
    """An input to be taken apart."""

    input: str
    published: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    known: str | None = None
    """The digest that a file had when all it holds was stored; it is not opened if it still has."""


@dataclass(frozen=True, slots=True)
class Ended:
    """That an input holds no more."""

    digest: str | None
    """SHA-256 of a file's bytes; None for an address, and for what could not be opened."""
    changed: bool = False
    """The file changed while it was being taken apart."""
    known: bool = False
    """It is as it was when it was stored, and was not opened."""


@dataclass(frozen=True, slots=True)
class Broken:
    """That an input could not be taken apart to its end."""

    reason: str
    died: bool = False
    """Its process died, or the machine fell short: it may have been someone else's fault."""


Piece = Part | Ended | Broken


class Opener:
    """Takes inputs apart, one after another, in a process of its own."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self.process: ForkServerProcess | None = None
        self._pipe: Connection | None = None

    def parts(self, order: Order) -> Iterator[Piece]:
        """Yield what an input holds, and in the end one :class:`Ended` or :class:`Broken`."""
        pipe = self._pipe or self._start()
        try:
            pipe.send(order)
            while True:
                if not pipe.poll(self._timeout):
                    self.close()
                    yield Broken(f"not opened within {self._timeout:g} seconds")
                    return
                piece = pipe.recv()
                yield piece
                if isinstance(piece, Ended | Broken):
                    return
        except (EOFError, OSError):
            yield Broken(self._last_words(), died=True)

    def close(self) -> None:
        """End the process."""
        if self._pipe is not None:
            self._pipe.close()
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process.close()
        self._pipe = self.process = None

    def _start(self) -> Connection:
        context = multiprocessing.get_context("forkserver")
        ours, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self._pipe = ours
        return ours

    def _last_words(self) -> str:
        code = None
        if self.process is not None:
            self.process.join(self._timeout)
            code = self.process.exitcode
        self.close()
        return f"the process opening it died (exit code {code})"


def serve(pipe: Connection) -> None:
    """Take apart what is asked for until no one asks any more."""
    keep_to_share()
    # When furphy is gone, so is the other end of the pipe.
    with suppress(EOFError, OSError):
        while True:
            _hand_over(pipe, pipe.recv())


def _hand_over(pipe: Connection, order: Order) -> None:
    try:
        before = _digest(order.input)
        if order.known is not None and before in {order.known, None}:
            pipe.send(Ended(order.known, known=True))
            return
        for part in _parts(order):
            pipe.send(part)
        after = _digest(order.input)
        pipe.send(Ended(after, changed=before != after))
    except MemoryError:
        pipe.send(Broken("too little memory to open it"))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  (the boundary an input's failure stops at)
        pipe.send(Broken(reason_of(error), died=is_shortage(error)))


def _parts(order: Order) -> Iterator[Part]:
    if is_address(order.input):
        return unpack_url(order.input, published=order.published)
    known = Capture(order.input, b"", published=order.published)
    return unpack_path(Path(order.input), known, fields=order.fields)


def _digest(name: str) -> str | None:
    """Return the digest of a file's bytes; None for an address and what cannot be read."""
    if is_address(name):
        return None
    found = hashlib.sha256()
    try:
        with Path(name).open("rb") as file:
            while chunk := file.read(_CHUNK):
                found.update(chunk)
    except OSError:
        return None
    return found.hexdigest()
