import gzip
import hashlib
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from opened import document, failure
from webpage import story

from furphy.errors import InputError, TooLarge, UnreadableDocument
from furphy.ingest import Capture, Failure, Limits, open_bytes, open_path, open_stream
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
        "print(sorted({'trafilatura', 'pypdfium2', 'httpcore', 'py3langid'} & set(sys.modules)))"
    )
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"


@pytest.mark.parametrize("error", [UnreadableDocument, TooLarge])
def test_a_failure_tells_what_kind_it_was(error: type[InputError]) -> None:
    assert issubclass(error, InputError)
