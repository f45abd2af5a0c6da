"""The roots that documents go back to: what is counted as independent.

A document made from others goes back to whatever they do; one made from none is a root. Roots that
are kin (one lost source, one informant, one owner) count as one. How many roots are behind some
documents is an interval, for every link has a score: at the low end all that are possible hold, at
the high end only those that are sure.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from furphy.model.derivation import Bond, Derivation, Kinship
from furphy.model.origin import Count
from furphy.tracing.disjoint import firsts
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
class _Kin:
    """Documents that are kin, two in each row."""

    ones: Numbers
    others: Numbers
    scores: NDArray[np.float64]
    quoting: Flags
    """Whether what they have in common is an informant."""


def _parted(links: Iterable[Link]) -> tuple[list[Derivation], _Kin]:
    made: list[Derivation] = []
    kin: list[Kinship] = []
    for each in links:
        if isinstance(each, Derivation):
            made.append(each)
        else:
            kin.append(each)
    return made, _Kin(
        np.array([each.one for each in kin], np.int64),
        np.array([each.other for each in kin], np.int64),
        np.array([each.score for each in kin], np.float64),
        np.array([each.bond is Bond.INFORMANT for each in kin], bool),
    )


def _origins(count: int, made: Iterable[Derivation], kin: _Kin, least: float) -> Origins:
    """Return the roots by the links of a score of at least so much."""
    sources: dict[int, set[int]] = {}
    for each in made:
        if each.score >= least:
            sources.setdefault(each.target, set()).add(each.source)
    roots = _roots(count, sources)
    # Of two that have several roots each, which of them are kin is not known.
    root = np.array([next(iter(each)) if len(each) == 1 else -1 for each in roots], np.int64)
    derived = np.zeros(count, bool)
    derived[[*sources]] = True
    ones, others = root[kin.ones], root[kin.others]
    # An informant whom a derived text quotes may be from elsewhere than its source is.
    of_roots = ~(kin.quoting & (derived[kin.ones] | derived[kin.others]))
    held = (kin.scores >= least) & (ones >= 0) & (others >= 0) & of_roots
    first = firsts(count, ones[held], others[held]).tolist()
    same: dict[frozenset[int], frozenset[int]] = {}
    for some in roots:
        if some not in same:
            same[some] = frozenset(first[each] for each in some)
    return Origins(tuple(same[each] for each in roots))


def _roots(count: int, sources: Mapping[int, set[int]]) -> list[frozenset[int]]:
    """Return what each document goes back to; those in a ring go back to themselves."""
    found: list[frozenset[int] | None] = [None] * count
    for start in range(count):
        if start not in sources:
            found[start] = frozenset({start})
    for start in sorted(sources):
        path, entered = [start], {start}
        while path:
            here = path[-1]
            wanting = [
                each
                for each in sorted(sources[here])
                if found[each] is None and each not in entered
            ]
            if wanting:
                path.append(wanting[0])
                entered.add(wanting[0])
                continue
            known = [some for each in sources[here] if (some := found[each])]
            joined = known[0] if len(known) == 1 else frozenset().union(*known)
            found[here] = joined or frozenset({here})
            path.pop()
    return [each or frozenset() for each in found]


def ends(link: Link) -> tuple[int, int]:
    """Return the two documents that a link is between."""
    if isinstance(link, Derivation):
        return link.source, link.target
    return link.one, link.other
