from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.textkit.calendar import (
    Grain,
    add_months,
    around,
    day_of_week,
    easter,
    finer,
    nth_weekday,
    shifted,
)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1961, (4, 2)), (2000, (4, 23)), (2019, (4, 21)), (2024, (3, 31)), (2025, (4, 20))],
)
def test_easter(year: int, sunday: tuple[int, int]) -> None:
    assert easter(year) == date(year, *sunday)


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_the_last_day_of_a_month_stays_in_the_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 1, 31), -11) == date(2023, 2, 28)


@pytest.mark.parametrize("months", [-12 * 3000, 12 * 9000])
def test_what_leaves_the_calendar_is_an_overflow(months: int) -> None:
    with pytest.raises(OverflowError):
        add_months(date(2024, 1, 1), months)


@pytest.mark.parametrize(
    ("count", "grain", "day"),
    [
        (2, Grain.DAY, date(2024, 5, 19)),
        (-1, Grain.WEEK, date(2024, 5, 10)),
        (-0.5, Grain.YEAR, date(2023, 11, 17)),
        (2.5, Grain.MONTH, date(2024, 8, 1)),
        (-2, Grain.DECADE, date(2004, 5, 17)),
        (5, Grain.HOUR, date(2024, 5, 17)),
    ],
)
def test_a_day_is_shifted_by_grains(count: float, grain: Grain, day: date) -> None:
    assert shifted(date(2024, 5, 17), count, grain) == day


@given(st.dates(date(2, 1, 1), date(8000, 1, 1)), st.sampled_from([*Grain][:-3]))
def test_a_stretch_holds_its_day(day: date, grain: Grain) -> None:
    stretch = around(day, grain)
    assert stretch.start < stretch.end
    if grain not in (Grain.WEEKEND, Grain.MILLENNIUM):
        assert stretch.start <= day < stretch.end


def test_seasons_are_meteorological() -> None:
    assert around(date(2024, 1, 5), Grain.SEASON).start == date(2023, 12, 1)
    assert around(date(2024, 12, 5), Grain.SEASON).end == date(2025, 3, 1)


def test_days_of_the_week() -> None:
    assert day_of_week(date(2024, 5, 19), 1) == date(2024, 5, 13)
    assert nth_weekday(2023, 11, 4, 4) == date(2023, 11, 23)
    assert nth_weekday(2024, 5, 1, -1) == date(2024, 5, 27)
    with pytest.raises(ValueError, match="has no 5th"):
        nth_weekday(2024, 2, 1, 5)


def test_a_day_is_finer_than_a_week() -> None:
    assert finer(Grain.DAY, Grain.WEEK)
    assert not finer(Grain.WEEK, Grain.WEEK)
