import hashlib
import zipfile
from pathlib import Path

import pytest

from furphy.export.bag import write

FILES = {"b.txt": b"two", "a/one.txt": b"one"}


def test_equal_files_give_equal_bytes(tmp_path: Path) -> None:
    write(FILES, [("Source", "x")], tmp_path / "one.zip")
    write(dict(reversed(FILES.items())), [("Source", "x")], tmp_path / "other.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_it_is_laid_out_as_a_bag(tmp_path: Path) -> None:
    write(FILES, [("Source", "a\nb")], tmp_path / "bag.zip")
    with zipfile.ZipFile(tmp_path / "bag.zip") as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert [*found] == [
        "bag-info.txt",
        "bagit.txt",
        "data/a/one.txt",
        "data/b.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
    ]
    assert found["bag-info.txt"] == b"Source: a b\nPayload-Oxum: 6.2\n"
    one = hashlib.sha256(b"one").hexdigest()
    assert found["manifest-sha256.txt"].splitlines()[0] == f"{one}  data/a/one.txt".encode()


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write(FILES, [], tmp_path / "nowhere" / "bag.zip")
    assert [*tmp_path.iterdir()] == []
