"""Which texts of two languages are worth comparing.

By rare anchors, alone and two numbers after each other, and by the vectors that texts have in
the mean: of each text the nearest few in each other language.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from furphy.tracing.anchors import AnchorKind
from furphy.tracing.bilinguals import Rarity, Ready, keys_of
from furphy.vectors.protocol import Matrix

NEAREST = 6
"""Texts of each other language that a text is compared with, by anchors and by vectors each."""
COMMON = 60
"""Keys that more texts of a language have bring none together."""
LEAST_SHARED = 4.0
"""Rarity that two texts share at least, if their vectors are not near."""
LEAST_NEAR = 0.2
"""Product of their mean vectors, otherwise."""
_OPENING = 12
"""Sentences whose mean stands for a text."""
_BLOCK = 1024

Pair = tuple[int, int]


def pairs(texts: Sequence[Ready], rarity: Rarity) -> list[Pair]:
    """Return pairs of texts of different languages that may be one text, the lower number first."""
    found = {*_by_anchors(texts, rarity), *_by_vectors(texts)}
    return sorted(found)


def _signs(text: Ready) -> set[str]:
    """Return what texts are found by: keys, and numbers with the next and the next but one."""
    numbers = [
        anchor.keys[0]
        for found in text.anchors
        for anchor in found
        if anchor.kind is not AnchorKind.NAME
    ]
    steps = {
        f"{one}>{other}"
        for step in (1, 2)
        for one, other in zip(numbers, numbers[step:], strict=False)
        if one != other
    }
    return keys_of(text) | steps


def _by_anchors(texts: Sequence[Ready], rarity: Rarity) -> Iterator[Pair]:
    having: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    signs = [_signs(each) for each in texts]
    for number, text in enumerate(texts):
        for sign in signs[number]:
            having[sign][text.language].append(number)
    for number, text in enumerate(texts):
        near: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for sign in signs[number]:
            _weigh(near, having[sign], sign, rarity)
        near.pop(text.language, None)
        for language in sorted(near):
            yield from (
                (min(number, each), max(number, each)) for each in _heaviest(near[language])
            )


def _weigh(
    near: dict[str, dict[int, float]], having: dict[str, list[int]], sign: str, rarity: Rarity
) -> None:
    """Add the weight of a sign to the texts that have it, of languages where few do."""
    for language, others in having.items():
        if len(others) <= COMMON:
            weight = rarity.of_many(rarity.texts.get(sign) or len(others))
            for other in others:
                near[language][other] += weight


def _heaviest(weights: dict[int, float]) -> list[int]:
    enough = [(-weight, each) for each, weight in weights.items() if weight >= LEAST_SHARED]
    return [each for _, each in sorted(enough)[:NEAREST]]


def _by_vectors(texts: Sequence[Ready]) -> Iterator[Pair]:
    by_language: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        if text.rows is not None and len(text.rows):
            by_language[text.language].append(number)
    means = {language: _means(texts, found) for language, found in by_language.items()}
    for language, found in sorted(by_language.items()):
        for other, others in sorted(by_language.items()):
            if language != other:
                yield from _nearest(found, means[language], others, means[other])


def _means(texts: Sequence[Ready], numbers: Sequence[int]) -> Matrix:
    found = []
    for number in numbers:
        rows = texts[number].rows
        assert rows is not None  # noqa: S101  (asked before)
        mean = rows[:_OPENING].mean(axis=0)
        found.append(mean / (np.linalg.norm(mean) or 1.0))
    return np.array(found, np.float32)


def _nearest(
    found: Sequence[int], rows: Matrix, others: Sequence[int], columns: Matrix
) -> Iterator[Pair]:
    many = min(NEAREST, len(others))
    for start in range(0, len(found), _BLOCK):
        alike = rows[start : start + _BLOCK] @ columns.T
        best = np.argpartition(-alike, many - 1, axis=1)[:, :many]
        for row, columns_of_row in enumerate(best):
            for column in columns_of_row:
                if alike[row, column] >= LEAST_NEAR:
                    one, other = found[start + row], others[column]
                    yield min(one, other), max(one, other)
