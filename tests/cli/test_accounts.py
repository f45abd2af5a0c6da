"""Accounts from the command line: made, listed, lent to programs, taken away."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("argon2", reason="the extra web is not installed")

from furphy.cli import furphy
from furphy.cli.exit import Exit
from furphy.web import accounts
from furphy.web.people import Role
from furphy.web.state import State, beside

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts made in tests


@pytest.fixture
def case(tmp_path: Path) -> str:
    return str(tmp_path / "case.furphy")


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(furphy, ["accounts", *arguments], input=typed)


def add(case: str, name: str, role: str) -> None:
    found = run("add", case, name, "--role", role, "--password-stdin", typed=f"{PASSWORD}\n")
    assert found.exit_code == Exit.ALL_READ, found.stderr


def state_of(case: str) -> State:
    return State(beside(case, None))


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("reader", "koval has the role reader\n"),
        ("analyst", "koval has the role analyst\n"),
        ("editor", "koval has the role editor\n"),
    ],
)
def test_an_account_is_made_and_opens_with_its_password(case: str, role: str, told: str) -> None:
    typed = f"{PASSWORD}\r\n"
    found = run("add", case, "koval", "--role", role, "--password-stdin", typed=typed)
    assert (found.exit_code, found.stdout) == (Exit.ALL_READ, told)
    entered = accounts.entered(state_of(case), "koval", PASSWORD)
    assert entered is not None
    assert entered.role is Role(role)
    assert accounts.entered(state_of(case), "koval", f"{PASSWORD}\r") is None


def test_a_password_is_asked_for_twice_and_not_shown(case: str) -> None:
    found = run("add", case, "hnat", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert found.exit_code == Exit.ALL_READ
    assert PASSWORD not in found.output
    assert accounts.entered(state_of(case), "hnat", PASSWORD) is not None


@pytest.mark.parametrize(
    ("arguments", "typed", "told"),
    [
        (("add", "CASE", "hnat", "--password-stdin"), "short\n", "10 characters at least"),
        (("add", "CASE", "hnat", "--password-stdin"), "", "10 characters at least"),
        (("add", "CASE", " ", "--password-stdin"), f"{PASSWORD}\n", "a name has"),
        (("add", "CASE", "ha\x1bt", "--password-stdin"), f"{PASSWORD}\n", "a name has"),
        (("add", "CASE", "koval", "--password-stdin"), f"{PASSWORD}\n", "koval already"),
        (("remove", "CASE", "nobody"), None, "no account nobody"),
        (("token", "CASE", "nobody"), None, "no account nobody"),
        (("token", "CASE", "koval", "--role", "editor"), None, "cannot give a token the role"),
        (("revoke", "CASE", "ffff"), None, "no token ffff in use"),
    ],
    ids=[
        "short password",
        "no password",
        "no name",
        "control in name",
        "there already",
        "remove nobody",
        "token of nobody",
        "token of a greater role",
        "revoke nothing",
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(
    case: str, arguments: tuple[str, ...], typed: str | None, told: str
) -> None:
    add(case, "koval", "analyst")
    found = run(*(case if each == "CASE" else each for each in arguments), typed=typed)
    assert (found.exit_code, told in found.stderr) == (Exit.NOTHING_READ, True), found.stderr
    assert [each.name for each in accounts.listed(state_of(case))] == ["koval"]
    assert accounts.tokens(state_of(case)) == []


def test_a_token_is_printed_once_and_ends_when_it_is_revoked(case: str) -> None:
    add(case, "koval", "editor")
    secret = run("token", case, "koval", "--role", "analyst", "--note", "nightly").stdout.strip()
    assert accounts.bearer(state_of(case), secret) == ("koval", Role.ANALYST)
    listed = run("list", case).stdout
    assert secret not in listed
    (token,) = accounts.tokens(state_of(case))
    assert f"token {token.id}\tkoval\tanalyst\tin use\tnightly\n" in listed
    assert run("revoke", case, token.id).exit_code == Exit.ALL_READ
    assert accounts.bearer(state_of(case), secret) is None
    assert "\trevoked " in run("list", case).stdout
    assert run("revoke", case, token.id).exit_code == Exit.NOTHING_READ


def test_who_is_removed_is_out_with_every_token(case: str) -> None:
    add(case, "koval", "editor")
    secret = run("token", case, "koval").stdout.strip()
    assert run("remove", case, "koval").exit_code == Exit.ALL_READ
    assert accounts.entered(state_of(case), "koval", PASSWORD) is None
    add(case, "koval", "reader")
    assert accounts.bearer(state_of(case), secret) is None, "old tokens do not come back"


@pytest.mark.parametrize("mark", ["\x1b[2J", "\t", "\n", "\u202e"], ids=ascii)
def test_a_note_cannot_write_over_the_list(case: str, mark: str) -> None:
    add(case, "koval", "editor")
    run("token", case, "koval", "--note", f"a{mark}b")
    lines = run("list", case).stdout.splitlines()
    assert len(lines) == 2
    assert lines[1].count("\t") == 4
    assert mark not in lines[1].split("\t", 4)[4]


def test_the_state_of_a_case_on_a_server_lies_where_it_is_told(tmp_path: Path) -> None:
    where = "postgresql://furphy@127.0.0.1/case"
    typed = f"{PASSWORD}\n"
    folder = str(tmp_path)
    found = run("add", where, "koval", "--state", folder, "--password-stdin", typed=typed)
    assert found.exit_code == Exit.ALL_READ
    assert run("list", where, "--state", folder).stdout.startswith("koval\tanalyst\t")
    assert [each.name for each in accounts.listed(State(tmp_path / "furphy.desk"))] == ["koval"]


def test_the_state_of_a_case_on_a_server_is_not_kept_in_a_folder_of_chance() -> None:
    found = run("list", "postgresql://furphy@127.0.0.1/case")
    assert (found.exit_code, "--state" in found.stderr) == (Exit.NOTHING_READ, True)
