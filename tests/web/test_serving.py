"""Who may open a desk, and where it may listen."""

import socket
from pathlib import Path

import pytest
from desked import PASSWORD
from starlette.requests import Request

from furphy.errors import CasebookUnavailable, InputError
from furphy.web import accounts, assets, rendering
from furphy.web.people import Role
from furphy.web.serving import Wish, is_loopback, listening, opened, serve
from furphy.web.sessions import fresh


def test_a_second_desk_of_a_case_is_refused_by_name_of_the_first(tmp_path: Path) -> None:
    wish = Wish(str(tmp_path / "case.furphy"))
    refused = pytest.raises(CasebookUnavailable, match="served already, by process")
    with opened(wish), refused, opened(wish):
        raise AssertionError
    with opened(wish):
        pass


def test_a_desk_without_accounts_listens_to_this_machine_alone(tmp_path: Path) -> None:
    wish = Wish(str(tmp_path / "case.furphy"), host="0.0.0.0")  # noqa: S104 - to be refused
    with pytest.raises(InputError, match="furphy accounts add"):
        serve(wish, print)


def test_a_port_in_use_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = pytest.raises(InputError, match="--port chooses another")
        with refused, listening("127.0.0.1", port):
            raise AssertionError


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.8.8.8", True),
     ("0.0.0.0", False),  # noqa: S104 - not listened at
     ("192.0.2.7", False), ("desk.example.org", False), ("", False)],
)  # fmt: skip
def test_loopback_is_what_only_this_machine_reaches(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


def test_uploads_that_were_broken_off_are_swept_away(tmp_path: Path) -> None:
    wish = Wish(str(tmp_path / "case.furphy"))
    with opened(wish) as desk:
        spool = desk.spool
    (spool / "half").mkdir(parents=True)
    (spool / "half" / "report.txt").write_text("The dam", encoding="utf-8")
    with opened(wish):
        assert not (spool / "half").exists()


def test_a_case_on_a_server_wants_a_folder_for_its_state() -> None:
    wish = Wish("postgresql://me@localhost/case")
    with pytest.raises(InputError, match="--state"), opened(wish):
        raise AssertionError


def test_a_desk_that_others_reach_opens_to_nobody_when_its_last_account_goes(
    tmp_path: Path,
) -> None:
    case = str(tmp_path / "case.furphy")
    with opened(Wish(case)) as desk:
        accounts.add(desk.state, "koval", PASSWORD, "editor")
    with opened(Wish(case, host="0.0.0.0")) as desk:  # noqa: S104 - not listened at
        accounts.remove(desk.state, "koval")
        person = desk.sessions.person(Request({"type": "http", "headers": []}), fresh())
        assert person.role is Role.NOBODY


def test_what_another_furphy_traced_is_traced_anew(tmp_path: Path) -> None:
    wish = Wish(str(tmp_path / "case.furphy"))
    row = "INSERT INTO trace VALUES (7, '{}', 'done', NULL, 3, 1, '', '')"
    counted = "SELECT count(*) FROM trace"
    with opened(wish) as desk, desk.state.writing() as connection:
        connection.execute(row)
    with opened(wish) as desk, desk.state.writing() as connection:
        assert connection.execute(counted).fetchone()[0] == 1
        connection.execute("UPDATE about SET value = 'another' WHERE key = 'traced_by'")
    with opened(wish) as desk, desk.state.reading() as connection:
        assert connection.execute(counted).fetchone()[0] == 0


def test_accounts_outlive_the_desk(tmp_path: Path) -> None:
    wish = Wish(str(tmp_path / "case.furphy"))
    with opened(wish) as desk:
        accounts.add(desk.state, "koval", PASSWORD, "editor")
    with opened(wish) as desk:
        assert accounts.entered(desk.state, "koval", PASSWORD) is not None
        assert accounts.entered(desk.state, "koval", "wrong") is None
        assert PASSWORD not in desk.state.path.read_bytes().decode("latin-1")


def test_every_template_is_ready_before_anybody_comes() -> None:
    rendering.room.cache_clear()
    rendering.make_ready()
    cache = rendering.room().cache
    assert cache is not None
    known = {name for _, name in cache.keys()}  # noqa: SIM118 - jinja's cache is no mapping
    assert {*assets.templates()} <= known
    # Also what these refer to, of the pages that are files.
    assert {"claim_page.html.jinja", "painted.html.jinja", "text.html.jinja"} <= known
