"""What each text may be a translation of, and what tells of each that it is.

Of texts that answer to each other every one may be the source of every other that is not plainly
earlier. What is told of one is told beside the others: who translates leaves out and adds little,
uses few of the words in a row that another translator used, and takes what was there first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p

import numpy as np

from furphy.tracing.courses import Courses, Flow, Issue, before, flowing, kind_of
from furphy.tracing.features import Features
from furphy.tracing.judging import Judged
from furphy.tracing.precedence import log_odds
from furphy.tracing.rewording import is_first, shared_by
from furphy.tracing.wordings import Wordings

LEAST_ORDER = 0.1
"""A text that is less likely than this to be the earlier one is no source."""
_NONE = -1.0
"""Stands for what is told of another text, where there is none."""
_MOST = 6.0
_LEAST = 1e-4
_EVEN = 0.5

Told = dict[str, float]
_Ordered = tuple[Judged, float]


@dataclass(frozen=True, slots=True)
class Original:
    """A text that another may be a translation of."""

    judged: Judged
    """Both side by side; this one is the source."""
    order: float
    """How likely it is the earlier one, 0 to 1."""
    published_before: float | None
    """How likely that is by times alone; None where either text has none."""


@dataclass(frozen=True, slots=True)
class Possible:
    """All that one text may be a translation of; there is one at least."""

    originals: tuple[Original, ...]
    told: Features
    """What speaks for and against each, by name."""


class Originals:
    """What each of the texts that answer to each other may be a translation of."""

    def __init__(
        self,
        judged: Sequence[Judged],
        known: tuple[Sequence[Issue], Wordings],
        repeated: Mapping[int, int],
        flow: Flow,
    ) -> None:
        """Take pairs, which of their texts repeat which, and the course of all pairs."""
        self._issues, wordings = known
        # Of each two texts both are asked as often as there are others.
        issues = self._issues
        self._is_first = cache(lambda one, other: is_first(issues[one], issues[other]))
        self._shared = cache(lambda one, other: shared_by((one, other), issues, wordings))
        self._repeated = repeated
        self._flow = flow
        self._courses = Courses(judged, self._issues, repeated, flow)
        self._above: dict[int, list[_Ordered]] = defaultdict(list)
        """For each text those that it may be made from, and how likely each was there before."""
        self._alike: dict[tuple[int, int], float] = {}
        self._below: dict[int, list[Judged]] = defaultdict(list)
        """For each text those that are likelier made from it than it from them."""
        for each in judged:
            order = self._courses.of(each)
            self._put(each, order)
            self._put(each.turned(), 1 - order)

    def of_texts(self) -> Iterator[Possible]:
        """Yield all that each text may be a translation of, if there is any."""
        for _, some in sorted(self._above.items()):
            rows = [self._told(each, some) for each in some]
            told = {name: np.array([row[name] for row in rows]) for name in rows[0]}
            yield Possible(tuple(Original(*each, self._dated(each[0])) for each in some), told)

    def _dated(self, judged: Judged) -> float | None:
        source, target = self._issues[judged.source], self._issues[judged.target]
        return before(source, target) if source.when and target.when else None

    def _put(self, judged: Judged, order: float) -> None:
        if order >= LEAST_ORDER:
            self._above[judged.target].append((judged, order))
        if order >= _EVEN:
            self._below[judged.source].append(judged)

    def _told(self, one: _Ordered, all_of_it: Sequence[_Ordered]) -> Told:
        judged = one[0]
        others = [each for each, _ in all_of_it if each is not judged]
        return {
            **self._alone(*one),
            **self._beside(judged, others),
            **self._of_source(judged, all_of_it),
            **self._of_siblings(judged),
        }

    def _alone(self, judged: Judged, order: float) -> Told:
        likely = before(self._issues[judged.source], self._issues[judged.target])
        return {
            "score": _odds(judged.score),
            "covered": judged.target_covered,
            "covered-source": judged.source_covered,
            "alike": self._alike_of(judged),
            "links": log1p(len(judged.links)),
            "order": _odds(order),
            "order-by-times": _odds(likely),
            "course": flowing(self._flow, kind_of(judged, self._issues)),
            "fans": float(self._courses.fans(judged)),
            "target-repeats": float(judged.target in self._repeated),
        }

    def _beside(self, judged: Judged, others: Sequence[Judged]) -> Told:
        """Tell of others that the text may be made from, above all of those in one language."""
        language = self._language(judged.source)
        alike = [each for each in others if self._language(each.source) == language]
        earlier = [each for each in alike if self._is_first(each.source, judged.source)]
        near = (self._shared(each.source, judged.source).part for each in alike)
        covered, likeness = judged.target_covered, self._alike_of(judged)
        return {
            "others": log1p(len(others)),
            "others-alike": log1p(len(alike)),
            "others-earlier": log1p(len(earlier)),
            "covered-less": _most_covered(others) - covered,
            "covered-less-than-alike": _most_covered(alike) - covered,
            "covered-less-than-earlier": _most_covered(earlier) - covered,
            "alike-less": max(map(self._alike_of, others), default=0.0) - likeness,
            "alike-less-than-alike": max(map(self._alike_of, alike), default=0.0) - likeness,
            "alike-less-than-earlier": max(map(self._alike_of, earlier), default=0.0) - likeness,
            "source-less-than-alike": max((each.source_covered for each in alike), default=0.0)
            - judged.source_covered,
            "nearest-alike": max(near, default=_NONE),
        }

    def _of_source(self, judged: Judged, all_of_it: Sequence[_Ordered]) -> Told:
        """Tell of what the source itself may be a translation of."""
        covered = {each.source: each.target_covered for each, _ in all_of_it}
        language = self._language(judged.target)
        above = [
            (each.source, order)
            for each, order in self._above.get(judged.source, ())
            if order >= _EVEN
        ]
        more = (covered[each] - judged.target_covered for each, _ in above if each in covered)
        back = (
            self._shared(each, judged.target).part
            for each, _ in above
            if each not in covered and self._language(each) == language and each != judged.target
        )
        return {
            "source-made": max((_odds(order) for _, order in above), default=_NONE),
            "above-covers-more": max(more, default=_NONE),
            "translated-back": max(back, default=_NONE),
        }

    def _of_siblings(self, judged: Judged) -> Told:
        """Tell of other translations of the source in the language of this one."""
        language = self._language(judged.target)
        siblings = [
            each
            for each in self._below.get(judged.source, ())
            if each.target != judged.target and self._language(each.target) == language
        ]
        earlier = [each for each in siblings if self._is_first(each.target, judged.target)]
        told: Told = {
            "siblings": log1p(len(siblings)),
            "siblings-earlier": log1p(len(earlier)),
            "sibling-shared": _NONE,
            "sibling-longer": 0.0,
            "sibling-covers-more": 0.0,
        }
        found = [(self._shared(each.target, judged.target), each) for each in earlier]
        if found:
            shared, nearest = max(found, key=lambda each: each[0].part)
            told["sibling-shared"] = shared.part
            told["sibling-longer"] = 1 - shared.shorter / max(1, shared.longer)
            told["sibling-covers-more"] = nearest.source_covered - judged.source_covered
        return told

    def _alike_of(self, judged: Judged) -> float:
        """Return how alike both texts are; it is asked of each as often as there are others."""
        ends = judged.source, judged.target
        if ends not in self._alike:
            self._alike[ends] = _alike(judged)
        return self._alike[ends]

    def _language(self, text: int) -> str:
        return self._issues[text].text.language


def _most_covered(some: Iterable[Judged]) -> float:
    return max((each.target_covered for each in some), default=0.0)


def _alike(judged: Judged) -> float:
    """Return how alike the sentences side by side are, in the mean over those of the target."""
    lengths = [each.target[1] - each.target[0] for each in judged.links]
    told = zip(lengths, judged.links, strict=True)
    return sum(length * each.alike for length, each in told) / sum(lengths)


def _odds(likely: float) -> float:
    return max(-_MOST, min(_MOST, log_odds(min(max(likely, _LEAST), 1 - _LEAST))))
