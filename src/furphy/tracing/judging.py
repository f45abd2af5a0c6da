"""How likely it is that two texts in different languages are one text: a logistic regression.

Fitted by ``evaluation/fit_translations.py`` on synthetic chains of reports with real and made
translations, once with vectors and once without; each feature is between 0 and about 1.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from furphy.tracing.aligning import Link, Table, align, alikeness, anchored
from furphy.tracing.anchors import Anchor, AnchorKind
from furphy.tracing.bilinguals import Rarity, Ready, keys_of, numbers_of
from furphy.tracing.judging_weights import WITH_VECTORS, WITHOUT_VECTORS

LEAST_PROMISING = 0.35
"""How near, in the mean, the sentences of one text are to their nearest in the other."""
LEAST_PROMISING_ANCHORED = 0.2
"""The same of the anchors they share, without vectors."""

_SEVERAL, _AGREEING = 3, 0.3
_MANY_LINKS = 10
_MANY_NUMBERS = 6
_MUCH_NAMED = 40.0
_LONG = 5.0


@dataclass(frozen=True, slots=True)
class Judged:
    """Two texts side by side."""

    source: int
    target: int
    links: tuple[Link, ...]
    score: float
    """How likely it is that one is a translation of the other or of what that was made from."""
    source_covered: float
    """Which part of its letters is in the links."""
    target_covered: float

    def turned(self) -> "Judged":
        """Return the same with source and target exchanged."""
        links = tuple(Link(each.target, each.source, each.alike) for each in self.links)
        return Judged(
            self.target, self.source, links, self.score, self.target_covered, self.source_covered
        )


def is_hopeless(source: Ready, target: Ready) -> bool:
    """Tell whether two texts are not one, however rare the anchors are that they share."""
    if source.rows is not None and target.rows is not None:
        return not _is_near(source.rows @ target.rows.T, LEAST_PROMISING) or _contradict(
            source, target
        )
    return _contradict(source, target)


def promising(source: Ready, target: Ready, rarity: Rarity) -> bool:
    """Tell whether two texts are near enough to be aligned: by the best of each row."""
    if source.rows is not None and target.rows is not None:
        return _is_near(source.rows @ target.rows.T, LEAST_PROMISING)
    return _is_near(anchored(source, target, rarity), LEAST_PROMISING_ANCHORED)


def _is_near(alike: Table, least: float) -> bool:
    if not alike.size:
        return False
    return max(float(alike.max(0).mean()), float(alike.max(1).mean())) >= least


def _contradict(source: Ready, target: Ready) -> bool:
    """Tell whether both give several numbers, and for the most part other ones: another event."""
    one, other = (numbers_of(chain.from_iterable(each.anchors)) for each in (source, target))
    fewer = min(one.total(), other.total())
    return fewer >= _SEVERAL and (one & other).total() < _AGREEING * fewer


def judge(texts: Sequence[Ready], pair: tuple[int, int], rarity: Rarity) -> Judged | None:
    """Return two texts side by side that are not hopeless; None where no sentences are."""
    source, target = texts[pair[0]], texts[pair[1]]
    if source.rows is None and not promising(source, target, rarity):
        return None
    alike = alikeness(source, target, rarity)
    links = align(alike)
    if not links:
        return None
    found = features(source, target, rarity, alike, links)
    weights = WITHOUT_VECTORS if source.rows is None else WITH_VECTORS
    weighed = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    return Judged(
        *pair,
        tuple(links),
        1 / (1 + math.exp(-max(-30.0, min(30.0, weighed)))),
        _covered(source, [each.source for each in links]),
        _covered(target, [each.target for each in links]),
    )


def features(
    source: Ready, target: Ready, rarity: Rarity, alike: Table, links: Sequence[Link]
) -> dict[str, float]:
    """Return what the score is made of, by name."""
    base = alike if source.rows is None or target.rows is None else source.rows @ target.rows.T
    parts = sorted(
        (
            _covered(source, [each.source for each in links]),
            _covered(target, [each.target for each in links]),
        )
    )
    here, there = (
        _linked(source, [x.source for x in links]),
        _linked(target, [x.target for x in links]),
    )
    return {
        "covered": parts[1],
        "covered-less": parts[0],
        "alike": _alike(base, target, links),
        "background": float(np.median(base)) if base.size > 4 else 0.0,  # noqa: PLR2004 (too few)
        "links": min(len(links), _MANY_LINKS) / _MANY_LINKS,
        "length": math.log(
            1
            + min(
                _letters(source, [x.source for x in links]),
                _letters(target, [x.target for x in links]),
            )
        )
        / _LONG,
        **_numbers(here, there),
        **_names(source, target, rarity),
    }


def _alike(base: Table, target: Ready, links: Sequence[Link]) -> float:
    means = [float(base[slice(*each.source), slice(*each.target)].mean()) for each in links]
    weights = [sum(len(target.sentences[place]) for place in range(*each.target)) for each in links]
    return float(np.average(means, weights=weights))


def _letters(text: Ready, ranges: Iterable[tuple[int, int]]) -> int:
    return sum(len(text.sentences[place]) for each in ranges for place in range(*each))


def _covered(text: Ready, ranges: Iterable[tuple[int, int]]) -> float:
    return _letters(text, ranges) / max(1, text.letters)


def _linked(text: Ready, ranges: Iterable[tuple[int, int]]) -> list[Anchor]:
    return [anchor for each in ranges for place in range(*each) for anchor in text.anchors[place]]


def _numbers(here: Iterable[Anchor], there: Iterable[Anchor]) -> dict[str, float]:
    one, other = numbers_of(here), numbers_of(there)
    both, total = (one & other).total(), one.total() + other.total()
    return {
        "numbers": 2 * both / total if total else 0.0,
        "no-numbers": float(not total),
        "numbers-apart": 1 - 2 * both / total if total else 0.0,
        "many-numbers": min(both, _MANY_NUMBERS) / _MANY_NUMBERS,
    }


def _names(source: Ready, target: Ready, rarity: Rarity) -> dict[str, float]:
    shared, total = zip(
        _shared_names(source, target, rarity), _shared_names(target, source, rarity), strict=True
    )
    shares = [each / whole for each, whole in zip(shared, total, strict=True) if whole]
    return {
        "names": max(shares, default=0.0),
        "no-names": float(not min(total)),
        "many-names": min(max(shared), _MUCH_NAMED) / _MUCH_NAMED,
    }


def _shared_names(text: Ready, other: Ready, rarity: Rarity) -> tuple[float, float]:
    """Return the weight of a text's names that the other has, and of all of them."""
    keys = keys_of(other)
    shared = total = 0.0
    for found in text.anchors:
        for anchor in found:
            if anchor.kind is AnchorKind.NAME and anchor.sure:
                weight = rarity.of_anchor(anchor)
                total += weight
                shared += weight * (not keys.isdisjoint(anchor.keys))
    return shared, total
