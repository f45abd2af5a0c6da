"""The roots that documents go back to: what is counted as independent.

A document made from others goes back to whatever they do; one made from none is a root. Roots that
are kin (one lost source, one informant, one owner) count as one. How many roots are behind some
documents is an interval, for every link has a score: at the low end all that are possible hold, at
the high end only those that are sure.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from furphy.model.derivation import Bond, Derivation, Kinship
from furphy.model.origin import Count
from furphy.tracing.disjoint import firsts
from furphy.tracing.memory import Array
from furphy.tracing.words import Flags, Numbers

POSSIBLE, LIKELY, SURE = 0.1, 0.25, 0.9
"""Scores from which on a link counts at the low end, for the best number, and at the high end.

What is likely is taken for derived: a guess that errs more by leaving out.
"""

Link = Derivation | Kinship


@dataclass(frozen=True, slots=True)
class Origins:
    """The roots of documents, by one choice of the links that hold."""

    roots: tuple[frozenset[int], ...]
    """For each document the roots it goes back to; kin go by the first of them."""

    def behind(self, documents: Iterable[int]) -> frozenset[int]:
        """Return the roots that some documents go back to."""
        return frozenset().union(*(self.roots[each] for each in documents))


@dataclass(frozen=True, slots=True)
class Stemma:
    """The links between documents, and the roots by each choice of those that hold."""

    links: Sequence[Link]
    possible: Origins
    likely: Origins
    sure: Origins

    def count(self, documents: Sequence[int]) -> Count:
        """Return how many independent origins are behind some documents."""
        best = len(self.likely.behind(documents))
        return Count(
            min(best, len(self.possible.behind(documents))),
            best,
            max(best, len(self.sure.behind(documents))),
        )

    def changing(self, documents: Sequence[int]) -> Iterator[Link]:
        """Yield the links among some documents by which the number would change, nearest first.

        Those are links that are not taken for more than possible, and those that are not sure.
        """
        members = set(documents)
        unsure = [
            each
            for each in self.links
            if POSSIBLE <= each.score < SURE and members.issuperset(ends(each))
        ]
        for each in sorted(unsure, key=lambda link: (abs(link.score - LIKELY), ends(link))):
            one, other = ends(each)
            if self.possible.roots[one] & self.possible.roots[other]:
                yield each


def stemma(count: int, links: Sequence[Link]) -> Stemma:
    """Return the stemma of so many documents; no document may be its own source."""
    made, kin = _parted(links)
    found = [_origins(count, made, kin, least) for least in (POSSIBLE, LIKELY, SURE)]
    return Stemma(links, *found)


def origins(count: int, links: Iterable[Link]) -> Origins:
    """Return the roots of so many documents where all these links hold."""
    return _origins(count, *_parted(links), 0)


@dataclass(frozen=True, slots=True)
class _Made:
    """Documents that were made from others, one source in each row."""

    sources: Numbers
    targets: Numbers
    scores: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Kin:
    """Documents that are kin, two in each row."""

    ones: Numbers
    others: Numbers
    scores: NDArray[np.float64]
    quoting: Flags
    """Whether what they have in common is an informant."""


def _parted(links: Iterable[Link]) -> tuple[_Made, _Kin]:
    every = [*links]
    made = [each for each in every if isinstance(each, Derivation)]
    kin = [each for each in every if isinstance(each, Kinship)]
    return _Made(
        _column(made, "source", np.int64),
        _column(made, "target", np.int64),
        _column(made, "score", np.float64),
    ), _Kin(
        _column(kin, "one", np.int64),
        _column(kin, "other", np.int64),
        _column(kin, "score", np.float64),
        np.array([each.bond is Bond.INFORMANT for each in kin], bool),
    )


def _column(links: Sequence[Link], name: str, kind: type) -> Array:
    """Return one thing of all links."""
    return np.fromiter(map(attrgetter(name), links), kind, len(links))


def _origins(count: int, made: _Made, kin: _Kin, least: float) -> Origins:
    """Return the roots by the links of a score of at least so much."""
    holds = made.scores >= least
    sources, targets = made.sources[holds], made.targets[holds]
    root = _single_roots(count, sources, targets)
    several = _roots(root, sources, targets)
    # Of two that have several roots each, which of them are kin is not known.
    for each, some in several.items():
        root[each] = next(iter(some)) if len(some) == 1 else -1
    derived = np.zeros(count, bool)
    derived[targets] = True
    ones, others = root[kin.ones], root[kin.others]
    # An informant whom a derived text quotes may be from elsewhere than its source is.
    of_roots = ~(kin.quoting & (derived[kin.ones] | derived[kin.others]))
    held = (kin.scores >= least) & (ones >= 0) & (others >= 0) & of_roots
    first = firsts(count, ones[held], others[held])
    singles = _singles(count.bit_length())
    found = [singles[each] for each in first[root].tolist()]
    of = first.tolist()
    same: dict[frozenset[int], frozenset[int]] = {}
    for each, some in several.items():
        if some not in same:
            same[some] = frozenset(of[one] for one in some)
        found[each] = same[some]
    return Origins(tuple(found))


@lru_cache(maxsize=2)
def _singles(bits: int) -> Sequence[frozenset[int]]:
    """Return a set of each place alone, for places of so many bits."""
    return [frozenset((each,)) for each in range(1 << bits)]


def _single_roots(count: int, sources: Numbers, targets: Numbers) -> Numbers:
    """Return the root of each document that goes back to it through single sources; else -1."""
    above = np.arange(count)
    above[targets] = sources
    # What has several sources leads nowhere by itself, and stays where it is.
    several = targets[above[targets] != sources]
    above[several] = several
    derived = np.zeros(count, bool)
    derived[targets] = True
    # Each round doubles how far it is looked up; who is in a ring never comes to an end.
    for _ in range(count.bit_length()):
        above = above[above]
    return np.where(derived[above], -1, above)


def _roots(root: Numbers, sources: Numbers, targets: Numbers) -> dict[int, frozenset[int]]:
    """Return what the others go back to; those in a ring go back to themselves."""
    open_rows = np.flatnonzero(root[targets] < 0)
    of: dict[int, set[int]] = {}
    for source, target in zip(
        sources[open_rows].tolist(), targets[open_rows].tolist(), strict=True
    ):
        of.setdefault(target, set()).add(source)
    found: dict[int, frozenset[int]] = {}
    single = root.tolist()

    def known(each: int) -> frozenset[int] | None:
        return found.get(each) or (frozenset((single[each],)) if single[each] >= 0 else None)

    for start in sorted(of):
        path, entered = [start], {start}
        while path:
            here = path[-1]
            wanting = [
                each for each in sorted(of[here]) if known(each) is None and each not in entered
            ]
            if wanting:
                path.append(wanting[0])
                entered.add(wanting[0])
                continue
            behind = [some for each in of[here] if (some := known(each))]
            joined = behind[0] if len(behind) == 1 else frozenset().union(*behind)
            found[here] = joined or frozenset({here})
            path.pop()
    return found


def ends(link: Link) -> tuple[int, int]:
    """Return the two documents that a link is between."""
    if isinstance(link, Derivation):
        return link.source, link.target
    return link.one, link.other
