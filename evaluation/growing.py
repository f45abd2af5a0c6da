"""Trees that make the right one of several choices likely, grown by LightGBM (Ke et al. 2017)."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from furphy.tracing.forest import SCALE

_MOST = 30.0
_LEAST_CURVE = 1e-3
_GROWN = {
    "lambda_l2": 5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "feature_fraction": 0.7,
    "seed": 1,
    "deterministic": True,
    "num_threads": 1,
    "verbose": -1,
}
COLUMNS = "tree\tnode\tfeature\tbound\tleft\tright\tvalue\n"

Numbers = NDArray[np.float64]
Features = dict[str, Numbers]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one document may have been made from."""

    features: Features
    """A value for each candidate."""
    right: Sequence[float]
    """1 for those that are right."""
    besides: float = 0.0
    """The odds of what else it may have been made from, of which no tree is asked."""
    is_besides: bool = False
    """Whether that is right."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Documents' candidates: rows of features, the document of each, and which are right."""

    names: tuple[str, ...]
    rows: Numbers
    of: NDArray[np.int64]
    right: Numbers
    none: Numbers
    """For each document the odds of what is right and not a candidate: 1 where nothing is."""
    besides: Numbers
    """For each document the odds of what else it may be made from, right or not."""

    @classmethod
    def of_all(cls, asked: Iterable[Asked]) -> "Choices":
        """Return the candidates of several documents as one table."""
        tables: list[Numbers] = []
        of: list[int] = []
        right: list[float] = []
        none: list[float] = []
        besides: list[float] = []
        names: tuple[str, ...] = ()
        for each in asked:
            names = tuple(sorted(each.features))
            of += [len(none)] * len(each.right)
            tables.append(np.stack([each.features[name] for name in names], axis=1))
            right += each.right
            besides.append(each.besides)
            otherwise = each.besides if each.is_besides else 1.0
            none.append(0.0 if any(each.right) else otherwise)
        return cls(names, np.concatenate(tables), *map(np.array, (of, right, none, besides)))

    def slopes(self, utility: Numbers, _: object = None) -> tuple[Numbers, Numbers]:
        """Return the slope and curve of the loss: how unlikely the right choices are."""
        odds = np.exp(np.clip(utility, -_MOST, _MOST))
        total = 1 + self.besides + np.bincount(self.of, odds, len(self.none))
        right = np.bincount(self.of, odds * self.right, len(self.none)) + self.none
        chosen = odds / total[self.of]
        slope = chosen - odds * self.right / right[self.of]
        return slope, np.maximum(chosen * (1 - chosen), _LEAST_CURVE)


@dataclass(frozen=True, slots=True)
class Growth:
    """How trees are grown."""

    rounds: int
    leaves: int
    rate: float
    fewest: int
    """Candidates in a leaf."""
    speak_for: Set[str]
    """The more of it, the likelier a source."""
    speak_against: Set[str]


def grown(table: Choices, growth: Growth) -> list[dict[str, Any]]:
    """Return trees that make the right choices likely, as LightGBM tells them."""
    allowed = [(name in growth.speak_for) - (name in growth.speak_against) for name in table.names]
    given = {
        **_GROWN,
        "num_leaves": growth.leaves,
        "learning_rate": growth.rate,
        "min_data_in_leaf": growth.fewest,
        "objective": table.slopes,
        "monotone_constraints": allowed,
    }
    found = lightgbm.train(given, lightgbm.Dataset(table.rows, table.right), growth.rounds)
    trees: list[dict[str, Any]] = found.dump_model()["tree_info"]
    return [each["tree_structure"] for each in trees]


def write(path: Path, head: str, asked: Iterable[Asked], growth: Growth) -> None:
    """Grow trees from what was asked, and write them as a table with a head of comments."""
    table = Choices.of_all(asked)
    told = "".join(lines(grown(table, growth), table.names))
    path.write_text(head + COLUMNS + told, encoding="utf-8")


def lines(trees: Sequence[dict[str, Any]], names: Sequence[str]) -> Iterator[str]:
    """Yield the nodes of trees as lines of the table, each tree's from its root on."""
    for number, tree in enumerate(trees):
        for node, cells in enumerate(_nodes(tree, names, 0)):
            yield "\t".join([str(number), str(node), *cells]) + "\n"


def _nodes(node: dict[str, Any], names: Sequence[str], at: int) -> list[list[str]]:
    """Return the cells of a node and all below it; ``at`` is its place in the tree."""
    if "leaf_value" in node:
        return [["", "", "", "", str(round(node["leaf_value"] * SCALE))]]
    left = _nodes(node["left_child"], names, at + 1)
    middle = at + 1 + len(left)
    right = _nodes(node["right_child"], names, middle)
    head = [names[node["split_feature"]], f"{node['threshold']:.6g}", str(at + 1), str(middle), ""]
    return [head, *left, *right]
