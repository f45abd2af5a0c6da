import pytest

from furphy.matching.sentences import sentences
from furphy.model.text import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One fell. Two rose.", ["One fell.", "Two rose."], id="two"),
        pytest.param("В г. Киев приехали. Всё.", ["В г. Киев приехали.", "Всё."], id="a letter"),
        pytest.param("Погибли 5 тыс. человек.", ["Погибли 5 тыс. человек."], id="a small letter"),
        pytest.param("大桥倒塌。无人受伤！", ["大桥倒塌。", "无人受伤！"], id="Chinese"),
        pytest.param("Mr. Smith left.", ["Mr. Smith left."], id="a title"),
        pytest.param("A line\n\nanother", ["A line", "another"], id="lines"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n ", [], id="blanks"),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert [each.of(text) for each in sentences(text, Span(0, len(text)))] == expected


def test_a_sentence_without_an_end_is_cut() -> None:
    text = "а" * 5_000
    assert max(map(len, sentences(text, Span(0, len(text))))) <= 1_000
