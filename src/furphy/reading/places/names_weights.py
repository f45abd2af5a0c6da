"""How much each feature weighs, and what a run's features come to.

The weights are those of a logistic regression with a ridge penalty (Hoerl & Kennard 1970; le Cessie
& van Houwelingen 1992), fitted by ``python -m evaluation.fit_place_names`` on LGL (Lieberman,
Samet & Sankaranarayanan 2010) and GeoVirus (Gritta, Pilehvar & Collier 2018). They stand in
``place_weights.tsv`` with how many runs had the feature and how many of these were place names. No
feature is a name.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp

from furphy import lexicon


@cache
def weights(column: str) -> Mapping[str, float]:
    """Return what each feature adds to the log-odds: ``alone`` or ``together``."""
    rows = lexicon.rows("place_weights", lexicon.ENGLISH)
    return {row["feature"]: float(row[column]) for row in rows}


def chance(features: Iterable[str], worth: Mapping[str, float]) -> float:
    """Return how probable these features make it that a run names a place, from 0 to 1."""
    total = sum(worth.get(each, 0.0) for each in features)
    return 1.0 / (1.0 + exp(-max(-50.0, min(50.0, total))))
