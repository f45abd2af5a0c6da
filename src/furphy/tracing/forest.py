"""Boosted regression trees as data (Friedman 2001): a sum of small decisions over features.

Leaves are whole numbers, so that the sum of a row is the same in whatever company it is summed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from furphy.lexicon import rows
from furphy.tracing.words import Numbers

SCALE = 10_000
"""What leaves are multiplied by."""

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees over named features; of all their nodes one after the other."""

    features: tuple[str, ...]
    roots: Numbers
    feature: Numbers
    """Which feature a node asks for, by its place; 0 in a leaf."""
    bound: Table
    """Up to which value it goes left; infinite in a leaf, which goes to itself."""
    left: Numbers
    right: Numbers
    value: Numbers
    """What a leaf adds."""
    depth: int

    def of(self, columns: Mapping[str, Table]) -> Table:
        """Return the sum of all trees for each row, given each feature's values."""
        table = np.stack([columns[name] for name in self.features], axis=1)
        cells, width = table.ravel(), table.shape[1]
        # Each tree with each row, of which most have come to a leaf long before the deepest.
        here = np.repeat(self.roots, len(table))
        first_cell = np.tile(np.arange(len(table)) * width, len(self.roots))
        leaves, under_way = np.empty_like(here), np.arange(len(here))
        for level in range(self.depth):
            goes_left = cells.take(first_cell + self.feature.take(here)) <= self.bound.take(here)
            here = np.where(goes_left, self.left.take(here), self.right.take(here))
            if level % 2:
                goes_on = self.left.take(here) != here
                leaves[under_way[~goes_on]] = here[~goes_on]
                here, first_cell = here[goes_on], first_cell[goes_on]
                under_way = under_way[goes_on]
        leaves[under_way] = here
        sums: Table = self.value.take(leaves).reshape(-1, len(table)).sum(axis=0) / SCALE
        return sums


@cache
def forest(name: str) -> Forest:
    """Return the trees of a table of the lexicon."""
    return planted([*rows(name, "any")])


def planted(nodes: Sequence[Mapping[str, str]]) -> Forest:
    """Return trees from their nodes, each tree's in a row from its root on.

    A node has ``tree``, ``feature``, ``bound``, ``left`` and ``right``, which count from the root,
    or, in a leaf, ``value`` alone.
    """
    features = sorted({each["feature"] for each in nodes} - {""})
    place = {name: number for number, name in enumerate(features)}
    starts: dict[str, int] = {}
    for number, each in enumerate(nodes):
        starts.setdefault(each["tree"], number)
    told = [_node(number, each, starts[each["tree"]], place) for number, each in enumerate(nodes)]
    feature, bound, left, right, value = (np.array(each) for each in zip(*told, strict=True))
    roots = np.array([*starts.values()])
    depth = max(_depth(start, left, right) for start in roots.tolist())
    return Forest(tuple(features), roots, feature, bound, left, right, value, depth)


def _node(
    number: int, told: Mapping[str, str], start: int, place: Mapping[str, int]
) -> tuple[int, float, int, int, int]:
    if told["value"]:
        return 0, np.inf, number, number, int(told["value"])
    left, right = start + int(told["left"]), start + int(told["right"])
    return place[told["feature"]], float(told["bound"]), left, right, 0


def _depth(node: int, left: Numbers, right: Numbers) -> int:
    """Return how many steps it is from a node to its farthest leaf."""
    if left[node] == node:
        return 0
    return 1 + max(_depth(int(each), left, right) for each in (left[node], right[node]))
