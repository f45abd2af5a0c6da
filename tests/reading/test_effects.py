import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.model.factuality import Commitment, CueKind
from furphy.model.text import Span
from furphy.reading.effects import EFFECTS, PLAIN, Reach, Stance, always, inwards, under

CUE = Span(3, 6)
DEGREES = st.floats(-3, 3)
REACHES = st.builds(Reach, *[st.sampled_from(list(EFFECTS.values()))] * 2)

VALUES = {
    "plain": (3.0, True, "CT+"),
    "a report's edge": (2.5, True, "CT+"),
    "probable": (2.0, True, "PR+"),
    "possible": (1.0, True, "PS+"),
    "in the middle": (0.2, True, "UU"),
    "possibly not": (-0.8, True, "PS-"),
    "probably not": (-1.5, True, "PR-"),
    "denied": (-2.0, True, "CT-"),
    "whatever the degree, nobody commits": (2.7, False, "UU"),
}


@pytest.mark.parametrize(("degree", "settled", "value"), VALUES.values(), ids=VALUES)
def test_a_degree_has_one_value(degree: float, settled: bool, value: str) -> None:
    assert Stance(degree, settled).factuality().value is Commitment(value)


def test_an_effect_depends_on_whether_its_operator_is_affirmed() -> None:
    managing = Reach(EFFECTS["certain"], EFFECTS["not"])
    assert under(PLAIN, managing, PLAIN, None).degree == 3.0
    assert under(Stance(-2.0), managing, PLAIN, None).degree == -2.0


def test_two_denials_affirm() -> None:
    failing = Reach(EFFECTS["not"], EFFECTS["certain"])
    assert under(Stance(-2.0), failing, PLAIN, None).degree == 2.0


def test_a_presupposed_event_goes_back_to_what_is_simply_so() -> None:
    relayed = Stance(2.7, settled=False)
    assert under(Stance(-2.0), always(EFFECTS["fact"]), relayed, CUE) is relayed


def test_only_what_changes_a_stance_is_a_cue() -> None:
    assert under(PLAIN, always(EFFECTS["certain"]), PLAIN, CUE).cues == ()
    (cue,) = under(PLAIN, always(EFFECTS["not"]), PLAIN, CUE).cues
    assert (cue.kind, cue.span) == (CueKind.DENIAL, CUE)


def test_a_source_denies_what_its_relay_leaves_open() -> None:
    denying = always(EFFECTS["denied"])
    assert inwards(PLAIN, denying, CUE).factuality().value is Commitment.CERTAINLY_NOT
    assert under(PLAIN, denying, PLAIN, CUE).factuality().value is Commitment.UNCOMMITTED


@given(DEGREES, REACHES)
def test_degrees_stay_on_the_scale(degree: float, reach: Reach) -> None:
    assert -3 <= under(Stance(degree), reach, PLAIN, CUE).degree <= 3
    assert -3 <= inwards(Stance(degree), reach, CUE).degree <= 3


@given(DEGREES, REACHES)
def test_nothing_follows_more_surely_than_what_it_follows_from(degree: float, reach: Reach) -> None:
    after = under(Stance(degree), reach, Stance(0.0), None)
    if reach.affirmed is not EFFECTS["same"] and reach.negated is not EFFECTS["same"]:
        assert after.degree <= abs(degree)
