"""Every page, and who may ask it; what is refused, with which status and in plain words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desked import browser, copied_desk, logged_in, rumour_desk

from furphy.web.app import PAGES, Address
from furphy.web.desk import Desk
from furphy.web.people import Role
from furphy.web.security import POLICY


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("desk")
    with rumour_desk(folder) as found:
        yield found


@pytest.fixture
def guarded(traced_rumours: Path, tmp_path: Path) -> Iterator[Desk]:
    with copied_desk(traced_rumours, tmp_path) as found:
        yield found


PLAIN = [each for each in PAGES if each.method == "GET" and "{" not in each.path]


@pytest.mark.parametrize("page", PLAIN, ids=[each.path for each in PLAIN])
def test_a_page_is_shown_and_nothing_inline_is_in_it(desk: Desk, page: Address) -> None:
    who = browser(desk)
    text = who.get(page.path)
    assert who.status == 200
    assert who.headers["content-security-policy"] == POLICY
    assert who.headers["cache-control"] == "no-store"
    for forbidden in (" style=", "<style", " onclick", "javascript:", "<script>"):
        assert forbidden not in text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/documents/nowhere", 404),
        ("/documents/sha256:ffff", 404),
        ("/claims/ffff", 404),
        ("/sources/nobody", 404),
        ("/assertions/ffff/claim", 404),
        ("/claims?after=many", 422),
        ("/claims?after=-1", 422),
        ("/documents?before=99999999999999999999", 422),
        ("/search?q=%22", 200),
        ("/search?place=Nowhereatall", 200),
        ("/search?lat=north&lon=1", 422),
        ("/static/nothing.js", 404),
    ],
)
def test_what_is_not_there_or_makes_no_sense_is_told(desk: Desk, address: str, status: int) -> None:
    who = browser(desk)
    who.get(address)
    assert who.status == status
    assert "Traceback" not in who.page


def test_a_claim_that_grew_is_found_by_its_old_address(desk: Desk) -> None:
    with desk.state.writing() as connection:
        row = connection.execute("SELECT assertion FROM former").fetchone()
        connection.execute("INSERT OR IGNORE INTO former VALUES ('oldid', ?, 0)", (row[0],))
    who = browser(desk)
    assert "holds its words now" in who.get("/claims/oldid")
    assert who.status == 200


def test_other_names_for_this_machine_are_refused(desk: Desk) -> None:
    who = browser(desk)
    response = who.client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 421
    assert "case.furphy" not in response.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9999"},
        {"sec-fetch-site": "cross-site"},
    ],
    ids=["another site", "no site", "another port", "told by the browser"],
)
def test_forms_of_other_sites_are_refused(desk: Desk, headers: dict[str, str]) -> None:
    who = browser(desk)
    token = who.form_token()
    response = who.client.post("/seen", data={"form": token}, headers=headers)
    assert response.status_code == 403
    assert "another site" in response.text


def test_a_form_of_another_session_is_refused(desk: Desk) -> None:
    token = browser(desk).form_token()
    who = browser(desk)
    who.get("/")
    who.send("/seen", {"form": token})
    assert who.status == 403


def test_a_form_that_is_too_large_is_refused(desk: Desk) -> None:
    who = browser(desk)
    who.post("/seen", back="x" * 2_000_000)
    assert who.status == 413
    who.client.get("/")

    def pieces() -> Iterator[bytes]:
        for _ in range(40):
            yield b"a" * 65_536

    response = who.client.post(
        "/seen",
        content=pieces(),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert response.status_code == 413


NEED = [each for each in PAGES if each.role is not Role.NOBODY and "{" not in each.path]


@pytest.mark.parametrize("page", NEED, ids=[f"{each.method} {each.path}" for each in NEED])
def test_where_there_are_accounts_nobody_comes_in_without(guarded: Desk, page: Address) -> None:
    logged_in(guarded, "koval", "editor")
    who = browser(guarded, follow=False)
    if page.method == "GET":
        who.get(page.path)
        assert (who.status, who.headers["location"]) == (303, "/login")
    else:
        who.get("/login")
        who.send(page.path, who.form("Password"))
        assert who.status == 401


@pytest.mark.parametrize(
    ("role", "least", "expected"),
    [
        ("reader", Role.ANALYST, 403),
        ("reader", Role.EDITOR, 403),
        ("analyst", Role.EDITOR, 403),
    ],
)
def test_a_role_does_what_it_may_and_no_more(
    guarded: Desk, role: str, least: Role, expected: int
) -> None:
    who = logged_in(guarded, "hnat", role)
    token = who.form_token()
    for page in PAGES:
        if page.role is least:
            if page.method == "GET":
                who.get(page.path)
            else:
                who.send(page.path, {"form": token})
            assert who.status == expected, page.path


def test_log_ins_are_limited(guarded: Desk) -> None:
    logged_in(guarded, "koval", "editor")
    who = browser(guarded)
    who.get("/login")
    form = {**who.form("Password"), "name": "koval", "password": "wrong"}
    seen = []
    for _ in range(9):
        who.send("/login", form)
        seen.append(who.status)
    assert seen == [401] * 8 + [429]
    assert "Wait" in who.words()


def test_who_was_removed_is_out_at_once(guarded: Desk) -> None:
    editor, reader = logged_in(guarded, "koval", "editor"), logged_in(guarded, "hnat", "reader")
    editor.post("/accounts", do="remove", name="hnat")
    assert editor.status == 200
    assert "Log in" in reader.get("/claims")


def test_who_logs_out_is_out_with_the_old_cookie_too(guarded: Desk) -> None:
    who = logged_in(guarded, "koval", "editor")
    kept = dict(who.client.cookies)
    who.post("/logout")
    again = browser(guarded)
    again.client.cookies.update(kept)
    assert "Password" in again.get("/claims")
