"""Trees are grown to make the right choices likely, and written as data."""

import numpy as np
import pytest

from evaluation.fit_derivations import GROWTH
from evaluation.growing import Asked, Choices, grown, lines
from furphy.tracing.forest import planted

COLUMNS = ("tree", "node", "feature", "bound", "left", "right", "value")


def table() -> Choices:
    """Return documents of which the source is the candidate that is both near and full."""
    draw = np.random.default_rng(5).random((1000, 2, 4))
    return Choices.of_all(
        Asked({"full": full, "near": near}, [*(np.minimum(full, near) > 0.6).astype(float)])
        for full, near in draw
    )


def test_written_trees_make_the_right_source_likelier_than_the_others() -> None:
    known = table()
    written = [each.rstrip("\n").split("\t") for each in lines(grown(known, GROWTH), known.names)]
    trees = planted([dict(zip(COLUMNS, each, strict=True)) for each in written])
    told = trees.of({"full": known.rows[:, 0], "near": known.rows[:, 1]})
    assert told[known.right == 1].min() > np.quantile(told[known.right == 0], 0.9)


def slope_of(besides: float, *, is_besides: bool, right: float) -> float:
    asked = Asked({"x": np.zeros(1)}, [right], besides, is_besides)
    slope, curve = Choices.of_all([asked]).slopes(np.zeros(1))
    assert curve.item() > 0
    return float(slope.item())


@pytest.mark.parametrize(
    ("right", "besides", "is_besides", "slope"),
    [
        pytest.param(1.0, 0.0, False, 0.5 - 1, id="it is right, and none is as likely"),
        pytest.param(0.0, 0.0, False, 0.5, id="none is right"),
        pytest.param(0.0, 2.0, True, 0.25, id="something else is right"),
        pytest.param(1.0, 2.0, False, 0.25 - 1, id="it is right, and something else is likelier"),
    ],
)
def test_the_slope_is_how_likely_a_candidate_is_less_how_right(
    right: float, besides: float, is_besides: bool, slope: float
) -> None:
    assert slope_of(besides, is_besides=is_besides, right=right) == pytest.approx(slope)


def test_the_slope_is_nought_where_there_is_nothing_to_choose() -> None:
    only = Choices.of_all([Asked({"x": np.zeros(1)}, [1.0])])
    slope, _ = only.slopes(np.array([30.0]))
    assert abs(slope.item()) < 1e-9
