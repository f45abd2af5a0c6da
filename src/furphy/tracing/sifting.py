"""Which pairs of a document tell something of it, told of all at once.

Of some hundred documents that share words with one, most are neither a possible source, nor a copy,
nor kin. That is seen in the table of what they share; whoever is left is looked at one by one.
"""

from collections.abc import Sequence
from math import nan

import numpy as np

from furphy.tracing.candidates import (
    ALIKE,
    BY_FOOT,
    BY_LENGTH,
    BY_LENGTH_AND_CLOCK,
    Corpus,
)
from furphy.tracing.comparing import COLUMNS, Table
from furphy.tracing.explaining import LEAST_ORDER
from furphy.tracing.lost import AGREEMENTS, LONGEST, SHARE
from furphy.tracing.precedence import SURE, is_exact, log_odds
from furphy.tracing.traces import SILENT
from furphy.tracing.versions import SAME
from furphy.tracing.words import Flags, Numbers

_MARGIN = 1e-6
"""More than what two ways of adding the same differ by."""


def sifted(corpus: Corpus, target: int, pairs: Sequence[tuple[int, int]], table: Table) -> Numbers:
    """Return those of the pairs of a document that may tell something of it, by their places."""
    if not pairs:
        return np.zeros(0, np.int64)
    told = {name: table[:, place] for name, place in COLUMNS.items()}
    is_later = np.array([other == target for _, other in pairs], bool)
    odds = _odds(corpus, pairs, told)
    # Where it is not quick to tell, either may be the earlier.
    earlier = np.isnan(odds) | (np.where(is_later, odds, -odds) >= log_odds(LEAST_ORDER) - _MARGIN)
    return np.flatnonzero(earlier | _may_be_copies(told) | (is_later & _may_be_kin(told)))


def _odds(corpus: Corpus, pairs: Sequence[tuple[int, int]], told: dict[str, Table]) -> Table:
    """Return how much speaks for the one being the earlier; not a number where more is asked."""
    ones, others = zip(*pairs, strict=True)
    bounds = [_bounds(corpus, some) for some in (ones, others)]
    (start, end, exact), (other_start, other_end, other_exact) = bounds
    by_clock = np.where(end <= other_start, log_odds(SURE), log_odds(1 - SURE))
    by_clock[~((end <= other_start) | (other_end <= start))] = nan
    silent = [corpus.traces[one] is SILENT is corpus.traces[other] for one, other in pairs]
    by_clock[~np.array(silent, bool)] = nan
    by_length = np.where((exact > 0) & (other_exact > 0), BY_LENGTH_AND_CLOCK, BY_LENGTH)
    odds = by_clock + by_length * (told["other.all"] - told["one.all"])
    alike = np.minimum(told["one.inner"], told["other.inner"]) > ALIKE
    whole = (told["one.all"] == 1).astype(float) - (told["other.all"] == 1)
    found: Table = odds + np.where(alike, BY_FOOT * whole, 0.0)
    return found


def _bounds(corpus: Corpus, some: Sequence[int]) -> Table:
    """Return when documents were published, from and to, and whether that is exact."""
    windows = [corpus.documents[each].published for each in some]
    rows = [
        (each.start, each.end, float(is_exact(each))) if each else (nan, nan, 0.0)
        for each in windows
    ]
    return np.array(rows, float).T


def _may_be_copies(told: dict[str, Table]) -> Flags:
    one = np.minimum(told["one.inner"], told["other.all"])
    other = np.minimum(told["other.inner"], told["one.all"])
    found: Flags = (np.maximum(one, other) >= SAME) & (told["conflicts"] == 0)
    return found


def _may_be_kin(told: dict[str, Table]) -> Flags:
    enough = np.maximum(told["one.rare"], told["other.rare"]) >= SHARE
    found: Flags = enough & (told["longest"] >= LONGEST) & (told["rare_agreements"] >= AGREEMENTS)
    return found
