import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import codes, document, failure

from furphy.errors import TooLarge, UnreadableDocument
from furphy.ingest import Capture, Failure, Limits, open_bytes
from furphy.ingest.container import Container
from furphy.ingest.opening import read_capture
from furphy.ingest.records import read_record, unpack
from furphy.model.document import Basis

FULL = {
    "id": "r-1",
    "text": "Dam broke.\n\nIt broke today, officials of the region said.",
    "title": "Dam broke",
    "published": "2024-03-14T09:20:11Z",
    "url": "https://a.example/1",
    "outlet": "The Weekly",
    "language": "en",
    "gold": {"text": "do not look"},
}


def record(**changed: object) -> str:
    return json.dumps({**FULL, **changed})


def test_each_field_finds_its_place() -> None:
    found = document(record())
    assert (found.key, found.text, found.title, found.url, found.outlet, found.language) == tuple(
        FULL[name] for name in ("id", "text", "title", "url", "outlet", "language")
    )
    assert found.published is not None
    assert (found.published.start, found.published.basis) == (FULL["published"], Basis.GIVEN)


def test_fields_that_are_not_ours_change_nothing_but_the_id() -> None:
    one, other = document(record(gold=1)), document(record(gold={"segments": [1, 2]}))
    assert replace(one, id="") == replace(other, id="")
    assert one.id != other.id


def test_a_title_that_the_text_lacks_stays_beside_it() -> None:
    found = document(record(text="It broke today."))
    assert (found.text, found.title) == ("It broke today.", "Dam broke")


def test_a_bad_line_is_reported_by_its_number_and_the_rest_goes_on() -> None:
    lines = [record(), "{broken", "", '{"text": 5}', '{"id": "x", "text": " "}', record(id="r-2")]
    found = list(open_bytes(Capture("a.jsonl", "\n".join(lines).encode())))
    keys = [each.key for each in found]
    assert keys == ["r-1", "a.jsonl#2", "a.jsonl#4", "a.jsonl#5", "r-2"]
    assert [str(each) for each in found if isinstance(each, Failure)] == [
        "a.jsonl#2: line 2: not JSON (Expecting property name enclosed in double quotes)",
        "a.jsonl#4: line 4: the record has no text",
        "a.jsonl#5: line 5: the record has no text",
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [("[1]", "not a JSON object"), ('"x"', "not a JSON object"), ("{}", "the record has no text"),
     ("NaN", "not a JSON object"), ("[" * 100_000, "not JSON")],
)  # fmt: skip
def test_what_is_no_record_says_why(line: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        read_record(Capture("x", line.encode()))


def test_a_number_may_be_an_id_and_none_is_made_of_the_line() -> None:
    assert document(record(id=17)).key == "17"
    assert document(record(id=None), "a.jsonl").key == "a.jsonl#1"


def test_a_date_that_is_none_is_noted() -> None:
    found = document(record(published="last week", url=None))
    assert (found.published, codes(found)) == (None, ["unread-date"])


def test_half_a_pair_keeps_its_place() -> None:
    found = document('{"id": "a", "text": "x \\ud800 y\\u0000z"}')
    assert found.text == "x � y z"
    assert codes(found) == ["lone-surrogate", "control-character", "replacement-character"]


def test_a_long_line_is_left_out_without_being_held() -> None:
    small = replace(Limits(), line=200)
    data = b"\n".join([record(gold="x" * 5_000).encode(), b'{"id": "b", "text": "Short."}'])
    long, short = unpack(Container(Capture("a.jsonl", b""), io.BytesIO(data), small))
    assert isinstance(long, Failure)
    assert long.error is TooLarge
    assert isinstance(short, Capture)


def test_records_come_before_the_stream_ends() -> None:
    class Endless(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            return b'{"id": "a", "text": "Three drones fell."}\n'

    first = next(iter(unpack(Container(Capture("-", b""), Endless()))))
    assert isinstance(first, Capture)
    assert read_capture(first).key == "a"


def test_not_json_names_the_input() -> None:
    assert str(failure('{"id": ', "b.jsonl")).startswith("b.jsonl#1: line 1: not JSON")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), st.text())
def test_a_text_is_kept_as_it_is(text: str, title: str) -> None:
    line = json.dumps({"id": "a", "text": text, "title": title}).encode()
    if not text.strip():
        return
    assert read_record(Capture("x", line)).text == text.replace("\u2028", "\n").replace(
        "\u2029", "\n"
    )
