"""Do two propositions say the same? The features weighed, and what stands between them."""

import math
from dataclasses import replace
from functools import cache

from furphy import lexicon
from furphy.matching.conflicts import Verdicts, verdicts
from furphy.matching.features import EVEN, Rarity, Seen, seen
from furphy.matching.proposition import Proposition
from furphy.model.claim import Comparison, Feature, Sameness

JOINED, PROPOSED = 0.65, 0.3
"""From which score on two propositions are one, or may be.

Of pairs put together to be judged those that are one score .7 and more; among articles on one
campaign, read by hand, most of what scored between .5 and .65 had only its subject in common.
"""

ABOUT_ONE_THING = 0.4
"""From which score on, conflicts left aside, a conflict is a contradiction."""

_SURELY_ABOUT = 0.6
"""The same where the conflict may be one of words alone."""

_AGAINST = 0.3
"""What the score of two propositions counts that cannot be one."""
_SOFT = 0.6
"""The same where they may be one, a thing being called otherwise."""
_COSINE = "cosine"


def compare(
    one: Proposition,
    other: Proposition,
    rarity: Rarity = EVEN,
    cosine: float | None = None,
) -> Comparison:
    """Compare two propositions; which comes first makes no difference but for the spans' order.

    ``rarity`` weighs terms by how few texts of a collection have them. ``cosine`` is that of the
    vectors of the two texts, -1 to 1, where there are such (:mod:`furphy.matching.nearness`).
    The score says how likely they are to say the same: a logistic sum of the features, by the
    weights in the lexicon's ``matching_weights``, which were set by hand and looked at on the
    development half of ``evaluation/claim_pairs``; less where something stands between them.
    """
    found = seen(one, other, rarity)
    if cosine is not None:
        found = replace(found, features=(*found.features, Feature(_COSINE, cosine)))
    about = likelihood(found)
    against = verdicts(one, other, found)
    score = about * (_weight_of(against) if against.any else 1.0)
    return Comparison(
        score,
        _decided(score, against),
        about,
        found.features,
        against.contradiction if about >= _least(against) else None,
        against.difference if about >= ABOUT_ONE_THING else None,
    )


def _least(against: Verdicts) -> float:
    return _SURELY_ABOUT if against.soft else ABOUT_ONE_THING


def _weight_of(against: Verdicts) -> float:
    return _SOFT if against.soft else _AGAINST


def _decided(score: float, against: Verdicts) -> Sameness:
    if score >= JOINED and not against.any:
        return Sameness.JOINED
    if score >= PROPOSED and (against.soft or not against.any):
        return Sameness.PROPOSED
    return Sameness.NO


def likelihood(found: Seen) -> float:
    """Return how likely two propositions are about one thing, conflicts left aside."""
    case = "within" if found.one_language else "across"
    if any(each.name == _COSINE for each in found.features):
        case += "-vectors"
    weights = _weights(case)
    total = weights.get("", 0.0)
    for each in found.features:
        # What speaks against is the business of the conflicts.
        value = max(each.value or 0.0, 0.0) if each.name != _COSINE else each.value or 0.0
        total += weights.get(each.name, 0.0) * value
    return 1.0 / (1.0 + math.exp(-total))


@cache
def _weights(case: str) -> dict[str, float]:
    """Return what each feature weighs; "" is the constant."""
    return {
        row["feature"].replace("-", ""): float(row[case])
        for row in lexicon.rows("matching_weights", "any")
    }
