"""Numbers of texts stay, whatever comes and goes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing.roll import Roll

STEPS = st.lists(st.lists(st.integers(1, 12), unique=True), min_size=1, max_size=6)


@given(STEPS)
def test_a_text_keeps_its_number_and_is_told_of_when_it_comes_and_goes(
    steps: list[list[int]],
) -> None:
    roll, numbers, before = Roll(), dict[int, int](), set[int]()
    for names in steps:
        roll.update(np.array(names, np.uint64), ["ab"[each % 2] for each in names])
        here = roll.numbers_of(np.array(names, np.uint64)).tolist()
        assert here == roll.here.tolist()
        assert roll.places[here].tolist() == [*range(len(names))]
        assert roll.names[here].tolist() == names
        for name, number in zip(names, here, strict=True):
            assert numbers.setdefault(name, number) == number
        assert {*roll.names[roll.came].tolist()} == {*names} - before
        assert {*roll.names[roll.gone].tolist()} == before - {*names}
        before = {*names}
