from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing import tally
from furphy.tracing.tally import Tally

NUMBERS = st.lists(st.integers(0, 30), max_size=20)


@given(NUMBERS, st.lists(st.tuples(NUMBERS, NUMBERS), max_size=5), st.sampled_from((1, 16)))
def test_what_was_told_is_counted_whatever_is_taken_back(
    first: list[int], turns: list[tuple[list[int], list[int]]], part: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tally, "_PART", part)
        kept, wanted = Tally(np.array(first, np.int64)), Counter(first)
        for back, more in turns:
            gone = [*(Counter(back) & wanted).elements()]
            kept.exchange(np.array(gone, np.int64), np.array(more, np.int64))
            wanted = wanted - Counter(gone) + Counter(more)
            keys, counts = kept.told()
            assert [*zip(keys.tolist(), counts.tolist(), strict=True)] == sorted(wanted.items())
            asked = np.arange(31)
            assert kept.of(asked).tolist() == [wanted[each] for each in asked.tolist()]
