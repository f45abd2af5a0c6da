import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import made

from furphy.export.moments import moments, stretch
from furphy.model.time import TimeMod, TimeType

STRETCHES = [
    pytest.param("2024-11-12", "2024-11-13", "2024-11-12", id="a day"),
    pytest.param("2024-11-01", "2024-11-11", "2024-11-01 … 2024-11-10", id="days"),
    pytest.param("2024-02-01", "2024-03-01", "2024-02", id="a month"),
    pytest.param("2024-12-01", "2025-01-01", "2024-12", id="a month that ends its year"),
    pytest.param("2024-01-01", "2024-03-01", "2024-01-01 … 2024-02-29", id="two months"),
    pytest.param("2024-01-01", "2025-01-01", "2024", id="a year"),
    pytest.param("1980-01-01", "1990-01-01", "1980 … 1989", id="a decade"),
    pytest.param("2024", "2025", "2024", id="years alone"),
    pytest.param("2024-05", "2024-06", "2024-05", id="months alone"),
    pytest.param(
        "2024-11-12T14:00:00Z", "2024-11-12T15:00:00Z", "2024-11-12 14:00–15:00", id="an hour"
    ),
    pytest.param("2024-11-12T18:00", "2024-11-13T00:00", "2024-11-12 18:00–24:00", id="an evening"),
    pytest.param("2024-11-12T14:05", "2024-11-12T14:06", "2024-11-12 14:05", id="a minute"),
    pytest.param(
        "2024-11-12T22:00", "2024-11-13T04:00", "2024-11-12 22:00 … 2024-11-13 04:00", id="a night"
    ),
    pytest.param("-0044-03-15", "-0044-03-16", "-0044-03-15 … -0044-03-16", id="before our era"),
    pytest.param("soon", "\x1blater", "soon … ‹U+001B›later", id="no dates"),
    pytest.param("9999-12-31", "9999-12-31", "9999-12-31 … 9999-12-31", id="nothing between"),
]


@pytest.mark.parametrize(("start", "end", "told"), STRETCHES)
def test_a_stretch_is_told_by_its_days(start: str, end: str, told: str) -> None:
    assert stretch(start, end) == told


@given(st.dates(), st.dates())
def test_any_two_dates_are_told(one: object, other: object) -> None:
    assert stretch(str(one), str(other))


def test_what_has_a_day_comes_first_in_the_order_of_the_calendar() -> None:
    text = made("Often, on Friday, in May, for days and in May.")
    text.time("Often", "XXXX", type=TimeType.SET)
    text.time("Friday", "2024-06-07", "2024-06-07", "2024-06-08")
    text.time("May", "2024-05", "2024-05-01", "2024-06-01", mod=TimeMod.END)
    text.time("days", "PXD", type=TimeType.DURATION)
    text.time("May|May", "2024-05", "2024-05-01", "2024-06-01", mod=TimeMod.END)
    listed = moments(text.reading())
    assert [each.written for each in listed] == [("May",), ("Friday",), ("Often",), ("days",)]
    assert [each.kind for each in listed] == ["date", "date", "set", "duration"]
    assert (listed[0].times, listed[0].value) == ((2, 4), "2024-05, end")


def test_times_of_which_nothing_is_known_stay_apart_unless_written_alike() -> None:
    text = made("Then, and then again, some day.")
    text.time("Then")
    text.time("then")
    text.time("some day")
    assert [each.written for each in moments(text.reading())] == [("Then", "then"), ("some day",)]
