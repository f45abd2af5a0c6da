import pytest

from furphy.export.dossier.axis import axis

DAY = 86_400.0


@pytest.mark.parametrize(
    "moments",
    [
        pytest.param([], id="none"),
        pytest.param([5 * DAY], id="one"),
        pytest.param([5 * DAY, 5 * DAY], id="one twice"),
        pytest.param([0.0, 60.0], id="a minute apart"),
        pytest.param([0.0, 40_000 * DAY], id="a century apart"),
        pytest.param([-1e15, 1e15], id="beyond the calendar"),
    ],
)
def test_all_moments_stand_on_the_axis(moments: list[float]) -> None:
    found = axis(moments, 100, 500)
    assert all(100 <= found.x(each) <= 500 for each in moments)
    assert all(100 <= each.x <= 500 for each in found.ticks)


def test_later_is_further_right() -> None:
    found = axis([0, DAY, 2 * DAY, 400 * DAY], 0, 100)
    places = [found.x(each * DAY) for each in (0, 0.5, 1, 2, 100, 400)]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_a_long_silence_is_cut_short_and_told() -> None:
    found = axis([0, DAY, 2 * DAY, 3 * DAY, 400 * DAY], 0, 100)
    assert [each.text for each in found.breaks] == ["397 days"]
    assert found.x(3 * DAY) > 20


def test_even_gaps_are_not_cut() -> None:
    assert axis([0, DAY, 2 * DAY], 0, 100).breaks == ()


def test_ticks_are_round_and_tell_each_day_once() -> None:
    found = axis([9.2 * 3600, 30 * 3600], 0, 900)
    assert [each.text for each in found.ticks] == [
        f"{hour:02}:00" for hour in (12, 15, 18, 21, 0, 3, 6)
    ]
    days = {each.text: each.below for each in found.ticks if each.below}
    assert days == {"12:00": "1970-01-01", "00:00": "1970-01-02"}
