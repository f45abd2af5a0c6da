"""Beliefs in choices that factors tie together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.gazetteer.belief import Factor, Net, normal, shares

FIFTY = [0.5, 0.5, 0.0]


def test_a_factor_makes_what_fits_together_believed() -> None:
    tied = Factor((0, 1), {(0, 1): 1.0}, trust=0.9, gain=100.0)
    one, other = Net([tied]).beliefs([FIFTY, FIFTY])
    assert one[0] > 0.9
    assert other[1] > 0.9


def test_a_strong_prior_outweighs_a_statement_that_may_be_misread() -> None:
    tied = Factor((0, 1), {(0, 0): 1.0}, trust=0.5, gain=10.0)
    one, _ = Net([tied]).beliefs([[0.001, 0.999, 0.0], [1.0, 0.0, 0.0]])
    assert one[1] > 0.9


def test_where_nothing_fits_a_place_unknown_is_believed() -> None:
    tied = Factor((0, 1), {}, trust=0.95, gain=300.0, unknown=0.02)
    one, _ = Net([tied]).beliefs([[0.6, 0.2, 0.2], [0.99, 0.0, 0.01]])
    assert one[-1] > 0.9


def test_the_belief_passes_along_a_chain() -> None:
    chain = [
        Factor((0, 1), {(0, 0): 1.0}, 0.95, 100.0),
        Factor((1, 2), {(0, 1): 1.0, (1, 0): 1.0}, 0.95, 100.0),
    ]
    *_, last = Net(chain).beliefs([[1.0, 0.0], [0.5, 0.5, 0.0], [0.5, 0.5, 0.0]])
    assert last[1] > 0.9


def test_a_factor_of_three_ties_them_all() -> None:
    way = Factor((0, 1, 2), {(1, 0, 0): 1.0}, 0.9, 60.0, 0.02)
    one, *_ = Net([way]).beliefs([[0.6, 0.4, 0.0], [0.9, 0.1], [0.9, 0.1]])
    assert one[1] > 0.9


weights = st.lists(st.floats(0, 1e6), min_size=2, max_size=6)


@given(weights)
def test_shares_are_shares(given: list[float]) -> None:
    assert sum(normal(given)) == pytest.approx(1.0)
    assert sum(shares(given)) == pytest.approx(1.0)


@given(weights, weights, st.floats(0, 1), st.floats(1, 1e4))
def test_beliefs_stay_shares(
    one: list[float], other: list[float], trust: float, gain: float
) -> None:
    tied = Factor((0, 1), {(0, 0): 1.0}, trust, gain, 0.02)
    for belief in Net([tied]).beliefs([normal(one), normal(other)]):
        assert sum(belief) == pytest.approx(1.0)
        assert all(each >= 0 for each in belief)
