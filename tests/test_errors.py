"""What errors say, and what they never do."""

import pickle

import pytest
from click.testing import CliRunner

from furphy.casebook.casebook import Casebook
from furphy.cli import furphy
from furphy.desk.stumbling import reason_of
from furphy.errors import CasebookError, InputError, without_passwords

SECRETS = {
    "server": (
        "postgresql://user:open-sesame@host/db: no casebook yet",
        "postgresql://user:***@host/db: no casebook yet",
    ),
    "driver": ("postgresql+psycopg://u:sesame@host", "postgresql+psycopg://u:***@host"),
    "no user": ("postgresql://:sesame@host/db", "postgresql://:***@host/db"),
    "with an at": ("postgresql://u:open@sesame@host/db", "postgresql://u:***@host/db"),
    "with a colon": ("postgresql://u:open:sesame@host:5432/db", "postgresql://u:***@host:5432/db"),
    "after the path": (
        "postgresql://host/db?user=u&password=sesame&sslpassword=sesame&x=1 is served",
        "postgresql://host/db?user=u&password=***&sslpassword=***&x=1 is served",
    ),
    "two": ("a://u:sesame@h/x b://v:sesame@i", "a://u:***@h/x b://v:***@i"),
    "none": ("https://host:8080/path@4 and u@host:5", "https://host:8080/path@4 and u@host:5"),
    "no address": ("case.furphy: at 12:30, a@b", "case.furphy: at 12:30, a@b"),
}


@pytest.mark.parametrize(("written", "told"), SECRETS.values(), ids=SECRETS)
def test_no_password_of_an_address_is_repeated(written: str, told: str) -> None:
    assert without_passwords(written) == told
    assert str(InputError(written)) == told
    assert reason_of(RuntimeError(written)).endswith(f"RuntimeError: {told}")


def test_an_error_comes_whole_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(CasebookError("no room")))  # noqa: S301 - our own
    assert (type(error), str(error)) == (CasebookError, "no room")
    assert not str(CasebookError())


WRONG = {
    "no one listens": "postgresql://user:open-sesame@127.0.0.1:1/db",
    "another server": "mysql://user:open-sesame@host/db",
    "no port": "postgresql://user:open-sesame@host:port/db",
    "no server": "nonsense://user:open-sesame@host/db",
}


@pytest.mark.parametrize("where", WRONG.values(), ids=WRONG)
def test_a_casebook_that_cannot_be_reached_is_named_without_its_password(where: str) -> None:
    with pytest.raises(CasebookError) as refused:
        Casebook.create_or_open(where)
    assert "sesame" not in str(refused.value)
    assert "user:***@" in str(refused.value)


@pytest.mark.parametrize(
    "command",
    [["claims"], ["serve"], ["serve", "--state", "."], ["accounts", "list"]],
    ids=" ".join,
)
def test_no_command_prints_it(
    command: list[str], tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    run = CliRunner().invoke(furphy, [*command, WRONG["no one listens"]])
    assert run.exit_code == 3
    assert "sesame" not in run.output
    assert "user:***@" in run.output
