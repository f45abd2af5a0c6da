import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.model.text import Span
from furphy.textkit.edges import trimmed

CASES = {
    "both": (" , it burned, ", "it burned"),
    "only its own side": (": it burned:", "it burned:"),
    "inside stays": ("it, too", "it, too"),
    "nothing left": (" , ", ""),
}


@pytest.mark.parametrize(("text", "left"), CASES.values(), ids=CASES)
def test_edges_are_cut(text: str, left: str) -> None:
    assert trimmed(text, Span(0, len(text)), before=",:", after=",").of(text) == left


@given(st.text(st.sampled_from("a ,.")))
def test_what_is_left_lies_inside_and_has_clean_edges(text: str) -> None:
    whole = Span(0, len(text))
    span = trimmed(text, whole, before=",", after=".")
    assert whole.holds(span)
    assert span.of(text) == span.of(text).strip()
