"""What cannot both hold of two propositions, and what differs that may.

A conflict is a contradiction only where the two are about one thing, and nothing else is in
conflict: then time and number together are a later toll, and place and number another event.
"""

from dataclasses import dataclass

from furphy.matching import moments
from furphy.matching.entities import exchanged, renamed, swapped
from furphy.matching.features import Seen
from furphy.matching.polarity import contrary
from furphy.matching.proposition import Proposition
from furphy.matching.quantities import Pairing, Verdict, middle
from furphy.matching.substitution import substituted
from furphy.matching.vocabulary import recurring
from furphy.model.claim import Contradiction, ContradictionKind, Difference, DifferenceKind

_DEEDS = frozenset({"action", "harm"})


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What stands between two propositions being one."""

    contradiction: Contradiction | None = None
    """If they are about one thing."""
    difference: Difference | None = None
    soft: bool = False
    """Whether the contradiction may be one of words alone: a thing called otherwise."""

    @property
    def any(self) -> bool:
        """Tell whether anything stands between them."""
        return self.contradiction is not None or self.difference is not None


def verdicts(one: Proposition, other: Proposition, seen: Seen) -> Verdicts:
    """Find what stands between two propositions being one."""
    polarity = contrary(one, other)
    number = _number(one, other, seen)
    place = _place(seen)
    time = _time(one, other, seen)
    swap = _swap(one, other)
    hard = [each for each in (polarity, swap, number, place, time) if each is not None]
    if len(hard) > 1:
        return _several(hard, one, other)
    if hard:
        return _single(hard[0], one, other, seen)
    apart = _apart(one, other, seen)
    if apart is not None:
        return Verdicts(difference=apart)
    odd = renamed(one, other) or exchanged(one, other) or substituted(one, other)
    if odd is not None:
        kind = ContradictionKind.PLACE if odd.of_place else ContradictionKind.IDENTITY
        found = Contradiction(kind, odd.one, odd.other, odd.detail)
        return Verdicts(found, soft=True)
    return Verdicts()


def _several(hard: list[Contradiction], one: Proposition, other: Proposition) -> Verdicts:
    kinds = {each.kind for each in hard}
    if ContradictionKind.POLARITY in kinds and len(kinds) == 1 + (
        ContradictionKind.NUMBER in kinds
    ):
        # "None was killed" and "12 were killed": both at once, told by the first.
        return Verdicts(next(each for each in hard if each.kind is ContradictionKind.POLARITY))
    if kinds == {ContradictionKind.NUMBER, ContradictionKind.TIME}:
        return Verdicts(difference=Difference(DifferenceKind.DATE, hard[0].detail))
    details = "; ".join(each.detail for each in hard)
    return Verdicts(difference=Difference(DifferenceKind.EVENT, details))


def _single(found: Contradiction, one: Proposition, other: Proposition, seen: Seen) -> Verdicts:
    """Tell a contradiction from a mere difference."""
    if found.kind is ContradictionKind.NUMBER:
        difference = _of_number(found, one, other, seen)
        return Verdicts(None, difference) if difference else Verdicts(found)
    if found.kind is ContradictionKind.TIME and _recurs(one, other, seen):
        return Verdicts(difference=Difference(DifferenceKind.EVENT, found.detail))
    return Verdicts(found)


def _of_number(
    found: Contradiction, one: Proposition, other: Proposition, seen: Seen
) -> Difference | None:
    marks = one.marks ^ other.marks
    if "more" in marks or "total" in marks or seen.placed.verdict is Verdict.APART:
        return Difference(DifferenceKind.SCOPE, found.detail)
    if "later" in marks or _days_apart(one, other):
        return Difference(DifferenceKind.DATE, found.detail)
    return None


def _days_apart(one: Proposition, other: Proposition) -> bool:
    """Tell whether the documents came out on different days, and no day is told in both."""
    if one.published is None or other.published is None or (one.times and other.times):
        return False
    return one.published[0][:10] != other.published[0][:10]


def _recurs(one: Proposition, other: Proposition, seen: Seen) -> bool:
    """Tell whether what happened happens again and again, and no number says it is the same."""
    deeds = {each.name for each in (*one.concepts, *other.concepts) if each.kind in _DEEDS}
    agree = any(each.verdict is Verdict.SAME and middle(each.one) > 1 for each in seen.amounts)
    return bool(deeds) and deeds <= recurring() and not agree


def _apart(one: Proposition, other: Proposition, seen: Seen) -> Difference | None:
    """Return what differs without conflict, and yet makes them two statements."""
    apart = [each for each in seen.amounts if each.verdict is Verdict.APART]
    agree = [each for each in seen.amounts if each.verdict is Verdict.SAME]
    if apart and not agree:
        return Difference(DifferenceKind.SCOPE, _values(apart[0]))
    if seen.placed.verdict is Verdict.APART and not agree:
        placed = seen.placed
        detail = f"{placed.one.text} | {placed.other.text}" if placed.one and placed.other else ""
        return Difference(DifferenceKind.SCOPE, detail)
    return None


def _values(pair: Pairing) -> str:
    return f"{middle(pair.one):g} | {middle(pair.other):g}"


def _number(one: Proposition, other: Proposition, seen: Seen) -> Contradiction | None:
    for each in seen.amounts:
        if each.verdict is Verdict.CONFLICT and middle(each.one) and middle(each.other):
            return Contradiction(
                ContradictionKind.NUMBER, each.one.span, each.other.span, _values(each)
            )
    return None


def _place(seen: Seen) -> Contradiction | None:
    placed = seen.placed
    if placed.verdict is not Verdict.CONFLICT or placed.one is None or placed.other is None:
        return None
    detail = f"{placed.one.text} | {placed.other.text}"
    return Contradiction(ContradictionKind.PLACE, placed.one.span, placed.other.span, detail)


def _time(one: Proposition, other: Proposition, seen: Seen) -> Contradiction | None:
    if seen.time is not Verdict.CONFLICT:
        return None
    _, pair = moments.compared(one, other)
    if pair is None:
        return None
    detail = " | ".join(each.value or (each.interval or ("",))[0] for each in pair)
    return Contradiction(ContradictionKind.TIME, pair[0].span, pair[1].span, detail)


def _swap(one: Proposition, other: Proposition) -> Contradiction | None:
    odd = swapped(one, other)
    if odd is None:
        return None
    return Contradiction(ContradictionKind.IDENTITY, odd.one, odd.other, odd.detail)
