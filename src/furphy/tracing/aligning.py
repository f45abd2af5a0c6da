"""Which sentences of two texts in different languages say the same, in the order of both.

Dynamic programming over sentences (Gale and Church 1993) on how alike they are: products of their
vectors, and the anchors they share; one sentence may answer to two.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from furphy.tracing.bilinguals import Rarity, Ready, numbers_of
from furphy.vectors.protocol import Matrix

LEAST_ALIKE = 0.25
"""How alike two sentences are at least that are set side by side."""
MERGING = 0.04
"""How much more alike a sentence must be to two together."""
ANCHORED = 0.25
"""What the anchors that sentences share add to the product of their vectors, at most."""
CONFLICT = 0.12
"""What numbers that only one of two sentences has take away, at most."""

Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of one text that say what sentences of the other do; ranges, half-open."""

    source: tuple[int, int]
    target: tuple[int, int]
    alike: float


def anchored(source: Ready, target: Ready, rarity: Rarity) -> Table:
    """Return for each two sentences which part of their anchors, by weight, they share: 0 to 1."""
    having: dict[str, set[int]] = defaultdict(set)
    for column, found in enumerate(target.anchors):
        for anchor in found:
            for key in anchor.keys:
                having[key].add(column)
    shared = np.zeros((len(source.sentences), len(target.sentences)), np.float32)
    for row, found in enumerate(source.anchors):
        for anchor in found:
            columns = [having[key] for key in anchor.keys if key in having]
            for column in set[int]().union(*columns):
                shared[row, column] += rarity.of_anchor(anchor)
    total = rarity.of_sentences(source)[:, None] + rarity.of_sentences(target)[None, :]
    return np.where(total > 0, np.minimum(2 * shared / np.maximum(total, 1e-6), 1), 0)


def conflicts(source: Ready, target: Ready) -> Table:
    """Return for each two sentences the part of their numbers that only one has: 0 to 1."""
    rows = [numbers_of(found) for found in source.anchors]
    columns = [numbers_of(found) for found in target.anchors]
    having: dict[str, list[int]] = defaultdict(list)
    for column, there in enumerate(columns):
        for key in there:
            having[key].append(column)
    shared = np.zeros((len(rows), len(columns)), np.float32)
    for row, here in enumerate(rows):
        for key, often in here.items():
            for column in having.get(key, ()):
                shared[row, column] += min(often, columns[column][key])
    total = np.array([[each.total()] for each in rows], np.float32).reshape(-1, 1) + np.array(
        [each.total() for each in columns], np.float32
    )
    return np.where(total > 0, 1 - 2 * shared / np.maximum(total, 1), 0)


def alikeness(source: Ready, target: Ready, rarity: Rarity) -> Table:
    """Return how alike each two sentences are; about 0 for unrelated ones, up to 1.25."""
    shared = anchored(source, target, rarity)
    apart = conflicts(source, target)
    if source.rows is None or target.rows is None:
        return np.asarray(shared - CONFLICT * apart, np.float32)
    products: Matrix = source.rows @ target.rows.T
    return np.asarray(products + ANCHORED * shared - CONFLICT * apart, np.float32)


def align(alike: Table) -> list[Link]:
    """Return the sentences that are set side by side, in order: the best such sum over all."""
    rows, columns = alike.shape
    gain = alike - LEAST_ALIKE
    best = np.zeros((rows + 1, columns + 1), np.float32)
    move = np.zeros((rows + 1, columns + 1), np.int8)
    down = _merged(alike, 0)
    right = _merged(alike, 1)
    moves = ((1, 1, gain), (2, 1, down), (1, 2, right))
    table = best.tolist()
    moved = move.tolist()
    gains = [each.tolist() for _, _, each in moves]
    for row in range(rows + 1):
        for column in range(columns + 1):
            _step(table, moved, gains, (row, column))
    return _back(moved, gains, rows, columns)


def _merged(alike: Table, axis: int) -> Table:
    """Return the gain where two neighbours on an axis are set against one; smaller by one there."""
    one, other = (alike[:-1], alike[1:]) if axis == 0 else (alike[:, :-1], alike[:, 1:])
    # Both must be like it: what one has alone the other would only lengthen.
    return np.asarray(2 * np.minimum(one, other) + MERGING - 2 * LEAST_ALIKE, np.float32)


_SIZES = ((1, 1), (2, 1), (1, 2))


def _step(
    table: list[list[float]],
    moved: list[list[int]],
    gains: Sequence[list[list[float]]],
    place: tuple[int, int],
) -> None:
    """Fill one cell: the best of leaving out a sentence of either text and of the three links."""
    row, column = place
    top, how = 0.0, 0
    if row and table[row - 1][column] > top:
        top, how = table[row - 1][column], -1
    if column and table[row][column - 1] > top:
        top, how = table[row][column - 1], -2
    for number, (height, width) in enumerate(_SIZES, 1):
        if row >= height and column >= width:
            value = (
                table[row - height][column - width]
                + gains[number - 1][row - height][column - width]
            )
            if value > top:
                top, how = value, number
    table[row][column] = top
    moved[row][column] = how


def _back(
    moved: list[list[int]], gains: Sequence[list[list[float]]], row: int, column: int
) -> list[Link]:
    found: list[Link] = []
    while row and column:
        how = moved[row][column]
        if how <= 0:
            row, column = (row, column - 1) if how == -2 else (row - 1, column)  # noqa: PLR2004 (-2: to the left)
            continue
        height, width = _SIZES[how - 1]
        gain = gains[how - 1][row - height][column - width] / max(height, width)
        found.append(Link((row - height, row), (column - width, column), gain + LEAST_ALIKE))
        row, column = row - height, column - width
    return found[::-1]
