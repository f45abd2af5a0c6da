"""What is changed in place comes out as if made anew."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from furphy.tracing import changes, tally
from furphy.tracing.changes import Change, arrived
from furphy.tracing.memory import mixed
from furphy.tracing.overlaps import Pairs, index_of, paired, set_phrases
from furphy.tracing.phrasing import Phrasing
from furphy.tracing.words import Hashes

RARE = 10_000


def shingles(*numbers: int) -> Hashes:
    return np.unique(np.array(numbers, np.uint64))


def rows(pairs: Pairs) -> list[tuple[int, ...]]:
    columns = (pairs.ones, pairs.others, pairs.shared)
    return [*zip(*(each.tolist() for each in columns), strict=True)]


def told(phrasing: Phrasing) -> tuple[object, ...]:
    counts = (phrasing.phrases, phrasing.sizes, phrasing.told)
    return rows(phrasing.pairs()), *(each.tolist() for each in counts)


def as_if_anew(texts: Sequence[Hashes]) -> tuple[object, ...]:
    index = index_of(texts)
    phrases = set_phrases(index, paired(index))
    rest, held = index.without(phrases), index.having(phrases)
    numbers = np.zeros(len(texts), np.uint64)
    np.add.at(numbers, index.texts[held], mixed(index.hashes[held]))
    return rows(paired(rest)), phrases.tolist(), rest.sizes().tolist(), numbers.tolist()


# Few numbers make lists longer than the reach and set phrases; many make families of their own.
NUMBERS = st.one_of(st.integers(1, 6), st.integers(1, 60), st.integers(1, RARE))
TEXTS = st.lists(st.lists(NUMBERS, max_size=25).map(lambda some: shingles(*some)), max_size=45)
STEPS = st.lists(st.sets(st.integers(0, 44)), min_size=2, max_size=5)


@settings(max_examples=150)
@given(TEXTS, STEPS, st.sampled_from((1, 16)))
def test_texts_that_come_and_go_leave_what_is_found_from_nothing(
    texts: list[Hashes], steps: list[set[int]], part: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(changes, "_FEW", 1.0)
        patched.setattr(tally, "_PART", part)
        phrasing, before = Phrasing(), list[int]()
        for step in steps:
            now = sorted(each for each in step if each < len(texts))
            moved = np.array([now.index(x) if x in now else -1 for x in before], np.int64)
            new = np.array([at for at, x in enumerate(now) if x not in before], np.int64)
            phrasing.update(Change(moved, new, len(now)), [texts[each] for each in now])
            assert told(phrasing) == as_if_anew([texts[each] for each in now])
            before = now


def test_a_text_more_may_make_a_set_phrase_and_a_text_less_unmake_it() -> None:
    texts = [shingles(1, *range(100 * n, 100 * n + 9)) for n in range(1, 60)]
    phrasing = Phrasing()
    phrasing.update(arrived(4), texts[:4])
    assert not len(phrasing.phrases)
    phrasing.update(arrived(len(texts)), texts)
    assert phrasing.phrases.tolist() == [1]
    without = Change(np.r_[-1, np.arange(len(texts) - 1)], np.zeros(0, np.int64), len(texts) - 1)
    assert without.is_small
    phrasing.update(without, texts[1:])
    assert told(phrasing) == as_if_anew(texts[1:])
