import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.textkit.numerals import FIGURE, NumeralWord, composed, figure_value

FIGURES = {
    "7": 7,
    "1,200": 1200,
    "12,345,678": 12345678,
    "1,200.5": 1200.5,
    "1.200": 1.2,
    "3.5": 3.5,
    "1\u00a0200": 1200,
    "1\u2009200\u2009300": 1200300,
    "40\u202f000": 40000,
    "½": 0.5,
    "1½": 1.5,
    "2 ¾": 2.75,
    "⅔": 2 / 3,
    "2 1/2": 2.5,
}


@pytest.mark.parametrize(("written", "value"), FIGURES.items())
def test_figures_have_a_value(written: str, value: float) -> None:
    assert re.fullmatch(FIGURE, written)
    assert figure_value(written) == pytest.approx(value)


@pytest.mark.parametrize("written", ["", "twelve", "1.2.3", "-5", ",", "1e5"])
def test_what_is_no_figure_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        figure_value(written)


SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: NumeralWord(n) for n, word in enumerate(SMALL)}
WORDS |= {word: NumeralWord(n * 10) for n, word in enumerate(TENS, 2)}
MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
WORDS |= {word: NumeralWord(value, multiplies=True) for word, value in MULTIPLES.items()}


def in_words(number: int) -> list[str]:
    """Write a number below a million million in English words."""
    if number < 20:
        return [SMALL[number]]
    if number < 100:
        return [TENS[number // 10 - 2], *(in_words(number % 10) if number % 10 else [])]
    for name in ("billion", "million", "thousand", "hundred"):
        if number >= MULTIPLES[name]:
            rest = number % MULTIPLES[name]
            return [*in_words(number // MULTIPLES[name]), name, *(in_words(rest) if rest else [])]
    raise AssertionError


@given(st.integers(0, 10**12 - 1))
def test_a_number_in_words_is_read_back(number: int) -> None:
    assert composed([WORDS[word] for word in in_words(number)]) == number


@given(st.integers(0, 10**12))
def test_a_number_in_figures_is_read_back(number: int) -> None:
    for written in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "\u202f")):
        assert re.fullmatch(FIGURE, written)
        assert figure_value(written) == number


@pytest.mark.parametrize(
    "words",
    [
        "two three",
        "nineteen ninety",
        "twenty twelve",
        "zero five",
        "thousand million",
        "two thousand three thousand",
        "ten thousand million",
        "two hundred hundred",
        "two dozen three",
    ],
)
def test_words_that_make_no_number(words: str) -> None:
    assert composed([WORDS[word] for word in words.split()]) is None


def test_a_multiple_stands_for_one_of_itself() -> None:
    assert composed([WORDS["hundred"]]) == 100
    assert composed([WORDS["two"], WORDS["dozen"]]) == 24
    assert composed([]) is None


@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=8))
def test_words_make_a_number_of_some_size_or_none(words: list[str]) -> None:
    value = composed([WORDS[word] for word in words])
    assert value is None or value >= 0
