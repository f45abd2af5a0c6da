import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.model.text import Span
from furphy.textkit.highlights import Sought, excerpt, highlights
from furphy.textkit.search import sought_text


def sought(words: str, *, is_open: bool = False) -> Sought:
    return Sought(tuple(sought_text(words).split()), is_open)


STAND = [
    pytest.param("Drones hit a [drone] base; [drones]!", "drone", id="any form, each time"),
    pytest.param("Kyiv’s [air-raid] sirens", "air raid", id="a phrase over a hyphen"),
    pytest.param("据称[朝鲜]导弹残骸", "朝鲜", id="two characters"),
    pytest.param("在[扎波罗热]州", "扎波罗热", id="four characters"),
    pytest.param("Удар по [аеродромі] вночі", "аеродром", id="an inflected word"),
    pytest.param("по [U.S.] base", "US", id="initials"),
]


@pytest.mark.parametrize(("painted", "words"), STAND)
def test_words_are_found_where_they_stand(painted: str, words: str) -> None:
    text = painted.replace("[", "").replace("]", "")
    found = [span.of(text) for span in highlights(text, [sought(words)])]
    wanted = [part.split("]")[0] for part in painted.split("[")[1:]]
    assert found[-len(wanted) :] == wanted


def test_a_beginning_stands_in_longer_words() -> None:
    text = "Обстрілювали з міномета"
    assert [each.of(text) for each in highlights(text, [Sought(("обстріл",), is_open=True)])] == [
        "Обстрілювали"
    ]


@given(st.text(), st.text(min_size=1))
def test_spans_are_in_order_and_inside(text: str, words: str) -> None:
    spans = highlights(text, [sought(words)] if sought_text(words) else [])
    assert all(0 <= each.start <= each.end <= len(text) for each in spans)
    assert spans == sorted(spans, key=lambda each: each.start)


@given(st.text(), st.integers(1, 40), st.data())
def test_an_excerpt_holds_what_was_found_and_is_no_longer(
    text: str, length: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    first = Span(start, data.draw(st.integers(start, min(len(text), start + length))))
    part = excerpt(text, first, length)
    assert part.start <= first.start
    assert first.end <= part.end <= len(text)
    assert part.end - part.start <= length
