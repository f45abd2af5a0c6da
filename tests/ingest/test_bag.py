import stat
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from furphy.errors import InputError, TooLarge, UnreadableDocument
from furphy.export.bag import write
from furphy.ingest.bag import Bag
from furphy.ingest.limits import Limits

Files = dict[str, bytes]


def packed(files: Files, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def files(tmp_path: Path) -> Files:
    write({"a.txt": b"one", "b.txt": b"two"}, [("Source", "x")], tmp_path / "whole.zip")
    with zipfile.ZipFile(tmp_path / "whole.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def faults(files: Files, path: Path) -> list[tuple[str, str]]:
    with closing(Bag(packed(files, path))) as bag:
        return [(each.path, each.what.split(":")[0]) for each in bag.faults()]


def altered(files: Files) -> Files:
    return files | {"data/b.txt": b"twa"}


def missing(files: Files) -> Files:
    return {name: data for name, data in files.items() if name != "data/b.txt"}


def extra(files: Files) -> Files:
    return files | {"data/c.txt": b"", "d.txt": b""}


def untold(files: Files) -> Files:
    gone = {"manifest-sha256.txt", "tagmanifest-sha256.txt"}
    return {name: data for name, data in files.items() if name not in gone}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(dict, [], id="whole"),
        pytest.param(altered, [("data/b.txt", "was altered")], id="an altered byte"),
        pytest.param(missing, [("data/b.txt", "is missing")], id="a missing file"),
        pytest.param(
            extra, [("d.txt", "was added"), ("data/c.txt", "was added")], id="an extra file"
        ),
        pytest.param(
            untold,
            [
                ("manifest-sha256.txt", "is missing"),
                ("tagmanifest-sha256.txt", "is missing"),
                ("data/a.txt", "was added"),
                ("data/b.txt", "was added"),
            ],
            id="no manifests",
        ),
    ],
)
def test_what_is_not_as_the_manifests_say_is_named(
    files: Files,
    tmp_path: Path,
    change: Callable[[Files], Files],
    expected: list[tuple[str, str]],
) -> None:
    assert faults(change(files), tmp_path / "bag.zip") == expected


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "data/../../evil",
        "/etc/evil",
        "data\\..\\evil",
        "C:/evil",
        "data//evil",
        "data/./x",
    ],
)
def test_a_member_outside_of_the_bag_is_refused(files: Files, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableDocument, match="outside"):
        Bag(packed(files | {name: b"x"}, tmp_path / "bag.zip"))
    assert {each.name for each in tmp_path.iterdir()} == {"bag.zip", "whole.zip"}


def test_a_link_is_refused(files: Files, tmp_path: Path) -> None:
    path = packed(files, tmp_path / "bag.zip")
    link = zipfile.ZipInfo("data/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(UnreadableDocument, match="a link"):
        Bag(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(files: Files, tmp_path: Path) -> None:
    path = packed(files, tmp_path / "bag.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("data/a.txt", b"other")
    with pytest.raises(UnreadableDocument, match="twice"):
        Bag(path)


def test_a_bomb_is_refused_before_it_goes_off(files: Files, tmp_path: Path) -> None:
    path = packed(files | {"data/bomb": bytes(20_000_000)}, tmp_path / "bag.zip")
    with pytest.raises(TooLarge, match="200 times its size"):
        Bag(path)


def test_members_that_share_their_bytes_are_refused(files: Files, tmp_path: Path) -> None:
    path = packed(files, tmp_path / "bag.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("data/kernel", bytes(range(256)) * 8)
        for number in range(20):
            twin = zipfile.ZipInfo(f"data/twin-{number}")
            kernel = archive.getinfo("data/kernel")
            twin.file_size, twin.compress_size, twin.CRC = (
                kernel.file_size,
                kernel.compress_size,
                kernel.CRC,
            )
            twin.header_offset = kernel.header_offset
            archive.filelist.append(twin)
            archive.NameToInfo[twin.filename] = twin
    with pytest.raises(TooLarge, match="overlap"):
        Bag(path)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        pytest.param(Limits(members=3), "more than 3 members", id="members"),
        pytest.param(Limits(unpacked=10), "more than 10 bytes", id="bytes in all"),
    ],
)
def test_it_is_bounded(files: Files, tmp_path: Path, limits: Limits, words: str) -> None:
    with pytest.raises(TooLarge, match=words):
        Bag(packed(files, tmp_path / "bag.zip"), limits)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.99])
def test_one_that_was_cut_off_is_told_so(tmp_path: Path, files: Files, share: float) -> None:
    assert files
    path = tmp_path / "whole.zip"
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(UnreadableDocument, match="cut off"):
        Bag(path)


def test_an_archive_that_is_no_bag_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no bag"):
        Bag(packed({"a.txt": b"one"}, tmp_path / "bag.zip"))


def test_a_damaged_member_is_told_as_altered(files: Files, tmp_path: Path) -> None:
    path = packed(files, tmp_path / "bag.zip")
    data = bytearray(path.read_bytes())
    at = data.index(b"data/a.txt") + len(b"data/a.txt")
    data[at] ^= 0xFF
    path.write_bytes(bytes(data))
    with closing(Bag(path)) as bag:
        assert ("data/a.txt", "was altered: it is damaged") in [
            (each.path, each.what) for each in bag.faults()
        ]
