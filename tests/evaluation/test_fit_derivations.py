"""Trees are grown to make the right choices likely, and written as data."""

import numpy as np

from evaluation.fit_derivations import Choices, grown, lines
from furphy.tracing.forest import planted

COLUMNS = ("tree", "node", "feature", "bound", "left", "right", "value")


def table() -> Choices:
    """Return documents of which the source is the candidate that is both near and full."""
    draw = np.random.default_rng(5)
    rows = draw.random((4000, 2))
    of = np.repeat(np.arange(1000), 4)
    right = (rows.min(axis=1) > 0.6).astype(float)
    none = np.where(np.bincount(of, right) > 0, 0.0, 1.0)
    return Choices(("full", "near"), rows, of, right, none)


def test_written_trees_make_the_right_source_likelier_than_the_others() -> None:
    known = table()
    written = [each.rstrip("\n").split("\t") for each in lines(grown(known), known.names)]
    trees = planted([dict(zip(COLUMNS, each, strict=True)) for each in written])
    told = trees.of({"full": known.rows[:, 0], "near": known.rows[:, 1]})
    assert told[known.right == 1].min() > np.quantile(told[known.right == 0], 0.9)


def test_the_slope_is_nought_where_there_is_nothing_to_choose() -> None:
    only = Choices(("x",), np.zeros((1, 1)), np.array([0]), np.ones(1), np.zeros(1))
    slope, curve = only.slopes(np.array([30.0]))
    assert abs(slope.item()) < 1e-9
    assert curve.item() > 0
