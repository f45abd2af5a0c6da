"""Group propositions into claims: what is surely one is joined, what is likely one is proposed.

Pairs that share rare keys are compared; those that are one are joined, the surest first, unless
something stands between any two of the groups: a contradiction that was found, or a judgement. So
no chain of small likenesses leads from "12 were killed" to "15 were killed".
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from furphy.matching.blocking import candidates, rarity_of
from furphy.matching.comparison import compare
from furphy.matching.features import Rarity
from furphy.matching.nearness import Rows, Vectors, rows_of
from furphy.matching.proposition import Proposition
from furphy.model.claim import (
    Claim,
    Claims,
    Comparison,
    Conflict,
    Contradiction,
    Proposal,
    Sameness,
)
from furphy.model.evidence import Evidence
from furphy.textkit.search import fold

Pair = tuple[int, int]
_WITHIN, _ACROSS = 0.2, 0.25
"""Share of their terms, or across languages of their concepts, that two propositions have in common
at least to be compared closely: with less, nothing of what else they share makes them one."""
_ONE_MATTER = 0.85
"""How likely two propositions are about one thing where they are said to contradict each other. Of
all pairs in a collection few are, other than of pairs put to somebody to be compared."""
_JUDGED, _COPIED = "judgement", "same-words"


@dataclass(frozen=True, slots=True)
class Judged:
    """What people have judged, by places among the propositions; it overrules all else."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


NOTHING_JUDGED = Judged()


def grouped(
    propositions: Sequence[Proposition],
    judged: Judged = NOTHING_JUDGED,
    vectors: Vectors | None = None,
) -> Claims:
    """Group propositions into claims.

    Every proposition is in one claim, alone where nothing says the same. The order in which they
    are given makes no difference to which are together. Claims are ordered by their first member.
    """
    order = sorted(range(len(propositions)), key=lambda at: _content(propositions[at]))
    sorted_ones = [propositions[at] for at in order]
    place = {at: rank for rank, at in enumerate(order)}
    ruled = Judged(_moved(judged.same, place), _moved(judged.different, place))
    made = _Grouping(sorted_ones, ruled, vectors)
    made.run()
    return made.claims(order)


def _moved(pairs: Iterable[Pair], place: dict[int, int]) -> frozenset[Pair]:
    return frozenset((place[one], place[other]) for one, other in pairs)


def _content(each: Proposition) -> tuple[object, ...]:
    """Return what propositions are ordered by: what they say, whatever place they were given."""
    return (*_words(each), each.published or ("", ""), each.span, each.holder or "")


def _words(each: Proposition) -> tuple[object, ...]:
    """Return what is equal in propositions that say the same in the same words."""
    return (
        each.language,
        " ".join(fold(each.text).split()),
        each.negative,
        tuple(when.interval or (when.value or "",) for when in each.times),
        tuple(f"{spot.gazetteer}/{spot.id}" for spot in each.spots),
    )


@dataclass(slots=True)
class _Group:
    """Propositions that were joined."""

    members: list[int]
    apart: set[int] = field(default_factory=set)
    """Propositions that must not come in."""


