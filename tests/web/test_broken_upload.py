"""A browser that is closed in the middle of an upload."""

import re
import socket
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("uvicorn", reason="the extra web is not installed")

from served import serving

BOUNDARY = "half"


def test_nothing_of_a_broken_upload_stays(tmp_path: Path) -> None:
    case = tmp_path / "case.furphy"
    with serving(case) as home:
        host, port = urlsplit(home).hostname or "", urlsplit(home).port or 0
        page, cookie = opened(host, port)
        token = re.search(r'name="form" value="(\w+)"', page)
        assert token is not None
        here = f"{host}:{port}"
        with socket.create_connection((host, port)) as browser:
            browser.sendall(an_upload(here, cookie, token[1], missing=1_000_000))
        page, _ = opened(host, port)
        assert "half.txt" not in page
        assert [*tmp_path.rglob("*half.txt")] == []
        # The same, sent to its end, is taken.
        with socket.create_connection((host, port)) as browser:
            browser.sendall(an_upload(here, cookie, token[1], missing=0))
            assert browser.recv(100).startswith(b"HTTP/1.1 303")


def opened(host: str, port: int) -> tuple[str, str]:
    """Return the page of the case and the cookie that it sets."""
    with closing(HTTPConnection(host, port, timeout=30)) as connection:
        connection.request("GET", "/")
        answer = connection.getresponse()
        assert answer.status == 200
        cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        return answer.read().decode(), cookie


def an_upload(host: str, cookie: str, token: str, missing: int) -> bytes:
    """Return what a browser sends of a form, to its end but for so many bytes."""
    part = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="'
    body = (
        f'{part}form"\r\n\r\n{token}\r\n'
        f'{part}files"; filename="half.txt"\r\nContent-Type: text/plain\r\n\r\nThe dam'
        f"\r\n--{BOUNDARY}--\r\n"
    ).encode()
    head = (
        f"POST /intake HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
        f"Content-Length: {len(body) + missing}\r\n\r\n"
    ).encode()
    return head + body
