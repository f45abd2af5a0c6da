"""Numbers, days and names of a text come out the same in four languages."""

import pytest

from furphy.tracing.anchors import Anchor, anchors_of

REPORTS = {
    "en": "At noon on 30 November people of Rozhniv counted twenty-five hits, said Oleh Koval's"
    " office. 5,000 households and 1.2 million litres are affected; Acer repairs pumps.",
    "ru": "30 ноября жители Рожнова насчитали двадцать пять попаданий, сообщили в офисе Олега"
    " Коваля. Пострадали 5 000 домов и 1,2 млн литров; насосы чинит Acer.",
    "uk": "30 листопада мешканці Рожнева нарахували двадцять п’ять влучань, повідомили в офісі"
    " Олега Коваля. Постраждали 5 тис. домівок і 1,2 млн літрів; помпи лагодить Acer.",
    "zh": "11月30日，罗日尼夫居民数到二十五次命中，奥列格·科瓦尔办公室说。"
    "5000户、120万升受影响；水泵由Acer修理。",
}


def keys(text: str, language: str) -> set[str]:
    return {key for anchor in anchors_of(text, language) for key in anchor.keys}


@pytest.mark.parametrize("language", REPORTS)
@pytest.mark.parametrize(
    "key",
    ["day:11-30", "number:25", "number:5000", "number:1.2e+06", "sound:KFL", "latin:acer"],
)
def test_an_anchor_is_the_same_in_each_language(language: str, key: str) -> None:
    assert key in keys(REPORTS[language], language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("1,234.5 tons", "en", "number:1234.5", id="commas part thousands in English"),
        pytest.param("1,77 процента", "ru", "number:1.77", id="and decimals in Russian"),
        pytest.param("12 500 осіб", "uk", "number:12500", id="blanks part thousands"),
        pytest.param("三千五百人", "zh", "number:3500", id="Chinese signs"),
        pytest.param("一万二千三百", "zh", "number:12300", id="Chinese ten thousands"),
        pytest.param("1.77万亿元", "zh", "number:1.77e+12", id="figures before Chinese multiples"),
        pytest.param("сто двадцать пять", "ru", "number:125", id="Russian words"),
        pytest.param("May 5 was quiet", "en", "day:5-5", id="month first"),
        pytest.param("26.11.2024", "uk", "day:11-26", id="numeric day"),
        pytest.param("2024-11-26", "en", "day:11-26", id="ISO day"),
        pytest.param("в Бережанах", "ru", "sound:PLSN", id="case ending taken away"),
        pytest.param("near Berezhany", "en", "sound:PLSN", id="the same name in Latin letters"),
    ],
)
def test_what_is_written_is_known_by_its_key(text: str, language: str, expected: str) -> None:
    assert expected in keys(text, language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1. Masks\n2) Water\n 3. Salt", set(), id="they open its lines"),
        pytest.param("4\ufe0f\u20e3 Bread", set(), id="as signs of keys"),
        pytest.param("1. Take 7 masks", {"number:7"}, id="what a line counts is one"),
        pytest.param("12 people left.\nOf 30.", {"number:12", "number:30"}, id="no list"),
        pytest.param("2.5 litres", {"number:2.5"}, id="a fraction"),
    ],
)
def test_the_numbers_of_a_list_are_no_anchors(text: str, expected: set[str]) -> None:
    assert {each for each in keys(text, "en") if each.startswith("number:")} == expected


def test_a_capital_that_begins_a_sentence_is_unsure() -> None:
    found = {
        anchor.span.of("Bridges fell. Orikhiv and Tokmak wait."): anchor.sure
        for anchor in anchors_of("Bridges fell. Orikhiv and Tokmak wait.", "en")
    }
    assert found == {"Bridges": False, "Orikhiv": False, "Tokmak": True}


def test_the_number_of_a_day_is_no_number_besides() -> None:
    assert keys("on 9 May", "en") == {"day:5-9"}


@pytest.mark.parametrize("language", REPORTS)
def test_spans_are_in_order_and_read_again(language: str) -> None:
    found = anchors_of(REPORTS[language], language)
    assert [each.span for each in found] == sorted(each.span for each in found)
    assert all(each.span.of(REPORTS[language]).strip() for each in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Слово", id="one word"),
        pytest.param("9" * 5000, id="a number without end"),
        pytest.param("一" * 5000, id="signs without end"),
        pytest.param("сто " * 3000, id="number words without end"),
        pytest.param("\ud800 \0 1,2,3,4,5,6,7,8", id="no text at all"),
        pytest.param("Зеленодольськ 12 травня. " * 4_000, id="a hundred thousand characters"),
    ],
)
@pytest.mark.parametrize("language", ["en", "uk", "zh", "xx"])
def test_any_text_has_anchors_or_none(text: str, language: str) -> None:
    assert all(isinstance(each, Anchor) for each in anchors_of(text, language))
