import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing.precedence import SURE, earlier, from_log_odds, log_odds
from furphy.tracing.traced import Window

DAY = 86_400.0
MONDAY, TUESDAY = Window(0, DAY), Window(DAY, 2 * DAY)
WINDOWS = st.none() | st.builds(
    lambda start, length: Window(start, start + length),
    st.floats(0, 1e9),
    st.floats(1, 1e6),
)


@pytest.mark.parametrize(
    ("one", "other", "likely"),
    [
        pytest.param(MONDAY, TUESDAY, SURE, id="a day before"),
        pytest.param(MONDAY, MONDAY, 0.5, id="the same day"),
        pytest.param(None, None, 0.5, id="both undated"),
        pytest.param(MONDAY, None, 0.7, id="the undated is the later"),
        pytest.param(Window(0.9 * DAY, 0.9 * DAY + 1), MONDAY, 0.12, id="late on that day"),
    ],
)
def test_times_tell_the_order(one: Window | None, other: Window | None, likely: float) -> None:
    assert earlier(one, other) == pytest.approx(likely, abs=0.03)


@given(WINDOWS, WINDOWS)
def test_one_is_earlier_as_far_as_the_other_is_not(
    one: Window | None, other: Window | None
) -> None:
    assert earlier(one, other) + earlier(other, one) == pytest.approx(1, abs=0.06)
    assert 1 - SURE - 1e-9 <= earlier(one, other) <= SURE + 1e-9


@given(st.floats(0.001, 0.999))
def test_odds_go_back_to_the_probability(probability: float) -> None:
    assert from_log_odds(log_odds(probability)) == pytest.approx(probability)
