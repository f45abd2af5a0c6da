"""The index of stretches finds what trying them all would find."""

from hypothesis import given
from hypothesis import strategies as st

from furphy.model.text import Span
from furphy.textkit.overlaps import Overlaps

# Long enough to fall into several buckets of the index.
SPANS = st.tuples(st.integers(0, 1500), st.integers(1, 700)).map(lambda at: Span(at[0], sum(at)))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_it_finds_all_that_meet_and_all_that_hold(spans: list[Span], asked: Span) -> None:
    found = Overlaps(spans)
    assert found.meeting(asked) == [n for n, each in enumerate(spans) if each.meets(asked)]
    assert found.holding(asked) == [n for n, each in enumerate(spans) if each.holds(asked)]


def test_a_number_with_several_stretches_is_found_once() -> None:
    parts = Overlaps()
    parts.add(Span(0, 5), 7)
    parts.add(Span(8, 300), 7)
    parts.add(Span(20, 30), 2)
    assert parts.meeting(Span(4, 25)) == [2, 7]
    assert parts.holding(Span(8, 10)) == [7]
    assert parts.meeting(Span(5, 8)) == []
