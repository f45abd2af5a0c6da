"""Which propositions are worth comparing: those that share rare keys, whatever their language.

Keys are stems and concepts, skeletons of names, resolved places, days, numbers, and pairs of those
that are common by themselves. What two propositions share is weighed by its rarity; each keeps the
likeliest few partners, so that what there is to compare grows with the number of propositions.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from furphy.matching.features import Rarity
from furphy.matching.names import skeletons
from furphy.matching.nearness import Rows
from furphy.matching.proposition import Proposition
from furphy.matching.quantities import middle

MOST_SHARING = 40
"""Propositions that may share a key; what more of them share is too common to be worth it."""

MOST_PARTNERS = 8
"""Others that each proposition is compared with, those that compare with it not counted."""

_LEAST = 0.9
"""What two propositions share is worth at least as much as one key that few have."""
_TELLING_NUMBER = 13
_MOST_DEEDS, _MOST_PARTS = 6, 14
"""Parts of a proposition that are paired to keys."""
_SPREAD, _MASK = 0x9E3779B97F4A7C15, (1 << 63) - 1
_NEIGHBOURS = 5
_BRUTE_FORCE = 20_000
"""Vectors up to this number are all compared with one another."""
_AT_A_TIME = 2_000

Pairs = npt.NDArray[np.int64]


def keys(made: Proposition) -> Iterator[int]:
    """Yield the keys that a proposition is found under, as numbers of 64 bits."""
    plain = [f"t:{each}" for each in made.terms]
    deeds = [f"c:{each.name}" for each in made.concepts]
    anchors = [f"n:{bones}" for name in made.names for bones in skeletons(name)]
    anchors += [f"p:{spot.gazetteer}/{spot.id}" for spot in made.spots]
    anchors += [f"d:{when.interval[0][:10]}" for when in made.times if when.interval]
    for amount in made.amounts:
        value = middle(amount)
        anchors.append(f"q:{amount.harm or amount.unit or amount.counted}:{_figures(value)}")
        if value >= _TELLING_NUMBER:
            anchors.append(f"q:{_figures(value)}")
    single = dict.fromkeys(map(_number, (*plain, *deeds, *anchors)))
    yield from single
    parts = sorted(dict.fromkeys(map(_number, (*anchors, *deeds[:_MOST_DEEDS]))))[:_MOST_PARTS]
    for at, one in enumerate(parts):
        for other in parts[at + 1 :]:
            yield (one * _SPREAD + other) & _MASK


@lru_cache(maxsize=1_000_000)
def _number(key: str) -> int:
    return crc32(key.encode())


def _figures(value: float) -> str:
    """Return a number by its first two figures, so that rounded ones have one key."""
    return f"{value:.1e}"


def rarity_of(propositions: Sequence[Proposition]) -> Rarity:
    """Return how much each term tells: by how few of the propositions have it, from 0 to 1."""
    counts: Counter[str] = Counter()
    for each in propositions:
        counts.update({*each.terms, *(concept.name for concept in each.concepts)})
    whole = math.log(1 + len(propositions))
    return Rarity(
        {term: math.log(1 + len(propositions) / count) / whole for term, count in counts.items()}
        if propositions
        else {}
    )


def candidates(propositions: Sequence[Proposition], rows: Rows | None = None) -> Pairs:
    """Return which pairs to compare: two columns of places, the first below the second, rising.

    With vectors, each proposition's nearest neighbours come to those that share keys.
    """
    number = len(propositions)
    found = _best(*_sharing(propositions), number)
    if rows is not None and number <= _BRUTE_FORCE:
        found = np.union1d(found, _neighbours(rows))
    return np.stack((found // max(number, 1), found % max(number, 1)), axis=1)


_Weighted = tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]


def _sharing(propositions: Sequence[Proposition]) -> _Weighted:
    """Return pairs, as one number each, with the weight of what they share."""
    who: list[int] = []
    what: list[int] = []
    for at, each in enumerate(propositions):
        found = [*keys(each)]
        who += [at] * len(found)
        what += found
    held, sizes = _numbered(np.array(what, dtype=np.int64))
    holder = np.array(who, dtype=np.int64)
    keep = (sizes > 1) & (sizes <= MOST_SHARING)
    held, holder, sizes = held[keep], holder[keep], sizes[keep]
    order = np.lexsort((holder, held))
    return _emitted(holder[order], sizes[order], len(propositions))


def _numbered(held: Pairs) -> tuple[Pairs, Pairs]:
    """Return keys as small numbers, and beside each how many have it."""
    _, place, counts = np.unique(held, return_inverse=True, return_counts=True)
    return place, counts[place]


def _emitted(holder: Pairs, sizes: Pairs, number: int) -> _Weighted:
    """Return all pairs under each key; those under keys of one size are made together."""
    codes: list[npt.NDArray[np.int64]] = []
    weights: list[npt.NDArray[np.float64]] = []
    whole = math.log(1 + number)
    for size in np.unique(sizes).tolist():
        block = holder[sizes == size].reshape(-1, size)
        weight = math.log(1 + number / size) / whole
        for at in range(size - 1):
            ones = np.repeat(block[:, at : at + 1], size - at - 1, axis=1)
            made = (ones * number + block[:, at + 1 :]).ravel()
            codes.append(made)
            weights.append(np.full(len(made), weight))
    if not codes:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    unique, place = np.unique(np.concatenate(codes), return_inverse=True)
    return unique, np.bincount(place, weights=np.concatenate(weights)).astype(np.float64)


def _best(codes: Pairs, weights: npt.NDArray[np.float64], number: int) -> Pairs:
    """Return the pairs that are among the likeliest of one of the two."""
    strong = weights >= _LEAST
    codes, weights = codes[strong], weights[strong]
    kept = np.zeros(len(codes), dtype=bool)
    for side in (codes // max(number, 1), codes % max(number, 1)):
        order = np.lexsort((codes, -weights, side))
        ranked = side[order]
        starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]]) if len(ranked) else ranked
        rank = np.arange(len(ranked)) - np.repeat(starts, np.diff(np.r_[starts, len(ranked)]))
        kept[order[rank < MOST_PARTNERS]] = True
    return codes[kept]


def _neighbours(rows: Rows) -> Pairs:
    number = len(rows)
    found: list[npt.NDArray[np.int64]] = []
    most = min(_NEIGHBOURS, number - 1)
    if most <= 0:
        return np.zeros(0, dtype=np.int64)
    for start in range(0, number, _AT_A_TIME):
        likeness = rows[start : start + _AT_A_TIME] @ rows.T
        mine = np.arange(start, start + len(likeness))
        likeness[np.arange(len(mine)), mine] = -np.inf
        near = np.argpartition(-likeness, most - 1, axis=1)[:, :most]
        ones = np.repeat(mine, most)
        others = near.ravel()
        found.append(np.minimum(ones, others) * number + np.maximum(ones, others))
    return np.unique(np.concatenate(found))
