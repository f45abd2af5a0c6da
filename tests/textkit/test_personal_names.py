"""Names of persons over spellings, initials, order and parts left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.textkit.personal_names import Agreement, agreement, key_of, personal_name

ROOTS = {"sergei": ("sergei",), "serhiy": ("sergei",), "joe": ("joseph",), "joseph": ("joseph",)}
GENERATIONS = frozenset({"jr", "sr"})
NAMES = st.text("abcdefghijklmnopqrstuvwxyzéіß'’-. \"“”", max_size=30)


@pytest.mark.parametrize(
    "spellings",
    [
        pytest.param("Zelensky Zelenskyy Zelenskiy Zelenskyi Zelens'kyy", id="-skyi"),
        pytest.param("Syrsky Syrskyi", id="-yi"),
        pytest.param("Prigozhin Pryhozhyn", id="g and h, i and y"),
        pytest.param("Yevgeny Evgeny Evgeniy", id="ye"),
        pytest.param("Podolyak Podoliak", id="ya"),
        pytest.param("Shoigu Shoygu", id="oi"),
        pytest.param("Müller Muller", id="umlaut"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({key_of(each) for each in spellings.split()}) == 1


@pytest.mark.parametrize(
    "names",
    [
        pytest.param("Zelensky Zelenska", id="man and woman"),
        pytest.param("Bush Bosh Kush", id="short names"),
        pytest.param("H5N1 H7N7", id="digits"),
    ],
)
def test_other_names_have_other_keys(names: str) -> None:
    assert len({key_of(each) for each in names.split()}) == len(names.split())


@pytest.mark.parametrize(
    ("full", "other", "expected"),
    [
        pytest.param("Ann Lee", "Ann Lee", Agreement.SAME, id="same"),
        pytest.param("Sergei Lavrov", "Serhiy Lavrov", Agreement.SAME, id="root"),
        pytest.param("Olha Lavrov", "Olga Lavrov", Agreement.SPELLING, id="spelling"),
        pytest.param("Sergei Lipovoi", "S. Lipovoi", Agreement.INITIALS, id="initial"),
        pytest.param("S. Lipovoi", "Sergei Lipovoi", Agreement.INITIALS, id="initial first"),
        pytest.param("Sergei Lavrov", "Lavrov Sergei", Agreement.ORDER, id="order"),
        pytest.param("Hillary Rodham Clinton", "Rodham Clinton", Agreement.PART, id="end"),
        pytest.param("Enrique Peña Nieto", "Peña", Agreement.PART, id="middle"),
        pytest.param("Sergei Lavrov", "Lavrov", Agreement.SURNAME, id="surname"),
        pytest.param("Xi Jinping", "Xi", Agreement.FAMILY_FIRST, id="family name first"),
        pytest.param("Joe Biden", "Joe", Agreement.GIVEN, id="given name"),
        pytest.param("Beauregard “Bud” Torres", "Bud", Agreement.GIVEN, id="nickname"),
        pytest.param("Beauregard “Bud” Torres", "Bud Torres", Agreement.SAME, id="nickname, full"),
        pytest.param("Joe Biden", "Joseph R. Biden Jr.", Agreement.SAME, id="generation"),
        pytest.param("Sergei Kyrylenko", "Sergei Kirilenkov", Agreement.NEAR, id="near"),
        pytest.param("George Bush", "Jeb Bush", None, id="brothers"),
        pytest.param("Joe Biden", "Joe Manchin", None, id="one given name"),
        pytest.param("Joe Biden", "B", None, id="a letter"),
        pytest.param("Sergei Petrov", "Sergei Petrova", None, id="another gender's ending"),
    ],
)
def test_how_names_agree(full: str, other: str, expected: Agreement | None) -> None:
    ours, theirs = personal_name(full, GENERATIONS), personal_name(other, GENERATIONS)
    assert ours is not None
    assert theirs is not None
    assert agreement(ours, theirs, ROOTS) == expected


@given(NAMES, NAMES)
def test_any_two_texts_can_be_compared(left: str, right: str) -> None:
    ours, theirs = personal_name(left, GENERATIONS), personal_name(right, GENERATIONS)
    if ours is not None and theirs is not None:
        assert agreement(ours, ours, ROOTS) is Agreement.SAME
        agreement(ours, theirs, ROOTS)


@given(NAMES)
def test_no_name_is_made_of_marks(text: str) -> None:
    name = personal_name(text, GENERATIONS)
    assert name is None or all(name.words)
