"""Both models put what is said in several languages side by side; without them nothing breaks."""

import numpy as np
import pytest

from furphy.vectors.choosing import available, exact, universal
from furphy.vectors.protocol import Vectors

SAID = {
    "en": ["A bridge in Orikhiv was damaged at night.", "The harvest of wheat was good this year."],
    "ru": ["Ночью в Орехове повреждён мост.", "Урожай пшеницы в этом году хороший."],
    "uk": ["Уночі в Оріхові пошкоджено міст.", "Урожай пшениці цього року добрий."],
    "zh": ["奥里希夫的一座桥梁在夜间受损。", "今年小麦收成很好。"],
}


@pytest.fixture(params=["universal", "exact"])
def vectors(request: pytest.FixtureRequest) -> Vectors:
    found = {"universal": universal, "exact": exact}[request.param]()
    if found is None:
        pytest.skip("the extra multilingual is not installed")
    return found


@pytest.mark.parametrize("language", ["ru", "uk", "zh"])
def test_the_same_said_in_two_languages_is_near(vectors: Vectors, language: str) -> None:
    alike = vectors.of(SAID["en"], "en") @ vectors.of(SAID[language], language).T
    assert alike.diagonal().min() > alike[0, 1] + 0.2
    assert alike.diagonal().min() > alike[1, 0] + 0.2


def test_rows_have_length_one_and_do_not_depend_on_each_other(vectors: Vectors) -> None:
    together, alone = vectors.of(SAID["en"], "en"), vectors.of(SAID["en"][1:], "en")
    assert together.dtype == np.float32
    assert np.linalg.norm(together, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert together[1] == pytest.approx(alone[0], abs=1e-5)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\ud800\0", id="a lone surrogate and a zero"),
        pytest.param("слово " * 200_000, id="a megabyte"),
        pytest.param("🙂" * 50, id="no words"),
    ],
)
def test_any_text_has_a_vector(vectors: Vectors, text: str) -> None:
    assert np.isfinite(vectors.of([text], "uk")).all()


def test_no_texts_have_no_vectors(vectors: Vectors) -> None:
    assert len(vectors.of([], "en")) == 0


def test_the_fast_model_comes_first() -> None:
    if universal() is None:
        pytest.skip("the extra multilingual is not installed")
    assert available() is universal()


def test_without_a_model_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    universal.cache_clear()
    exact.cache_clear()
    monkeypatch.setattr("furphy.vectors.choosing.find_spec", lambda _: None)
    try:
        assert available() is None
    finally:
        universal.cache_clear()
        exact.cache_clear()
