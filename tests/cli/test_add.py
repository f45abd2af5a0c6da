import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from shell import ENVIRONMENT, ran

pytestmark = pytest.mark.long

FIRE = "Пожар на складе в центре города потушен, сообщили журналистам спасатели. Пострадавших нет."


def furphy(*arguments: object) -> "subprocess.CompletedProcess[str]":
    return ran("-m", "furphy", *map(str, arguments))


def starting(
    *arguments: object,
    before: "Callable[[], object] | None" = None,
    through: tuple[str, ...] = (),
) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 (a program of ours)
        [*through, sys.executable, "-m", "furphy", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
        preexec_fn=before,  # noqa: PLW1509  (it sets one limit)
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lend a folder with some documents, which nobody changes."""
    inputs = tmp_path_factory.mktemp("in")
    records = [{"id": f"r{n}", "text": f"{FIRE} Номер {n}.", "language": "ru"} for n in range(600)]
    (inputs / "r.jsonl").write_text("\n".join(map(json.dumps, records)))
    for n in range(20):
        (inputs / f"{n:02}.txt").write_text(f"{FIRE} Дом {n}.")
    return inputs


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> str:
    """Return what an addition that nothing disturbs exports."""
    calm = tmp_path_factory.mktemp("calm") / "case"
    run = furphy("add", calm, folder)
    assert run.returncode == 0, run.stderr
    return str(furphy("export", calm).stdout)


def test_what_came_of_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRE)
    case = tmp_path / "case"
    run = furphy("add", case, tmp_path / "a.txt", tmp_path / "gone.txt")
    assert run.returncode == 1
    assert f"{tmp_path}/gone.txt: No such file or directory" in run.stderr
    assert "2 of 2 inputs, 1 new documents, 1 new readings, 1 not read" in run.stderr
    status = furphy("status", case)
    assert "1 done, 1 failed" in status.stdout
    assert "gone.txt: No such file" in status.stdout
    told = json.loads(furphy("status", case, "--format", "json").stdout)
    assert (told["documents"], told["states"], told["languages"]) == (
        1,
        {"done": 1, "failed": 1},
        {"ru": 1},
    )


def test_fields_are_named_by_the_user(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"nr": "k1", "body": FIRE}))
    case = tmp_path / "case"
    fields = ("--field", "text=body", "--field", "id=nr")
    assert furphy("add", case, tmp_path / "a.jsonl", *fields).returncode == 0
    assert json.loads(furphy("export", case).stdout)["document"]["key"].endswith("k1")


WRONG = {
    "no equals sign": ["--field", "text"],
    "no date": ["--published", "yesterday"],
    "no worker": ["--jobs", "0"],
}


@pytest.mark.parametrize("options", WRONG.values(), ids=WRONG)
def test_a_wrong_call_makes_no_casebook(tmp_path: Path, options: list[str]) -> None:
    run = furphy("add", tmp_path / "case", tmp_path, *options)
    assert run.returncode == 2
    assert not (tmp_path / "case").exists()


@pytest.mark.parametrize("command", ["add", "status", "export"])
def test_what_is_no_casebook_is_refused(tmp_path: Path, command: str) -> None:
    (tmp_path / "diary").write_text("Dear diary")
    run = furphy(command, tmp_path / "diary")
    assert run.returncode == 3
    assert "diary is not a casebook" in run.stderr
    assert "Traceback" not in run.stderr
    assert (tmp_path / "diary").read_text() == "Dear diary"


def test_two_at_once_add_everything_once(where: str, folder: Path, wanted: str) -> None:
    both = [starting("add", where, folder), starting("add", where, folder)]
    ends = [(each.communicate()[1], each.returncode) for each in both]
    assert [code for _, code in ends] == [0, 0], ends
    assert furphy("export", where).stdout == wanted
    told = json.loads(furphy("status", where, "--format", "json").stdout)
    assert told["states"] == {"done": 21}


def inputs_known(where: str) -> int:
    """Return how many inputs the ledger knows; none where there is no casebook yet."""
    run = furphy("status", where, "--format", "json")
    return sum(json.loads(run.stdout)["states"].values()) if run.returncode == 0 else 0


def test_an_interrupted_addition_keeps_what_it_has_and_goes_on(
    where: str, folder: Path, wanted: str
) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = starting("add", where, folder)
    # A machine at work takes its time until all inputs are put down, to go on with.
    while process.poll() is None and inputs_known(where) < 21:
        time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode in {0, 130}, told
    assert "Traceback" not in told
    assert furphy("add", where).returncode == 0
    assert furphy("export", where).stdout == wanted


def test_a_full_disk_costs_nothing(tmp_path: Path, folder: Path, wanted: str) -> None:
    case = tmp_path / "case"

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    process = starting("add", case, folder, before=small)
    _, told = process.communicate()
    assert process.returncode == 3, told
    # Whichever met the end of the disk first: the casebook, or what a reader unpacks for itself.
    assert "case cannot grow" in told or "the machine ran short" in told
    assert "make room and give the same command again" in told
    assert "Traceback" not in told
    assert furphy("status", case).returncode == 0
    assert furphy("add", case, folder).returncode == 0
    assert furphy("export", case).stdout == wanted


def without_rights() -> tuple[str, ...]:
    """Return what a command is run through so that permissions count, also for root."""
    if os.getuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("permissions do not bind root, and there is no setpriv")
    return (setpriv, "--bounding-set=-all", "--inh-caps=-all")


def test_a_read_only_folder_can_be_read_but_not_written(tmp_path: Path, folder: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    assert furphy("add", shelf / "case", folder / "00.txt").returncode == 0
    (shelf / "case").chmod(0o444)
    shelf.chmod(0o555)
    through = without_rights()
    try:
        for command, code, said in (
            (("add", shelf / "case", folder), 3, "cannot be written"),
            (("add", shelf / "new", folder), 3, "cannot be written"),
            (("export", shelf / "case"), 0, ""),
            (("status", shelf / "case"), 0, ""),
        ):
            process = starting(*command, through=through)
            _, told = process.communicate()
            assert process.returncode == code, told
            assert said in told
            assert "Traceback" not in told
        assert [each.name for each in shelf.iterdir()] == ["case"]
    finally:
        shelf.chmod(0o755)
