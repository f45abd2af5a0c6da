import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.model.text import Span
from furphy.reading.sayings.nesting import nest
from furphy.reading.sayings.saying import Saying
from furphy.textkit.overlaps import Overlaps


def saying(cue: int, content: tuple[int, int], rule: str = "that:say") -> Saying:
    return Saying((Span(cue - 1, cue),), (Span(cue, cue + 1),), (Span(*content),), rule, "neutral")


OUTER, INNER, INNERMOST = saying(1, (2, 30)), saying(4, (6, 30)), saying(8, (10, 30))


def test_a_saying_stands_in_the_smallest_content_that_holds_its_cue() -> None:
    nested = nest([INNERMOST, OUTER, INNER], Overlaps())
    assert nested == [(OUTER, None), (INNER, 0), (INNERMOST, 1)]


@pytest.mark.parametrize("rule", ["np:condemn", "to:promise", "noun-~of:fear"])
def test_what_passes_on_no_clause_is_no_link_of_a_chain(rule: str) -> None:
    assert nest([OUTER, saying(4, (6, 30), rule)], Overlaps()) == [(OUTER, None)]


def test_a_link_that_is_dropped_hands_its_own_links_to_the_one_above() -> None:
    dropped = saying(4, (6, 30), "np:condemn")
    assert nest([OUTER, dropped, INNERMOST], Overlaps()) == [(OUTER, None), (INNERMOST, 0)]


def test_in_a_quotation_only_links_count_even_without_a_speaker() -> None:
    quoted = Overlaps([Span(0, 40)])
    assert nest([saying(4, (6, 30), "to:promise")], quoted) == []
    assert nest([INNER], quoted) == [(INNER, None)]


def test_two_that_hold_each_other_s_cues_form_no_ring() -> None:
    first, second = saying(5, (10, 40)), saying(12, (2, 9))
    parents = [parent for _, parent in nest([first, second], Overlaps())]
    assert parents.count(None) == 1


PLACES = st.integers(1, 30)
SAYINGS = st.tuples(PLACES, PLACES, st.integers(1, 20)).map(
    lambda drawn: saying(drawn[0], (drawn[1], drawn[1] + drawn[2]))
)


@given(st.lists(SAYINGS, max_size=8))
def test_parents_come_first_and_none_is_lost_or_doubled(sayings: list[Saying]) -> None:
    nested = nest(sayings, Overlaps())
    assert sorted(map(repr, sayings)) == sorted(repr(each) for each, _ in nested)
    for place, (_, parent) in enumerate(nested):
        assert parent is None or parent < place
