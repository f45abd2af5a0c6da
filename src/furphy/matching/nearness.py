"""Vectors of texts, where a model that makes them is installed."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from furphy.matching.proposition import Proposition

Rows = npt.NDArray[np.float32]
"""One vector a row, each of length 1."""


class Vectors(Protocol):
    """What makes vectors of texts, in one space for all languages."""

    def of(self, texts: Sequence[str], language: str) -> Rows:
        """Return a vector for each text, of length 1, centred for its language (BCP 47)."""
        ...


def rows_of(propositions: Sequence[Proposition], vectors: Vectors) -> Rows:
    """Return the vectors of propositions, in their order."""
    by_language: dict[str, list[int]] = {}
    for at, each in enumerate(propositions):
        by_language.setdefault(each.language, []).append(at)
    found: Rows | None = None
    for language, places in sorted(by_language.items()):
        rows = vectors.of([propositions[at].text for at in places], language)
        if found is None:
            found = np.zeros((len(propositions), rows.shape[1]), dtype=np.float32)
        found[places] = rows
    return np.zeros((0, 1), dtype=np.float32) if found is None else found
