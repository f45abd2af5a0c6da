import pytest
from matching.worded import put

from furphy.matching.proposition import Amount
from furphy.matching.quantities import Verdict, paired


def told(text: str, language: str) -> list[tuple[float | None, float | None, str | None]]:
    return [_shown(each) for each in put(text, language).amounts]


def _shown(each: Amount) -> tuple[float | None, float | None, str | None]:
    return each.low, each.high, each.harm or each.unit or each.counted


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "en", "killing 1,200 people", [(1200, 1200, "kill")], id="thousands in English"
        ),
        pytest.param("en", "two hundred tractors", [(200, 200, "tractor")], id="words in English"),
        pytest.param("en", "at least 12 were killed", [(12, None, "kill")], id="a lower bound"),
        pytest.param("en", "between 10 and 12 houses", [(10, 12, "house")], id="a range"),
        pytest.param("ru", "погибли 12,5 тыс. человек", [(12500, 12500, "kill")], id="a comma"),
        pytest.param("ru", "двадцать пять ракет", [(25, 25, "missile")], id="words in Russian"),
        pytest.param("ru", "выросла до 8 процентов", [(8, 8, "%")], id="up to a new value"),
        pytest.param("ru", "до 300 домов", [(None, 300, "house")], id="an upper bound"),
        pytest.param("uk", "п'ятнадцять дронів", [(15, 15, "drone")], id="words in Ukrainian"),
        pytest.param("zh", "造成三十二人死亡", [(32, 32, "kill")], id="Chinese signs"),
        pytest.param("zh", "两千五百名居民", [(2500, 2500, "resident")], id="thousands in Chinese"),
        pytest.param("zh", "8.5万名儿童", [(85000, 85000, "child")], id="figures with 万"),
        pytest.param("zh", "无人受伤", [(0, 0, "wound")], id="nobody in Chinese"),
        pytest.param("en", "no one was hurt", [(0, 0, "wound")], id="nobody in English"),
    ],
)
def test_numbers_are_read_with_what_they_count(
    language: str, text: str, expected: list[tuple[float, float, str]]
) -> None:
    assert told(text, language) == expected


def test_two_numbers_get_the_harm_next_to_them() -> None:
    assert told("Ранены 40 человек, погибли 12.", "ru") == [(40, 40, "wound"), (12, 12, "kill")]
    assert told("造成12人死亡、40人受伤", "zh") == [(12, 12, "kill"), (40, 40, "wound")]


def test_figures_of_a_date_are_no_numbers() -> None:
    assert put("2024年5月3日，大桥倒塌", "zh").amounts == ()
    assert put("3 мая 2024 года рухнул мост", "ru").amounts == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("1.2 tonnes of cannabis", "1,200 kg of cannabis", Verdict.SAME, id="weight"),
        pytest.param("for two days", "for 48 hours", Verdict.SAME, id="time"),
        pytest.param("for two days", "for five hours", Verdict.CONFLICT, id="time in conflict"),
        pytest.param("3 miles of road", "4.8 km of road", Verdict.SAME, id="length"),
    ],
)
def test_amounts_are_compared_over_units(one: str, other: str, expected: Verdict) -> None:
    (pair,) = paired(put(one), put(other))
    assert pair.verdict is expected
