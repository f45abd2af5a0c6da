"""Web archives to the pages they keep; what is broken in them is named."""

import gzip
import json
from pathlib import Path

import pytest
from handmade_pdf import pdf
from handmade_warc import answer, info, record
from opened import codes
from webpage import story

from furphy.ingest import Capture, Failure, Outcome, open_bytes, open_path
from furphy.model.document import Document

PAGE = story().encode()
TEXT = "text/plain; charset=utf-8"


def opened(*records: bytes, name: str = "a.warc") -> list[Outcome]:
    return list(open_bytes(Capture(name, b"".join(records))))


def documents(*records: bytes) -> list[Document]:
    found = opened(*records)
    assert all(isinstance(each, Document) for each in found), found
    return [each for each in found if isinstance(each, Document)]


def test_a_page_keeps_its_address_and_when_it_was_fetched() -> None:
    [found] = documents(info(), answer("https://a.example/1", PAGE))
    assert (found.key, found.url, found.captured) == (
        "a.warc#https://a.example/1",
        "https://a.example/1",
        "2024-03-14T09:20:11Z",
    )
    assert found.title == "Fire at the river port"


def test_the_id_is_made_of_what_the_server_sent() -> None:
    [kept] = documents(answer("https://a.example/1", PAGE))
    [alone] = open_bytes(Capture("page.html", PAGE))
    assert isinstance(alone, Document)
    assert kept.id == alone.id


def test_texts_pdf_and_feeds_are_read_as_what_they_are() -> None:
    feed = b"<rss><channel><item><guid isPermaLink='false'>7</guid><title>Dam broke"
    feed += b"</title></item></channel></rss>"
    found = documents(
        answer("https://a.example/t", b"Three drones fell.", TEXT),
        answer("https://a.example/p", pdf([["Three drones fell."]]), "application/pdf"),
        answer("https://a.example/f", feed, "application/rss+xml"),
        record("resource", b"Two fell.", WARC_Target_URI="https://a.example/r", Content_Type=TEXT),
    )
    assert [(each.key, each.text) for each in found] == [
        ("a.warc#https://a.example/t", "Three drones fell."),
        ("a.warc#https://a.example/p", "Three drones fell."),
        ("a.warc#https://a.example/f#7", "Dam broke"),
        ("a.warc#https://a.example/r", "Two fell."),
    ]


def test_the_server_s_charset_is_heard_and_checked() -> None:
    words = "Дамба прорвана, сообщили власти региона в понедельник утром."
    right = answer("https://a.example/1", words.encode("koi8-r"), "text/plain; charset=koi8-r")
    wrong = answer("https://a.example/2", words.encode(), "text/plain; charset=koi8-r")
    assert [each.text for each in documents(right, wrong)] == [words, words]


def test_what_is_no_page_is_left_out_and_counted() -> None:
    [found] = documents(
        info(),
        answer("https://a.example/old", b"", status="301 Moved"),
        answer("https://a.example/p.png", b"\x89PNG", "image/png"),
        answer("https://a.example/1", PAGE),
        record("request", b"GET / HTTP/1.1\r\n\r\n", WARC_Target_URI="https://a.example/1"),
        record("metadata", b"x", WARC_Target_URI="metadata://a", Content_Type="text/plain"),
    )
    assert [each.message for each in found.notes if each.code == "records-left-out"] == [
        "left out before this one: 1 response of image/png, 1 response with status 301, 1 warcinfo",
        "left out after this one: 1 metadata, 1 request",
    ]


def test_an_archive_without_pages_says_what_it_holds() -> None:
    [failed] = opened(info(), answer("https://a.example/p.png", b"\x89PNG", "image/png"))
    assert (
        str(failed)
        == "a.warc: no page in this web archive, but 1 response of image/png, 1 warcinfo"
    )


