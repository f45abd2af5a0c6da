"""What was asked once is not asked again."""

from collections.abc import Sequence

import numpy as np

from furphy.vectors.protocol import Matrix
from furphy.vectors.remembering import Remembering


class Counting:
    """Gives each text its length, and notes what it was asked."""

    name = "counting"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def of(self, texts: Sequence[str], language: str) -> Matrix:
        self.asked += [f"{language}:{each}" for each in texts]
        return np.array([[len(each)] for each in texts], np.float32).reshape(-1, 1)


def test_each_sentence_of_a_language_is_asked_once() -> None:
    model = Counting()
    remembering = Remembering(model)
    assert remembering.of(["a", "bb", "a"], "en").tolist() == [[1], [2], [1]]
    assert remembering.of(["bb", "ccc"], "en").tolist() == [[2], [3]]
    assert remembering.of(["a"], "ru").tolist() == [[1]]
    assert model.asked == ["en:a", "en:bb", "en:ccc", "ru:a"]


def test_it_has_the_name_of_its_model_and_bears_no_texts() -> None:
    remembering = Remembering(Counting())
    assert remembering.name == "counting"
    assert remembering.of([], "en").shape == (0, 1)
