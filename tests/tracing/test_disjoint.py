from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing.disjoint import Sets

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)))


def test_each_number_is_a_set_of_its_own_at_first() -> None:
    assert [Sets().first(each) for each in (0, 7)] == [0, 7]


@given(PAIRS)
def test_numbers_joined_at_any_remove_have_the_least_in_common(
    pairs: list[tuple[int, int]],
) -> None:
    sets = Sets()
    known = {each: {each} for each in range(13)}
    for one, other in pairs:
        sets.join(one, other)
        joined = known[one] | known[other]
        known.update(dict.fromkeys(joined, joined))
    assert [sets.first(each) for each in known] == [min(each) for each in known.values()]
