"""The file beside a casebook: of use where it is sound, and of no harm where it is not."""

import pickle
import sqlite3
from pathlib import Path

import pytest

from furphy.desk import kept_traces as of
from furphy.desk.kept_traces import kept_traces, place


def kept(case: str) -> list[bytes | None]:
    with kept_traces(case) as memory:
        return memory.recall("kind", [b"a", b"b"])


@pytest.fixture
def case(tmp_path: Path) -> str:
    """Name a casebook of which two values are kept."""
    where = str(tmp_path / "case.furphy")
    with kept_traces(where) as memory:
        memory.keep("kind", {b"a": b"1", b"b": b""})
    return where


def test_what_is_kept_is_there_the_next_time(case: str) -> None:
    assert kept(case) == [b"1", b""]
    assert {each.name for each in Path(case).parent.iterdir()} == {"case.furphy.trace"}


def test_many_are_read_as_few_are(case: str) -> None:
    keys = [str(each).encode() for each in range(2000)]
    with kept_traces(case) as memory:
        memory.keep("kind", dict(zip(keys, keys, strict=True)))
        assert memory.recall("kind", [*keys, b"none", b"a"]) == [*keys, None, b"1"]


def test_the_file_may_be_deleted(case: str) -> None:
    place(case).unlink()
    assert kept(case) == [None, None]


def test_another_furphy_begins_anew(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of, "made_by", lambda: "another")
    assert kept(case) == [None, None]


def test_a_value_that_was_changed_counts_as_none(case: str) -> None:
    connection = sqlite3.connect(place(case))
    connection.execute("UPDATE kind SET value = x'00' || substr(value, 2) WHERE key = x'61'")
    connection.commit()
    connection.close()
    assert kept(case) == [None, b""]


def test_a_value_under_another_key_counts_as_none(case: str) -> None:
    connection = sqlite3.connect(place(case))
    connection.execute("DELETE FROM kind WHERE key = x'62'")
    connection.execute("UPDATE kind SET key = x'62'")
    connection.commit()
    connection.close()
    assert kept(case) == [None, None]


def test_a_broken_file_is_begun_anew(case: str) -> None:
    path = place(case)
    data = bytearray(path.read_bytes())
    data[200:] = bytes(len(data) - 200)
    path.write_bytes(data)
    with kept_traces(case) as memory:
        assert memory.recall("kind", [b"a"]) == [None]
        memory.keep("kind", {b"a": b"2"})
        assert memory.recall("kind", [b"a"]) == [b"2"]


@pytest.mark.parametrize("data", [b"my own notes", b"SQLite format 3\0" + bytes(200)])
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, data: bytes) -> None:
    case = str(tmp_path / "case.furphy")
    place(case).write_bytes(data)
    with kept_traces(case) as memory:
        memory.keep("kind", {b"a": b"1"})
        assert memory.recall("kind", [b"a"]) == [b"1"]
    assert place(case).read_bytes() == data


def test_where_nothing_can_be_written_it_is_kept_for_the_time_being(tmp_path: Path) -> None:
    with kept_traces(str(tmp_path / "no" / "such" / "case.furphy")) as memory:
        memory.keep("kind", {b"a": b"1"})
        assert memory.recall("kind", [b"a"]) == [b"1"]


def test_a_servers_casebook_has_its_file_in_the_users_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    where = "postgresql://me:secret@localhost/case"
    assert place(where).parent == tmp_path / "furphy"
    assert "secret" not in str(place(where))
    assert kept(where) == [None, None]
    assert place(where).exists()


def test_another_process_reads_what_was_kept_up_to_now(case: str) -> None:
    with kept_traces(case) as memory:
        memory.keep("kind", {b"c": b"3"})
        there = pickle.loads(pickle.dumps(memory))  # noqa: S301 (our own)
        assert there.recall("kind", [b"a", b"c"]) == [b"1", b"3"]
        there.close()