def test_two_captures_of_one_address_are_both_kept() -> None:
    first, second = documents(
        answer("https://a.example/1", b"It burns.", TEXT),
        answer("https://a.example/1", b"It does not burn.", TEXT),
    )
    assert first.key == "a.warc#https://a.example/1"
    assert second.key.startswith("a.warc#https://a.example/1~")


CUT = answer("https://a.example/2", b"Two fell, and burnt out." * 9, TEXT)[:-60]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_an_archive_cut_in_the_middle_gives_what_it_holds(packed: bool) -> None:
    whole = answer("https://a.example/1", b"Three fell.", TEXT)
    data = gzip.compress(whole) + gzip.compress(CUT)[:-30] if packed else whole + CUT
    first, *rest = opened(data)
    assert isinstance(first, Document)
    assert first.text == "Three fell."
    assert isinstance(rest[-1], Failure)
    assert rest[-1].reason.startswith("cut short: its last record lacks")


def test_a_page_that_is_cut_says_so() -> None:
    _, second, _ = opened(answer("https://a.example/1", b"Three fell.", TEXT), CUT)
    assert isinstance(second, Document)
    assert "cut-short" in codes(second)


def test_rubbish_after_a_record_ends_the_archive_with_a_reason() -> None:
    first, failed = opened(answer("https://a.example/1", PAGE), b"rubbish\r\n\r\n" * 9)
    assert isinstance(first, Document)
    assert isinstance(failed, Failure)
    assert "record" in failed.reason


def test_warcio_does_not_talk_to_our_users(capfd: pytest.CaptureFixture[str]) -> None:
    odd = answer("https://a.example/a b", b"Three fell.", TEXT)[:-4] + b"\x00\x00\r\n"
    opened(odd, answer("https://a.example/1", PAGE))
    assert capfd.readouterr() == ("", "")


def test_a_bomb_inside_an_answer_is_stopped() -> None:
    packed = gzip.compress(b" " * 60_000_000)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {TEXT}\r\nContent-Encoding: gzip\r\n\r\n".encode()
    bomb = record("response", head + packed, WARC_Target_URI="https://a.example/b")
    [failed] = opened(bomb)
    assert str(failed) == "a.warc#https://a.example/b: more than 50000000 bytes"


# warcio's own samples, broken ones among them ----------------------------------------------------

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "warc"
LISTED = (
    [json.loads(line) for line in (SAMPLES / "index.jsonl").read_text("utf-8").splitlines()]
    if SAMPLES.exists()
    else []
)


def told(outcomes: list[Outcome]) -> dict[str, int]:
    """Return how many records of each type furphy accounts for."""
    counts: dict[str, int] = {}
    for outcome in outcomes:
        listed: list[str] = []
        if isinstance(outcome, Document):
            listed = [note.message for note in outcome.notes if note.code == "records-left-out"]
            kind = "resource" if "resource" in outcome.key else "response"
            counts[kind] = counts.get(kind, 0) + 1
        elif "but" in outcome.reason:
            listed = [outcome.reason.replace(" but ", ": ")]
        for group in listed:
            for each in group.partition(": ")[2].split(", "):
                number, kind = each.split()[:2]
                counts[kind] = counts.get(kind, 0) + int(number)
    return counts


@pytest.mark.skipif(not LISTED, reason="the sample archives are not here")
@pytest.mark.parametrize("listed", LISTED, ids=[each["file"] for each in LISTED])
def test_each_record_of_a_sample_is_accounted_for(listed: dict[str, object]) -> None:
    path = SAMPLES / str(listed["file"])
    found = list(open_path(path, path.name))
    assert found
    if listed["records"]:
        assert told(found) == listed["records"]


BROKEN = {"bad.arc", "example-trunc.warc", "example-space-in-url.arc"}


@pytest.mark.skipif(not LISTED, reason="the sample archives are not here")
def test_broken_samples_are_reported() -> None:
    paths = [SAMPLES / str(each["file"]) for each in LISTED]
    failed = {
        path.name
        for path in paths
        for each in open_path(path, path.name)
        if isinstance(each, Failure)
    }
    assert failed >= BROKEN
