"""What stands around every answer: which hosts are answered, how much is taken, what browsers may.

A page of another site may point a name of its own at this machine (DNS rebinding); so only names
that are ours are answered. The policy lets nothing run and nothing load that is not a file of the
desk itself, so that even a mistake in escaping could run nothing.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from furphy.errors import TooLarge

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Without a referrer browsers would send forms with the origin "null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

MOST_FORM = 1 << 20
"""Bytes of a request that brings no documents."""


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], most_upload: int) -> None:
        self._app = app
        self._hosts = LOOPBACK | {each.strip("[]").lower() for each in hosts}
        self._most_upload = most_upload

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if host_name(headers.get("host", "")) not in self._hosts:
            refusal = PlainTextResponse("furphy: this is no name of this desk\n", 421, HEADERS)
            await refusal(scope, receive, send)
            return
        most = self._most_upload if scope["path"] in UPLOADS else MOST_FORM
        if headers.get("content-length", "0").isdecimal():
            length = int(headers.get("content-length", "0"))
            if length > most:
                refusal = PlainTextResponse(_too_large(most), 413, HEADERS)
                await refusal(scope, receive, send)
                return
        await self._app(scope, _bounded(receive, most), _with_headers(send))


UPLOADS = frozenset({"/intake", "/api/v1/intake"})
"""Where documents are taken in."""


def _too_large(most: int) -> str:
    return f"furphy: more than the {most / 1e6:,.0f} MB that are taken at once; nothing was kept\n"


def _bounded(receive: Receive, most: int) -> Receive:
    """Return what receives a body up to so many bytes, whatever its length was said to be."""
    taken = 0

    async def received() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise TooLarge(_too_large(most).removeprefix("furphy: ").strip())
        return message

    return received


def host_name(host: str) -> str:
    """Return the name of a Host header without its port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def is_foreign(request: Request) -> bool:
    """Tell whether a page of another site, or of another port, sends this."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host", "")


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sent
