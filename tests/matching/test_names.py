import pytest
from matching.worded import put

from furphy.matching.names import name_likeness, surely_differ
from furphy.matching.proposition import Name


def name(language: str, text: str) -> Name:
    sentence = {"en": "near {} today", "ru": "около {}", "uk": "біля {}", "zh": "在{}"}[language]
    return next(iter(put(sentence.format(text), language).names))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Kramatorsk"), ("ru", "Краматорске")),
        (("en", "Kramatorsk"), ("zh", "克拉马托尔斯克")),
        (("ru", "Краматорска"), ("uk", "Краматорську")),
        (("en", "Odesa"), ("zh", "敖德萨")),
        (("en", "Ploiești"), ("uk", "Плоєшті")),
        (("en", "Bishkek"), ("zh", "比什凯克")),
        (("ru", "Одиши"), ("uk", "Одіші")),
        (("en", "Cox's Bazar"), ("zh", "科克斯巴扎尔")),
    ],
)
def test_one_name_in_two_writings_is_one(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert name_likeness(name(*one), name(*other)) > 0
    assert not surely_differ(name(*one), name(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Kramatorsk"), ("en", "Sloviansk")),
        (("en", "Nakuru"), ("zh", "埃尔多雷特")),
        (("ru", "Никополя"), ("uk", "Марганця")),
        (("en", "Tripoli"), ("en", "Misrata")),
    ],
)
def test_two_names_are_two(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert name_likeness(name(*one), name(*other)) == 0
    assert surely_differ(name(*one), name(*other))


def test_words_around_say_that_a_name_is_of_a_place() -> None:
    assert [each.of_place for each in put("The Aurelia sank near Izmail.").names] == [False, True]
    assert [each.of_place for each in put("纳库鲁警方逮捕了学生。", "zh").names] == [True]


def test_a_character_that_is_a_word_stays_in_a_transcribed_name() -> None:
    assert [each.text for each in put("蒂米什瓦拉的学校", "zh").names] == ["蒂米什瓦拉"]
