import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, text
from stored import disarm, small

from furphy.cli import furphy
from furphy.cli.exit import Exit


@pytest.fixture
def case(tmp_path: Path) -> str:
    where = str(tmp_path / "case.furphy")
    small(where).close()
    return where


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(furphy, [*map(str, arguments)])


def tamper(case: str, *statements: str) -> None:
    engine = create_engine(f"sqlite:///{case}")
    with engine.begin() as connection:
        disarm(connection)
        for each in statements:
            connection.execute(text(each))
    engine.dispose()


def test_an_intact_casebook_is_told_so(case: str) -> None:
    found = run("verify", case)
    assert (found.exit_code, found.stdout[:28]) == (Exit.ALL_READ, "intact: journal of 7 entries")


def test_what_was_altered_is_told(case: str) -> None:
    tamper(case, "UPDATE place SET lat = 50 WHERE number = 1")
    found = run("verify", case)
    assert found.exit_code == Exit.SOME_FAILED
    first, last = found.stdout.splitlines()
    assert first.startswith("place number 1: lat is 50.0, but reading ")
    assert first.endswith(" gives 47.5")
    assert last.startswith("altered: 1 in place (journal of 7 entries")


def test_it_is_told_as_json_too(case: str) -> None:
    tamper(case, "UPDATE source SET name = 'somebody'")
    found = json.loads(run("verify", case, "--format", "json").stdout)
    assert found["schema"] == "furphy/verification/1"
    assert (found["intact"], found["entries"], len(found["findings"])) == (False, 7, 9)
    assert set(found["findings"][0]) == {"table", "id", "what"}


def test_a_seal_is_made_kept_and_held_against_the_casebook(case: str, tmp_path: Path) -> None:
    key, seal = tmp_path / "me.pem", tmp_path / "seal.json"
    assert "give" in run("seal", "--new-key", key).stdout
    assert run("seal", case, "--key", key, "--output", seal).exit_code == Exit.ALL_READ
    found = run("verify", case, "--seal", seal, "--public-key", f"{key}.pub")
    assert (found.exit_code, "signed with the key" in found.stderr) == (Exit.ALL_READ, True)
    tamper(
        case,
        "DELETE FROM journal WHERE number = 7",
        "DELETE FROM relation",
    )
    assert run("verify", case).exit_code == Exit.ALL_READ
    found = run("verify", case, "--seal", seal)
    assert found.exit_code == Exit.SOME_FAILED
    assert "was cut off after entry 6" in found.stdout


def test_a_seal_of_another_s_is_refused(case: str, tmp_path: Path) -> None:
    key, seal = tmp_path / "me.pem", tmp_path / "seal.json"
    run("seal", "--new-key", key)
    run("seal", "--new-key", tmp_path / "other.pem")
    run("seal", case, "--key", key, "--output", seal)
    found = run("verify", case, "--seal", seal, "--public-key", tmp_path / "other.pem.pub")
    assert (found.exit_code, "not signed with the key" in found.stderr) == (Exit.NOTHING_READ, True)
    forged = json.loads(seal.read_text()) | {"entries": 6}
    seal.write_text(json.dumps(forged))
    assert "changed since" in run("verify", case, "--seal", seal).stderr


def test_a_seal_without_a_key_says_that_it_is_not_signed(case: str, tmp_path: Path) -> None:
    found = run("seal", case)
    assert "not signed" in found.stderr
    assert json.loads(found.stdout)["signature"] is None
    (tmp_path / "seal.json").write_text(found.stdout)
    assert "signed by nobody" in run("verify", case, "--seal", tmp_path / "seal.json").stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("verify", "none.furphy"), Exit.NOTHING_READ, id="no-casebook"),
        pytest.param(("verify", "CASE", "--seal", "none"), Exit.NOTHING_READ, id="no-seal"),
        pytest.param(("verify", "CASE", "--public-key", "x"), Exit.MISUSED, id="key-alone"),
        pytest.param(("seal",), Exit.MISUSED, id="nothing-to-seal"),
        pytest.param(("seal", "CASE", "--new-key", "x"), Exit.MISUSED, id="both"),
        pytest.param(("seal", "CASE", "--key", "none"), Exit.NOTHING_READ, id="no-key"),
    ],
)
def test_what_cannot_be_done_is_told(
    case: str, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: Exit
) -> None:
    monkeypatch.chdir(Path(case).parent)
    found = run(*(case if each == "CASE" else each for each in arguments))
    assert (found.exit_code, found.stderr == "") == (code, False)
