from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.ingest.capture import Capture
from furphy.ingest.dates import interval
from furphy.ingest.opening import open_bytes, open_path
from furphy.ingest.publication import Stated, publication
from furphy.ingest.segments import segmented
from furphy.model.document import Basis, Document, Published

DATED = "KYIV, March 3, 2024 (Agency) — A fire broke out."
PLAIN = "A fire broke out."
PATH = "https://a.example/2024/03/02/fire"
ID = "https://a.example/fire/018dfc46-9a00-7cc3-98c4-dc0c0c07398f"


def asked(text: str, url: str | None, stated: Stated) -> tuple[Published | None, list[str]]:
    found, notes = publication(text, segmented(text), url, stated)
    return found, [note.code for note in notes]


MARKUP = interval("2024-03-04", Basis.METADATA)
GUESS = interval("2024-03-05", Basis.TEXT)
ORDER = {
    "given": (DATED, PATH, Stated("2024-03-01", MARKUP, GUESS), ("2024-03-01", Basis.GIVEN)),
    "metadata": (DATED, PATH, Stated(None, MARKUP, GUESS), ("2024-03-04", Basis.METADATA)),
    "text": (DATED, PATH, Stated(None, None, GUESS), ("2024-03-03", Basis.TEXT)),
    "path": (PLAIN, PATH, Stated(None, None, GUESS), ("2024-03-02", Basis.URL)),
    "id": (PLAIN, ID, Stated(None, None, GUESS), ("2024-03-01T23:08:21.888Z", Basis.URL_ID)),
    "guess": (PLAIN, None, Stated(None, None, GUESS), ("2024-03-05", Basis.TEXT)),
    "nothing": (PLAIN, None, Stated(), None),
    "unread, then the path": (PLAIN, PATH, Stated("last week"), ("2024-03-02", Basis.URL)),
}


@pytest.mark.parametrize(("text", "url", "stated", "expected"), ORDER.values(), ids=ORDER)
def test_the_first_place_that_says_anything_wins(
    text: str, url: str | None, stated: Stated, expected: tuple[str, Basis] | None
) -> None:
    found, _ = asked(text, url, stated)
    assert (found and (found.start, found.basis)) == expected


APART = {
    "the same day": ("2024-03-02", []),
    "two days between": ("2024-03-05", []),
    "three days between": ("2024-03-06", ["two-publication-dates"]),
    "before": ("2024-02-27", ["two-publication-dates"]),
    "a month that holds it": ("2024-03", []),
    "another month": ("2024-05", ["two-publication-dates"]),
    "another year": ("2022", ["two-publication-dates"]),
    "an hour with an offset": ("2024-03-02T23:00:00-05:00", []),
    "no date": ("soon", ["unread-date"]),
}


@pytest.mark.parametrize(("given", "codes"), APART.values(), ids=APART)
def test_two_dates_that_disagree_are_noted(given: str, codes: list[str]) -> None:
    assert asked(PLAIN, PATH, Stated(given))[1] == codes


def test_the_note_names_both_dates() -> None:
    _, (note,) = publication(DATED, segmented(DATED), None, Stated("2023-01-01"))
    assert note.message == (
        "what was given says 2023-01-01, the text says 2024-03-03; taken is the first"
    )


def test_what_the_user_says_reaches_every_format(tmp_path: Path) -> None:
    inputs = {
        "a.txt": PLAIN,
        "a.md": f"# Fire\n\n{PLAIN}\n\n- one\n- two\n",
        "a.html": f"<html><body><article><h1>Fire</h1><p>{PLAIN * 9}</p></article></body></html>",
        "a.jsonl": f'{{"text": "{PLAIN}"}}\n{{"text": "{PLAIN}"}}',
    }
    for name, written in inputs.items():
        (tmp_path / name).write_text(written)
        for found in open_path(tmp_path / name, published="2024-03-01"):
            assert isinstance(found, Document)
            assert found.published == interval("2024-03-01", Basis.GIVEN), name


def test_a_record_that_says_when_is_believed_before_the_user() -> None:
    line = b'{"text": "A fire broke out.", "published": "2024-03-02"}\n{"text": "It went out."}'
    found = list(open_bytes(Capture("a.jsonl", line, published="2024-03-01")))
    starts = [
        each.published.start for each in found if isinstance(each, Document) and each.published
    ]
    assert starts == ["2024-03-02", "2024-03-01"]


@given(st.text(max_size=30), st.text(max_size=40))
def test_no_date_and_no_address_breaks_it(given: str, path: str) -> None:
    publication(DATED, segmented(DATED), f"https://x.com/{path}", Stated(given))
