"""Connections to public addresses only, whatever a name resolves to.

An address found in a document may name the reader's own router. Guarding the one place where
connections are opened covers redirects too, and connecting to the very number that was checked
leaves no second resolution in which a name could change its mind.
"""

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import httpcore

from furphy.errors import FetchRefused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], list[str]]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_RESOLVING_SECONDS = 5.0


def is_public(address: Address) -> bool:
    """Tell whether an address, and any address wrapped in it, belongs to the open internet."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None or address.scope_id is not None:
            return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def resolve(host: str, port: int) -> list[str]:
    """Return the numbers a name stands for; raises :class:`FetchRefused` when that takes long."""
    answers: queue.Queue[list[str]] = queue.Queue(1)

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            found = []
        answers.put([str(each[4][0]) for each in found])

    # getaddrinfo cannot be told how long to wait; a thread left behind by it ends with the program.
    threading.Thread(target=ask, daemon=True).start()
    try:
        return answers.get(timeout=_RESOLVING_SECONDS)
    except queue.Empty:
        raise FetchRefused(f"{host} takes too long to resolve") from None


@dataclass(frozen=True, slots=True)
class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections for httpcore, after looking where they lead."""

    allows: Callable[[Address], bool] = is_public
    resolver: Resolver = resolve
    ports: frozenset[int] = frozenset({80, 443})
    inner: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first number of a host that answers; refuse it if any is not public."""
        refusal: Exception | None = None
        for number in self._checked(host, port):
            try:
                return self.inner.connect_tcp(number, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refusal = error
        raise FetchRefused(f"{host} does not answer") from refusal

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Refuse: no address on the web is a file."""
        raise FetchRefused(f"not an address on the web: {path}")

    def _checked(self, host: str, port: int) -> list[str]:
        if port not in self.ports:
            raise FetchRefused(f"port {port} is not one of the web's")
        numbers = self.resolver(host, port)
        if not numbers:
            raise FetchRefused(f"{host} cannot be resolved")
        for number in numbers:
            if not self.allows(ipaddress.ip_address(number)):
                raise FetchRefused(f"{host} leads to {number}, which is not on the open internet")
        return numbers
