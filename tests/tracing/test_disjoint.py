import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing.disjoint import Sets, firsts

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


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=60))
def test_all_at_once_are_joined_as_one_by_one(pairs: list[tuple[int, int]]) -> None:
    sets = Sets()
    for pair in pairs:
        sets.join(*pair)
    ends = np.array(pairs, np.int64).reshape(-1, 2)
    found = firsts(30, ends[:, 0], ends[:, 1]).tolist()
    assert found == [sets.first(each) for each in range(30)]