class _Grouping:
    """One run over propositions in an order of their own."""

    def __init__(
        self, propositions: Sequence[Proposition], judged: Judged, vectors: Vectors | None
    ) -> None:
        self._all = propositions
        self._judged = judged
        self._vectors = vectors
        self._root = list(range(len(propositions)))
        self._groups = {at: _Group([at]) for at in range(len(propositions))}
        self._because: dict[int, list[Evidence]] = defaultdict(list)
        self._joined: dict[Pair, float] = {}
        self._proposed: dict[Pair, float] = {}
        self._conflicts: dict[Pair, tuple[Contradiction, float]] = {}
        self._rarity = Rarity()
        self._sums: dict[int, float] = {}

    def run(self) -> None:
        """Compare what is worth it, then join."""
        self._keep_apart()
        self._join_judged()
        firsts = self._join_copies()
        self._compare(firsts)
        ranked = sorted(self._joined.items(), key=lambda each: (-each[1], each[0]))
        for pair, score in ranked:
            if not self._join(*pair, Evidence("compared", round(score, 4))):
                self._proposed[pair] = score

    def _keep_apart(self) -> None:
        for one, other in sorted(self._judged.different):
            self._groups[one].apart.add(other)
            self._groups[other].apart.add(one)

    def _join_judged(self) -> None:
        for one, other in sorted(self._judged.same):
            self._join(one, other, Evidence(_JUDGED, 1.0))

    def _join_copies(self) -> list[int]:
        """Join what is put in the same words; return the first of each."""
        first: dict[tuple[object, ...], int] = {}
        for at, each in enumerate(self._all):
            known = first.setdefault(_words(each), at)
            if known != at and not self._join(known, at, Evidence(_COPIED, 1.0)):
                # Judged apart, it speaks for itself.
                first[(*_words(each), at)] = at
        return sorted(first.values())

    def _compare(self, firsts: Sequence[int]) -> None:
        chosen = [self._all[at] for at in firsts]
        self._rarity = rarity_of(chosen)
        rows = rows_of(chosen, self._vectors) if self._vectors else None
        terms = [frozenset(each.terms) for each in chosen]
        concepts = [frozenset(each.name for each in made.concepts) for made in chosen]
        for left, right in candidates(chosen, rows).tolist():
            one_language = chosen[left].language == chosen[right].language
            known, least = (terms, _WITHIN) if one_language else (concepts, _ACROSS)
            if _overlap(known[left], known[right]) < least:
                continue
            found = compare(chosen[left], chosen[right], self._rarity, _cosine(rows, left, right))
            self._note((firsts[left], firsts[right]), found)

    def _note(self, pair: Pair, found: Comparison) -> None:
        one, other = pair
        if found.contradiction is not None and found.about >= _ONE_MATTER:
            self._conflicts[pair] = (found.contradiction, found.about)
        if found.same is Sameness.JOINED:
            self._joined[pair] = found.score
        elif found.same is Sameness.PROPOSED:
            self._proposed[pair] = found.score
        elif found.contradiction is not None or found.difference is not None:
            self._groups[self._find(one)].apart.add(other)
            self._groups[self._find(other)].apart.add(one)

    def _find(self, at: int) -> int:
        while self._root[at] != at:
            self._root[at] = self._root[self._root[at]]
            at = self._root[at]
        return at

    def _join(self, one: int, other: int, why: Evidence) -> bool:
        """Join the groups of two propositions; tell whether they are in one group now."""
        root, rest = self._find(one), self._find(other)
        if root == rest:
            return True
        if why.rule != _JUDGED and self._stand_apart(root, rest, why):
            return False
        if len(self._groups[root].members) < len(self._groups[rest].members):
            root, rest = rest, root
        group, gone = self._groups[root], self._groups.pop(rest)
        group.members += gone.members
        group.apart |= gone.apart
        self._root[rest] = root
        self._because[root] += [*self._because.pop(rest, []), why]
        return True

    def _stand_apart(self, root: int, rest: int, why: Evidence) -> bool:
        """Tell whether anything in one group stands against something in the other."""
        group, against = self._groups[root], rest
        if len(self._groups[rest].apart) < len(group.apart):
            group, against = self._groups[rest], root
        if any(self._find(each) == against for each in group.apart):
            return True
        sizes = {len(self._groups[each].members) for each in (root, rest)}
        if why.rule == _COPIED or sizes == {1}:
            return False
        # Those that were there first stand for their groups: they may never have been compared.
        found = compare(self._all[root], self._all[rest], self._rarity)
        return found.contradiction is not None or found.difference is not None

    def claims(self, order: Sequence[int]) -> Claims:
        """Return what came of it, by the places that the propositions were given in."""
        roots = sorted(self._groups, key=lambda root: self._first(root, order))
        number = {root: at for at, root in enumerate(roots)}
        claims = tuple(
            Claim(
                tuple(sorted(order[at] for at in self._groups[root].members)),
                order[self._centre(root)],
                tuple(self._because.get(root, ())),
            )
            for root in roots
        )
        conflicts = tuple(
            Conflict((order[one], order[other]), found, round(score, 4))
            for (one, other), (found, score) in sorted(self._conflicts.items())
        )
        return Claims(claims, tuple(self._proposals(order, number)), conflicts)

    def _first(self, root: int, order: Sequence[int]) -> int:
        return min(order[at] for at in self._groups[root].members)

    def _centre(self, root: int) -> int:
        """Return the member whose likenesses to others add up to most."""
        members = {*self._groups[root].members}
        if len(members) < 3:  # noqa: PLR2004 - of two, the first
            return min(members)
        return max(sorted(members), key=self._likeness)

    def _likeness(self, at: int) -> float:
        return self._likenesses().get(at, 0.0)

    def _likenesses(self) -> dict[int, float]:
        if not self._sums:
            for (one, other), score in self._joined.items():
                self._sums[one] = self._sums.get(one, 0.0) + score
                self._sums[other] = self._sums.get(other, 0.0) + score
        return self._sums

    def _proposals(self, order: Sequence[int], number: dict[int, int]) -> list[Proposal]:
        """Return the best pair of each two groups that may be one."""
        best: dict[Pair, tuple[float, Pair]] = {}
        for (one, other), score in sorted(self._proposed.items()):
            left, right = sorted((number[self._find(one)], number[self._find(other)]))
            if left == right or self._is_judged(one, other):
                continue
            if (known := best.get((left, right))) is None or known[0] < score:
                best[left, right] = (score, (order[one], order[other]))
        ranked = sorted(best.items(), key=lambda each: (-each[1][0], each[0]))
        return [
            Proposal(left, right, pair, round(score, 4)) for (left, right), (score, pair) in ranked
        ]

    def _is_judged(self, one: int, other: int) -> bool:
        return (one, other) in self._judged.different or (other, one) in self._judged.different


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    whole = len(one) + len(other)
    return 2 * len(one & other) / whole if whole else 0.0


def _cosine(rows: Rows | None, left: int, right: int) -> float | None:
    return None if rows is None else float(rows[left] @ rows[right])
