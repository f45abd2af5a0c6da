"""Values are found by what they are made of, and come back as they were written."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing.memory import Fresh, digest, mixed, read, written


def test_the_bounds_of_parts_count() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab") == digest(b"ab")


def test_a_lone_surrogate_has_a_digest_too() -> None:
    assert digest("\ud800") != digest("\ud801")


@given(st.lists(st.floats(allow_nan=False)), st.lists(st.integers(0, 2**64 - 1)))
def test_what_is_written_comes_back(numbers: list[float], hashes: list[int]) -> None:
    table = np.array(numbers * 2, np.float64).reshape(2, -1)
    head, (one, other) = read(written([numbers, hashes], table, np.array(hashes, np.uint64)))
    assert head == [numbers, hashes]
    assert one.tolist() == table.tolist()
    assert other.tolist() == hashes


@pytest.mark.parametrize("cut", [0, 3, 10, 30])
def test_what_is_cut_short_is_refused(cut: int) -> None:
    data = written(["told"], np.arange(9))
    with pytest.raises(ValueError):  # noqa: PT011 (of json or numpy)
        read(data[:cut])


def test_sums_of_mixed_numbers_differ() -> None:
    one, two, three, four = mixed(np.arange(1, 5, dtype=np.uint64)).tolist()
    assert len({one, two, three, four}) == 4
    assert (one + four) % 2**64 != (two + three) % 2**64


def test_a_fresh_memory_knows_what_it_was_told() -> None:
    memory = Fresh()
    memory.keep("kind", {b"a": b"1"})
    assert memory.recall("kind", [b"b", b"a"]) == [None, b"1"]
    assert memory.recall("other", [b"a"]) == [None]
