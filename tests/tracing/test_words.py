import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.tracing.words import Words, batches, words_of


def one(text: str) -> Words:
    return next(words_of([text]))


def written(text: str) -> list[str]:
    words = one(text)
    return [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Two roads, closed.", ["Two", "roads", "closed"], id="English"),
        pytest.param("5,000 men", ["5", "000", "men"], id="a number in parts"),
        pytest.param("Дорога № 5 закрыта", ["Дорога", "5", "закрыта"], id="Russian"),
        pytest.param("扎波罗热 3", ["扎", "波", "罗", "热", "3"], id="each Chinese character"),
        pytest.param("A扎b", ["A", "扎", "b"], id="scripts side by side"),
        pytest.param("", [], id="nothing"),
        pytest.param("… – !", [], id="no word"),
        pytest.param("𐐀𐐁 x", ["𐐀𐐁", "x"], id="beyond the basic plane"),
    ],
)
def test_words_stand_where_they_are(text: str, words: list[str]) -> None:
    assert written(text) == words


@pytest.mark.parametrize(
    ("one_word", "other", "same"),
    [
        ("Road", "ROAD", True),
        ("Дорога", "дорога", True),
        ("road", "roads", False),
        ("abc", "cba", False),
        ("road", "дорога", False),
    ],
)
def test_equal_words_have_equal_numbers(one_word: str, other: str, *, same: bool) -> None:
    assert (one(one_word).hashes[0] == one(other).hashes[0]) is np.bool_(same)


def test_a_word_is_the_same_beside_letters_of_any_script() -> None:
    assert one("the road").hashes[1] == one("дорога road").hashes[1]


def test_escapes_in_addresses_are_no_words() -> None:
    assert len(one("read https://example.org/%D0%BE%d0%b1-a?b=%20")) == len(
        one("read https://example.org/-a?b=")
    )


@pytest.mark.parametrize("text", ["5 % der", "50%", "%", "%a", "100 %x1"])
def test_a_percentage_is_no_escape(text: str) -> None:
    assert one(text).hashes.tolist() == one(text.replace("%", "!")).hashes.tolist()


def test_numbers_and_capitals_are_telling() -> None:
    assert one("At Kyiv 12 men fled T-72s").telling.tolist() == [
        True, True, True, False, False, True, True,
    ]  # fmt: skip


def test_sentences_are_counted_from_each_text() -> None:
    first, second = words_of(["One. Two words.\nThree", "Four! 五。"])
    assert first.sentences.tolist() == [0, 1, 1, 3]
    assert second.sentences.tolist() == [0, 1]


@given(st.lists(st.text()))
def test_a_text_has_the_same_words_alone_and_among_others(texts: list[str]) -> None:
    for alone, among in zip(map(one, texts), words_of(texts), strict=True):
        assert alone.hashes.tolist() == among.hashes.tolist()
        assert alone.starts.tolist() == among.starts.tolist()
        assert alone.sentences.tolist() == among.sentences.tolist()


def test_batches_keep_all_texts() -> None:
    texts = ["word " * 300_000, "", "two words"] * 3
    assert [len(each) for batch in batches(texts) for each in batch.texts()] == [
        len(one(text)) for text in texts
    ]
