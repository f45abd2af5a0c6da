from datetime import date, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from furphy.model.time import TimeMod
from furphy.reading.times.intervals import interval_of
from furphy.reading.times.values import moments_of, period, value_of
from furphy.textkit.calendar import Grain


@pytest.mark.parametrize(
    ("value", "mod", "interval"),
    [
        pytest.param(value, mod, interval, id=f"{value} {mod}")
        for value, mod, interval in [
            ("19", None, ("1900-01-01", "2000-01-01")),
            ("198", None, ("1980-01-01", "1990-01-01")),
            ("2024", None, ("2024-01-01", "2025-01-01")),
            ("2024-H2", None, ("2024-07-01", "2025-01-01")),
            ("2024-Q2", None, ("2024-04-01", "2024-07-01")),
            ("2023-WI", None, ("2023-12-01", "2024-03-01")),
            ("2024-02", None, ("2024-02-01", "2024-03-01")),
            ("2013-W12", None, ("2013-03-18", "2013-03-25")),
            ("2013-W12-WE", None, ("2013-03-23", "2013-03-25")),
            ("2024-02-29", None, ("2024-02-29", "2024-03-01")),
            ("2024-05-02TMO", None, ("2024-05-02T06:00", "2024-05-02T12:00")),
            ("2024-05-02TNI", None, ("2024-05-02T20:00", "2024-05-03T06:00")),
            ("2024-05-02T15", None, ("2024-05-02T15:00", "2024-05-02T16:00")),
            ("2024-05-02T15:40Z", None, ("2024-05-02T15:40Z", "2024-05-02T15:41Z")),
            ("2024-05-02T15:40:10", None, ("2024-05-02T15:40:10", "2024-05-02T15:40:11")),
            ("2024-05-02T24:00", None, ("2024-05-03T00:00", "2024-05-03T00:01")),
            ("2024-02", "START", ("2024-02-01", "2024-02-11")),
            ("2024-02", "MID", ("2024-02-11", "2024-02-20")),
            ("2024-02", "END", ("2024-02-20", "2024-03-01")),
            ("2024", "END", ("2024-09-01", "2025-01-01")),
            ("198", "MID", ("1983-01-01", "1987-01-01")),
            ("2024-W20", "START", ("2024-05-13", "2024-05-15")),
            ("2024-05-13", "START", ("2024-05-13T00:00", "2024-05-13T08:00")),
            ("2024-05-13", "APPROX", ("2024-05-12", "2024-05-15")),
            ("2024", "APPROX", ("2023-01-01", "2026-01-01")),
            ("2024-05-13T15:00", "APPROX", ("2024-05-13T14:30", "2024-05-13T15:31")),
            ("2024", "BEFORE", None),
            ("P3D", None, None),
            ("PRESENT_REF", None, None),
            ("XXXX-WXX-5", None, None),
            ("2024-02-30", None, None),
            ("2024-W60", None, None),
            ("2024-13", None, None),
            ("2024-05-13T25", None, None),
            ("9999", None, None),
            ("", None, None),
        ]
    ],
)
def test_a_value_and_a_mod_make_a_half_open_interval(
    value: str, mod: str | None, interval: tuple[str, str] | None
) -> None:
    assert interval_of(value, TimeMod(mod) if mod else None) == interval


# A century looser on both sides, and still on the calendar.
DAYS = st.dates(date(200, 1, 1), date(9000, 1, 1))
WIDE = [Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.CENTURY]
GRAINS = st.sampled_from(
    [grain for grain in Grain if grain not in (Grain.MILLENNIUM, Grain.SECOND)]
)
MODS = st.sampled_from([None, TimeMod.START, TimeMod.MID, TimeMod.END, TimeMod.APPROX])


def read(interval: tuple[str, str]) -> tuple[datetime, datetime]:
    first, last = (datetime.fromisoformat(each) for each in interval)
    return first, last


@given(DAYS, GRAINS, MODS)
def test_an_interval_is_iso_and_ends_after_it_starts(
    day: date, grain: Grain, mod: TimeMod | None
) -> None:
    interval = interval_of(value_of(day, grain), mod)
    assert interval
    start, end = read(interval)
    assert start < end


@given(DAYS, st.sampled_from(WIDE), st.sampled_from(WIDE))
def test_a_narrower_value_lies_inside_a_wider_one(day: date, one: Grain, other: Grain) -> None:
    narrow, wide = sorted((one, other), key=WIDE.index)
    assume((narrow is Grain.WEEK) == (wide is Grain.WEEK))  # weeks run over the ends of months
    inner, outer = (interval_of(value_of(day, grain)) for grain in (narrow, wide))
    assert inner
    assert outer
    assert outer[0] <= inner[0]
    assert inner[1] <= outer[1]


@given(DAYS, GRAINS)
def test_thirds_part_the_whole_without_a_gap(day: date, grain: Grain) -> None:
    value = value_of(day, grain)
    thirds = [interval_of(value, mod) for mod in (TimeMod.START, TimeMod.MID, TimeMod.END)]
    whole = moments_of(value)
    assert whole
    edges = [read(each) for each in thirds if each]
    assert [edges[0][0], edges[0][1], edges[1][1], edges[2][1]] == [
        whole.start,
        edges[1][0],
        edges[2][0],
        whole.end,
    ]


@given(DAYS, GRAINS)
def test_the_words_of_a_value_read_back_as_the_stretch_that_holds_the_day(
    day: date, grain: Grain
) -> None:
    moments = moments_of(value_of(day, grain))
    assert moments
    if grain is not Grain.WEEKEND:
        assert moments.start.date() <= day < moments.end.date()


@given(st.text(max_size=20))
def test_what_is_no_value_has_no_interval_and_breaks_nothing(text: str) -> None:
    assert interval_of(text) is None or moments_of(text)


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ([(3.0, Grain.DAY)], "P3D"),
        ([(None, Grain.WEEK)], "PXW"),
        ([(None, Grain.DECADE)], "PXDE"),
        ([(2.0, Grain.DECADE)], "P20Y"),
        ([(0.5, Grain.HOUR)], "PT30M"),
        ([(2.5, Grain.HOUR)], "PT2H30M"),
        ([(2.5, Grain.YEAR)], "P2.5Y"),
        ([(2.0, Grain.DAY), (1.0, Grain.MONTH)], "P1M2D"),
        ([(1.0, Grain.DAY), (2.0, Grain.HOUR)], "P1DT2H"),
    ],
)
def test_a_length_of_time_is_written_from_long_to_short(
    parts: list[tuple[float | None, Grain]], value: str
) -> None:
    assert period(parts) == value
