"""Which language a text is in."""

import re
from functools import cache
from typing import Protocol, cast

_ENOUGH = 40
"""Letters below which no guess is worth making."""
_SURE = 0.5
"""Probability below which a guess is not told."""
_SAMPLE = 4_000
_NO_PROSE = re.compile(r"(?:https?://|www\.|[@#])\S+|\d+")


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    # Loading the model takes half a second, which most commands need not pay.
    from py3langid.langid import (  # type: ignore[import-untyped]  # noqa: PLC0415
        MODEL_FILE,
        LanguageIdentifier,
    )

    return cast("_Identifier", LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of a text's language; None where it is too short or unsure.

    By py3langid (after Lui & Baldwin 2012, langid.py), on the first 4,000 characters.
    """
    sample = _NO_PROSE.sub(" ", text[:_SAMPLE])
    if sum(map(str.isalpha, sample)) < _ENOUGH:
        return None
    language, probability = _identifier().classify(sample)
    return language if probability >= _SURE else None
