"""For each document, the others that it may have been made from, and what speaks for each.

Of many at once: there are some hundred for each document, and millions of them.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from furphy.tracing.comparing import compared_all
from furphy.tracing.comparison import COLUMNS, Table
from furphy.tracing.corpus import Corpus
from furphy.tracing.precedence import earlier, from_log_odds, is_exact, log_odds
from furphy.tracing.traces import SILENT
from furphy.tracing.words import Flags, Numbers

_ALIKE = 0.97
_OUTRIGHT, _BY_NAME, _BY_LENGTH, _BY_FOOT = 6.0, 3.0, 3.0, 1.5
_BY_LENGTH_AND_CLOCK = 1.5
"""How much is added to the log-odds of the order: fixed by hand, in steps of one half."""


class Shares(NamedTuple):
    """How much of each of some texts stands in another, as :class:`.comparison.Share` has it."""

    all: Table
    inner: Table
    rare: Table


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Documents that others may have been made from: two in each row, by their places."""

    sources: Numbers
    targets: Numbers
    compared: Table
    """What both share, of which the one that comes first is the one (:data:`.COLUMNS`)."""
    order: Table
    """How likely the source is the earlier one, by times, traces and what each holds more."""
    forwarded: Flags
    """The target says that it passes the source on."""
    linked: Flags
    """The target gives the source's address."""
    named: Flags
    """The target names the source's outlet."""

    def __len__(self) -> int:
        return len(self.sources)

    def some(self, rows: Numbers | Flags) -> "Candidates":
        """Return those in some of the rows."""
        return Candidates(
            self.sources[rows],
            self.targets[rows],
            self.compared[rows],
            self.order[rows],
            self.forwarded[rows],
            self.linked[rows],
            self.named[rows],
        )

    def counted(self, name: str) -> Table:
        """Return what a column of the comparisons counts, such as ``conflicts``."""
        return self.compared[:, COLUMNS[name]]

    @property
    def of_source(self) -> Shares:
        """How much of each source stands in the target."""
        return self._shares(self.sources < self.targets)

    @property
    def of_target(self) -> Shares:
        """How much of each target stands in the source."""
        return self._shares(self.sources > self.targets)

    @property
    def source_words(self) -> Table:
        """How many words each source has."""
        first = self.sources < self.targets
        return np.where(first, self.counted("one.words"), self.counted("other.words"))

    @property
    def small_changes(self) -> Table:
        """Times that a few words were exchanged, left out or put in between two runs."""
        jumps = sum(self.counted(each) for each in ("back", "left_out", "put_in"))
        found: Table = np.maximum(0, self.counted("runs") - 1) - jumps
        return found

    def _shares(self, first: Flags) -> Shares:
        return Shares(
            *(
                np.where(first, self.counted(f"one.{each}"), self.counted(f"other.{each}"))
                for each in Shares._fields
            )
        )


def candidates(corpus: Corpus, sources: Numbers, targets: Numbers, compared: Table) -> Candidates:
    """Return documents as what others may have been made from, given what they share."""
    count = len(sources)
    forwarded, linked, named, back, named_back = np.zeros((5, count), bool)
    traces, documents = corpus.traces, corpus.documents
    ends = zip(sources.tolist(), targets.tolist(), strict=True)
    for row, (source, target) in enumerate(ends):
        if (says := traces[target]) is not SILENT:
            forwarded[row] = source in says.forwarded
            linked[row] = source in says.linked
            named[row] = documents[source].outlet in says.named
        if (says := traces[source]) is not SILENT:
            back[row] = target in says.forwarded or target in says.linked
            named_back[row] = documents[target].outlet in says.named
    first = sources < targets
    odds = _odds(corpus, np.minimum(sources, targets), np.maximum(sources, targets), compared)
    odds = np.where(first, odds, -odds)
    outright = forwarded | linked
    by_name = np.where(outright == back, named.astype(float) - named_back, 0.0)
    odds = np.where(outright == back, odds, _OUTRIGHT * (outright.astype(float) - back))
    odds += _BY_NAME * by_name
    # Of two either the one or the other is the earlier, whatever is rounded.
    order = np.array([*map(from_log_odds, np.where(first, odds, -odds).tolist())])
    order = np.where(first, order, 1 - order)
    return Candidates(sources, targets, compared, order, forwarded, linked, named)


def _odds(corpus: Corpus, ones: Numbers, others: Numbers, compared: Table) -> Table:
    """Return how much speaks for the one of each two being the earlier, but for what they say."""
    windows = [
        (corpus.documents[one].published, corpus.documents[other].published)
        for one, other in zip(ones.tolist(), others.tolist(), strict=True)
    ]
    odds = np.array([log_odds(earlier(*each)) for each in windows], float)
    exact = np.array([is_exact(one) and is_exact(other) for one, other in windows], bool)
    told = {name: compared[:, place] for name, place in COLUMNS.items()}
    # What holds all of the other and more was there before it, unless clocks say otherwise.
    by_length = np.where(exact, _BY_LENGTH_AND_CLOCK, _BY_LENGTH)
    odds += by_length * (told["other.all"] - told["one.all"])
    # Of two that are alike, the one with a foot was made from the one without.
    alike = np.minimum(told["one.inner"], told["other.inner"]) > _ALIKE
    whole = (told["one.all"] == 1).astype(float) - (told["other.all"] == 1)
    found: Table = odds + np.where(alike, _BY_FOOT * whole, 0.0)
    return found


def candidates_of(corpus: Corpus) -> list[Candidates]:
    """Return for each document those that it may have been made from."""
    ones, others = corpus.pairs.ones, corpus.pairs.others
    table = compared_all(corpus, ones, others)
    # Each pair is one of both documents.
    rows, targets = np.tile(np.arange(len(ones)), 2), np.concatenate([ones, others])
    order = np.lexsort((rows, targets))
    rows, targets = rows[order], targets[order]
    bounds = np.searchsorted(targets, np.arange(len(corpus.documents) + 1)).tolist()
    found = []
    for start, stop in pairwise(bounds):
        row, target = rows[start:stop], targets[start:stop]
        found.append(candidates(corpus, ones[row] + others[row] - target, target, table[row]))
    return found
