"""What holds figures: bounds that move one way, and a file that says when they did not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.floors import SLACK, Bound, Held, dump, eased, flaws, load

FIGURES = st.floats(-3, 3, allow_nan=False)
DIGEST = "sha256:" + "0" * 64


@pytest.mark.parametrize(
    ("bound", "figure", "held"),
    [
        pytest.param(Bound(0.75), 0.75, True, id="met exactly"),
        pytest.param(Bound(0.75), 0.7499, False, id="missed"),
        pytest.param(Bound(0.55, falling=True), 0.55, True, id="error met exactly"),
        pytest.param(Bound(0.55, falling=True), 0.5501, False, id="error too large"),
        pytest.param(Bound(None), -1.0, True, id="only watched"),
    ],
)
def test_a_bound_lets_through_what_is_no_worse(bound: Bound, figure: float, held: bool) -> None:
    assert bound.holds(figure) is held


@pytest.mark.parametrize(
    ("bound", "figure", "limit"),
    [
        pytest.param(Bound(0.75), 0.8595, 0.857, id="raised, less the slack"),
        pytest.param(Bound(0.75), 0.7, 0.75, id="never lowered"),
        pytest.param(Bound(0.75), 0.751, 0.75, id="within the slack"),
        pytest.param(Bound(None), 0.4434, 0.441, id="held for the first time"),
        pytest.param(Bound(0.55, falling=True), 0.5, 0.502, id="error lowered"),
        pytest.param(Bound(0.55, falling=True), 0.6, 0.55, id="error never raised"),
        pytest.param(Bound(0, falling=True), 0, 0, id="none stays none"),
    ],
)
def test_an_update_moves_a_bound_towards_the_better_only(
    bound: Bound, figure: float, limit: float
) -> None:
    assert bound.raised(figure).limit == pytest.approx(limit)


def test_an_aim_that_is_reached_falls_away() -> None:
    assert Bound(0.75, aim=0.83).raised(0.87).aim is None
    assert Bound(0.75, aim=0.83).raised(0.8).aim == 0.83
    assert Bound(0.55, falling=True, aim=0.5).raised(0.4).aim is None


@given(limit=FIGURES, figure=FIGURES, falling=st.booleans())
def test_a_raised_bound_is_never_easier_and_lets_the_figure_through(
    limit: float, figure: float, falling: bool
) -> None:
    before = Bound(limit, falling)
    after = before.raised(figure)
    assert not after.is_easier_than(before)
    if before.holds(figure):
        assert after.holds(figure)
        assert after.limit is not None
        assert abs(after.limit - figure) <= max(SLACK + 0.001, abs(limit - figure)) + 1e-9


def test_floors_read_back_as_they_were_written() -> None:
    floors = {
        "dev": Held(DIGEST, {"f1": Bound(0.7, aim=0.8), "mae": Bound(0.5, falling=True)}),
        "new": Held(None, {"r": Bound(None)}),
    }
    assert load(dump(floors)) == floors


@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param({"dev": Held(None, {"f1": Bound(0.6)})}, "0.7 became 0.6", id="lowered"),
        pytest.param({"dev": Held(None, {"f1": Bound(None)})}, "became None", id="let go"),
        pytest.param({"dev": Held(None, {})}, "f1 is no longer held", id="figure dropped"),
        pytest.param({}, "f1 is no longer held", id="set dropped"),
    ],
)
def test_an_eased_bound_is_told(after: dict[str, Held], told: str) -> None:
    (fault,) = eased({"dev": Held(None, {"f1": Bound(0.7)})}, after)
    assert told in fault


def test_a_raised_bound_and_a_new_one_are_no_fault() -> None:
    before = {"dev": Held(None, {"f1": Bound(0.7)})}
    after = {"dev": Held(None, {"f1": Bound(0.8), "r": Bound(0.1)})}
    assert not list(eased(before, after))


@pytest.mark.parametrize(
    ("held", "told"),
    [
        pytest.param(Held("md5:1", {}), "no digest", id="digest"),
        pytest.param(Held(None, {"f1": Bound(0.9, aim=0.8)}), "behind its limit", id="aim"),
        pytest.param(
            Held(None, {"mae": Bound(0.4, falling=True, aim=0.5)}), "behind its limit", id="error"
        ),
    ],
)
def test_a_malformed_floor_is_told(held: Held, told: str) -> None:
    (fault,) = flaws({"dev": held}, {"dev"})
    assert told in fault


def test_what_is_measured_and_what_is_held_are_the_same_sets() -> None:
    assert [*flaws({"old": Held(None, {})}, {"new"})] == [
        "new: measured, but nothing is held for it",
        "old: held, but nothing measures it",
    ]
