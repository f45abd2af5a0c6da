"""Which language a text is in."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Protocol, cast

from furphy.model.document import Segment

_ENOUGH = 40
"""Letters below which no guess is worth making."""
_SURE = 0.5
"""Probability below which a guess is not told."""
_SAMPLE = 4_000
_NO_PROSE = re.compile(r"(?:https?://|www\.|[@#])\S+|\d+")


_ENOUGH_OF_A_PART = 60
"""Letters below which a part of a text is taken to be in the text's own language."""
_WRITTEN_IN_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORDY = 2
"""So many letters more a character of Chinese, Japanese or Korean says."""
_SURE_OF_A_PART = 0.9
_LIKELY = re.compile(
    "ar|az|be|bg|bn|bs|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|hy|id|it|ja|ka|kk|ko|ku|ky"
    "|lt|lv|mk|ms|nl|no|pl|ps|pt|ro|ru|sk|sl|sq|sr|sv|th|tr|uk|ur|uz|vi|zh"
)
"""Languages that a part of a text is looked for in; rarer ones are told of whole texts only."""


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    # Loading the model takes half a second, which most commands need not pay.
    from py3langid.langid import (  # type: ignore[import-untyped]  # noqa: PLC0415 (loads a model)
        MODEL_FILE,
        LanguageIdentifier,
    )

    return cast("_Identifier", LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of a text's language; None where it is too short or unsure.

    By py3langid (after Lui & Baldwin 2012, langid.py), on the first 4,000 characters.
    """
    sample = _prose(text)
    if sum(map(str.isalpha, sample)) < _ENOUGH:
        return None
    language, probability = _identifier().classify(sample)
    return language if probability >= _SURE else None


def with_languages(
    text: str, segments: Sequence[Segment], language: str | None
) -> tuple[Segment, ...]:
    """Mark the segments that are surely in another language than the text as a whole.

    A text of one segment has one language; where the text's own is unknown, each segment that can
    be told is marked.
    """
    if len(segments) < 2:  # noqa: PLR2004 (one says nothing of others)
        return tuple(segments)
    return tuple(_with_language(text, segment, language) for segment in segments)


def _with_language(text: str, segment: Segment, language: str | None) -> Segment:
    sample = _prose(segment.span.of(text))
    letters = sum(map(str.isalpha, sample)) + _WORDY * len(_WRITTEN_IN_WORDS.findall(sample))
    if segment.language or letters < _ENOUGH_OF_A_PART:
        return segment
    found, probability = _identifier().classify(sample)
    if found == language or not _LIKELY.fullmatch(found) or probability < _SURE_OF_A_PART:
        return segment
    return replace(segment, language=found)


def _prose(text: str) -> str:
    return _NO_PROSE.sub(" ", text[:_SAMPLE])
