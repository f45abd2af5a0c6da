import gzip
import hashlib
import io
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from opened import document, failure
from webpage import story

from furphy.errors import FetchRefused, InputError, TooLarge, UnreadableDocument
from furphy.ingest import (
    Address,
    Capture,
    Failure,
    Limits,
    open_bytes,
    open_path,
    open_stream,
    read_capture,
    unpack_stream,
)
from furphy.model.document import Document

SMALL = replace(Limits(), document=1_000)


def test_the_id_is_made_of_the_bytes() -> None:
    one, same, other = (document(data) for data in ("Three drones.", "Three drones.", "Two."))
    assert one.id == same.id != other.id
    assert one.id == f"sha256:{hashlib.sha256(b'Three drones.').hexdigest()}"


REASONS = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n ", "the file is empty"),
    "binary": (bytes(range(256)) * 20, "binary data; furphy has no reader for it"),
    "picture": (b"\x89PNG\r\n\x1a\n", "an image (PNG); furphy has no reader for it"),
    "JSON": (b'{\n "a": 1\n}', "JSON that holds no records; furphy has no reader for it"),
    "damaged gzip": (gzip.compress(b"x" * 9_999)[:-12], "a damaged gzip file"),
    "gzip in gzip": (
        gzip.compress(gzip.compress(b"x")),
        "a gzip archive; furphy has no reader for it",
    ),
}


@pytest.mark.parametrize(("data", "reason"), REASONS.values(), ids=REASONS)
def test_what_cannot_be_read_is_named_with_its_reason(data: bytes, reason: str) -> None:
    failed = failure(data, "input.bin")
    assert str(failed) == f"input.bin: {reason}"
    assert failed.error is UnreadableDocument


def test_a_packed_page_is_unpacked() -> None:
    assert document(gzip.compress(story().encode())).title == "Fire at the river port"


def test_a_bomb_is_stopped_before_it_fills_the_memory() -> None:
    bomb = gzip.compress(b"a" * 5_000_000)
    [failed] = open_bytes(Capture("bomb.gz", bomb), SMALL)
    assert isinstance(failed, Failure)
    assert (failed.error, failed.reason) == (TooLarge, "more than 1000 bytes")


def test_lines_before_the_damage_of_a_packed_file_are_read() -> None:
    lines = b"".join(b'{"id": "%d", "text": "Three fell."}\n' % number for number in range(9_000))
    damaged = gzip.compress(lines)[:-2_000]
    *found, failed = open_bytes(Capture("lines.gz", damaged))
    assert len(found) > 1_000
    assert str(failed) == "lines.gz: a damaged gzip file"


def test_a_packed_file_swells_to_a_limit() -> None:
    bomb = gzip.compress(b" " * 30_000_000 + b'{"id": "a", "text": "Fell."}\n')
    jsonl = gzip.compress(b'{"id": "a", "text": "Fell."}\n' + b"\n" * 30_000_000)
    assert {
        (each.error, each.reason)
        for data in (bomb, jsonl)
        for each in open_bytes(Capture("bomb.gz", data))
        if isinstance(each, Failure)
    } == {(TooLarge, "it unpacks to more than 200 times its size")}


def test_each_address_of_a_list_is_handed_out_in_its_order() -> None:
    lines = b"\xef\xbb\xbfhttps://a.example/1\r\n\n  HTTP://b.example/2 \n"
    parts = list(unpack_stream(io.BytesIO(lines), Capture("list.txt", b"")))
    assert parts == [
        Address("list.txt#1", "https://a.example/1"),
        Address("list.txt#3", "HTTP://b.example/2"),
    ]


def test_addresses_of_a_list_are_fetched_where_that_is_allowed() -> None:
    [failed] = open_bytes(Capture("list.txt", b"http://127.0.0.1/secret\n"))
    assert isinstance(failed, Failure)
    assert (failed.key, failed.error) == ("http://127.0.0.1/secret", FetchRefused)


def test_a_line_that_is_no_address_is_named() -> None:
    many = b"https://a.example/1\n" * 5_000 + b"see above\n"
    *_, failed = unpack_stream(io.BytesIO(many), Capture("list.txt", b""))
    assert str(failed) == "list.txt#5001: line 5001 is no address"


def test_a_part_can_be_read_again_from_what_was_captured() -> None:
    feed = b"<rss><channel><item><title>Dam broke</title></item></channel></rss>"
    [part] = unpack_stream(io.BytesIO(feed), Capture("feed", b""))
    assert isinstance(part, Capture)
    [opened] = open_bytes(Capture("feed", feed))
    assert read_capture(pickle.loads(pickle.dumps(part))) == opened  # noqa: S301  (our own)


def test_a_text_in_two_languages_says_which_part_is_which() -> None:
    text = (
        "Der Damm am Fluss ist in der Nacht gebrochen, wie die Behörden am Dienstag mitteilten.\n\n"
        "Una portavoz de la región dijo el martes que nadie había resultado herido allí.\n\n"
        "Die Straße zum Hafen steht seit dem Morgen unter Wasser und ist für Autos gesperrt.\n\n"
        "Sie bleibt zu."
    )
    found = document(text)
    assert found.language == "de"
    assert [each.language for each in found.segments] == [None, "es", None, None]


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.write(b"Three drones fell. " * 10_000)
        file.truncate(200_000_000)
    [failed] = open_path(large)
    assert str(failed) == f"{large}: more than 50000000 bytes"


def test_records_in_a_large_file_are_read(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_bytes(b'{"id": "a", "text": "Fell."}\n' * 100)
    assert len(list(open_path(many, limits=SMALL))) == 100


def test_what_is_no_file_is_a_failure(tmp_path: Path) -> None:
    [folder] = open_path(tmp_path, "folder")
    [missing] = open_path(tmp_path / "missing", "missing")
    assert str(folder) == "folder: a folder, not a file"
    assert str(missing) == "missing: No such file or directory"


def test_a_file_is_named_as_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Three drones fell.")
    [found] = open_path(tmp_path / "a.txt")
    assert found.key == str(tmp_path / "a.txt")


def test_a_pipe_may_hand_over_one_byte_at_a_time() -> None:
    class Drip(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(1 if size else 0)

    [found] = open_stream("-", Drip(story().encode()))
    assert isinstance(found, Document)
    assert found.title == "Fire at the river port"


def test_a_page_s_readers_are_loaded_only_for_pages() -> None:
    code = (
        "import sys; from furphy.ingest import Capture, open_bytes;"
        "list(open_bytes(Capture('a', b'Short text.')));"
        "heavy = 'trafilatura pypdfium2 httpcore py3langid feedparser warcio ijson';"
        "print(sorted(set(heavy.split()) & set(sys.modules)))"
    )
    ran = subprocess.run(  # noqa: S603 (a program of ours)
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"


@pytest.mark.parametrize("error", [UnreadableDocument, TooLarge])
def test_a_failure_tells_what_kind_it_was(error: type[InputError]) -> None:
    assert issubclass(error, InputError)
