"""A model that remembers what it was asked, for steps that look at the same sentences."""

from collections.abc import Sequence

import numpy as np

from furphy.vectors.protocol import Matrix, Vectors


class Remembering:
    """Gives the vectors of another model and keeps them: 2 kB for each distinct sentence."""

    def __init__(self, model: Vectors) -> None:
        self._model = model
        self._kept: dict[tuple[str, str], Matrix] = {}

    @property
    def name(self) -> str:
        """The name of the model."""
        return self._model.name

    def of(self, texts: Sequence[str], language: str) -> Matrix:
        """Return a row of length 1 for each text, as the model gives it."""
        new = [each for each in dict.fromkeys(texts) if (language, each) not in self._kept]
        for text, row in zip(new, self._model.of(new, language), strict=True):
            self._kept[language, text] = row
        if not texts:
            return self._model.of(texts, language)
        return np.stack([self._kept[language, each] for each in texts])
