"""Which way a translation went: from times, from what is left out, and from how others went.

Odds of four kinds are multiplied. Times, where both are known. Length: who translates leaves out
and adds little, so that what one text has beyond the other speaks for its being the source. Fans:
of a text that answers to several of another language, none a revision of another, those are the
translations. And the course of the dated pairs of the same two languages in the same collection,
of those where the same one is the longer.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from furphy.tracing.bilinguals import Ready
from furphy.tracing.judging import Judged
from furphy.tracing.precedence import earlier, midst
from furphy.tracing.traced import Window

MOST_FROM_FLOW = 20.0
"""Odds that the course of other pairs gives at most."""
FLOW_STEP = 0.25
"""Steps in which that is told, as a logarithm: one pair more changes it seldom, and what follows
from it stands."""
FAN = 5.0
"""Odds for each text beyond the first that another one answers to."""
MOST_FANS = 3
MOST_BESIDES = 4.5
"""Logarithm of the odds that all but the times give at most: all together outweigh a clock."""
LENGTH = 2.0
"""Logarithm of the odds for a text that wholly holds another of vanishing length."""
UNDATED_TOO = 0.35
"""How likely a text is the earlier if those of its copies that are dated are the later."""

_CLEAR = 0.9
_LONGER = 0.1

Kind = tuple[str, str, int]
"""Languages of source and target, and which of the two texts is the longer, if one is."""
Flow = Counter[Kind]


@dataclass(frozen=True, slots=True)
class Issue:
    """A text and when it was first published."""

    text: Ready
    first: int
    """The document that has it first, as far as is known."""
    times: Mapping[int, Window | None]
    """When each of the documents that have it was published."""

    @property
    def when(self) -> Window | None:
        """When it was first published, as far as is known."""
        return self.times[self.first]

    @property
    def undated(self) -> bool:
        """Whether it may have been published before, since not all that have it are dated."""
        return None in self.times.values()

    def source(self, when: Window | None) -> int:
        """Return which of the documents that have it is likeliest the source of a later one."""
        return min(self.times, key=lambda each: (self.lateness(each, when), each))

    def lateness(self, document: int, when: Window | None) -> tuple[float, float]:
        """Return what orders documents as sources: most surely before the later one, then first."""
        published = self.times[document]
        return -min(earlier(published, when), _CLEAR), midst(published)


def before(one: Issue, other: Issue) -> float:
    """Return how likely it is by their times that one text was there before another, 0 to 1."""
    likely = earlier(one.when, other.when)
    if one.undated and likely < 0.5:  # noqa: PLR2004 (even)
        return max(likely, UNDATED_TOO)
    if other.undated and likely > 0.5:  # noqa: PLR2004 (even)
        return min(likely, 1 - UNDATED_TOO)
    return likely


def flow_of(judged: Sequence[Judged], issues: Sequence[Issue], revised: dict[int, int]) -> Flow:
    """Return how many dated pairs of each kind went which way, revisions left out."""
    flow: Flow = Counter()
    for each in judged:
        if each.source not in revised and each.target not in revised:
            likely = before(issues[each.source], issues[each.target])
            kind = kind_of(each, issues)
            flow[kind] += likely > _CLEAR
            flow[_turned(kind)] += likely < 1 - _CLEAR
    return flow


def flowing(flow: Flow, kind: Kind) -> float:
    """Return the logarithm of the odds that the course of other pairs gives one of a kind."""
    odds = math.log((flow[kind] + 1) / (flow[_turned(kind)] + 1))
    most = math.log(MOST_FROM_FLOW)
    return min(max(round(odds / FLOW_STEP) * FLOW_STEP, -most), most)


def kind_of(judged: Judged, issues: Sequence[Issue]) -> Kind:
    """Return the kind of a pair: its languages, and which of its texts is the longer."""
    longer = judged.target_covered - judged.source_covered
    return *_languages(judged, issues), (longer > _LONGER) - (longer < -_LONGER)


def _turned(kind: Kind) -> Kind:
    one, other, longer = kind
    return other, one, -longer


def _languages(judged: Judged, issues: Sequence[Issue]) -> tuple[str, str]:
    return issues[judged.source].text.language, issues[judged.target].text.language


class Courses:
    """The course that pairs of a collection took."""

    def __init__(
        self,
        judged: Sequence[Judged],
        issues: Sequence[Issue],
        revised: Mapping[int, int],
        flow: Flow,
    ) -> None:
        """Take pairs, texts that repeat another, and which, and the flow of all pairs."""
        self._issues = issues
        self._flow = flow
        self._fans: dict[tuple[int, str], set[int]] = defaultdict(set)
        for each in judged:
            languages = _languages(each, issues)
            one, other = (revised.get(end, end) for end in (each.source, each.target))
            self._fans[one, languages[1]].add(other)
            self._fans[other, languages[0]].add(one)
        self._revised = revised

    def of(self, judged: Judged) -> float:
        """Return how likely it is that the source of a pair is its source, 0 to 1."""
        likely = before(self._issues[judged.source], self._issues[judged.target])
        odds = math.log(likely / (1 - likely)) if 0 < likely < 1 else 0.0
        told = LENGTH * (judged.target_covered - judged.source_covered)
        told += flowing(self._flow, kind_of(judged, self._issues)) + math.log(FAN) * self.fans(
            judged
        )
        return 1 / (1 + math.exp(-odds - max(-MOST_BESIDES, min(MOST_BESIDES, told))))

    def fans(self, judged: Judged) -> int:
        """Return how many more texts answer to the source than to the target, within bounds."""
        one, other = _languages(judged, self._issues)
        source, target = (self._revised.get(x, x) for x in (judged.source, judged.target))
        more = len(self._fans[source, other]) - len(self._fans[target, one])
        return min(max(more, -MOST_FANS), MOST_FANS)
