"""The application: every address, who may ask it, and what stands around all of them."""

import contextlib
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any, NamedTuple

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from furphy.web import assets
from furphy.web.api import openapi
from furphy.web.api.answering import as_json, endpoint, problem
from furphy.web.api.operations import OPERATIONS
from furphy.web.asking import Ask, Page, Pages
from furphy.web.desk import Desk
from furphy.web.pages import (
    case,
    claim,
    document,
    entering,
    handing_on,
    helping,
    judging,
    members,
    past,
    programming,
    queue,
    searching,
    sources,
    taking,
)
from furphy.web.people import Role
from furphy.web.rendering import refused
from furphy.web.security import Guard

MOST_UPLOAD = 500_000_000
"""Bytes that one form may bring."""


class Address(NamedTuple):
    """A page: how it is asked for, by whom at least, and what answers."""

    method: str
    path: str
    role: Role
    page: Page


PAGES = (
    Address("GET", "/", Role.READER, case.case),
    Address("GET", "/progress", Role.READER, case.progress),
    Address("GET", "/claims", Role.READER, case.claims),
    Address("GET", "/claims/{name}", Role.READER, claim.claim),
    Address("GET", "/assertions/{name}/claim", Role.READER, claim.claim_of),
    Address("GET", "/claims/{name}/dossier", Role.READER, handing_on.dossier),
    Address("GET", "/exports", Role.READER, handing_on.exports),
    Address("GET", "/exports/progress", Role.READER, handing_on.progress),
    Address("GET", "/exports/{number}", Role.READER, handing_on.download),
    Address("GET", "/documents", Role.READER, case.documents),
    Address("GET", "/documents/{name:path}", Role.READER, document.document),
    Address("GET", "/failures", Role.READER, case.failures),
    Address("GET", "/sources", Role.READER, sources.sources),
    Address("GET", "/sources/{name:path}", Role.READER, sources.source),
    Address("GET", "/search", Role.READER, searching.search),
    Address("GET", "/history", Role.READER, past.past),
    Address("GET", "/queue", Role.READER, queue.queue),
    Address("GET", "/help", Role.READER, helping.helping),
    Address("GET", "/api", Role.READER, programming.programming),
    Address("GET", "/login", Role.NOBODY, entering.form),
    Address("GET", "/accounts", Role.EDITOR, members.members),
    Address("POST", "/intake", Role.ANALYST, taking.take),
    Address("POST", "/exports", Role.READER, handing_on.ask_for),
    Address("POST", "/seen", Role.READER, taking.seen),
    Address("POST", "/judge", Role.ANALYST, judging.judge),
    Address("POST", "/name", Role.ANALYST, judging.name),
    Address("POST", "/queue", Role.ANALYST, queue.change),
    Address("POST", "/searches", Role.ANALYST, searching.save),
    Address("POST", "/login", Role.NOBODY, entering.enter),
    Address("POST", "/logout", Role.NOBODY, entering.leave),
    Address("POST", "/accounts", Role.EDITOR, members.change),
    Address("POST", "/tokens", Role.EDITOR, members.tokens),
)
"""All pages and what forms are sent to. Whoever adds one says here who may ask it."""


def application(
    desk: Desk, hosts: Iterable[str] = (), *, most_upload: int = MOST_UPLOAD
) -> Starlette:
    """Return the application of a desk; its foreman works while it runs."""

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        desk.foreman.begin()
        try:
            yield
        finally:
            desk.foreman.close()

    pages = Pages(desk, refused)
    return Starlette(
        routes=[*_routes(pages), Route("/static/{name}", _static), *_operations(desk)],
        middleware=[Middleware(Guard, hosts=[*hosts], most_upload=most_upload)],
        exception_handlers={404: _missing(pages), 405: _missing(pages), 500: _broken},
        lifespan=lifespan,
    )


def _routes(pages: Pages) -> list[BaseRoute]:
    return [
        Route(each.path, pages.behind(each.page, each.role), methods=[each.method])
        for each in PAGES
    ]


def _operations(desk: Desk) -> list[BaseRoute]:
    described = openapi.document()

    async def describe(_request: Request) -> Response:
        return as_json(described)

    return [
        Route(f"{openapi.PREFIX}/openapi.json", describe),
        *(
            Route(f"{openapi.PREFIX}{each.path}", endpoint(desk, each), methods=[each.method])
            for each in OPERATIONS
        ),
    ]


async def _static(request: Request) -> Response:
    found = assets.served(request.path_params["name"])
    return found or PlainTextResponse("furphy: no such file\n", 404)


def _missing(pages: Pages) -> Callable[[Request, Any], Any]:
    def missing(ask: Ask) -> Response:
        return refused(ask, 404, "There is no such page.")

    async def answer(request: Request, error: Any) -> Response:  # noqa: ANN401 - any of them
        if request.url.path.startswith("/api/"):
            return problem(error.status_code, "There is nothing here to be called so.")
        if request.method != "GET":
            return PlainTextResponse("furphy: this cannot be done here\n", error.status_code)
        endpoint: Any = pages.behind(missing, Role.NOBODY)
        found: Response = await endpoint(request)
        return found

    return answer


async def _broken(_request: Request, _error: Exception) -> Response:
    text = "furphy: something went wrong here; nothing was lost. The server's log tells more.\n"
    return PlainTextResponse(text, 500)
