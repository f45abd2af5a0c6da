"""What is asked of a page, and how it is answered.

A page is a function from an :class:`Ask` to a response. It runs in a thread, since it asks stores;
all that must hold before it runs is seen to here, so that no page can forget it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from furphy.errors import CasebookError, InputError, Overtaken, TooLarge
from furphy.web import intake
from furphy.web.desk import Desk
from furphy.web.people import Person, Role
from furphy.web.security import is_foreign
from furphy.web.sessions import Binding, fresh

MOST_FIELDS = 4_000
_LOCAL = re.compile(r"/(?![/\\])[\x21-\x7e]*")
"""An address on this desk."""


class Refusal(Exception):  # noqa: N818 - a noun reads better here
    """Something is not done, and why, in a sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


class Upload(NamedTuple):
    """A file that somebody sends."""

    name: str
    file: UploadFile


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of a page."""

    desk: Desk
    request: Request
    person: Person
    binding: Binding
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Of a form, in their order."""
    files: tuple[Upload, ...] = ()

    def path(self, name: str) -> str:
        """Return a part of the address."""
        return str(self.request.path_params[name])

    def query(self, name: str) -> str:
        """Return a field of the query, empty where there is none."""
        return self.request.query_params.get(name, "").strip()

    def queries(self, name: str) -> list[str]:
        """Return all fields of the query with a name that are not empty."""
        return [each for each in self.request.query_params.getlist(name) if each.strip()]

    def number(self, name: str) -> int | None:
        """Return a field of the query that is a whole number, None where there is none."""
        written = self.query(name)
        if not written:
            return None
        if not written.isdecimal() or len(written) > 18:  # noqa: PLR2004 - what stores take
            raise Refusal(422, f"{name} is a whole number")
        return int(written)

    def given(self, name: str) -> str:
        """Return a field of the form, empty where there is none."""
        some = self.fields.get(name, ())
        return some[0].strip() if some else ""

    def all_given(self, name: str) -> list[str]:
        """Return all fields of the form with a name that are not empty."""
        return [each.strip() for each in self.fields.get(name, ()) if each.strip()]

    def back(self, otherwise: str = "/") -> str:
        """Return where the form was, if that is an address on this desk."""
        given = self.given("back")
        return given if _LOCAL.fullmatch(given) else otherwise


_STATUS: tuple[tuple[type[Exception], int], ...] = (
    (TooLarge, 413),
    (Overtaken, 409),
    (InputError, 422),
    (CasebookError, 503),
)


def told(error: Exception) -> tuple[int, str]:
    """Return with which status something is refused, and why, in a sentence."""
    if isinstance(error, Refusal):
        return error.status, error.sentence
    return next(code for kind, code in _STATUS if isinstance(error, kind)), f"{error}."


Page = Callable[[Ask], Response]


class Pages:
    """Answers for pages: each behind what must hold before it runs."""

    def __init__(self, desk: Desk, refused: Callable[[Ask, int, str], Response]) -> None:
        self._desk = desk
        self._refused = refused

    def behind(self, page: Page, role: Role) -> "Callable[[Request], object]":
        """Return an endpoint that runs a page for those who have a role."""

        async def answer(request: Request) -> Response:
            return await self._answer(request, page, role)

        return answer

    async def _answer(self, request: Request, page: Page, role: Role) -> Response:
        sessions = self._desk.sessions
        known = sessions.binding(request)
        binding = known or fresh()
        person = await run_in_threadpool(sessions.person, request, binding)
        ask = Ask(self._desk, request, person, binding)
        try:
            if request.method == "POST":
                ask = await self._with_form(ask)
            response = await self._run(ask, page, role)
        except ClientDisconnect:
            return Response(status_code=400)
        except (Refusal, InputError, CasebookError) as error:
            response = await run_in_threadpool(self._refused, ask, *told(error))
        finally:
            for each in ask.files:
                await each.file.close()
        if known is None and request.method == "GET" and not is_foreign(request):
            sessions.bind(response, binding)
        return response

    async def _run(self, ask: Ask, page: Page, role: Role) -> Response:
        if not ask.person.role.may(role):
            if ask.person.role is not Role.NOBODY:
                raise Refusal(403, f"This is for those with the role {role.value}.")
            if ask.request.method == "GET":
                return RedirectResponse("/login", 303)
            raise Refusal(401, "You are logged out. Log in, and do it again.")
        return await run_in_threadpool(page, ask)

    async def _with_form(self, ask: Ask) -> Ask:
        request = ask.request
        if is_foreign(request):
            raise Refusal(403, "This was sent by a page of another site, and was not done.")
        try:
            form = await request.form(max_files=intake.MOST_FILES, max_fields=MOST_FIELDS)
        except MultiPartException as error:
            raise Refusal(422, f"The form cannot be read: {error.message}") from error
        fields: dict[str, list[str]] = {}
        files: list[Upload] = []
        for name, value in form.multi_items():
            if isinstance(value, str):
                fields.setdefault(name, []).append(value.replace("\r\n", "\n"))
            elif value.filename:
                files.append(Upload(value.filename, value))
        whole = Ask(ask.desk, request, ask.person, ask.binding, fields, tuple(files))
        if not ask.desk.sessions.is_form_token(ask.person.session, whole.given("form")):
            raise Refusal(
                403,
                "This form is not of your session. Load its page again, and send it from there.",
            )
        return whole
