from hypothesis import given
from hypothesis import strategies as st

from furphy.textkit.apostrophes import straight


def test_a_name_is_one_with_either_apostrophe() -> None:
    assert straight("O’Neill") == straight("O'Neill") == straight("OʼNeill")


@given(st.text())
def test_a_word_stays_as_long(word: str) -> None:
    assert len(straight(word)) == len(word)
