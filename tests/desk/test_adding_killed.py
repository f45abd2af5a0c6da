"""An addition that is killed at random moments ends as one that is not.

FURPHY_KILLS says how often on each kind of store; 200 take some half an hour.
"""

import json
import os
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from kills import run_killed
from shell import ran

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("FURPHY_KILLS", "3"))
RECORDS, FILES, ALIKE = 900, 60, 10


def material(folder: Path) -> Path:
    """Write documents, some met twice; most are not parsed, since it is the store that is tried."""
    inputs = folder / "in"
    inputs.mkdir()
    for n in range(FILES):
        told = f"Мэр города сообщил журналистам, что дорога номер {n % (FILES - ALIKE)} закрыта."
        (inputs / f"{n:03}.txt").write_text(f"{told} Причину он не назвал.")
    records = (
        {"id": f"r{n}", "text": f"Пожар номер {n} потушен.", "language": "ru"}
        for n in range(RECORDS)
    )
    (inputs / "posts.jsonl").write_text("\n".join(map(json.dumps, records)))
    (inputs / "report.txt").write_text("Police said that two roads in Kyiv may be closed.")
    return inputs


def exported(case: str) -> bytes:
    run = ran("-m", "furphy", "export", case)
    assert run.returncode == 0, run.stderr
    return run.stdout.encode()


def states(case: str) -> object:
    run = ran("-m", "furphy", "status", case, "--format", "json")
    told = json.loads(run.stdout)
    return {name: told[name] for name in told if name != "days"}


def test_it_ends_as_one_left_alone(where: str, tmp_path: Path) -> None:
    inputs = material(tmp_path)
    calm = str(tmp_path / "calm.furphy")
    start = time.monotonic()
    run = ran("-m", "furphy", "add", calm, str(inputs), "--jobs", "2")
    longest = time.monotonic() - start
    assert run.returncode == 0, run.stderr
    wanted, counted = exported(calm), states(calm)
    assert wanted.count(b"\n") == RECORDS + FILES - ALIKE + 1
    moments, kills, round_ = random.Random(20240314), 0, 0  # noqa: S311 (no secret)
    while kills < KILLS:
        case = where if "://" in where else f"{where}{round_}"
        jobs = str(1 + round_ % 2)
        while not run_killed(["add", case, str(inputs), "--jobs", jobs], moments, longest):
            kills += 1
        assert exported(case) == wanted
        assert states(case) == counted
        if "://" not in where:
            with closing(sqlite3.connect(case)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        round_ += 1
        where = fresh(where, round_)


def fresh(where: str, number: int) -> str:
    """Return a place for another casebook of the same kind."""
    if "://" not in where:
        return where
    import psycopg  # noqa: PLC0415 - an extra

    name = f"again{number}"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return where.rpartition("/")[0] + f"/{name}"
