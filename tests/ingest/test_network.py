import contextlib
import ipaddress
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpcore
import pytest

from furphy.errors import FetchRefused
from furphy.ingest.fetch import Fetcher
from furphy.ingest.network import GuardedBackend, is_public, resolve

PUBLIC = "93.184.215.14"
NAMES = {
    "public.example": [PUBLIC],
    "inside.example": ["10.0.0.7"],
    "both.example": [PUBLIC, "127.0.0.1"],
    "local.example": ["127.0.0.1"],
}


@dataclass
class Listener:
    """A server on loopback, in both families, that counts who knocks."""

    hits: list[str] = field(default_factory=list)
    port: int = 0


def serve(listener: Listener, server: socket.socket) -> None:
    while True:
        try:
            connection, address = server.accept()
        except OSError:
            return
        listener.hits.append(address[0])
        connection.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    counted = Listener()
    four = socket.create_server(("127.0.0.1", 0))
    counted.port = four.getsockname()[1]
    servers = [four]
    if socket.has_ipv6:
        with contextlib.suppress(OSError):
            servers.append(socket.create_server(("::1", counted.port), family=socket.AF_INET6))
    threads = [threading.Thread(target=serve, args=(counted, each)) for each in servers]
    for thread in threads:
        thread.start()
    yield counted
    for server in servers:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
    for thread in threads:
        thread.join(5)


def named(host: str, port: int) -> list[str]:
    return NAMES.get(host) or resolve(host, port)


LOOPBACK = {
    "name": "localhost",
    "number": "127.0.0.1",
    "other loopback number": "127.8.9.10",
    "IPv6": "[::1]",
    "IPv4 in IPv6": "[::ffff:127.0.0.1]",
    "decimal": "2130706433",
    "hexadecimal": "0x7f000001",
    "short": "127.1",
    "nought": "0",
    "private by number": "10.0.0.7",
    "private by name": "inside.example",
    "public and loopback": "both.example",
}


@pytest.mark.parametrize("host", LOOPBACK.values(), ids=LOOPBACK)
def test_no_spelling_of_a_private_address_is_knocked_at(listener: Listener, host: str) -> None:
    guard = GuardedBackend(resolver=named, ports=frozenset({listener.port}))
    with pytest.raises(FetchRefused):
        Fetcher(guard).fetch(f"http://{host}:{listener.port}/")
    assert listener.hits == []


def test_the_listener_would_have_counted(listener: Listener) -> None:
    with pytest.raises((httpcore.NetworkError, httpcore.ProtocolError)):
        httpcore.request("GET", f"http://127.0.0.1:{listener.port}/")
    assert listener.hits == ["127.0.0.1"]


@dataclass
class Recorder(httpcore.NetworkBackend):
    """Connects nowhere and remembers where to."""

    asked: list[str] = field(default_factory=list)

    def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.NetworkStream:
        self.asked.append(host)
        raise httpcore.ConnectError


def test_a_name_that_changes_its_mind_is_asked_once_and_connected_by_number() -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]
    recorder = Recorder()
    guard = GuardedBackend(resolver=lambda _host, _port: answers.pop(0), inner=recorder)
    with pytest.raises(FetchRefused, match="does not answer"):
        Fetcher(guard).fetch("http://rebound.example/")
    assert recorder.asked == [PUBLIC]
    assert answers == [["127.0.0.1"]]


def test_every_number_of_a_host_is_tried() -> None:
    recorder = Recorder()
    guard = GuardedBackend(resolver=lambda _host, _port: [PUBLIC, "1.1.1.1"], inner=recorder)
    with pytest.raises(FetchRefused):
        Fetcher(guard).fetch("http://two.example/")
    assert recorder.asked == [PUBLIC, "1.1.1.1"]


@pytest.mark.parametrize("port", [22, 25, 8080, 0])
def test_only_the_ports_of_the_web_are_open(port: int) -> None:
    recorder = Recorder()
    guard = GuardedBackend(resolver=named, inner=recorder)
    with pytest.raises(FetchRefused, match=f"port {port}"):
        Fetcher(guard).fetch(f"http://public.example:{port}/")
    assert recorder.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1111", True),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("192.168.1.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104  (nothing is bound)
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("2002:7f00:1::", False),
        ("::ffff:10.0.0.1", False),
    ],
)
def test_an_address_is_judged_by_what_it_wraps(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


def test_a_file_is_no_address() -> None:
    with pytest.raises(FetchRefused):
        GuardedBackend().connect_unix_socket("/run/x")


def test_a_name_that_is_no_name_is_refused() -> None:
    with pytest.raises(FetchRefused):
        Fetcher(GuardedBackend()).fetch("http://nowhere.invalid/")
