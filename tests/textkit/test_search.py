import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.textkit.search import fold, search_text, sought_text

FOLDED = [
    pytest.param("ＡＢＣ ﬁnal", "abc final", id="width and ligatures"),
    pytest.param("Łódź, Đà Nẵng, İstanbul", "lodz da nang istanbul", id="marks of Latin letters"),
    pytest.param("за́мок", "замок", id="a stress mark"),
    pytest.param("Йосип, їжак, ёж", "йосип їжак еж", id="letters of Cyrillic that have marks"),
    pytest.param("مُحَمَّد", "محمد", id="vowel points"),
    pytest.param("so\u00adft \u202eabc\u202c", "soft abc", id="what is invisible"),
    pytest.param(
        "Kyiv’s O'Neill l’armée Luhans'k", "kyiv o neill l armee luhansk", id="apostrophes"
    ),
    pytest.param("п’ять п'ять", "пять пять", id="an apostrophe inside a Ukrainian word"),
    pytest.param("the U.S. army", "the us army", id="initials"),
    pytest.param("F-16 km²", "f 16 km2", id="figures"),
    pytest.param("a\ud800b", "a b", id="half a character"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_writings_of_one_word_become_one(text: str, folded: str) -> None:
    assert " ".join(fold(text).split()) == folded


PAIRED = [
    pytest.param("扎波罗热", "扎波 波罗 罗热 热", id="Chinese"),
    pytest.param("朝鲜 F16", "朝鲜 鲜 f16", id="beside Latin"),
    pytest.param("ロシア軍が", "ロシ シア ア軍 軍が が", id="kana with Han"),
    pytest.param("ﾛｼｱ", "ロシ シア ア", id="half-width kana"),
    pytest.param("러시아군이", "러시 시아 아군 군이 이", id="Hangul"),
    pytest.param("𠮷野家", "𠮷野 野家 家", id="beyond the first plane"),
    pytest.param("火", "火", id="one character"),
]


@pytest.mark.parametrize(("text", "words"), PAIRED)
def test_writing_without_blanks_becomes_pairs(text: str, words: str) -> None:
    assert search_text(text) == words


HOLDS = [
    pytest.param("朝鲜导弹残骸被发现", "朝鲜", id="two Chinese characters at the start"),
    pytest.param("据称朝鲜导弹残骸", "导弹", id="two in the middle"),
    pytest.param("据称来自朝鲜", "朝鲜", id="two at the end"),
    pytest.param("在扎波罗热州发现", "扎波罗热", id="four"),
    pytest.param("ロシア軍が撤退した", "撤退", id="Japanese"),
    pytest.param("러시아군이 철수했다", "러시아", id="Korean, before a particle"),
    pytest.param("По аэродромам нанесли удар", "аэродром", id="Russian dative plural"),
    pytest.param("Выпустили восемь ракет", "ракета", id="Russian genitive plural"),
    pytest.param("В областях объявлена тревога", "область", id="Russian soft feminine"),
    pytest.param("На участках фронта тихо", "участок", id="Russian fleeting vowel"),
    pytest.param("Завдано удару по аеродрому", "аеродром", id="Ukrainian dative"),
    pytest.param("Вибухи у Харкові", "Харків", id="Ukrainian i and o"),
    pytest.param("Мешканці Києва чули вибухи", "Київ", id="Ukrainian yi and ye"),
    pytest.param("Пошкоджено чотири літаки", "літак", id="Ukrainian plural"),
    pytest.param("Бої в Каховці", "Каховка", id="Ukrainian k and ts"),
    pytest.param("Внаслідок обстрілів", "обстріл", id="Ukrainian genitive plural"),
    pytest.param("Two air strikes hit depots", "air strike", id="English plural"),
]


@pytest.mark.parametrize(("text", "query"), HOLDS)
def test_a_form_of_a_word_finds_the_others(text: str, query: str) -> None:
    assert f" {sought_text(query)} " in f" {search_text(text)} "


APART = [
    pytest.param("удар", "ударник", id="a derived word"),
    pytest.param("ракета", "рак", id="a shorter word"),
    pytest.param("was", "wa", id="a short English word"),
    pytest.param("всу", "всё", id="an abbreviation"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_others(one: str, other: str) -> None:
    assert search_text(one) != search_text(other)


@given(st.text())
def test_words_hold_nothing_that_a_query_language_could_take_for_its_own(text: str) -> None:
    words = search_text(text)
    assert all(part.isprintable() for part in words.split())
    assert not set("\"'*:&|!()<>-\\\0\ud800") & set(words)
    assert words == " ".join(words.split())


@given(st.text(), st.text())
def test_what_stands_apart_is_found_where_it_stands(before: str, after: str) -> None:
    text = f"{before} \n аеродром в Миргороді \n {after}"
    assert sought_text("аеродроми в Миргороду") in search_text(text)


@given(st.text())
def test_a_text_is_found_by_all_of_itself(text: str) -> None:
    assert sought_text(text) in search_text(text)
