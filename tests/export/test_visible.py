import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.export.visible import on_one_line, visible

CASES = {
    "terminal escape": ("\x1b[2Jgone", "‹U+001B›[2Jgone"),
    "one-character escape": ("\x9b31m", "‹U+009B›31m"),
    "right-to-left override": ("\u202egnp.exe", "‹U+202E›gnp.exe"),
    "isolate": ("\u2067a\u2069", "‹U+2067›a‹U+2069›"),
    "tags": ("a\U000e0041", "a‹U+E0041›"),
    "carriage return": ("a\rb", "a‹U+000D›b"),
    "joiner stays": ("می\u200cخواهم", "می\u200cخواهم"),
    "direction mark stays": ("\u200e(a)", "\u200e(a)"),
    "lines stay": ("a\n\tb", "a\n\tb"),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_a_control_is_shown_instead_of_obeyed(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_controls_is_left(text: str) -> None:
    assert {each for each in visible(text) if unicodedata.category(each) == "Cc"} <= {"\n", "\t"}
    assert {"\u202e", "\u2066"}.isdisjoint(visible(text))


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(on_one_line(text).splitlines()) <= 1
