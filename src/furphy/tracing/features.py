"""What speaks for and against each of several documents as the source of one, by name.

All are told of all candidates at once, a value for each: how much both share, how what is shared
differs, when they were published, what they are called, and where each stands among the others.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import nan

import numpy as np
from rapidfuzz.fuzz import ratio

from furphy.tracing.candidates import Candidates
from furphy.tracing.comparison import Table
from furphy.tracing.corpus import Corpus
from furphy.tracing.precedence import begun, is_exact, log_odds, midst
from furphy.tracing.traced import Traced, Window
from furphy.tracing.words import Flags

_LIKELY_ORDER = 0.4
_AS_LIKELY = 0.5
_COPIED, _FULL = 0.985, 0.97
_LONG = 40
_MANY_CHANGES, _FAR_DOWN = 10, 20
_CLOSE, _ABOUT = 0.02, 0.05
_MOST_ORDER = 4.0
_HOUR, _DAY, _FEW_DAYS = 3600, 24, 3
_BEFORE, _AFTER, _UNKNOWN = -48.0, 240.0, -99.0
"""Hours between two documents as they are told, and what stands for those of which one is undated;
what is farther apart is all the same."""

Features = dict[str, Table]


def features(corpus: Corpus, candidates: Candidates, held: Flags) -> Features:
    """Return the features of the candidates of one document, of which there is one at least.

    ``held`` tells for each which words of the document stand in what both share.
    """
    field = _Field(corpus, candidates, held)
    kinds = (_shares, _differences, _times, _titles, _words)
    return {name: values for kind in kinds for name, values in kind(field).items()}


@dataclass(frozen=True)
class _Field:
    """All candidates of one document."""

    corpus: Corpus
    candidates: Candidates
    held: Flags

    @property
    def target(self) -> Traced:
        return self.corpus.documents[int(self.candidates.targets[0])]

    @cached_property
    def sources(self) -> list[Traced]:
        return [self.corpus.documents[each] for each in self.candidates.sources.tolist()]

    @cached_property
    def mine(self) -> Table:
        """How much of the document stands in each."""
        return self.candidates.of_target.all

    @cached_property
    def orders(self) -> Table:
        return self.candidates.order

    @cached_property
    def lengths(self) -> Table:
        """Words of each candidate."""
        return self.candidates.source_words


def _shares(field: _Field) -> Features:
    (mine, inner, rare), its = field.candidates.of_target, field.candidates.of_source
    likely = field.orders > _LIKELY_ORDER
    best = mine[likely].max(initial=0.0)
    copied = (inner >= _FULL) & (its.all >= _COPIED)
    holds = mine >= best - _ABOUT
    longest = field.lengths[likely & holds].max(initial=1.0)
    return {
        "of-target": mine,
        "of-target-inner": inner,
        "of-target-rare": rare,
        "of-source": its.all,
        "of-source-inner": its.inner,
        "of-source-rare": its.rare,
        "rare-of-both": np.minimum(rare, its.rare),
        "foot-of-target": inner - mine,
        "foot-of-source": its.inner - its.all,
        "less-than-best": best - mine,
        "as-good-as-best": (mine >= best - _CLOSE).astype(float),
        "best-of-others": _best_of_others(mine),
        "place-by-share": ranks(-mine),
        "another-copied": ((copied & likely).any() & ~copied).astype(float),
        "length": np.where(holds, np.minimum(1.0, field.lengths / longest), 0.5),
        "candidates": np.full(len(mine), np.log1p(len(mine))),
    }


def _differences(field: _Field) -> Features:
    found = field.candidates
    conflicts, agreements = found.counted("conflicts"), found.counted("agreements")
    longest = found.counted("longest")
    return {
        "conflicts": conflicts / np.maximum(1, conflicts + agreements),
        "small-changes": np.minimum(found.small_changes, _MANY_CHANGES),
        "longest-run": np.minimum(longest, _LONG) / _LONG,
        "longest-part": longest / max(1, field.held.shape[1]),
        "named": found.named.astype(float),
        "outright": (found.forwarded | found.linked).astype(float),
    }


def _times(field: _Field) -> Features:
    """Return when a candidate was published, and how long before the document.

    News is taken up soon or never. After some days it is the phrases of a routine that come back; a
    text that comes back whole may do so after years.
    """
    windows = [each.published for each in field.sources]
    hours = hours_before(field.target.published, windows)
    known = ~np.isnan(hours)
    apart = np.abs(np.where(known, hours, 0.0))
    between = np.where(known, np.minimum(1.0, np.log1p(apart) / np.log1p(_DAY)), 0.5)
    return {
        "order": np.clip([*map(log_odds, field.orders.tolist())], -_MOST_ORDER, _MOST_ORDER),
        "hours": bounded(hours),
        "hours-between": between,
        "days-between": np.minimum(1.0, apart / _DAY / _FEW_DAYS) * (1 - field.mine),
        "place-by-hours": ranks(between),
        "place-in-time": ranks(np.array([*map(begun, windows)])),
        "exact": np.array([*map(is_exact, windows)], float),
    }


def hours_before(later: Window | None, windows: Sequence[Window | None]) -> Table:
    """Return the hours from several times to a later one; not a number where one is unknown."""
    if later is None:
        return np.full(len(windows), nan)
    return np.array([(midst(later) - midst(each)) / _HOUR if each else nan for each in windows])


def bounded(hours: Table) -> Table:
    """Return hours within bounds beyond which all is the same, and what stands for unknown ones."""
    found: Table = np.where(np.isnan(hours), _UNKNOWN, np.clip(hours, _BEFORE, _AFTER))
    return found


def _titles(field: _Field) -> Features:
    """Return how alike titles are: who copies a text keeps its title more often than not."""
    mine = field.target.title
    alike = np.array([title_likeness(each.title, mine) for each in field.sources])
    return {
        "title-alike": alike,
        "same-title": (alike == 1.0).astype(float),
        "title-less-alike": alike.max() - alike,
        "untitled": np.array([not each.title for each in field.sources], float),
    }


def title_likeness(one: str | None, other: str | None) -> float:
    """Return how alike two titles are, 0 to 1; 0 where there is none."""
    if not one or not other:
        return 0.0
    return ratio(_plain(other), _plain(one)) / 100


@lru_cache(maxsize=50_000)
def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _words(field: _Field) -> Features:
    """Return which words of the document a candidate holds, and others do not.

    Two versions of a text differ in a sentence or a few words: what was made from the one has them.
    """
    held, count = field.held, max(1, field.held.shape[1])
    holders = held.sum(axis=0)
    earlier = held[field.orders >= _AS_LIKELY]
    known = earlier.any(axis=0)
    missing = (known & ~held).sum(axis=1) / count
    told = [each.tobytes() for each in np.packbits(held, axis=1)]
    alike = Counter(told)
    return {
        "held-by-others": missing,
        "place-by-missing": ranks(missing),
        "held-alone": (held & (holders == 1)).sum(axis=1) / count,
        "held-by-few": held @ (1 / np.maximum(1, holders)) / count,
        "as-told": np.log1p([alike[each] for each in told]),
        "words": np.full(len(held), np.log1p(field.held.shape[1])),
        "source-words": np.log1p(field.lengths),
    }


def _best_of_others(values: Table) -> Table:
    """Return for each the largest value of all others, 0 where there are none."""
    best = int(values.argmax())
    others = np.full(len(values), values[best])
    others[best] = np.delete(values, best).max(initial=0.0)
    return others


def ranks(values: Table) -> Table:
    """Return which place each takes among all, the least first, up to a place far down."""
    order = np.argsort(values, kind="stable")
    found = np.empty(len(values))
    found[order] = np.minimum(np.arange(len(values)), _FAR_DOWN)
    return found
