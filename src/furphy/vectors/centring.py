"""Take away from vectors what all sentences have in common.

Cosines of sentence vectors are squeezed: what all sentences of a language share makes unrelated
ones alike. One fixed mean for each model and language, made by ``evaluation/fit_vector_means.py``,
is subtracted; a language without its own takes the mean of those there are.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np

from furphy.vectors.protocol import Matrix

LONGEST = 600
"""Characters of a text that are looked at: a sentence has seldom as many."""


def cut(texts: Sequence[str]) -> list[str]:
    """Return texts as models can bear them: not too long, no lone surrogates, no zeros, not empty.

    An empty text becomes a full stop.
    """
    kept = (each[:LONGEST].replace("\0", " ").strip() for each in texts)
    return [each.encode("utf-8", "replace").decode() or "." for each in kept]


def centred(rows: Matrix, model: str, language: str) -> Matrix:
    """Return rows as long as 1, the model's mean of the language subtracted from them."""
    return unit(unit(rows) - mean(model, language))


def unit(rows: Matrix) -> Matrix:
    """Return rows of length 1; those of length 0 stay."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), np.float32)


@cache
def mean(model: str, language: str) -> Matrix:
    """Return the mean that is stored for a model and a language, or that of its languages."""
    folder = resources.files("furphy.vectors") / "data"
    stored = {
        each.name.removesuffix(".npy").rpartition(".")[2]: each
        for each in folder.iterdir()
        if each.name.startswith(f"{model}.")
    }
    wanted = [language] if language in stored else sorted(stored)
    found = []
    for each in wanted:
        with stored[each].open("rb") as file:
            found.append(np.load(file, allow_pickle=False))
    return np.asarray(np.mean(found, axis=0), np.float32)
