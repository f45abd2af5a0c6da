"""What a model of sentences gives, whichever it is."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
"""One row a text."""


class Vectors(Protocol):
    """A model that turns sentences of several languages into vectors of one space."""

    @property
    def name(self) -> str:
        """The model and its release: vectors of different names cannot be compared."""
        ...

    def of(self, texts: Sequence[str], language: str) -> Matrix:
        """Return a row of length 1 for each text, all of one language (BCP 47).

        From each the mean of its language is subtracted before, so that unrelated sentences have
        products about 0. The same text has the same row, whatever stands beside it.
        """
        ...
