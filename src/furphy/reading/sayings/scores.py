"""How often each pattern is right."""

from functools import cache

from furphy import lexicon

# For a pattern too rare to have been measured.
_UNMEASURED = 0.5


def score_of(rule: str) -> float:
    """Return the precision of a rule's pattern, from 0 to 1.

    Measured as the share of a pattern's contents that share half of their words or more with a
    content annotated in PolNeAR's training part (Newell et al. 2018); nested ones, which PolNeAR
    does not annotate, left out.
    """
    return _scores().get(rule.partition(":")[0], _UNMEASURED)


@cache
def _scores() -> dict[str, float]:
    return {row["pattern"]: float(row["score"]) for row in lexicon.rows("pattern_scores", "any")}
