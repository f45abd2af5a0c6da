"""Trees that decide over named features."""

import numpy as np
import pytest

from furphy.tracing.forest import Forest, forest, planted

COLUMNS = ("tree", "feature", "bound", "left", "right", "value")
NODES = [
    ("0", "wide", "0.5", "1", "2", ""),
    ("0", "", "", "", "", "-10000"),
    ("0", "tall", "3", "3", "4", ""),
    ("0", "", "", "", "", "20000"),
    ("0", "", "", "", "", "5000"),
    ("1", "tall", "1", "1", "2", ""),
    ("1", "", "", "", "", "100"),
    ("1", "", "", "", "", "0"),
]


def grown() -> Forest:
    return planted([dict(zip(COLUMNS, each, strict=True)) for each in NODES])


@pytest.mark.parametrize(
    ("wide", "tall", "told"),
    [
        pytest.param(0.4, 9, -1.0, id="left at the root"),
        pytest.param(0.5, 9, -1.0, id="a bound belongs to the left"),
        pytest.param(0.6, 2, 2.0, id="right and left"),
        pytest.param(0.6, 4, 0.5, id="right and right"),
        pytest.param(0.6, 1, 2.01, id="trees are added"),
    ],
)
def test_each_tree_adds_the_leaf_that_a_row_comes_to(wide: float, tall: float, told: float) -> None:
    found = grown().of({"tall": np.array([tall]), "wide": np.array([wide])})
    assert found.tolist() == [told]


def test_a_row_is_told_the_same_in_whatever_company() -> None:
    rows = np.random.default_rng(3).random((200, 2)) * 5
    trees = grown()
    together = trees.of({"wide": rows[:, 0], "tall": rows[:, 1]})
    alone = [trees.of({"wide": row[:1], "tall": row[1:]}).item() for row in rows]
    assert together.tolist() == alone


def test_a_feature_that_is_not_told_is_an_error() -> None:
    with pytest.raises(KeyError, match="tall"):
        grown().of({"wide": np.zeros(1)})


def test_the_trees_of_derivations_are_there() -> None:
    trees = forest("derivation_trees")
    assert len(trees.roots) > 1
    assert {"of-target", "order", "title-alike"} <= {*trees.features}
