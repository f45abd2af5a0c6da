import os
from pathlib import Path

import pytest

from furphy.desk.inputs import expanded, holds_many, is_address, opened
from furphy.ingest import Failure
from furphy.model.document import Document


def test_a_folder_stands_for_the_files_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", ".hidden", ".git/config", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("One.")
    found = [str(Path(each).relative_to(tmp_path)) for each in expanded([str(tmp_path)])]
    assert found == ["a/y.txt", "a/z.txt", "b.txt", "c.txt"]


def test_what_is_no_plain_file_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert list(expanded([str(tmp_path)])) == []


def test_names_keep_their_order_and_standard_input_stays() -> None:
    names = ["b", "-", "https://example.org/a", "a"]
    assert list(expanded(names)) == names


ADDRESSES = {"http://a": True, "HTTPS://a": True, "ftp://a": False, "a.html": False, "-": False}


@pytest.mark.parametrize(("name", "fetched"), ADDRESSES.items())
def test_an_address_begins_with_its_scheme(name: str, fetched: bool) -> None:
    assert is_address(name) is fetched


@pytest.mark.parametrize("name", ["-", "a.jsonl", "a.JSONL.gz", "a.ndjson"])
def test_streams_of_records_hold_many_documents(name: str) -> None:
    assert holds_many(name)
    assert not holds_many("a.txt")


def test_a_file_is_opened_as_a_document(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The road is closed.")
    [document] = opened(str(file))
    assert isinstance(document, Document)
    assert document.text.strip() == "The road is closed."


def test_a_file_that_is_not_there_is_a_failure_with_its_name(tmp_path: Path) -> None:
    [failure] = opened(str(tmp_path / "gone.txt"))
    assert isinstance(failure, Failure)
    assert str(failure).startswith(str(tmp_path / "gone.txt"))
