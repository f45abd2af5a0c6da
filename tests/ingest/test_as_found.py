import io
import os
from pathlib import Path

import pytest

from furphy.ingest.as_found import as_found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "growing"
    path.write_bytes(b"one\ntwo\n")
    return path


def test_what_is_added_later_is_not_read(file: Path) -> None:
    lines = []
    with file.open("rb") as stream:
        for line in as_found(stream):
            lines.append(line)
            with file.open("ab") as other:
                other.write(b"more\n")
    assert lines == [b"one\n", b"two\n"]


def test_its_end_is_where_it_was(file: Path) -> None:
    with file.open("rb") as stream:
        found = as_found(stream)
        file.write_bytes(b"one\ntwo\nthree\n")
        assert found.seek(-4, io.SEEK_END) == 4
        assert found.read() == b"two\n"


def test_a_file_that_was_cut_short_ends_early(file: Path) -> None:
    with file.open("rb") as stream:
        found = as_found(stream)
        os.truncate(file, 3)
        assert found.read() == b"one"


def test_a_pipe_is_read_to_its_end() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"words")
    os.close(writer)
    with open(reader, "rb") as stream:  # noqa: PTH123  (a descriptor has no path)
        assert as_found(stream).read() == b"words"
