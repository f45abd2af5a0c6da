import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.gazetteer.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("U.S.", "US", id="full stops"),
        pytest.param("KYIV", "Kyiv", id="case"),
        pytest.param("Orléans", "Orleans", id="marks of Latin letters"),
        pytest.param("Łódź", "Lodz", id="letters with a stroke"),
        pytest.param("Слов'янськ", "Слов’янськ", id="apostrophes of any shape"),
        pytest.param("Slov'yansk", "Slovyansk", id="apostrophes left out"),
        pytest.param("Орёл", "Орел", id="a letter that print leaves out"),
        pytest.param("Івано-Франківськ", "Івано Франківськ", id="hyphens"),
        pytest.param("The Hague", "Hague", id="articles"),
        pytest.param("Ｋｙｉｖ", "Kyiv", id="wide letters"),
        pytest.param("Киї" + "в", "Киі" + "\u0308в", id="composed or not"),
        pytest.param("  New   York ", "New York", id="blanks"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Київ", "Киів", id="marks of Cyrillic letters tell words apart"),
        pytest.param("が", "か", id="so do those of kana"),
        pytest.param("The", "", id="an article alone is a name"),
        pytest.param("Theodosia", "odosia", id="a name that begins like an article"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=30))
def test_what_is_folded_has_no_edge_blanks(name: str) -> None:
    assert fold(name) == fold(name).strip()
