"""Spans: where words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.model.text import Span, hull, quoted

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)], ids=["before the text", "backwards"])
def test_what_is_no_stretch_of_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"{start}..{end}"):
        Span(start, end)


def test_a_span_covers_code_points_not_bytes_or_letters_as_seen() -> None:
    text = "Zürich 👩‍🚒 fire"
    assert Span(7, 10).of(text) == "👩‍🚒"
    assert len(Span(7, 10)) == 3


@pytest.mark.parametrize(
    ("one", "other", "holds", "meets"),
    [
        pytest.param(Span(0, 5), Span(1, 4), True, True, id="inside"),
        pytest.param(Span(0, 5), Span(0, 5), True, True, id="itself"),
        pytest.param(Span(0, 5), Span(4, 7), False, True, id="over the edge"),
        pytest.param(Span(0, 5), Span(5, 7), False, False, id="side by side"),
        pytest.param(Span(0, 5), Span(5, 5), True, False, id="empty at the edge"),
    ],
)
def test_spans_hold_and_meet(one: Span, other: Span, holds: bool, meets: bool) -> None:
    assert one.holds(other) is holds
    assert one.meets(other) is meets


@given(SPANS, SPANS)
def test_meeting_means_sharing_a_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.meets(other) == other.meets(one)
    assert not shared or one.meets(other)
    if len(one) and len(other):
        assert one.meets(other) == bool(shared)


@given(st.lists(SPANS, min_size=1))
def test_the_hull_holds_every_part_and_touches_the_outermost(parts: list[Span]) -> None:
    whole = hull(parts)
    assert all(whole.holds(each) for each in parts)
    assert whole.start in {each.start for each in parts}
    assert whole.end in {each.end for each in parts}


def test_a_discontinuous_stretch_is_quoted_with_its_gaps_shown() -> None:
    text = "The dam, they said, broke."
    assert quoted(text, (Span(0, 7), Span(20, 25))) == "The dam … broke"
    assert quoted(text, ()) == ""
