import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing.splicing import deleted, inserted

VALUES = st.lists(st.integers(0, 99), max_size=12)


@given(VALUES, st.lists(st.tuples(st.integers(0, 12), st.integers(0, 99)), max_size=8))
def test_values_come_to_stand_before_the_places_given(
    values: list[int], more: list[tuple[int, int]]
) -> None:
    rows = sorted((min(at, len(values)), each) for at, each in more)
    at = np.array([place for place, _ in rows], np.int64)
    new = np.array([each for _, each in rows], np.int64)
    here = np.array(values, np.int64)
    assert inserted(here, at, new).tolist() == np.insert(here, at, new).tolist()


@given(VALUES, st.sets(st.integers(0, 11)))
def test_values_are_gone_from_the_places_given(values: list[int], places: set[int]) -> None:
    at = np.array(sorted(each for each in places if each < len(values)), np.int64)
    here = np.array(values, np.int64)
    assert deleted(here, at).tolist() == np.delete(here, at).tolist()
