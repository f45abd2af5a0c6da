import pytest

from furphy.gazetteer.sounds import sounds
from furphy.matching.transcription import fits


@pytest.mark.parametrize(
    ("signs", "name"),
    [
        pytest.param("雅加达", "Jakarta", id="加 is ka"),
        pytest.param("加沙", "Gaza", id="加 is ga"),
        pytest.param("日托米尔", "Житомир", id="日 is zhi"),
        pytest.param("爱丁堡", "Edinburgh", id="堡 is burg"),
        pytest.param("霍尔戈什", "Horgoš", id="霍 is ho"),
        pytest.param("捷尔诺波尔", "Тернопіль", id="捷 is te"),
    ],
)
def test_signs_are_read_as_fits_best(signs: str, name: str) -> None:
    assert sum(fits(signs, sounds(name))) / 2 >= 0.55


@pytest.mark.parametrize(
    ("signs", "name"), [("雅加达", "Manila"), ("日托米尔", "Полтава"), ("基苏木", "Mombasa")]
)
def test_signs_of_another_name_do_not_fit(signs: str, name: str) -> None:
    assert sum(fits(signs, sounds(name))) / 2 < 0.4


@pytest.mark.parametrize(("signs", "heard"), [("", "kiv"), ("基辅", ""), ("", "")])
def test_nothing_fits_nothing(signs: str, heard: str) -> None:
    assert fits(signs, heard) == (0.0, 0.0)
