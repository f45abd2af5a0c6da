import pytest

from furphy.gazetteer.chinese import in_chinese
from furphy.gazetteer.renderings import RUSSIAN, UKRAINIAN, in_russian, romanized


# The examples of resolution 55 of 2010, folded.
@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("алушта", "alushta"),
        ("гадяч", "hadiach"),
        ("згорани", "zghorany"),
        ("єнакієве", "yenakiieve"),
        ("житомир", "zhytomyr"),
        ("їжакевич", "yizhakevych"),
        ("йосипівка", "yosypivka"),
        ("лебедин", "lebedyn"),
        ("ужгород", "uzhhorod"),
        ("біла церква", "bila tserkva"),
        ("щербухи", "shcherbukhy"),
        ("яготин", "yahotyn"),
        ("знамянка", "znamianka"),
        ("феодосія", "feodosiia"),
    ],
)
def test_ukrainian_is_romanized_as_the_resolution_says(name: str, latin: str) -> None:
    assert romanized(name, UKRAINIAN) == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [("ерофей", "yerofey"), ("орехов", "orekhov"), ("шахты", "shakhty"), ("щекино", "shchekino")],
)
def test_russian_is_romanized_as_the_boards_do(name: str, latin: str) -> None:
    assert romanized(name, RUSSIAN) == latin


@pytest.mark.parametrize(
    ("ukrainian", "russian"),
    [
        pytest.param("запоріжжя", "запорожье", id="o of a closed syllable, a doubled consonant"),
        pytest.param("новоданилівка", "новоданиловка", id="a suffix"),
        pytest.param("тернопіль", "тернополь", id="a town"),
        pytest.param("біла церква", "бела церква", id="the old yat"),
        pytest.param("камянське", "камянское", id="an adjective"),
        pytest.param("гуляйполе", "гуляйполе", id="a noun that ends like an adjective"),
        pytest.param("зайцеве", "зайцево", id="a possessive"),
        pytest.param("чернівці", "черновцы", id="a plural"),
        pytest.param("затишшя", "затишье", id="a doubled consonant"),
        pytest.param("орехов", "орехов", id="Russian already"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_in_russian(ukrainian: str, russian: str) -> None:
    assert in_russian(ukrainian) == russian


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        pytest.param("гуляйполе", "guliyayibolie", id="Russian"),
        pytest.param("запорожье", "zhaboluore", id="soft signs left out"),
        pytest.param("оріхів", "aolixifu", id="Ukrainian"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_in_chinese(name: str, pinyin: str) -> None:
    assert in_chinese(name) == pinyin
