from collections.abc import Sequence

import pytest
from matching.worded import put

from furphy.matching.toponyms import toponyms
from furphy.matching.vocabulary import vocabulary
from furphy.model.place import Candidate, Place, PlaceKind


class Shelf:
    """An atlas of a few places."""

    def __init__(self, **people: int) -> None:
        self._people = people

    def named(self, name: str) -> Sequence[Candidate]:
        if name not in self._people:
            return ()
        place = Place(
            "made", name, f"<{name}>", 0.0, 0.0, PlaceKind.CITY, 1.0, None, (), self._people[name]
        )
        return (Candidate(place, name, 0.9),)


ATLAS = Shelf(卡尔斯=100_000, 新德=5_000, 和平=400_000, 塞尔=2_000_000, 萨尔瓦多=10)


def found(text: str) -> list[str]:
    return [span.of(text) for span in toponyms(text, "zh", ATLAS)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("卡尔斯机场关闭。", ["卡尔斯"], id="before what is there"),
        pytest.param("大雪导致卡尔斯机场关闭。", ["卡尔斯"], id="behind a verb"),
        pytest.param("新德的学校", [], id="two signs of a place that few know"),
        pytest.param("和平协议", [], id="a word of two signs"),
        pytest.param("塞尔图机场", [], id="signs of a longer name"),
    ],
)
def test_names_of_an_atlas_are_found_where_nothing_parts_words(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("波兰外长访问河内。", ["河内"], id="a name that holds a word"),
        pytest.param("马里乌波尔的工厂", ["马里乌波尔"], id="a name that begins like a country"),
        pytest.param("马里巴马科的工厂", ["巴马科"], id="a country before its capital"),
    ],
)
def test_listed_names_stay_whole(text: str, names: list[str]) -> None:
    made = put(text, "zh")
    assert [name.text for name in made.names if name.of_place] == names


def test_signs_of_a_name_are_not_cut_into_words() -> None:
    """马里 is Mali, and begins many names that no list has."""
    marks = vocabulary("zh").marks("马里乌诺尔的工厂")
    assert not marks[0].meanings


def test_a_name_before_a_company_is_no_place() -> None:
    assert [name.of_place for name in put("诺尔万塔公司裁员。", "zh").names] == [False]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        pytest.param("ru", "на яхте у Патр", "Патр", id="patrol"),
        pytest.param("ru", "завод в Остраве", "Остраве", id="island"),
    ],
)
def test_a_capital_letter_within_a_sentence_is_a_name_whatever_its_stem(
    language: str, text: str, name: str
) -> None:
    assert [each.text for each in put(text, language).names] == [name]
