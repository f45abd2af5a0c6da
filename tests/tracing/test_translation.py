"""Translations are found in four languages; other events, and the same language, are not."""

from dataclasses import replace

import pytest

from furphy.model.derivation import Relation
from furphy.tracing.traced import Traced, Window
from furphy.tracing.translation import translations
from furphy.vectors.choosing import available

ENGLISH = (
    "Residents of Rozhniv heard a loud blast at dawn on 9 November. Officials said that 34 families"
    " were moved to a school and 13 people were hurt. A drone had hit an oil depot 46 kilometres"
    " from Kosiv. Repairs will take 120 days and cost 2.5 million."
)
TRANSLATED = {
    "ru": "Жители Рожнова услышали громкий взрыв на рассвете 9 ноября. Власти сообщили, что 34"
    " семьи разместили в школе, пострадали 13 человек. Беспилотник попал в нефтебазу в 46"
    " километрах от Косова. Ремонт займёт 120 дней и обойдётся в 2,5 млн.",
    "uk": "Мешканці Рожнева почули гучний вибух на світанку 9 листопада. Влада повідомила, що 34"
    " родини розмістили у школі, постраждали 13 людей. Безпілотник влучив у нафтобазу за 46"
    " кілометрів від Косова. Ремонт триватиме 120 днів і коштуватиме 2,5 млн.",
    "zh": "11月9日黎明，罗日涅夫居民听到一声巨响。官员说，34个家庭被转移到一所学校，13人受伤。"
    "一架无人机击中了距科索夫46公里的一座油库。维修将需要120天，花费250万。",
}
OTHER_EVENT = (
    "Жители Токмака услышали громкий взрыв в полночь 21 июня. Власти сообщили, что 8 семей"
    " разместили в клубе, пострадали 5 человек. Беспилотник попал в склад в 12 километрах от"
    " Пологов. Ремонт займёт 60 дней и обойдётся в 800 тысяч."
)
INDEPENDENT = (
    "В Рожнове 9 ноября горела нефтебаза, рассказал местный фермер. По его словам, дым был виден за"
    " 70 километров. Пожарные тушили огонь 5 часов. В соседнем селе не было света до вечера."
)


def document(key: str, language: str, text: str, hour: int | None = None) -> Traced:
    when = None if hour is None else Window(hour * 3600.0, (hour + 1) * 3600.0)
    return Traced(key, text, language, published=when)


def edges(*documents: Traced, vectors: bool = False) -> set[tuple[str, str]]:
    model = available() if vectors else None
    if vectors and model is None:
        pytest.skip("the extra multilingual is not installed")
    found = translations(documents, model)
    assert all(each.relation is Relation.TRANSLATION for each in found)
    return {(documents[each.source].key, documents[each.target].key) for each in found}


def test_a_report_in_the_same_frame_with_other_numbers_is_no_translation() -> None:
    numbers = {"34": "81", "13 ": "5 ", "46": "9", "120": "60", "2,5": "7,1", "9 ноября": "2 мая"}
    other = TRANSLATED["ru"]
    for old, new in numbers.items():
        other = other.replace(old, new)
    made = document("made", "ru", other, 12)
    assert edges(made, document("source", "en", ENGLISH, 8), vectors=True) == set()


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("vectors", [True, False], ids=["with vectors", "without"])
def test_a_translation_is_found_with_its_source(language: str, vectors: bool) -> None:
    made = document("made", language, TRANSLATED[language], 12)
    assert edges(made, document("source", "en", ENGLISH, 8), vectors=vectors) == {
        ("source", "made")
    }


@pytest.mark.parametrize("text", [OTHER_EVENT, INDEPENDENT], ids=["other event", "other report"])
@pytest.mark.parametrize("vectors", [True, False], ids=["with vectors", "without"])
def test_what_only_resembles_is_no_translation(text: str, vectors: bool) -> None:
    documents = document("one", "en", ENGLISH, 8), document("other", "ru", text, 12)
    assert edges(*documents, vectors=vectors) == set()


def test_a_part_may_be_translated_and_then_is_the_translation() -> None:
    part = document("part", "uk", ". ".join(TRANSLATED["uk"].split(". ")[:2]) + ".")
    assert edges(part, document("whole", "en", ENGLISH), vectors=True) == {("whole", "part")}


def test_two_translations_have_one_source() -> None:
    found = edges(
        document("source", "en", ENGLISH, 6),
        document("first", "uk", TRANSLATED["uk"], 8),
        document("second", "ru", TRANSLATED["ru"], 12),
        vectors=True,
    )
    assert found == {("source", "first"), ("source", "second")}


def test_a_copy_of_a_translation_may_be_another_one_and_what_adds_to_it_is_not() -> None:
    made = document("made", "uk", TRANSLATED["uk"], 8)
    copy = replace(made, key="copy", published=document("", "", "", 10).published)
    later = document("revised", "uk", "Новини. " + TRANSLATED["uk"], 14)
    source = document("source", "en", ENGLISH, 6)
    assert edges(later, copy, made, source, vectors=True) == {
        ("source", "made"),
        ("source", "copy"),
    }


def test_passages_read_again_and_evidence_is_given() -> None:
    documents = (
        document("source", "en", ENGLISH, 8),
        document("made", "ru", TRANSLATED["ru"], 12),
    )
    (found,) = translations(documents, None)
    sides = [(each.source.of(ENGLISH), each.target.of(TRANSLATED["ru"])) for each in found.passages]
    assert ("Repairs will take 120 days and cost 2.5 million.") in {one for one, _ in sides}
    assert all(("46" in one) == ("46" in other) for one, other in sides)
    assert {each.rule for each in found.because} >= {"sentences-in-order", "published-before"}
    assert 0.5 <= found.direction <= 1
    assert 0.5 <= found.score <= 1


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [
        document("source", "en", ENGLISH, 8),
        document("made", "ru", TRANSLATED["ru"], 12),
        document("too", "zh", TRANSLATED["zh"], 13),
        document("other", "ru", OTHER_EVENT, 14),
    ]
    assert edges(*documents) == edges(*documents[::-1])


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([], id="no documents"),
        pytest.param([("en", ""), ("ru", "")], id="empty"),
        pytest.param([("en", "Blast"), ("ru", "Взрыв")], id="one word"),
        pytest.param([("en", ENGLISH), ("en", ENGLISH + " More.")], id="one language"),
        pytest.param([("", ENGLISH), ("ru", OTHER_EVENT)], id="language unknown"),
        pytest.param([("en", ENGLISH * 3000), ("ru", OTHER_EVENT)], id="a megabyte"),
        pytest.param([("en", "x" * 1_000_000), ("ru", "ж" * 1_000_000)], id="no sentence ends"),
        pytest.param([("en", "\ud800" * 50), ("ru", "\0" * 50)], id="no text at all"),
    ],
)
def test_nothing_is_found_where_nothing_is(texts: list[tuple[str, str]]) -> None:
    documents = [document(str(at), language, text) for at, (language, text) in enumerate(texts)]
    assert edges(*documents) == set()


def test_equal_times_still_have_one_direction() -> None:
    one = document("one", "en", ENGLISH, 8)
    other = document("other", "ru", TRANSLATED["ru"], 8)
    assert len(edges(one, other)) == 1
