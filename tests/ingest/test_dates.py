import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.ingest.dates import interval, published_in_path, published_in_text
from furphy.ingest.segments import segmented
from furphy.model.document import Basis

STAMPS = {
    "day": ("2024-03-14", ("2024-03-14", "2024-03-15")),
    "last day of a leap February": ("2024-02-29", ("2024-02-29", "2024-03-01")),
    "month": ("2024-12", ("2024-12", "2025-01")),
    "year": ("2024", ("2024", "2025")),
    "second": ("2024-03-14T09:20:11Z", ("2024-03-14T09:20:11Z", "2024-03-14T09:20:12Z")),
    "minute": ("2024-03-14 09:59", ("2024-03-14T09:59:00", "2024-03-14T10:00:00")),
    "fraction": ("2024-03-14T23:59:59.9Z", ("2024-03-14T23:59:59Z", "2024-03-15T00:00:00Z")),
    "offset": (
        "2024-03-14T09:20:11+0200",
        ("2024-03-14T09:20:11+02:00", "2024-03-14T09:20:12+02:00"),
    ),
    "no dashes": ("20240314", ("2024-03-14", "2024-03-15")),
    "a word": ("yesterday", None),
    "no such day": ("2024-02-30", None),
    "no such month": ("2024-13", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("written", "expected"), STAMPS.values(), ids=STAMPS)
def test_a_stamp_covers_what_was_written(written: str, expected: tuple[str, str] | None) -> None:
    found = interval(written, Basis.GIVEN)
    assert (found and (found.start, found.end)) == expected


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/03/14/fire", "2024-03-14"),
        ("https://a.example/news/2024-3-4/fire", "2024-03-04"),
        ("https://a.example/fire-20240314.html", "2024-03-14"),
        ("https://a.example/2024/13/14/fire", None),
        ("https://a.example/item/20240314999", None),
        ("https://a.example/", None),
        (None, None),
    ],
)
def test_an_address_may_carry_a_day(url: str | None, day: str | None) -> None:
    found = published_in_path(url)
    assert (found and (found.start, found.basis)) == (day and (day, Basis.URL))


TEXTS = {
    "dateline": ("KYIV, March 3, 2024 (Agency) — A fire broke out.", "2024-03-03"),
    "line of its own": ("Fire at the port\n\n3 March 2024, 10:15\n\nIt broke out.", "2024-03-03"),
    "numbers": ("Fire at the port\n\n2024-03-03 10:15\n\nIt broke out.", "2024-03-03"),
    "no year": ("KYIV, March 3 (Agency) — A fire broke out.", None),
    "a date in the news": ("The bridge fell on March 3, 1999, and was rebuilt.", None),
}


@pytest.mark.parametrize(("text", "day"), TEXTS.values(), ids=TEXTS)
def test_a_dateline_with_a_year_dates_the_text(text: str, day: str | None) -> None:
    found = published_in_text(text, segmented(text), "en")
    assert (found and (found.start, found.basis)) == (day and (day, Basis.TEXT))


@given(st.text(max_size=30))
def test_any_text_is_a_stamp_or_none(written: str) -> None:
    found = interval(written, Basis.GIVEN)
    assert found is None or found.start < found.end
