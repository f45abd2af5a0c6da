import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from furphy.desk.opener import Broken, Ended, Opener, Order, Piece
from furphy.ingest import Capture, Failure
from furphy.ingest.capture import Address

RECORDS = "\n".join(json.dumps({"id": f"r{n}", "text": f"Road {n} is closed."}) for n in range(3))


@pytest.fixture
def opener() -> Iterator[Opener]:
    opened = Opener(30)
    yield opened
    opened.close()


def pieces(opener: Opener, path: Path, known: str | None = None) -> list[Piece]:
    return list(opener.parts(Order(str(path), known=known)))


def test_an_input_comes_in_parts_and_its_end(opener: Opener, tmp_path: Path) -> None:
    file = tmp_path / "r.jsonl.gz"
    file.write_bytes(gzip.compress(RECORDS.encode()))
    *parts, end = pieces(opener, file)
    assert len(parts) == 3
    assert all(isinstance(each, Capture) for each in parts)
    assert isinstance(end, Ended)
    assert end.digest is not None
    assert not end.changed
    assert pieces(opener, file, end.digest) == [Ended(end.digest, known=True)]


def test_several_inputs_are_opened_one_after_another(opener: Opener, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "list.txt").write_text("https://example.org/1\nhttps://example.org/2\n")
    assert [type(each) for each in pieces(opener, tmp_path / "a.txt")] == [Capture, Ended]
    assert [type(each) for each in pieces(opener, tmp_path / "list.txt")] == [
        Address,
        Address,
        Ended,
    ]
    gone = pieces(opener, tmp_path / "gone.txt")
    assert [type(each) for each in gone] == [Failure, Ended]


def test_a_standstill_costs_only_the_input(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text("One.")
    opener = Opener(3)
    assert pieces(opener, tmp_path / "pipe") == [Broken("not opened within 3 seconds")]
    assert len(pieces(opener, tmp_path / "a.txt")) == 2
    opener.close()


def test_a_death_costs_only_the_input(opener: Opener, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(f"{RECORDS}\n" * 30_000)
    parts = opener.parts(Order(str(tmp_path / "r.jsonl")))
    next(parts)
    assert opener.process is not None
    opener.process.kill()
    *_, last = parts
    assert last == Broken("the process opening it died (exit code -9)", died=True)
    (tmp_path / "a.txt").write_text("One.")
    assert len(pieces(opener, tmp_path / "a.txt")) == 2
