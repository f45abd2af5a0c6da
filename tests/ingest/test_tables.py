"""Tables and lists of records: rows to documents, by names that are common or chosen."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.ingest import Capture, Failure, Limits, Outcome, open_bytes, open_stream
from furphy.ingest.fields import moment
from furphy.model.document import DerivationKind, DerivedFrom, Document

ROWS = [
    ["message_id", "Text", "date", "channel", "views"],
    ["7", 'Dam, they said, "broke".\nOne bank is under water.', "2024-03-14", "Weekly", "12"],
    ["8", "It held.", "1710408011", "Weekly", ""],
]


def table(separator: str = ",", rows: list[list[str]] = ROWS) -> str:
    return "".join(
        separator.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows
    )


def opened(data: str | bytes, limits: Limits | None = None, **fields: str) -> list[Outcome]:
    raw = data.encode() if isinstance(data, str) else data
    return list(open_stream("t", io.BytesIO(raw), limits or Limits(), fields=fields))


def documents(data: str | bytes, **fields: str) -> list[Document]:
    found = opened(data, None, **fields)
    assert all(isinstance(each, Document) for each in found), found
    return [each for each in found if isinstance(each, Document)]


LIST = json.dumps([dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]])


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(";"),
        table("\t"),
        table("|"),
        "\ufeff" + table(),
        table().encode("utf-16"),
        LIST,
    ],
    ids=["commas", "semicolons", "tabs", "bars", "mark", "wide", "JSON"],
)
def test_a_row_is_a_document(data: str | bytes) -> None:
    first, second = documents(data)
    assert (first.key, first.outlet) == ("t#7", "Weekly")
    assert first.text == 'Dam, they said, "broke".\nOne bank is under water.'
    assert [each.published and each.published.start for each in (first, second)] == [
        "2024-03-14",
        "2024-03-14T09:20:11Z",
    ]


def test_a_row_has_the_same_id_in_whatever_table_it_stands() -> None:
    assert documents(table())[0].id == documents(table(";"))[0].id


def test_the_user_says_which_column_is_what() -> None:
    rows = [["nr", "meldung", "von"], ["1", "Der Damm brach.", "A desk"]]
    [found] = documents(table(rows=rows), text="meldung", author="von", id="nr")
    assert (found.key, found.text, found.author) == ("t#1", "Der Damm brach.", "A desk")


def test_without_a_column_of_texts_it_is_plain_text() -> None:
    [found] = documents("nr,meldung\n1,Der Damm brach.\n")
    assert found.text.startswith("nr,meldung")


def test_fields_within_fields_are_reached_by_dots() -> None:
    data = json.dumps([{"id": 1, "body": "It burns.", "user": {"name": "A sailor"}}])
    [found] = documents(data, author="user.name")
    assert (found.text, found.author) == ("It burns.", "A sailor")


def test_lines_of_json_follow_the_user_too() -> None:
    lines = '{"nr": 1, "body": "It burns.", "title": "Fire"}\n{"nr": 2}\n{"nr": 3, "body": "x y"}\n'
    first, failed, third = opened(lines, text="body", id="nr")
    assert isinstance(first, Document)
    assert (first.key, first.text, first.title) == ("1", "Fire\n\nIt burns.", "Fire")
    assert str(failed) == "t#2: line 2: the record has no text"
    assert third.key == "3"


def test_a_forward_and_an_answer_are_told() -> None:
    record = {"id": 5, "text": "It burns.", "forwarded_from": "A battalion", "reply_to": 4}
    [found] = documents(json.dumps([record]))
    assert found.derived_from == (DerivedFrom(DerivationKind.FORWARD, "A battalion"),)
    assert found.replies_to == "t#4"


def test_bad_rows_are_reported_by_their_lines_and_the_rest_goes_on() -> None:
    rows = [*ROWS, ["9"], ["10", " ", "", "", ""], ["", "", "", "", ""], ["11", "Two.", "", "", ""]]
    reasons = [each for each in opened(table(rows=rows)) if isinstance(each, Failure)]
    assert [str(each) for each in reasons] == [
        "t#5: line 5: 1 cells where the head has 5",
        "t#10: line 6: the row has no text",
    ]
    assert opened(table(rows=rows))[-1].key == "t#11"


def test_bad_records_are_reported_by_their_number() -> None:
    data = '[{"id": 1, "text": "It burns."}, {"id": 2}, {"text": "Two fell."}, {"id": 4, "text": '
    first, second, third, broken = opened(data)
    assert (first.key, third.key) == ("t#1", "t#3")
    assert str(second) == "t#2: record 2: the record has no text"
    assert "from here on it is no JSON" in str(broken)


def test_a_cell_that_is_never_closed_is_stopped() -> None:
    data = table() + '9,"' + "never closed\n" * 9_000
    *read, failed = opened(data, Limits(line=50_000))
    assert [each.key for each in read] == ["t#7", "t#8"]
    assert isinstance(failed, Failure)
    assert "field larger than" in failed.reason


def test_a_line_without_end_is_stopped() -> None:
    *_, failed = opened(table() + "9," + "x" * 200_000, Limits(line=100_000))
    assert str(failed) == "t: a line of more than 100000 characters"


def test_a_record_nested_without_end_is_refused() -> None:
    deep = '[{"text": "It burns.", "x": ' + "[" * 5_000 + "]" * 5_000 + "}]"
    for outcome in opened(deep):
        assert isinstance(outcome, Failure)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2024-03-14", "2024-03-14"),
        ("2024", "2024"),
        ("1710408011", "2024-03-14T09:20:11Z"),
        ("1710408011000", "2024-03-14T09:20:11Z"),
        ("1710408011.25", "2024-03-14T09:20:11Z"),
        ("nan", "nan"),
        ("1e300", "1e300"),
    ],
)
def test_counts_of_seconds_are_moments(written: str, told: str) -> None:
    assert moment(written) == told


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), st.sampled_from(",;\t|"))
def test_what_stands_in_a_cell_is_kept(rows: list[tuple[str, str]], separator: str) -> None:
    head = ["id", "text", "other"]
    data = table(separator, [head, *([str(n), *row] for n, row in enumerate(rows))])
    told = [each for each in opened(data) if isinstance(each, Document)]
    assert [each.text for each in told] == [text for text, _ in rows if text.strip()]


def test_words_with_commas_are_no_table() -> None:
    [found] = open_bytes(Capture("t", b"Text, date, place:\nwe know none of these.\n"))
    assert isinstance(found, Document)
    assert found.text.startswith("Text, date")
