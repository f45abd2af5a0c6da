"""Desks on small casebooks, asked without a network."""

import re
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

import pytest

pytest.importorskip("starlette", reason="the extra web is not installed")
pytest.importorskip("argon2", reason="the extra web is not installed")
pytest.importorskip("httpx", reason="httpx is not installed")

from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from rumours import rumours

from furphy.web import accounts, tracer
from furphy.web.app import application
from furphy.web.desk import Desk
from furphy.web.serving import Wish, opened

with warnings.catch_warnings():
    # It would rather have the next httpx, which is not out of its infancy.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts made in tests
HERE = "http://localhost"
_QUICK = PasswordHasher.from_parameters(CHEAPEST)


@dataclass
class Browser:
    """Somebody at a desk: keeps cookies, fills in forms."""

    desk: Desk
    client: TestClient
    page: str = ""
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, address: str) -> str:
        """Load a page, and return what it says."""
        return self._took(self.client.get(address))

    def post(self, address: str, **fields: str) -> str:
        """Send a form of this session."""
        return self.send(address, {"form": self.form_token(), **fields})

    def send(self, address: str, fields: dict[str, Any], files: object = None) -> str:
        """Send fields as they are."""
        return self._took(self.client.post(address, data=fields, files=cast("Any", files)))

    def form_token(self) -> str:
        """Return what binds forms to this session."""
        found = re.search(r'name="form" value="(\w+)"', self.get("/help") or self.page)
        return found[1] if found else ""

    def form(self, having: str) -> dict[str, Any]:
        """Return the fields of the first form of the page that holds these words in its HTML."""
        for form in re.findall(r"<form.*?</form>", self.page, re.DOTALL):
            if having in form:
                return fields_of(form)
        raise AssertionError(having)

    def words(self) -> str:
        """Return what the page says, without its marks."""
        return unescape(" ".join(re.sub(r"<[^>]+>", " ", self.page).split()))

    def _took(self, response: Any) -> str:  # noqa: ANN401 - of whichever httpx
        self.status, self.page = response.status_code, response.text
        self.headers = dict(response.headers)
        return self.page


def fields_of(form: str) -> dict[str, Any]:
    """Return the fields of a form as a browser would send them."""
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="(\w+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and (value or "hidden" in tag or "required" in tag):
            found.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    for name, text in re.findall(r'<textarea name="(\w+)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        found[name] = [unescape(text)]
    return found


@contextmanager
def desk_of(where: str) -> Iterator[Desk]:
    """Lend a desk of a casebook, traced."""
    with opened(Wish(where)) as desk:
        tracer.trace(desk.where, str(desk.state.path))
        yield desk


@contextmanager
def rumour_desk(folder: Path) -> Iterator[Desk]:
    """Lend a desk of the casebook of rumours."""
    where = str(folder / "case.furphy")
    rumours(where).close()
    with desk_of(where) as desk:
        yield desk


@contextmanager
def copied_desk(case: Path, folder: Path) -> Iterator[Desk]:
    """Lend a desk of a copy of the casebook in a folder, with what its desk kept."""
    shutil.copytree(case, folder, dirs_exist_ok=True)
    with opened(Wish(str(folder / "case.furphy"))) as desk:
        yield desk


def browser(desk: Desk, *, follow: bool = True, most_upload: int = 500_000_000) -> Browser:
    """Return somebody at a desk; its foreman does not work."""
    app = application(desk, most_upload=most_upload)
    return Browser(desk, TestClient(app, base_url=HERE, follow_redirects=follow))


def logged_in(desk: Desk, name: str, role: str) -> Browser:
    """Return somebody with an account, at the desk."""
    if accounts.known(desk.state, name) is None:
        # What a log-in costs is written in the hash, and is argon2's affair.
        with patch.object(accounts, "_HASHER", _QUICK):
            accounts.add(desk.state, name, PASSWORD, role)
    found = browser(desk)
    found.get("/login")
    token = found.form("Log in")["form"][0]
    found.send("/login", {"form": token, "name": name, "password": PASSWORD})
    assert "Log in" not in found.page
    return found
