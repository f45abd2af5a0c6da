import json
import subprocess
import sys
from dataclasses import replace

import pytest
from handmade_pdf import pdf
from opened import codes, document, failure, outline

from furphy.ingest import Capture, Failure, Limits, open_bytes, pdf_child

PAGES = [
    """Fire at the river port

KYIV, March 3 (Agency) - A fire broke out at the river port on
Sunday, and the administration said nobody was hurt.

Officials said the cause was being looked into by the

1""",
    """prosecutors of the region.

Source: Regional administration

2""",
]
REPORT = [page.split("\n") for page in PAGES]


def test_lines_become_paragraphs_that_run_on_over_pages() -> None:
    found = document(pdf(REPORT))
    assert outline(found.text, found.segments) == [
        "title: Fire at the river port",
        "dateline: KYIV, March 3 (Agency) -",
        "paragraph: A fire broke out at the river port on Sunday, and the administration said nobody was hurt.",  # noqa: E501 - a line as it is read
        "paragraph: Officials said the cause was being looked into by the prosecutors of the region.",  # noqa: E501 - a line as it is read
        "source-line: Source: Regional administration",
    ]


def test_each_segment_knows_its_page() -> None:
    found = document(pdf(REPORT))
    assert [each.page for each in found.segments] == [1, 1, 1, 1, 2]


def test_running_heads_are_left_out() -> None:
    found = document(
        pdf([["Daily bulletin 17", "", f"Report number {n} was read."] for n in "abc"])
    )
    assert "bulletin" not in found.text
    assert found.text.count("Report number") == 3


def test_the_date_of_making_is_noted_and_is_not_taken_for_publication() -> None:
    found = document(pdf(REPORT, "/CreationDate (D:20240303120000+02'00')"))
    assert found.published is None
    assert ("file-made", "the file says that it was made on 2024-03-03") in [
        (note.code, note.message) for note in found.notes
    ]


@pytest.mark.parametrize(
    ("title", "read"), [("Fire report", "Fire report"), ("report.doc", None), ("", None)]
)
def test_a_title_in_the_metadata_counts_unless_it_is_a_file_name(
    title: str, read: str | None
) -> None:
    only = [["A fire broke out at the river port, officials said."]]
    assert document(pdf(only, f"/Title ({title})")).title == read


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([[], []]), "no text on its 2 pages; they hold only images"),
        (pdf(REPORT, locked=True), "an encrypted PDF; it needs a password"),
        (pdf(REPORT)[:200], "a damaged PDF"),
        (b"%PDF-1.7\n", "a damaged PDF"),
    ],
    ids=["images alone", "encrypted", "cut short", "nothing but a head"],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    assert str(failure(data, "a.pdf")) == f"a.pdf: {reason}"


def test_pages_without_text_are_noted() -> None:
    assert "pages-without-text" in codes(document(pdf([["Three drones fell."], []])))


def test_pages_beyond_the_limit_are_noted() -> None:
    limits = replace(Limits(), pages=1)
    [found] = open_bytes(Capture("a.pdf", pdf(REPORT)), limits)
    assert not isinstance(found, Failure)
    assert "pages-left-out" in codes(found)
    assert "prosecutors" not in found.text


def test_the_child_can_open_neither_file_nor_socket() -> None:
    attempt = (
        f"import sys; sys.path.insert(0, {str(pdf_child.__file__.rsplit('/', 1)[0])!r})\n"
        "import errno, json, os, socket, pdf_child\n"
        "pdf_child._limit(); walls = pdf_child._walled(); denied = []\n"
        "try: os.open('/', os.O_RDONLY)\n"
        "except PermissionError: denied.append('files')\n"
        "try: socket.create_connection(('127.0.0.1', 9), 1)\n"
        "except OSError as error:\n"
        "    if error.errno != errno.ECONNREFUSED: denied.append('network')\n"
        "print(json.dumps([sorted(walls), sorted(denied)]))\n"
    )
    ran = subprocess.run(  # noqa: S603 (a program of ours)
        [sys.executable, "-I", "-c", attempt], capture_output=True, check=True, timeout=30
    )
    walls, denied = json.loads(ran.stdout)
    if walls != ["files", "network"]:
        pytest.skip(f"this system walls off {walls or 'nothing'}")
    assert denied == walls
