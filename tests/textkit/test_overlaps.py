from hypothesis import given
from hypothesis import strategies as st

from furphy.model.text import Span
from furphy.textkit.overlaps import Overlaps

SPANS = st.tuples(st.integers(0, 2000), st.integers(0, 900)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_the_index_finds_what_trying_all_finds(spans: list[Span], asked: Span) -> None:
    index = Overlaps(spans)
    assert index.meeting(asked) == [i for i, each in enumerate(spans) if each.meets(asked)]


@given(st.lists(SPANS, max_size=30), SPANS.filter(lambda span: len(span) > 0))
def test_the_index_finds_what_holds_a_stretch(spans: list[Span], asked: Span) -> None:
    index = Overlaps(spans)
    assert index.holding(asked) == [i for i, each in enumerate(spans) if each.holds(asked)]


def test_one_number_may_have_several_stretches() -> None:
    index = Overlaps()
    index.add(Span(0, 5), 7)
    index.add(Span(900, 905), 7)
    assert index.meeting(Span(0, 1000)) == [7]
