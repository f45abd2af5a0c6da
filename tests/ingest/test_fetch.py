import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from furphy.errors import FetchRefused, TooLarge
from furphy.ingest import open_url
from furphy.ingest.fetch import Fetcher
from furphy.ingest.network import GuardedBackend

PAGE = "<p>Дамба".encode("cp1251")


ANSWERS: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "page": (200, PAGE, {"Content-Type": "text/html; charset=windows-1251"}),
    "away": (301, b"", {"Location": "http://169.254.169.254/latest"}),
    "file": (301, b"", {"Location": "file:///etc/passwd"}),
    "missing": (404, b"no", {}),
    "big": (200, b"x" * 200_000, {}),
    "bomb": (200, gzip.compress(b"x" * 50_000_000), {"Content-Encoding": "gzip"}),
    "deflated": (200, zlib.compress(PAGE), {"Content-Encoding": "deflate"}),
    "odd": (200, PAGE, {"Content-Encoding": "br"}),
    "damaged": (200, b"\x1f\x8bxxxx", {"Content-Encoding": "gzip"}),
}


class Pages(BaseHTTPRequestHandler):
    """Answers each path as the table says; counts hops down, and trickles what is slow."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        kind, _, rest = self.path.strip("/").partition("/")
        if kind == "slow":
            self.trickle()
        elif kind == "hops":
            location = f"/hops/{int(rest) - 1}" if int(rest) else "/page"
            self.answer(302, b"", {"Location": location})
        else:
            self.answer(*ANSWERS[kind])

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def trickle(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(50):
            try:
                self.wfile.write(b"x")
            except OSError:
                return
            time.sleep(0.05)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # it shall say nothing
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join(5)


def fetcher(port: int, size: int = 100_000, seconds: float = 30.0) -> Fetcher:
    """Return a fetcher for which loopback is the open internet."""
    guard = GuardedBackend(allows=lambda address: address.is_loopback, ports=frozenset({port}))
    return Fetcher(guard, size=size, seconds=seconds)


def test_a_page_comes_with_its_address_and_charset(port: int) -> None:
    found = fetcher(port).fetch(f"http://127.0.0.1:{port}/page")
    assert found.data == PAGE
    assert (found.url, found.charset) == (f"http://127.0.0.1:{port}/page", "windows-1251")


def test_redirects_are_followed_and_the_key_stays(port: int) -> None:
    asked = f"http://127.0.0.1:{port}/hops/3"
    found = fetcher(port).fetch(asked)
    assert (found.key, found.url) == (asked, f"http://127.0.0.1:{port}/page")


REFUSED = {
    "too many redirects": ("/hops/9", "more than 5 redirects"),
    "redirect to a private address": ("/away", "port 80 is not one"),
    "redirect to a file": ("/file", "not an address on the web"),
    "missing": ("/missing", "answered 404"),
    "unknown compression": ("/odd", "not asked for"),
    "damaged compression": ("/damaged", "damaged compression"),
}


@pytest.mark.parametrize(("path", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_may_not_be_fetched_says_why(port: int, path: str, reason: str) -> None:
    with pytest.raises(FetchRefused, match=reason):
        fetcher(port).fetch(f"http://127.0.0.1:{port}{path}")


@pytest.mark.parametrize("path", ["/big", "/bomb"])
def test_size_counts_after_unpacking(port: int, path: str) -> None:
    with pytest.raises(TooLarge, match="more than 100000 bytes"):
        fetcher(port).fetch(f"http://127.0.0.1:{port}{path}")


def test_time_counts_in_all(port: int) -> None:
    with pytest.raises(FetchRefused, match=r"within 0\.2 seconds"):
        fetcher(port, seconds=0.2).fetch(f"http://127.0.0.1:{port}/slow")


def test_deflate_is_undone(port: int) -> None:
    assert fetcher(port).fetch(f"http://127.0.0.1:{port}/deflated").data == PAGE


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "file:///etc/passwd", "http://", "http://a:b@c.example/", "http://[::1",
     "javascript:alert(1)", "http://a.example:99999/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(FetchRefused):
        Fetcher().fetch(address)


def test_a_refusal_is_a_failure_among_outcomes() -> None:
    [failed] = open_url("http://127.0.0.1/")
    assert str(failed).startswith("http://127.0.0.1/: 127.0.0.1 leads to 127.0.0.1")
