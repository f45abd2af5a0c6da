"""What two texts of one language share of their words in a row."""

import pytest

from furphy.tracing.wordings import runs, shared

TEXT = "the mill at Zymna Voda stood still and bakers in Lviv ran out of flour by noon on Tuesday"


@pytest.mark.parametrize(
    ("other", "in_one_piece"),
    [
        pytest.param(TEXT, True, id="the same"),
        pytest.param(f"{TEXT} read also our other news of the day", True, id="a line at the foot"),
        pytest.param(f"new here {TEXT}", True, id="words at the head"),
        pytest.param(TEXT.replace("bakers", "all bakers"), False, id="a word put in"),
        pytest.param(TEXT.replace("flour", "meal"), False, id="a word exchanged"),
        pytest.param(TEXT.replace("stood still and ", ""), False, id="some left out"),
    ],
)
def test_texts_in_one_piece_differ_at_their_ends_alone(other: str, in_one_piece: bool) -> None:
    assert shared(runs(TEXT, "en"), runs(other, "en")).in_one_piece is in_one_piece


def test_the_part_is_of_the_text_with_fewer_runs() -> None:
    half = " ".join(TEXT.split()[:9])
    found = shared(runs(half, "en"), runs(TEXT, "en"))
    assert (found.part, found.shorter, found.longer) == (1.0, 6, 16)


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        pytest.param("利沃夫的面粉已经用完了", "据报利沃夫的面粉已经用完了", 1, id="all of it"),
        pytest.param(
            "梅德韦杰夫卡发生变电站起火", "发生变电站起火的消息", 0, id="too little in a row"
        ),
    ],
)
def test_texts_without_blanks_are_compared_by_their_signs(one: str, other: str, part: int) -> None:
    assert shared(runs(one, "zh"), runs(other, "zh")).part == part
