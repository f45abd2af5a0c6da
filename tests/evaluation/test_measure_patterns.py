"""How a pattern's share of right contents is counted."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.measure_patterns import is_among, judged, table
from evaluation.words import Words
from furphy.ingest import Capture, open_bytes
from furphy.model.document import Document
from furphy.model.text import Span

TEXT = 'The dam broke, the mayor said. Police said that "no one" was hurt.'


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("spans", "count"),
    [
        pytest.param([at("The dam broke,")], 3, id="marks at the edge aside"),
        pytest.param([at('"no one"')], 2, id="quotation marks aside"),
        pytest.param([at('that "no one" was')], 6, id="marks inside count"),
        pytest.param([at("The dam"), at("broke")], 3, id="in parts"),
        pytest.param([at(". ")], 0, id="marks alone"),
        pytest.param([], 0, id="nothing"),
    ],
)
def test_words_and_marks_inside_spans_are_counted(spans: list[Span], count: int) -> None:
    assert len(Words(TEXT).inside(spans)) == count


@given(st.text(), st.data())
def test_any_stretch_holds_only_words_that_begin_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = Words(text)
    assert words.inside([Span(start, end)]) <= words.inside([Span(0, len(text))])


@pytest.mark.parametrize(
    ("content", "right"),
    [({1, 2}, True), ({1, 2, 3, 4}, True), ({1}, True), ({1, 5, 6}, False), ({9}, False)],
    ids=["the same", "half too long", "half too short", "a quarter", "elsewhere"],
)
def test_half_of_the_joined_words_make_a_content_right(content: set[int], right: bool) -> None:
    assert is_among(frozenset(content), [frozenset(), frozenset({1, 2})]) is right


def test_an_attribution_is_right_where_its_content_is_annotated() -> None:
    (document,) = open_bytes(Capture("note.txt", TEXT.encode()))
    assert isinstance(document, Document)
    dam = at("The dam broke")
    annotated = [[(dam.start, dam.end)]]
    assert Counter(right for _, right in judged(document, TEXT, annotated)) == {True: 1, False: 1}
    assert [*judged(document, "another text", annotated)] == []


def test_rare_patterns_are_left_out_of_the_table() -> None:
    written = table(Counter(often=40, rarely=3), Counter(often=31, rarely=3), "made-up data")
    assert written.splitlines()[-2:] == ["pattern\tscore", "often\t0.78"]
    assert "of 43 attributions" in written
