"""Ukrainian is written as the Russian that a tokenizer finds usual."""

import pytest

from furphy.vectors.ukrainian import WAYS, InRussian, ways

USUAL = ["город", "школу", "война", "больших", "новый", "работает"]


def pieces(word: str) -> list[int]:
    """Cut as a tokenizer would that knows some words whole and else only letters."""
    return [USUAL.index(word)] if word in USUAL else [1000] * len(word)


@pytest.mark.parametrize(
    ("ukrainian", "russian"),
    [
        pytest.param("місто", "город", id="listed"),
        pytest.param("війна", "война", id="one of several ways for a letter"),
        pytest.param("новий", "новый", id="ending"),
        pytest.param("Школу", "Школу", id="capital kept"),
        pytest.param("12 km, OK", "12 km, OK", id="nothing Ukrainian"),
        pytest.param("", "", id="empty"),
    ],
)
def test_a_text_is_written_as_russian(ukrainian: str, russian: str) -> None:
    assert InRussian(pieces).of(ukrainian) == russian


def test_a_word_has_a_bounded_number_of_ways() -> None:
    assert 1 < len(ways("і" * 40)) <= WAYS


def test_the_likelier_way_costs_less() -> None:
    found = dict(ways("ніж"))
    assert found["ниж"] < found["неж"] < found["нож"]
