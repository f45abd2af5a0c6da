"""Numbers are found among others that are in order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing.lookup import are_among, joined, looked_up

NUMBERS = st.lists(st.integers(0, 30), max_size=12)


@given(st.sets(st.integers(0, 30)), NUMBERS)
def test_what_is_known_is_found_where_it_stands_and_nothing_else(
    known: set[int], asked: list[int]
) -> None:
    ordered, keys = np.array(sorted(known), np.int64), np.array(asked, np.int64)
    at, there = looked_up(ordered, keys)
    assert there.tolist() == are_among(keys, ordered).tolist() == [each in known for each in asked]
    assert ordered[at[there]].tolist() == keys[there].tolist()


@given(st.lists(NUMBERS))
def test_several_rows_are_joined_in_their_order(rows: list[list[int]]) -> None:
    found = joined(np.array(each, np.uint64) for each in rows)
    assert found.dtype == np.uint64
    assert found.tolist() == [each for row in rows for each in row]
