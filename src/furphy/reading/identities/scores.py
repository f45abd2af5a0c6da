"""How often each rule that joins a mention is right."""

from functools import cache

from furphy import lexicon

# For a rule too rare to have been counted.
_UNCOUNTED = 0.5


def score_of(rule: str) -> float:
    """Return the precision of a rule, from 0 to 1.

    Counted by reading joined mentions drawn at random from news of several kinds; see the head of
    ``identity_scores.tsv``.
    """
    return _scores().get(rule, _UNCOUNTED)


@cache
def _scores() -> dict[str, float]:
    return {row["rule"]: float(row["score"]) for row in lexicon.rows("identity_scores", "any")}
