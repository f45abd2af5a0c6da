"""Texts made ready for being compared with texts of other languages.

Verbatim copies are one text: what holds of one of them holds of all.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from furphy.model.text import Span
from furphy.tracing.anchors import Anchor, AnchorKind, anchors_of
from furphy.tracing.sentences import sentences
from furphy.tracing.traced import Traced
from furphy.vectors.protocol import Matrix, Vectors

MOST_SENTENCES = 60
"""Sentences of a text that are looked at."""
MOST_CHARACTERS = 40_000
FEWEST_LETTERS = 12
"""Texts with fewer letters are not looked at: nothing tells whether a word is translated."""

_LETTERS = re.compile(r"[^\W_]+")
_PRIOR = 200
"""Texts that the collection is thought to have besides, so that rarity means something in it."""


@dataclass(frozen=True, slots=True)
class Ready:
    """One text, of one document or of several that have it word for word."""

    documents: tuple[int, ...]
    language: str
    sentences: tuple[Span, ...]
    anchors: tuple[tuple[Anchor, ...], ...]
    """Those of each sentence."""
    rows: Matrix | None
    """A vector for each sentence."""

    @property
    def letters(self) -> int:
        """How long its sentences are together, in characters."""
        return sum(map(len, self.sentences))


class Rarity:
    """How much it tells that two texts share a key."""

    def __init__(self, texts: Sequence[Ready]) -> None:
        self.texts = Counter(key for each in texts for key in keys_of(each))
        self._total = len(texts) + _PRIOR
        self._weights: dict[str, float] = {}
        self._sentences: dict[int, NDArray[np.float32]] = {}

    def of(self, key: str) -> float:
        """Return the weight of a key, the greater the fewer texts have it."""
        weight = self._weights.get(key)
        if weight is None:
            weight = self._weights[key] = self.of_many(self.texts[key])
        return weight

    def of_many(self, texts: int) -> float:
        """Return the weight of something that so many texts have."""
        return math.log(self._total / (texts + 1))

    def of_anchor(self, anchor: Anchor) -> float:
        """Return the weight of an anchor: that of its surest key."""
        weight = self.of(anchor.keys[0])
        return weight if anchor.sure else weight / 2

    def of_sentences(self, text: Ready) -> NDArray[np.float32]:
        """Return the weight of all anchors of each sentence of one of the texts."""
        first = text.documents[0]
        found = self._sentences.get(first)
        if found is None:
            weights = [sum(map(self.of_anchor, anchors)) for anchors in text.anchors]
            found = self._sentences[first] = np.array(weights, np.float32)
        return found


def keys_of(text: Ready) -> set[str]:
    """Return the keys of all anchors of a text."""
    return {key for found in text.anchors for anchor in found for key in anchor.keys}


def ready(documents: Sequence[Traced], vectors: Vectors | None) -> list[Ready]:
    """Return the texts of documents whose language is known, in order of their first document."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        language = (document.language or "").partition("-")[0].lower()
        letters = "".join(_LETTERS.findall(document.text[:MOST_CHARACTERS].lower()))
        if language and len(letters) >= FEWEST_LETTERS:
            alike[language, letters].append(number)
    texts = [(language, tuple(numbers)) for (language, _), numbers in alike.items()]
    found = [_cut(documents[numbers[0]].text, language, numbers) for language, numbers in texts]
    if vectors is None or len({language for language, _ in texts}) < 2:  # noqa: PLR2004 (one)
        return found
    return _with_vectors(found, documents, vectors)


def _cut(text: str, language: str, numbers: tuple[int, ...]) -> Ready:
    text = text[:MOST_CHARACTERS]
    spans = sentences(text, MOST_SENTENCES)
    anchors: list[list[Anchor]] = [[] for _ in spans]
    place = 0
    for anchor in anchors_of(text, language):
        while place < len(spans) and spans[place].end <= anchor.span.start:
            place += 1
        if place == len(spans):
            break
        if spans[place].meets(anchor.span):
            anchors[place].append(anchor)
    return Ready(numbers, language, tuple(spans), tuple(map(tuple, anchors)), None)


def _with_vectors(
    texts: Iterable[Ready], documents: Sequence[Traced], vectors: Vectors
) -> list[Ready]:
    kept = list(texts)
    written: dict[str, dict[str, int]] = defaultdict(dict)
    for each in kept:
        seen = written[each.language]
        for words in _sentences_of(each, documents):
            seen.setdefault(words, len(seen))
    rows = {language: vectors.of([*seen], language) for language, seen in written.items()}
    return [
        Ready(
            each.documents,
            each.language,
            each.sentences,
            each.anchors,
            rows[each.language][
                np.array(
                    [written[each.language][words] for words in _sentences_of(each, documents)],
                    np.int64,
                )
            ],
        )
        for each in kept
    ]


def _sentences_of(text: Ready, documents: Sequence[Traced]) -> list[str]:
    whole = documents[text.documents[0]].text
    return [span.of(whole) for span in text.sentences]


def numbers_of(anchors: Iterable[Anchor]) -> Counter[str]:
    """Return the numbers and days among anchors, as often as they occur."""
    return Counter([each.keys[0] for each in anchors if each.kind is not AnchorKind.NAME])
