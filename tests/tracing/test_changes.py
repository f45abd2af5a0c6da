from dataclasses import replace

import pytest

from furphy.tracing.changes import change
from furphy.tracing.shelf import shelved
from furphy.tracing.traced import Traced, Window

A, B, C, D = (Traced(key, f"Text of {key}.", "en", published=Window(1, 2)) for key in "abcd")


@pytest.mark.parametrize(
    ("before", "now", "moved", "new"),
    [
        ([], [A], [], [0]),
        ([A, B], [A, B], [0, 1], []),
        ([A, C], [A, B, C], [0, 2], [1]),
        ([A, B, C], [A, C], [0, -1, 1], []),
        ([A, B], [A, replace(B, text="Another.")], [0, -1], [1]),
        ([A, B], [A, replace(B, outlet="Courier")], [0, -1], [1]),
        ([A, B, C], [B, A, D], [-1, -1, -1], [0, 1, 2]),
    ],
    ids=["first", "none", "between", "gone", "text", "outlet", "another order"],
)
def test_what_came_what_went_and_what_stayed(
    before: list[Traced], now: list[Traced], moved: list[int], new: list[int]
) -> None:
    found = change(shelved(before), shelved(now))
    assert found.moved.tolist() == moved
    assert found.new.tolist() == new
    assert found.gone.tolist() == [place for place, at in enumerate(moved) if at < 0]
    assert found.count == len(now)
