"""Search a collection of texts for those that are about what a query says, best first.

Within a language, BM25 (Robertson & Zaragoza 2009) over stems and over runs of four characters,
which forgive spellings and forms; across languages, over what does not depend on one: concepts,
skeletons of names, numbers, days. Vectors are added where there are such.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from furphy.matching.names import skeletons
from furphy.matching.nearness import Vectors
from furphy.matching.posts import plain
from furphy.matching.proposition import Proposition
from furphy.matching.quantities import middle
from furphy.matching.tokens import root_of
from furphy.matching.vocabulary import grammar
from furphy.matching.wording import Place, worded
from furphy.textkit.search import fold, search_text

_SATURATION, _LENGTH = 1.2, 0.4
"""k1 and b of BM25."""
_RARITY = 1.3
"""To which power rarity counts: posts have many words that are beside the point."""
_CHARACTERS = 4
_DOUBT = 4
"""Parts missed of what a query has that does not depend on its language."""
_VECTORS = 0.4
"""What the cosine of vectors weighs beside the share of words and characters: the best of ten
weights on CheckThat! 2020; in halves of it, 0.3 to 0.5."""
_EXACT = 6
"""Decimals beyond which scores differ by the order of additions."""
_WORD = re.compile(r"[^\W_]+")

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Entry:
    """A text to search for, or to find."""

    text: str
    """With its title."""
    language: str
    """BCP 47, without region; empty where it is not known."""


class Field:
    """One way to take texts apart, and which of them have which parts."""

    def __init__(self, parts: Iterable[Sequence[str]]) -> None:
        postings: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        lengths: list[int] = []
        for at, each in enumerate(parts):
            lengths.append(len(each))
            for part, count in Counter(each).items():
                places, counts = postings[part]
                places.append(at)
                counts.append(count)
        self._number = len(lengths)
        mean = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * np.array(lengths, dtype=float) / mean)
        self._postings: dict[str, tuple[npt.NDArray[np.intp], Scores]] = {}
        for part, (places, counts) in postings.items():
            where, often = np.array(places, dtype=np.intp), np.array(counts, dtype=float)
            weights = often * (_SATURATION + 1) / (often + norm[where])
            self._postings[part] = (where, weights * self._rarity(len(places)))

    def _rarity(self, having: int) -> float:
        told = math.log(1 + (self._number - having + 0.5) / (having + 0.5))
        return math.pow(told, _RARITY)

    def shares(self, parts: Iterable[str], doubt: int = 0) -> Scores:
        """Return how much of a query each text has, by the weight of its parts: from 0, about 1.

        Parts that no text has count as the rarest. ``doubt`` is a number of such parts that every
        query is taken to have besides, so that sharing one of two does not count as half.
        """
        scores = np.zeros(self._number)
        whole = doubt * self._rarity(0)
        for part in sorted(set(parts)):
            found = self._postings.get(part)
            whole += self._rarity(len(found[0]) if found else 0)
            if found:
                scores[found[0]] += found[1]
        return scores / whole if whole else scores


class Ranker:
    """A collection of texts that can be searched."""

    def __init__(self, entries: Sequence[Entry], vectors: Vectors | None = None) -> None:
        self._languages = np.array([each.language for each in entries])
        cleaned = [Entry(plain(each.text), each.language) for each in entries]
        self._words = Field(stems(each) for each in cleaned)
        self._characters = Field(runs(each) for each in cleaned)
        self._anchors = Field(anchors(each) for each in cleaned)
        self._vectors = vectors
        self._rows = _rows(cleaned, vectors) if vectors else None

    def scores(self, query: Entry) -> Scores:
        """Return how much of a query each text says, about 0 to 1, 0 where nothing is shared."""
        cleaned = Entry(plain(query.text), query.language)
        within = self._words.shares(stems(cleaned)) + self._characters.shares(runs(cleaned))
        across = self._anchors.shares(anchors(cleaned), _DOUBT)
        # A language may have been taken for another: words that both texts have count anyway.
        other = self._languages != query.language
        found: Scores = np.maximum(within / 2, np.where(other, across, 0.0))
        if self._vectors is not None and self._rows is not None:
            row = self._vectors.of([cleaned.text], cleaned.language)[0]
            near = np.clip(self._rows @ row, 0.0, 1.0)
            found = (found + _VECTORS * near) / (1 + _VECTORS)
        return np.round(found, _EXACT)

    def best(self, query: Entry, most: int) -> list[tuple[int, float]]:
        """Return the places of the texts that say most of a query, best first, with their scores.

        Texts that share nothing with it are left out.
        """
        scores = self.scores(query)
        order = np.lexsort((np.arange(len(scores)), -scores))[:most]
        return [(int(at), float(scores[at])) for at in order if scores[at] > 0]


def _rows(entries: Sequence[Entry], vectors: Vectors) -> npt.NDArray[np.float32]:
    """Return a vector for each text; texts of the same words have that of the first of them.

    Else a comma would decide which of two copies of a claim comes first.
    """
    firsts: dict[tuple[str, ...], int] = {}
    like = [firsts.setdefault(_words_of(each), at) for at, each in enumerate(entries)]
    by_language: dict[str, list[int]] = defaultdict(list)
    for at in sorted(firsts.values()):
        by_language[entries[at].language].append(at)
    made = np.zeros((len(entries), 1), dtype=np.float32)
    for language, places in sorted(by_language.items()):
        rows = vectors.of([entries[at].text for at in places], language)
        if made.shape[1] != rows.shape[1]:
            made = np.zeros((len(entries), rows.shape[1]), dtype=np.float32)
        made[places] = rows
    return made[like]


def _words_of(entry: Entry) -> tuple[str, ...]:
    return (entry.language, *sorted(set(_stems(entry))))


def stems(entry: Entry) -> list[str]:
    """Return the stems of a text, words of grammar left out; of Chinese, pairs of characters."""
    return [*_stems(entry)]


def _stems(entry: Entry) -> Iterator[str]:
    left_out = grammar(entry.language)
    for word in _WORD.findall(fold(entry.text)):
        if word in left_out:
            continue
        if word[0] > "\u2e7f":
            yield from (each for each in search_text(word).split() if len(each) > 1)
        else:
            yield root_of(word, entry.language)


def runs(entry: Entry) -> list[str]:
    """Return the runs of four characters of a text's stems, their edges marked; of pairs, these."""
    return [run for word in _stems(entry) for run in _runs(word)]


def _runs(word: str) -> list[str]:
    if word[0] > "\u2e7f":
        return [word]
    marked = f"_{word}_"
    return [marked[at : at + _CHARACTERS] for at in range(max(len(marked) - _CHARACTERS + 1, 1))]


def anchors(entry: Entry) -> list[str]:
    """Return what of a text does not depend on its language."""
    made = worded(entry.text, entry.language, Place(0), whole=True)
    return [*_anchors(made)]


def _anchors(made: Proposition) -> Iterator[str]:
    for concept in made.concepts:
        yield concept.name
    for name in made.names:
        yield from (f"~{bones}" for bones in skeletons(name))
    for amount in made.amounts:
        yield f"#{middle(amount):g}"
    for when in made.times:
        yield f"@{when.value}"
