import pytest

from furphy.gazetteer.queries import query
from furphy.gazetteer.sounds import Script


@pytest.mark.parametrize(
    ("inflected", "nominative"),
    [
        pytest.param("Новоданилівці", "новоданилівка", id="uk: a feminine noun"),
        pytest.param("Оріхові", "оріхів", id="uk: a possessive"),
        pytest.param("Гуляйполі", "гуляйполе", id="uk: a neuter noun"),
        pytest.param("Кам'янському", "камянське", id="uk: an adjective"),
        pytest.param("Сумах", "суми", id="uk: a plural"),
        pytest.param("Новоданиловке", "новоданиловка", id="ru: a feminine noun"),
        pytest.param("Орехове", "орехов", id="ru: a possessive"),
        pytest.param("Каменского", "каменское", id="ru: an adjective"),
        pytest.param("Запорожьем", "запорожье", id="ru: a neuter noun"),
        pytest.param("Черкассами", "черкассы", id="ru: a plural"),
    ],
)
def test_a_case_form_is_taken_for_its_nominative(inflected: str, nominative: str) -> None:
    first, *others = query(inflected).cyrillic
    assert first.weight == 1
    assert nominative in {each.letters for each in others}
    assert all(each.weight < 1 for each in others)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("Camianske", "kamianske", id="c for k"),
        pytest.param("Zaporojye", "zaporozhye", id="j for zh"),
        pytest.param("Orihiw", "orihiv", id="w for v"),
        pytest.param("Vinnica", "vinnika", id="c: k in hurried English"),
        pytest.param("Vinnici", "vinnitsi", id="c: ts in Slavic spelling"),
        pytest.param("Kirov", "kirov", id="nothing doubtful"),
        pytest.param("Kremenchuk", "krernenchuk", id="m read for rn"),
        pytest.param("Krernenchuk", "kremenchuk", id="rn read for m"),
        pytest.param("Cbernihiv", "chernihiv", id="b read for h"),
    ],
)
def test_doubtful_letters_are_read_in_each_way(written: str, meant: str) -> None:
    assert meant in {each.letters for each in query(written).latin}


@pytest.mark.parametrize(
    ("name", "syllabic"),
    [
        pytest.param("Guliyayibolie", True, id="pinyin"),
        pytest.param("古利艾波莱", True, id="Han"),
        pytest.param("Celinuvateca", True, id="hurried pinyin"),
        pytest.param("Kremenchuk", False, id="ends in a consonant"),
        pytest.param("Khmelnytskyi", False, id="clusters"),
    ],
)
def test_what_may_be_pinyin(name: str, syllabic: bool) -> None:
    assert query(name).syllabic is syllabic


def test_a_query_knows_its_script() -> None:
    assert query("Київ").script is Script.CYRILLIC
    assert query("基輔").script is Script.OTHER
    assert query("").script is Script.LATIN
