"""Two texts compared word by word."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing.comparison import COLUMNS, Profile, compared, covered_by, profile, row_of
from furphy.tracing.shingles import WIDTH, shingles_of
from furphy.tracing.words import words_of

NO_PHRASES = np.zeros(0, np.uint64)
TEXTS = st.lists(st.sampled_from(["fog", "ice", "dam", "sun", "rain"]), max_size=25).map(" ".join)


def ready(text: str) -> Profile:
    [words] = words_of([text])
    return profile(words, shingles_of(words), NO_PHRASES)


def shared(one: str, other: str) -> list[bool]:
    """Tell of each word of the other text whether it stands in three that the one has in a row."""
    rows = [[*text.split()] for text in (one, other)]
    runs = {tuple(rows[0][at : at + WIDTH]) for at in range(len(rows[0]) - WIDTH + 1)}
    held = [tuple(rows[1][at : at + WIDTH]) in runs for at in range(len(rows[1]) - WIDTH + 1)]
    return [any(held[max(0, at - WIDTH + 1) : at + 1]) for at in range(len(rows[1]))]


@given(TEXTS, TEXTS)
def test_a_word_is_shared_that_stands_in_three_in_a_row_of_both(one: str, other: str) -> None:
    assert covered_by(ready(one), ready(other)).tolist() == shared(one, other)


@given(TEXTS, TEXTS)
def test_what_two_texts_share_of_each_is_the_same_whichever_comes_first(
    one: str, other: str
) -> None:
    there, back = compared(ready(one), ready(other)), compared(ready(other), ready(one))
    assert (there.one, there.other) == (back.other, back.one)
    held = shared(other, one)
    assert there.one.all == pytest.approx(sum(held) / max(1, len(held)))
    assert there.one.words == len(held)


def test_a_row_of_a_table_has_all_of_a_comparison_by_name() -> None:
    found = compared(ready("the fog lay on the dam all day"), ready("fog lay on the dam, and ice"))
    row = [*row_of(found)]
    assert len(row) == len(COLUMNS)
    assert row[COLUMNS["other.words"]] == found.other.words == 7
    assert row[COLUMNS["longest"]] == found.longest == 5
