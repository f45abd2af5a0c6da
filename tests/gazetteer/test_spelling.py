import time
from pathlib import Path

import pytest
from gazetteer.gazetteers import gazetteer, record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.queries import query
from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.spelling import fit
from furphy.model.place import Place, PlaceKind

# The names of places as a register has them, with none of their other spellings.
REGISTER = """
    Гуляйполе Оріхів Новоданилівка Затишшя Кам'янське Запоріжжя Чернігів Харків Лисичанськ
    Мелітополь Бердянськ Токмак Пологи Вільнянськ Василівка Енергодар Краматорськ Слов'янськ
    Покровськ Торецьк Вугледар Авдіївка Бахмут Соледар Ізюм Куп'янськ Вовчанськ Суми Ромни
    Очаків Снігурівка Берислав Каховка Скадовськ Генічеськ Ніжин Чугуїв Дворічна Оскіл
"""
NAMES = REGISTER.split()


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    records = [record(name, name, (48.0, 30 + number / 9)) for number, name in enumerate(NAMES)]
    return gazetteer(tmp_path_factory.mktemp("register"), records)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("Gulyaipole", "Гуляйполе", id="hurried English after Russian"),
        pytest.param("Hulyaypole", "Гуляйполе", id="BGN"),
        pytest.param("Houliaïpole", "Гуляйполе", id="French"),
        pytest.param("Huljajpole", "Гуляйполе", id="German scholars"),
        pytest.param("古利艾波莱", "Гуляйполе", id="Han"),
        pytest.param("Guliaibolai", "Гуляйполе", id="pinyin of a newspaper's own choice"),
        pytest.param("훌랴이폴레", "Гуляйполе", id="Hangul"),
        pytest.param("Orekhov", "Оріхів", id="Russian in Latin"),
        pytest.param("奥列霍夫", "Оріхів", id="Han after Russian"),
        pytest.param("Орехове", "Оріхів", id="a Russian case form"),
        pytest.param("Novodanilovka", "Новоданилівка", id="a Russian suffix"),
        pytest.param("新丹尼洛夫卡", "Новоданилівка", id="Han, half translated"),
        pytest.param("新丹尼洛夫卡村", "Новоданилівка", id="Han with the word for a village"),
        pytest.param("Новоданилівці", "Новоданилівка", id="a Ukrainian case form"),
        pytest.param("NOVODANYLIVKA", "Новоданилівка", id="capitals"),
        pytest.param("Zadishye", "Затишшя", id="twice transcribed"),
        pytest.param("Kamenskoye", "Кам'янське", id="an irregular Russian form"),
        pytest.param("Zaporojie", "Запоріжжя", id="j for zh"),
        pytest.param("扎波罗热", "Запоріжжя", id="the Chinese name"),
        pytest.param("Cbernihiv", "Чернігів", id="a scanner's slip"),
        pytest.param("Mclitopol", "Мелітополь", id="another"),
        pytest.param("Вовчаиськ", "Вовчанськ", id="a Cyrillic one"),
        pytest.param("Krmtorsk", "Краматорськ", id="vowels left out"),
        pytest.param("Kupyansk", "Куп'янськ", id="an apostrophe left out"),
        pytest.param("Slaviansk", "Слов'янськ", id="as Russian sounds"),
        pytest.param("Izyum", "Ізюм", id="a short name"),
        pytest.param("Tschuhujiw", "Чугуїв", id="German"),
    ],
)
def test_the_place_meant_comes_first(register: Gazetteer, written: str, meant: str) -> None:
    assert [each.place.id for each in register.spelled(written)][:1] == [meant]


@pytest.mark.parametrize(
    "regular", ["Гуляйполе", "Huliaipole", "Gulyaypole", "ГУЛЯЙПОЛЕ", "Slovʼyansk", "Novodanylivka"]
)
def test_a_regular_rendering_fits_wholly(register: Gazetteer, regular: str) -> None:
    assert register.spelled(regular)[0].score > 0.95


def test_scores_fall_from_one_to_nought(register: Gazetteer) -> None:
    scores = [each.score for each in register.spelled("Orehiv")]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= each <= 1 for each in scores)


@pytest.mark.parametrize(
    ("one", "other", "nearer"),
    [
        pytest.param("Orikhov", "Olikhiv", "оріхів", id="another vowel beats another consonant"),
        pytest.param("Goryn", "Toryn", "корин", id="a voiced consonant beats a distant one"),
        pytest.param("Bilc", "Bilk", "біле", id="a lookalike beats another letter"),
    ],
)
def test_the_likelier_slip_costs_less(one: str, other: str, nearer: str) -> None:
    assert fit(query(one), nearer) > fit(query(other), nearer)


def test_namesakes_leave_room_for_other_names(tmp_path: Path) -> None:
    many = [record(f"same{number}", "Іванівка") for number in range(30)]
    places = gazetteer(tmp_path, [*many, record("other", "Іванків")])
    assert "other" in {each.place.id for each in places.spelled("Ivanivk", limit=20)}
    assert len(places.named("Іванівка")) == 30


def test_ties_go_by_population_then_id(tmp_path: Path) -> None:
    same = [record("b", "Суми"), record("a", "Суми"), record("c", "Суми", population=9)]
    places = gazetteer(tmp_path, same)
    assert [each.place.id for each in places.spelled("Sumy")] == ["c", "a", "b"]


def test_a_rarer_form_counts_less(tmp_path: Path) -> None:
    place = Place("test", "rare", "Elsewhere", 0.0, 0.0, PlaceKind.CITY, 2.0, None, (), 99_999)
    rare = Record(place, (Name("Elsewhere"), Name("Ромни", weight=0.3)))
    places = gazetteer(tmp_path, [rare, record("usual", "Ромни")])
    assert [each.place.id for each in places.spelled("Romny")] == ["usual", "rare"]


def test_a_name_in_the_script_of_the_query_is_preferred(tmp_path: Path) -> None:
    places = gazetteer(tmp_path, [record("han", "巴林"), record("cyrillic", "Балин")])
    assert [each.place.id for each in places.spelled("Балин")] == ["cyrillic", "han"]


def test_a_country_narrows_the_search(tmp_path: Path) -> None:
    abroad = [record(f"abroad{n}", "Sosnovka", country="RU", population=n) for n in range(20)]
    places = gazetteer(tmp_path, [*abroad, record("home", "Соснівка")])
    assert [each.place.id for each in places.spelled("Sosnovka", 5, "UA")] == ["home"]


def test_several_files_are_searched_as_one(tmp_path: Path) -> None:
    places = gazetteer(tmp_path, [record("one", "Ромни")], [record("two", "Romney")])
    assert {each.place.id for each in places.spelled("Romny")} == {"one", "two"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="nothing"),
        pytest.param("'", id="no letter"),
        pytest.param("aeiou" * 50, id="vowels alone"),
        pytest.param("ptksmnlf" * 20_000, id="very long"),
        pytest.param("\0\ud800\u202e", id="controls and half a character"),
        pytest.param("' OR 1=1 --", id="a query in the name"),
    ],
)
def test_hostile_names_do_no_harm(register: Gazetteer, name: str) -> None:
    start = time.process_time()
    assert all(0 <= each.score <= 1 for each in register.spelled(name))
    assert time.process_time() - start < 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=30))
def test_a_search_can_be_repeated(register: Gazetteer, name: str) -> None:
    assert register.spelled(name) == register.spelled(name)


def test_every_name_is_found_as_it_stands(register: Gazetteer) -> None:
    assert [register.spelled(name)[0].place.id for name in NAMES] == NAMES
