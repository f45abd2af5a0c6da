"""``furphy accounts``: who may come to the desk."""

from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("argon2", reason="the extra web is not installed")

from furphy.cli.accounts import command
from furphy.web import accounts
from furphy.web.people import Role
from furphy.web.state import State

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts made in tests


@pytest.fixture
def case(tmp_path: Path) -> str:
    return str(tmp_path / "case.furphy")


def run(case: str, name: str, *words: str, given: str = f"{PASSWORD}\n") -> tuple[int, str]:
    done = CliRunner().invoke(command, [name, case, *words], input=given)
    return done.exit_code, done.output


def test_an_account_is_made_listed_and_taken_away(case: str) -> None:
    added = run(case, "add", "koval", "--role", "editor", "--password-stdin")
    assert added == (0, "koval is an editor\n")
    assert run(case, "list")[1].startswith("koval\teditor\tsince ")
    known = accounts.known(State(Path(f"{case}.desk")), "koval")
    assert known is not None
    assert known.role is Role.EDITOR
    assert run(case, "remove", "koval")[0] == 0
    assert run(case, "list") == (0, "")


def test_the_password_is_asked_for_twice(case: str) -> None:
    code, told = run(case, "add", "hnat", given=f"{PASSWORD}\n{PASSWORD}\n")
    assert code == 0
    assert PASSWORD not in told
    code, _ = run(case, "add", "other", given=f"{PASSWORD}\nanother one\n")
    assert code != 0


def test_a_token_is_shown_once_and_ends_when_revoked(case: str) -> None:
    run(case, "add", "koval", "--password-stdin")
    code, secret = run(case, "token", "koval", "--note", "nightly copy")
    assert code == 0
    listed = run(case, "list")[1]
    assert "nightly copy" in listed
    assert "reader" in listed
    assert "in use" in listed
    assert secret.strip() not in listed
    id_ = next(row for row in listed.splitlines() if row.startswith("token ")).split()[1]
    assert run(case, "revoke", id_)[0] == 0
    assert "revoked" in run(case, "list")[1]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("add", "koval", "--password-stdin"), id="twice the same"),
        pytest.param(("remove", "nobody"), id="nobody to remove"),
        pytest.param(("token", "nobody"), id="token of nobody"),
        pytest.param(("revoke", "ffff"), id="no such token"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(case: str, words: tuple[str, ...]) -> None:
    run(case, "add", "koval", "--password-stdin")
    code, told = run(case, words[0], *words[1:])
    assert code != 0
    assert told.startswith("furphy: ")
    assert "Traceback" not in told


def test_the_state_may_lie_elsewhere(case: str, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    assert run(case, "add", "koval", "--password-stdin", "--state", str(folder))[0] == 0
    assert (folder / "furphy.desk").is_file()
    assert not Path(f"{case}.desk").exists()
