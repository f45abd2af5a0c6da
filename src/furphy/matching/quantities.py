"""Whether amounts agree, cannot both hold, or are merely apart."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from furphy import lexicon
from furphy.matching.proposition import Amount, Proposition
from furphy.matching.vocabulary import kinds, wider

_ABOUT = 0.12
"""How far off "about" may be, as a share."""
_BEYOND = 0.25
"""How far beyond a stated bound a number still is what it bounds: "more than 1,200" of 1,243."""
_FAR_BEYOND = 2.0
"""How far beyond a bound, as a share, a number may be of another time or scope."""
_ROUND = 1_000
"""From here numbers are rounded without a word that says so."""
_TELLING = 13
"""Equal numbers from here on are seldom equal by chance, whatever they count."""
PERSON = "person"


class Verdict(StrEnum):
    """What came of comparing one thing of two propositions."""

    SAME = "same"
    APART = "apart"
    """They differ, but may both hold."""
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two amounts of one thing."""

    one: Amount
    other: Amount
    verdict: Verdict


def paired(one: Proposition, other: Proposition) -> list[Pairing]:
    """Pair the amounts of two propositions that count the same, those that agree first."""
    pairs = sorted(_pairs(one, other), key=lambda each: each[0])
    used_one, used_other = set[int](), set[int]()
    found: list[Pairing] = []
    for (*_, at, place), pairing in pairs:
        if at not in used_one and place not in used_other:
            used_one.add(at)
            used_other.add(place)
            found.append(pairing)
    rest = [each for at, each in enumerate(one.amounts) if at not in used_one]
    left = [each for at, each in enumerate(other.amounts) if at not in used_other]
    if len(rest) == len(left) == 1 and _may_count_the_same(rest[0], left[0]):
        found.append(Pairing(rest[0], left[0], _verdict(rest[0], left[0])))
    return found


def _may_count_the_same(ours: Amount, theirs: Amount) -> bool:
    """Tell of the only amounts left over whether what they count could be called otherwise."""
    if ours.unit or theirs.unit or (ours.harm and theirs.harm):
        return False
    known = kinds()
    both_known = ours.counted in known and theirs.counted in known
    return not both_known or bool(ours.harm) != bool(theirs.harm)


def _pairs(
    one: Proposition, other: Proposition
) -> Iterator[tuple[tuple[int, float, int, int], Pairing]]:
    for at, ours in enumerate(one.amounts):
        for place, theirs in enumerate(other.amounts):
            if not _count_the_same(ours, theirs):
                continue
            verdict = _verdict(ours, theirs)
            rank = 0 if verdict is Verdict.SAME else 1
            gap = _gap(based(ours), based(theirs))
            yield (rank, gap, at, place), Pairing(ours, theirs, verdict)


def _count_the_same(ours: Amount, theirs: Amount) -> bool:
    if ours.harm and theirs.harm:
        return ours.harm == theirs.harm
    if ours.unit or theirs.unit:
        return based(ours).unit == based(theirs).unit
    if ours.counted and theirs.counted and _counts_related(ours.counted, theirs.counted):
        return True
    value = middle(ours)
    return value == middle(theirs) and value >= _TELLING


def _counts_related(ours: str, theirs: str) -> bool:
    return ours == theirs or theirs in wider().get(ours, ()) or ours in wider().get(theirs, ())


def based(amount: Amount) -> Amount:
    """Return an amount in the unit that others of its kind are compared in: 1.2 t as 1,200 kg."""
    base, factor = _bases().get(amount.unit or "", (amount.unit, 1.0))
    if factor == 1.0:
        return amount
    low, high = (None if each is None else each * factor for each in (amount.low, amount.high))
    return replace(amount, low=low, high=high, unit=base)


@cache
def _bases() -> dict[str, tuple[str, float]]:
    """Return the base of each unit that has one, and how many of it the unit is."""
    rows = lexicon.rows("matching_units", "any")
    return {row["unit"]: (row["base"], float(row["factor"])) for row in rows}


def _verdict(ours: Amount, theirs: Amount) -> Verdict:
    if ours.unit != theirs.unit:
        ours, theirs = based(ours), based(theirs)
    if compatible(ours, theirs):
        return Verdict.SAME
    if _is_part(ours, theirs):
        return Verdict.APART
    if ours.bounded or theirs.bounded:
        return Verdict.APART if _within_bounds(ours, theirs, _FAR_BEYOND) else Verdict.CONFLICT
    return Verdict.CONFLICT


def _is_part(ours: Amount, theirs: Amount) -> bool:
    """Tell whether one may count some of what the other counts: children among the dead."""
    one, other = sorted((ours, theirs), key=middle)
    if not one.counted or one.counted == other.counted or one.counted not in kinds():
        return False
    wide = wider().get(one.counted, frozenset())
    return PERSON in wide and (other.counted is None or other.counted in wide)


def compatible(ours: Amount, theirs: Amount) -> bool:
    """Tell whether two amounts of one thing may be one, roundings and bounds considered."""
    if ours.bounded or theirs.bounded:
        return _within_bounds(ours, theirs, _BEYOND)
    low = max(_lower(ours, theirs), _lower(theirs, ours))
    return low <= min(_upper(ours, theirs), _upper(theirs, ours))


def _within_bounds(ours: Amount, theirs: Amount, beyond: float) -> bool:
    low, high = _stretch(ours, beyond)
    their_low, their_high = _stretch(theirs, beyond)
    return max(low, their_low) <= min(high, their_high)


def _stretch(amount: Amount, beyond: float) -> tuple[float, float]:
    """Return what a bounded amount may be, not further from its bound than by a share."""
    value = middle(amount)
    slack = value * (_ABOUT if amount.about else 0.0)
    low = amount.low if amount.low is not None else value * max(1 - beyond, 0.0)
    high = amount.high if amount.high is not None else value * (1 + beyond)
    return low - slack, high + slack


def _lower(amount: Amount, other: Amount) -> float:
    return (amount.low or 0.0) - _slack(amount, other)


def _upper(amount: Amount, other: Amount) -> float:
    return (amount.high or 0.0) + _slack(amount, other)


def _slack(amount: Amount, other: Amount) -> float:
    """Return how far off a number may be: by its rounding, or as "about" allows."""
    value = middle(amount)
    if amount.about or other.about:
        return max(abs(value) * _ABOUT / 2, _rounding(value) if amount.about else 0.0)
    if amount.unit or abs(value) >= _ROUND:
        # The one that is rounded more may be off by half its last figure.
        mine, theirs = _rounding(value), _rounding(middle(other))
        coarse = mine > theirs and mine <= abs(value) * 0.06
        return mine if coarse else 0.0
    return 0.0


def _rounding(value: float) -> float:
    """Return half the unit of the last significant figure."""
    if not value:
        return 0.0
    step = 10.0 ** math.floor(math.log10(abs(value)))
    while abs(value / step - round(value / step)) > 1e-6:  # noqa: PLR2004 - no figure is finer
        step /= 10
    return step / 2


def middle(amount: Amount) -> float:
    """Return the value of an amount, the middle of a range, its bound where it has one."""
    if amount.low is None or amount.high is None:
        return amount.low if amount.low is not None else amount.high or 0.0
    return (amount.low + amount.high) / 2


def _gap(ours: Amount, theirs: Amount) -> float:
    a, b = middle(ours), middle(theirs)
    return abs(a - b) / max(abs(a), abs(b), 1.0)
