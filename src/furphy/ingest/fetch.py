"""An address to its bytes, within limits of place, size and time."""

import re
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpcore

from furphy.errors import FetchRefused, TooLarge
from furphy.ingest.capture import Capture
from furphy.ingest.network import GuardedBackend

_REDIRECTS = {301, 302, 303, 307, 308}
_OK = 200
_PIECE = 65_536
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages; each field bounds what one fetch may do."""

    backend: httpcore.NetworkBackend = field(default_factory=GuardedBackend)
    size: int = 20_000_000
    """Bytes after decompression."""
    seconds: float = 30.0
    """In all, redirects included."""
    seconds_each: float = 10.0
    """For one network operation."""
    redirects: int = 5
    agent: str = "furphy"

    def fetch(self, url: str) -> Capture:
        """Return the bytes at an address.

        Raises :class:`FetchRefused` where it may not or cannot be fetched, and
        :class:`TooLarge` where it holds more than ``size`` bytes.
        """
        deadline = time.monotonic() + self.seconds
        address = url
        with httpcore.ConnectionPool(network_backend=self.backend) as pool:
            for _ in range(self.redirects + 1):
                _check(address)
                try:
                    answer = self._ask(pool, address, deadline)
                except (httpcore.NetworkError, httpcore.TimeoutException) as error:
                    raise FetchRefused(f"{_host(address)} does not answer") from error
                except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
                    raise FetchRefused(f"{_host(address)} does not speak HTTP") from error
                if isinstance(answer, Capture):
                    return Capture(url, answer.data, answer.url, answer.charset)
                address = urljoin(address, answer)
        raise FetchRefused(f"more than {self.redirects} redirects")

    def _ask(self, pool: httpcore.ConnectionPool, address: str, deadline: float) -> Capture | str:
        """Return what stands at an address, or where it redirects to."""
        headers = [
            ("Host", _authority(address)),
            ("User-Agent", self.agent),
            ("Accept-Encoding", "gzip, deflate"),
        ]
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self.seconds_each)
        with pool.stream(
            "GET", _encoded(address), headers=headers, extensions={"timeout": timeouts}
        ) as response:
            answer = {name.lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _REDIRECTS and b"location" in answer:
                return answer[b"location"]
            if response.status != _OK:
                raise FetchRefused(f"the server answered {response.status}")
            pieces = _decoded(response.iter_stream(), answer.get(b"content-encoding", ""))
            data = self._gathered(pieces, deadline)
        charset = _CHARSET.search(answer.get(b"content-type", ""))
        return Capture(address, data, address, charset[1] if charset else None)

    def _gathered(self, pieces: Iterator[bytes], deadline: float) -> bytes:
        data = bytearray()
        for piece in pieces:
            data += piece
            if len(data) > self.size:
                raise TooLarge(f"more than {self.size} bytes")
            if time.monotonic() > deadline:
                raise FetchRefused(f"not fetched within {self.seconds:g} seconds")
        return bytes(data)


def _check(address: str) -> None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise FetchRefused(f"not an address: {address}") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise FetchRefused(f"not an address on the web: {address}")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused("an address with a user name in it")
    if port == 0:
        raise FetchRefused("port 0 is not one of the web's")


def _host(address: str) -> str:
    return urlsplit(address).hostname or address


def _authority(address: str) -> str:
    return urlsplit(_encoded(address)).netloc


def _encoded(address: str) -> str:
    """Spell an address in ASCII: the host by IDNA, the rest by percent signs."""
    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchRefused(f"not an address: {address}") from error
    if ":" in host:
        host = f"[{host}]"
    netloc = host if parts.port is None else f"{host}:{parts.port}"
    path = "".join(
        character
        if "!" <= character <= "~"
        else "".join(f"%{byte:02X}" for byte in _bytes(character))
        for character in (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    )
    return f"{parts.scheme}://{netloc}{path}"


def _bytes(character: str) -> bytes:
    return character.encode("utf-8", "replace")


def _decoded(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """Undo a compression in small pieces, so that a bomb is noticed before it goes off."""
    kind = encoding.strip().lower()
    if kind in {"", "identity"}:
        yield from pieces
        return
    if kind not in {"gzip", "x-gzip", "deflate"}:
        raise FetchRefused(f"an encoding that was not asked for: {encoding}")
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        for piece in pieces:
            waiting = piece
            while waiting:
                yield unpacker.decompress(waiting, _PIECE)
                waiting = unpacker.unconsumed_tail
    except zlib.error as error:
        raise FetchRefused("damaged compression") from error
