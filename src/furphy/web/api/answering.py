"""Answer calls of the API: who calls, with what, and what went wrong as problem details."""

import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from furphy.errors import CasebookError, InputError
from furphy.export.visible import on_one_line
from furphy.web import accounts, intake
from furphy.web.api.operation import Call, Operation, checked
from furphy.web.asking import Refusal, Upload, told
from furphy.web.desk import Desk
from furphy.web.people import Person, Role
from furphy.web.security import is_foreign
from furphy.web.sessions import fresh


def endpoint(desk: Desk, operation: Operation) -> Callable[[Request], Awaitable[Response]]:
    """Return what answers calls of an operation."""

    async def answer(request: Request) -> Response:
        files: tuple[Upload, ...] = ()
        try:
            person = await run_in_threadpool(caller, desk, request, operation.role)
            body, files = await _body(request, operation)
            call = Call(desk, request, person, checked(operation, request), body, files)
            given = await run_in_threadpool(operation.answer, call)
        except ClientDisconnect:
            return Response(status_code=400)
        except (Refusal, InputError, CasebookError) as error:
            return problem(*told(error))
        finally:
            for each in files:
                await each.file.close()
        if isinstance(given, Response):
            return given
        return as_json(given, operation.status)

    return answer


def caller(desk: Desk, request: Request, role: Role) -> Person:
    """Return who calls; raises :class:`Refusal` where they may not."""
    if "authorization" in request.headers:
        bearer = desk.sessions.bearer(request)
        if bearer is None:
            raise Refusal(401, "This token is worth nothing: it is unknown, or was revoked.")
        person = bearer
    else:
        if is_foreign(request):
            raise Refusal(403, "This was sent by a page of another site.")
        binding = desk.sessions.binding(request) or fresh()
        person = desk.sessions.person(request, binding)
        if person.role is Role.NOBODY:
            raise Refusal(401, "Send a token: Authorization: Bearer furphy_…")
        if request.method != "GET" and accounts.exist(desk.state):
            raise Refusal(403, "Whoever changes something here sends a token, not a cookie.")
    if not person.role.may(role):
        raise Refusal(403, f"This is for those with the role {role.value}.")
    return person


def problem(status: int, sentence: str) -> Response:
    """Return what went wrong, as RFC 9457 has it."""
    title = HTTPStatus(status).phrase
    detail = on_one_line(sentence)
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    headers = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    return Response(
        json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        status,
        headers,
        "application/problem+json",
    )


def as_json(given: Any, status: int = 200) -> Response:  # noqa: ANN401 - whatever JSON may hold
    """Return JSON as a response."""
    text = json.dumps(given, ensure_ascii=False, allow_nan=False)
    return Response(text.encode("utf-8", "replace"), status, media_type="application/json")


async def _body(request: Request, operation: Operation) -> tuple[Any, tuple[Upload, ...]]:
    if operation.takes is None:
        return None, ()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data" and operation.takes == "Intake":
        try:
            form = await request.form(max_files=intake.MOST_FILES)
        except MultiPartException as error:
            raise Refusal(422, f"The form cannot be read: {error.message}.") from error
        items = form.multi_items()
        files = tuple(
            Upload(each.filename, each)
            for _, each in items
            if not isinstance(each, str) and each.filename
        )
        texts = {name: each for name, each in items if isinstance(each, str)}
        return {**texts, "addresses": str(texts.get("addresses", "")).split()}, files
    if kind != "application/json":
        raise Refusal(415, "Send JSON, with the content type application/json.")
    try:
        body = json.loads(await request.body(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Refusal(400, "The body is no JSON.") from error
    if not isinstance(body, dict):
        raise Refusal(422, "The body is an object of JSON.")
    return body, ()


def _refuse(name: str) -> None:
    raise ValueError(name)
