from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.gazetteer.sounds import CONSONANTS, VOWELS, Script, classes, script_of, skeleton, sounds


@pytest.mark.parametrize(
    "names",
    [
        pytest.param("Гуляйполе | Gulyaypole | Guljajpole | Gulyaipole", id="glides"),
        pytest.param("Запоріжжя | Zaporizhzhia | Zaporizhzhya | Zaporiżża", id="doubled"),
        pytest.param("Україна | Ukraina | Ukraïna", id="an i beside a vowel"),
        pytest.param("Чернівці | Chernivtsi | Tschernivtsi | Černivtsi", id="ch"),
        pytest.param("Щастя | Shchastia | Schastya", id="shch"),
        pytest.param("Сідава | Сiдава", id="Latin letters in a Cyrillic word"),
        pytest.param("Борисівка | B0risivka", id="a scanner's digits"),
        pytest.param("Слов'янськ | Словянськ | Sloviansk", id="apostrophes and soft signs"),
    ],
)
def test_ways_to_write_a_name_sound_alike(names: str) -> None:
    assert len({sounds(each.strip()) for each in names.split("|")}) == 1


@pytest.mark.parametrize(
    ("name", "bones"),
    [
        pytest.param("Гуляйполе", "KLPL", id="Cyrillic"),
        pytest.param("Huliaipole", "KLPL", id="h for g"),
        pytest.param("古利艾波莱", "KLPL", id="Han"),
        pytest.param("훌랴이폴레", "KLPL", id="Hangul"),
        pytest.param("Guliyayibolie", "KLPL", id="pinyin"),
        pytest.param("Oa", "", id="no consonant"),
        pytest.param("Витте", "FT", id="a doubled consonant"),
        pytest.param("Вавилон", "FFLN", id="one consonant twice"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_skeleton_outlasts_transcription(name: str, bones: str) -> None:
    assert skeleton(classes(sounds(name))) == bones


@pytest.mark.parametrize(
    ("name", "script"),
    [
        pytest.param("Kyiv", Script.LATIN, id="plain"),
        pytest.param("Łódź", Script.LATIN, id="marked"),
        pytest.param("Київ", Script.CYRILLIC, id="Cyrillic"),
        pytest.param("Kиїв", Script.CYRILLIC, id="mixed"),
        pytest.param("基輔", Script.OTHER, id="Han"),
        pytest.param("", Script.LATIN, id="none"),
    ],
)
def test_script(name: str, script: Script) -> None:
    assert script_of(name) is script


@given(st.text(max_size=40))
def test_whatever_is_written_becomes_classes_without_repetitions(name: str) -> None:
    kinds = classes(sounds(name))
    assert set(kinds) <= set(CONSONANTS + VOWELS)
    assert all(one != other for one, other in pairwise(kinds))
