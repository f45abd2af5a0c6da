"""The vectors of sentences, made once and kept.

They are kept in half precision, and used as if they had been kept, so that it makes no difference
whether they were. The means that texts are found by are in whole numbers, whose products come out
the same however a library sums them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from furphy.tracing.hands import Hands
from furphy.tracing.held import told
from furphy.tracing.memory import Memory, digest, read, written
from furphy.vectors.protocol import Matrix, Vectors

SCALE = 2048
"""Length of a mean: products stay below 2^24, up to which 32 bits count without rounding."""
_OPENING = 12
"""Sentences whose mean stands for a text."""
_AT_ONCE = 400
"""Sentences to a job."""
_TEXTS = 2000
"""Texts whose vectors are in memory together."""

Sentence = tuple[str, str]
"""Language and words."""


class Rows:
    """The vectors of sentences."""

    def __init__(self, model: Vectors, memory: Memory, hands: Hands) -> None:
        self.model = model
        self._memory = memory
        self._hands = hands
        self._kind = f"vector:{model.name}"

    def of(self, sentences: Sequence[str], language: str) -> Matrix:
        """Return a row for each sentence of one language."""
        found = self._known([(language, each) for each in sentences])
        if not found:
            return self.model.of([], language)
        return np.stack(found)

    def means(
        self,
        digests: Sequence[bytes],
        languages: Sequence[str],
        sentences: Callable[[int], Sequence[str]],
    ) -> Matrix:
        """Return the mean of each text's first sentences, whole numbers, all of one length.

        ``sentences`` gives those of a text. One without any has a mean of nothing but 0.
        """
        kind = f"mean:{self.model.name}"
        found = told(self._memory, kind, digests, _mean_of)
        wanting = [place for place, each in enumerate(found) if each is None]
        self._make([(languages[each], words) for each in wanting for words in sentences(each)])
        for start in range(0, len(wanting), _TEXTS):
            some = wanting[start : start + _TEXTS]
            theirs = [[(languages[each], words) for words in sentences(each)] for each in some]
            rows = iter(self._known([sentence for each in theirs for sentence in each]))
            new = {}
            for place, said in zip(some, theirs, strict=True):
                found[place] = mean = _mean([next(rows) for _ in said])
                new[digests[place]] = written(None, mean)
            self._memory.keep(kind, new)
        known = [each for each in found if each is not None]
        lengths = np.array([*map(len, known)], np.int64)
        table = np.zeros((len(known), lengths.max(initial=0)), np.float32)
        # A text without sentences has none; all others are of one length.
        table[lengths > 0] = np.concatenate([np.zeros(0), *known]).reshape(-1, table.shape[1] or 1)
        return table

    def _known(self, sentences: Sequence[Sentence]) -> list[Matrix]:
        keys = [digest(*each) for each in sentences]
        rows = self._memory.recall(self._kind, keys)
        if None in rows:
            made = self._make(sentences)
            rows = [made.get(key, row) for key, row in zip(keys, rows, strict=True)]
        return [np.frombuffer(each or b"", np.float16).astype(np.float32) for each in rows]

    def _make(self, sentences: Iterable[Sentence]) -> dict[bytes, bytes]:
        """Make those rows that are not kept yet; return them."""
        asked = {digest(*each): each for each in sentences}
        new: dict[str, dict[bytes, str]] = {}
        for key, row in zip(asked, self._memory.recall(self._kind, [*asked]), strict=True):
            if row is None:
                language, words = asked[key]
                new.setdefault(language, {})[key] = words
        made: dict[bytes, bytes] = {}
        for keys, rows in self._made(new):
            # Kept as they come, so that who is interrupted has not worked for nothing.
            some = {
                key: row.astype(np.float16).tobytes() for key, row in zip(keys, rows, strict=True)
            }
            self._memory.keep(self._kind, some)
            made |= some
        return made

    def _made(self, new: dict[str, dict[bytes, str]]) -> Iterator[tuple[list[bytes], Matrix]]:
        jobs = [
            (language, [*words.items()][start : start + _AT_ONCE])
            for language, words in sorted(new.items())
            for start in range(0, len(words), _AT_ONCE)
        ]
        asked = [(language, [words for _, words in some]) for language, some in jobs]
        made = self._hands.do(_vectors, self.model, asked)
        for (_, some), rows in zip(jobs, made, strict=True):
            yield [key for key, _ in some], rows


def _vectors(model: Vectors, asked: tuple[str, Sequence[str]]) -> Matrix:
    language, sentences = asked
    return model.of(sentences, language)


def _mean_of(data: bytes) -> NDArray[np.int16]:
    (mean,) = read(data)[1]
    return mean


def _mean(rows: Sequence[Matrix]) -> NDArray[np.int16]:
    if not rows:
        return np.zeros(0, np.int16)
    mean = np.stack(rows[:_OPENING]).mean(axis=0, dtype=np.float64)
    length = np.linalg.norm(mean) or 1.0
    whole: NDArray[np.int16] = np.round(mean / length * SCALE).astype(np.int16)
    return whole
