"""Translations are found in four languages; other events, and the same language, are not."""

from dataclasses import replace

import pytest
from translated import ENGLISH, TRANSLATED, translations

from furphy.tracing.traced import Traced, Window
from furphy.vectors.choosing import available

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
    ordered, found = translations(documents, model)
    return {(ordered[each.source].key, ordered[each.target].key) for each in found}


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


def test_a_copy_of_a_translation_is_none_and_neither_is_what_adds_to_it() -> None:
    made = document("made", "uk", TRANSLATED["uk"], 8)
    copy = document("copy", "uk", TRANSLATED["uk"], 10)
    later = document("revised", "uk", "Новини. " + TRANSLATED["uk"], 14)
    source = document("source", "en", ENGLISH, 6)
    assert edges(later, copy, made, source, vectors=True) == {("source", "made")}


HEADLINES = ("Вибух на нефтебазі біля Косова", "Тридцять чотири родини у школі")


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        pytest.param(HEADLINES[0], "made", id="its headline is the other's"),
        pytest.param("Мешканці Рожнева почули гучний вибух", "made", id="made of its first words"),
        pytest.param(HEADLINES[1], "source", id="its headline is its own"),
        pytest.param(None, "made", id="it has none"),
    ],
)
def test_who_has_the_same_words_and_another_headline_had_them_translated_again(
    headline: str | None, source: str
) -> None:
    made = replace(document("made", "uk", TRANSLATED["uk"], 8), title=HEADLINES[0])
    again = replace(made, key="again", title=headline, published=Window(9 * 3600.0, 10 * 3600.0))
    found = edges(document("source", "en", ENGLISH, 6), made, again, vectors=True)
    assert ("source", "made") in found
    assert (("source", "again") in found) == (source == "source")


def test_passages_read_again_and_evidence_is_given() -> None:
    documents = (
        document("source", "en", ENGLISH, 8),
        document("made", "ru", TRANSLATED["ru"], 12),
    )
    _, (found,) = translations(documents, None)
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
