import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from furphy.cli import furphy
from furphy.cli.exit import Exit


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    text = "The dam above Testove burst on 12 March 2024 and flooded forty houses.\n"
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"{text}That is what {name} says.\n")
    made = run("add", folder / "case.furphy", folder / "a.txt", folder / "b.txt")
    assert made.exit_code == Exit.ALL_READ
    return folder / "case.furphy"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(furphy, [*map(str, arguments)])


def test_a_bundle_is_made_and_checked(case: Path, tmp_path: Path) -> None:
    claim = json.loads(run("claims", case, "--format", "jsonl").stdout.splitlines()[0])["id"]
    made = run("bundle", case, claim, "-o", tmp_path / "claim.zip")
    assert (made.exit_code, "2 documents" in made.stdout) == (Exit.ALL_READ, True)
    found = run("verify", tmp_path / "claim.zip")
    assert (found.exit_code, found.stdout[:16]) == (Exit.ALL_READ, "intact: bundle o")
    data = (tmp_path / "claim.zip").read_bytes()
    (tmp_path / "altered.zip").write_bytes(data.replace(b"That is what a", b"This is what a", 1))
    told = run("verify", tmp_path / "altered.zip", "--format", "json")
    assert told.exit_code == Exit.SOME_FAILED
    assert json.loads(told.stdout)["intact"] is False
    (tmp_path / "cut.zip").write_bytes(data[:1000])
    cut = run("verify", tmp_path / "cut.zip")
    assert (cut.exit_code, "cut off" in cut.stderr) == (Exit.NOTHING_READ, True)


def test_a_claim_that_is_not_there_is_told_so(case: Path, tmp_path: Path) -> None:
    found = run("bundle", case, "ffff0000", "-o", tmp_path / "claim.zip")
    assert (found.exit_code, "no claim has this id" in found.stderr) == (Exit.NOTHING_READ, True)


def test_seals_are_not_for_bundles(tmp_path: Path) -> None:
    (tmp_path / "claim.zip").write_bytes(b"PK")
    found = run("verify", tmp_path / "claim.zip", "--seal", tmp_path / "seal.json")
    assert found.exit_code == Exit.MISUSED
