"""ZIP archives: members read one by one; bombs, slips and lies do no harm."""

import io
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from handmade_warc import answer
from opened import failure

from furphy.errors import TooLarge
from furphy.ingest import Capture, Failure, Limits, Outcome, open_bytes, open_path, open_stream
from furphy.model.document import Document


def zipped(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def opened(data: bytes, limits: Limits | None = None) -> list[Outcome]:
    return list(open_bytes(Capture("a.zip", data), limits or Limits()))


def keys(data: bytes) -> list[str]:
    return [each.key for each in opened(data)]


TWO = {"one.txt": "Three drones fell.", "sub/two.jsonl": '{"id": "r", "text": "Two fell."}\n'}


def test_members_are_read_by_their_content() -> None:
    found = opened(zipped(TWO))
    assert [each.text for each in found if isinstance(each, Document)] == [
        "Three drones fell.",
        "Two fell.",
    ]
    assert [each.key for each in found] == ["a.zip#one.txt", "r"]


def test_an_archive_from_a_pipe_is_read_as_well() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    assert len(list(open_stream("-", Pipe(zipped(TWO))))) == 2


@pytest.mark.parametrize(
    "name", ["../../../out/slip.txt", "/etc/slip.txt", "..\\slip.txt", "a/../../slip.txt"]
)
def test_a_name_is_a_label_and_never_a_path(name: str, tmp_path: Path) -> None:
    inside = tmp_path / "in" / "here"
    inside.mkdir(parents=True)
    (inside / "a.zip").write_bytes(zipped({name: "It slips."}))
    [found] = open_path(inside / "a.zip", "a.zip")
    assert isinstance(found, Document)
    assert found.key.startswith("a.zip#")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "here", "in"]


def test_folders_links_and_hidden_members_are_passed_over() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        for name in ("folder/", ".hidden.txt", "__MACOSX/._a.txt", "a.txt"):
            archive.writestr(name, "" if name.endswith("/") else "It burns.")
    assert keys(file.getvalue()) == ["a.zip#a.txt"]


def test_archives_within_archives_are_opened_to_a_depth() -> None:
    data = zipped({"a.txt": "It burns."})
    for _ in range(2):
        data = zipped({"in.zip": data})
    assert keys(data) == ["a.zip#in.zip#in.zip#a.txt"]
    [failed] = opened(zipped({"in.zip": data}))
    assert str(failed) == "a.zip#in.zip#in.zip#in.zip: archives nested more than 3 deep"


def test_a_web_archive_in_its_package_is_read_without_the_index_beside_it() -> None:
    warc = answer("https://a.example/1", b"Three fell.", "text/plain")
    wacz = zipped(
        {
            "datapackage.json": '{"profile": "data-package"}',
            "pages/pages.jsonl": '{"id": "p", "url": "https://a.example/1", "text": "Three fell."}',
            "archive/data.warc": warc,
        }
    )
    assert keys(wacz) == ["a.zip#archive/data.warc#https://a.example/1"]


def test_addresses_in_an_archive_are_text_and_not_fetched() -> None:
    [found] = opened(zipped({"list.txt": "http://127.0.0.1/secret\n"}))
    assert isinstance(found, Document)
    assert found.text.strip() == "http://127.0.0.1/secret"


ZEROS = bytes(8_000_000)
BOMBS = {
    "ratio": (zipped({"b": ZEROS}), Limits(), "it unpacks to more than 200 times its size"),
    "one member": (
        zipped({"b": b"burns " * 100}),
        replace(Limits(), document=500),
        "more than 500 bytes",
    ),
    "in all": (
        zipped({f"{number}.txt": b"It burns. " * 50 for number in range(9)}),
        replace(Limits(), unpacked=2_000),
        "an archive that unpacks to more than 2000 bytes",
    ),
    "members": (
        zipped({f"{number}.txt": b"It burns." for number in range(9)}),
        replace(Limits(), members=8),
        "an archive of more than 8 members",
    ),
}


@pytest.mark.parametrize(("data", "limits", "reason"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_by_the_limit_it_breaks(data: bytes, limits: Limits, reason: str) -> None:
    failed = next(each for each in opened(data, limits) if isinstance(each, Failure))
    assert (failed.error, failed.reason) == (TooLarge, reason)


def test_a_bomb_does_not_end_the_archive() -> None:
    _, found = opened(zipped({"b": ZEROS, "a.txt": "It burns."}))
    assert isinstance(found, Document)


def test_a_lying_header_does_not_let_more_through() -> None:
    data = bytearray(zipped({"b": ZEROS}))
    lie = (1_000).to_bytes(4, "little")
    for at in (22, data.rindex(b"PK\x01\x02") + 24):
        data[at : at + 4] = lie
    [failed] = opened(bytes(data))
    assert isinstance(failed, Failure)


def test_a_damaged_member_costs_only_itself() -> None:
    data = bytearray(zipped({"a.txt": "It burns." * 9, "b.txt": "Two fell."}, zipfile.ZIP_STORED))
    data[60] ^= 1
    first, second = opened(bytes(data))
    assert str(first) == "a.zip#a.txt: a damaged member of a ZIP archive"
    assert isinstance(second, Document)


def test_an_encrypted_member_is_named() -> None:
    data = bytearray(zipped({"a.txt": "It burns."}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert opened(bytes(data)) == [
        Failure("a.zip#a.txt", "encrypted; it needs a password"),
    ]


OTHERS = {
    "cut": (zipped(TWO)[:-40], "a damaged ZIP archive"),
    "office": (
        zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}),
        "an office document or e-book; furphy has no reader for it",
    ),
}


@pytest.mark.parametrize(("data", "reason"), OTHERS.values(), ids=OTHERS)
def test_what_cannot_be_opened_says_why(data: bytes, reason: str) -> None:
    assert failure(data).reason == reason
