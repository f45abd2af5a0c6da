"""What is promised of pairs of statements that nobody looked at while rules were made."""

from evaluation.claim_pairs import HELD_BACK, figures, outcomes, pairs


def test_pairs_that_were_held_back_stay_above_their_floors() -> None:
    found = figures(outcomes(pairs(HELD_BACK), lambda _one, _other: None))
    assert found.pairs >= 400
    assert found.f1 >= 0.90
    assert found.kinds is not None
    assert found.kinds >= 0.85
