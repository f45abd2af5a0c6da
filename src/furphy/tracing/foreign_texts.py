"""Texts that may be translations of one another; what takes time to make of them is kept."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from furphy.model.text import Span
from furphy.tracing.anchors import Anchor, AnchorKind, anchors_of
from furphy.tracing.bilinguals import Parts, Rarity, Ready, key_number
from furphy.tracing.counted import Counted
from furphy.tracing.hands import Hands, OneHand
from furphy.tracing.held import at_hand, told
from furphy.tracing.memory import Fresh, Memory, digest, number_of, numbers_of, read, written
from furphy.tracing.on_demand import OnDemand
from furphy.tracing.overlaps import ranges
from furphy.tracing.roll import Roll
from furphy.tracing.sentences import sentences
from furphy.tracing.shelf import Shelf, shelved
from furphy.tracing.traced import Traced
from furphy.tracing.vector_rows import Rows
from furphy.tracing.words import Hashes, Numbers
from furphy.vectors.protocol import Matrix, Vectors

MOST_SENTENCES = 60
"""Sentences of a text that are looked at."""
MOST_CHARACTERS = 40_000
FEWEST_LETTERS = 12
"""Texts with fewer letters are not looked at: nothing tells whether a word is translated."""

_LETTERS = re.compile(r"[^\W_]+")
_SIGNS, _ANCHORS, _ROLL, _COUNTED = "signs", "anchors", "roll", "counted"
_AT_ONCE = 500
_CACHED = 20_000
_AT_HAND = 5000
"""Texts of which the vectors and anchors are at hand: some 30 kB each, of reports."""

Anchors = tuple[tuple[Anchor, ...], ...]


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a text is known by."""

    language: str
    letters: int
    """A number for its language and letters; 0 where it is not looked at."""
    keys: Hashes
    """Those of its anchors, each once."""
    weighing: Hashes
    """Those of them that say how much the anchors weigh."""
    steps: Hashes
    """Two numbers after each other, and with one between; each once."""
    ends: list[int]
    """Where its sentences begin and end."""


class Texts(OnDemand[Ready]):
    """Texts in the order of their first documents; each is made when it is asked for."""

    def __init__(self, shelf: Shelf, vectors: Vectors | None, memory: Memory, hands: Hands) -> None:
        self._shelf = shelf
        self._memory = memory
        signs = _signs(shelf, memory, hands)
        letters = np.fromiter((each.letters for each in signs), np.uint64, len(signs))
        self._documents, self._bounds = _alike(letters)
        firsts = self._documents[self._bounds[:-1]].tolist()
        self._signs: list[_Signs] = [signs[each] for each in firsts]
        self.languages = [each.language for each in self._signs]
        self.digests = [shelf.texts[each] for each in firsts]
        self.numbers = numbers_of(self.digests)
        several = len(set(self.languages)) > 1
        self.vectors = Rows(vectors, memory, hands) if vectors is not None and several else None
        self._ready = lru_cache(maxsize=_CACHED)(self._text)
        self.roll: Roll = at_hand(memory, _ROLL).setdefault(_ROLL, Roll())
        self.roll.update(self.numbers, self.languages)

    def made(self, place: int) -> Ready:
        """Return one text."""
        return self._ready(place)

    def __len__(self) -> int:
        return len(self.digests)

    def documents(self, place: int) -> tuple[int, ...]:
        """Return the documents that have a text word for word, in order."""
        return tuple(self._documents[self._bounds[place] : self._bounds[place + 1]].tolist())

    def of_documents(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """Return the documents of some texts, and for each which of these it has."""
        starts = self._bounds[places]
        lengths = self._bounds[places + 1] - starts
        return self._documents[ranges(starts, lengths)], np.repeat(np.arange(len(places)), lengths)

    def fetch(self, places: Sequence[int]) -> None:
        """Have the first documents ready of texts of which nothing is at hand."""
        known = self.at_hand(_ANCHORS)
        if isinstance(self._shelf.whole, OnDemand):
            new = [each for each in places if self.digests[each] not in known]
            self._shelf.whole.fetch([int(self._documents[self._bounds[each]]) for each in new])

    def keys(self, place: int) -> Hashes:
        """Return the keys of a text's anchors."""
        return self._signs[place].keys

    def weighing(self, place: int) -> Hashes:
        """Return the keys that say how much a text's anchors weigh."""
        return self._signs[place].weighing

    def signs(self, place: int) -> Hashes:
        """Return what a text is found by: keys and steps, each once."""
        return np.concatenate([self._signs[place].keys, self._signs[place].steps])

    @cached_property
    def rarity(self) -> Rarity:
        """How much the keys of these texts tell."""
        counted: Counted = at_hand(self._memory, _COUNTED).setdefault(_COUNTED, Counted())
        counted.update(self.roll, self.keys)
        return Rarity(counted.keys, counted.counts, len(self))

    def first(self, place: int) -> Traced:
        """Return the first document of a text."""
        return self._shelf.whole[int(self._documents[self._bounds[place]])]

    def sentences(self, place: int) -> list[str]:
        """Return the sentences of a text."""
        text = self.first(place).text
        ends = self._signs[place].ends
        return [text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]

    def means(self, places: Sequence[int] | None = None) -> Matrix:
        """Return the mean of the vectors of each text's first sentences, in whole numbers.

        Where places are given, of the texts at these alone.
        """
        assert self.vectors is not None  # noqa: S101 (asked before)
        some = range(len(self)) if places is None else places
        return self.vectors.means(
            [self.digests[each] for each in some],
            [self.languages[each] for each in some],
            lambda at: self.sentences(some[at]),
        )

    def at_hand(self, kind: str) -> dict[Any, Any]:
        """Return what was made of texts before, by their digests."""
        return at_hand(self._memory, kind)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process makes its own of; it works out vectors by itself."""
        model = None if self.vectors is None else self.vectors.model
        given = self._documents, self._bounds, self._signs, self.digests
        return _again, (self._shelf.whole, given, model, self._memory)

    def _text(self, place: int) -> Ready:
        ends = self._signs[place].ends
        spans = tuple(Span(*each) for each in zip(ends[::2], ends[1::2], strict=True))
        parts = _Parts(self, place, spans)
        return Ready(self.documents(place), self.languages[place], spans, parts)


def _alike(letters: Hashes) -> tuple[Numbers, Numbers]:
    """Return the documents of each text in order, and where those of each begin."""
    looked_at = np.flatnonzero(letters)
    _, first, text = np.unique(letters[looked_at], return_index=True, return_inverse=True)
    # Texts come in the order of their first documents.
    place = np.argsort(np.argsort(first))[text.reshape(-1)]
    order = np.argsort(place, kind="stable")
    return looked_at[order], np.append(0, np.cumsum(np.bincount(place, minlength=len(first))))


def _again(
    whole: Sequence[Traced],
    given: tuple[Numbers, Numbers, list[_Signs], list[bytes]],
    model: Vectors | None,
    memory: Memory,
) -> "Texts":
    found = Texts(Shelf((), (), whole), None, memory, OneHand())
    found._documents, found._bounds, found._signs, found.digests = given  # noqa: SLF001 (its own)
    found.languages = [each.language for each in found._signs]  # noqa: SLF001 (its own)
    found.vectors = None if model is None else Rows(model, memory, OneHand())
    return found


class _Parts(Parts):
    """What takes time to make of one of the texts; that of some thousand is at hand."""

    def __init__(self, texts: Texts, place: int, spans: Sequence[Span]) -> None:
        self._texts = texts
        self._place = place
        self._spans = spans

    def anchors(self) -> Anchors:
        """Return the anchors of each sentence."""
        found: Anchors = self._at_hand(_ANCHORS, self._anchors)
        return found

    def rows(self) -> Matrix | None:
        """Return a vector for each sentence."""
        if self._texts.vectors is None:
            return None
        found: Matrix = self._at_hand(f"rows:{self._texts.vectors.model.name}", self._rows)
        return found

    def _at_hand(self, kind: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 (of either kind)
        known = self._texts.at_hand(kind)
        key = self._texts.digests[self._place]
        if key not in known:
            if len(known) >= _AT_HAND:
                known.clear()
            known[key] = make()
        return known[key]

    def _anchors(self) -> Anchors:
        text = self._texts.first(self._place).text[:MOST_CHARACTERS]
        return _anchored(text, self._texts.languages[self._place], self._spans)

    def _rows(self) -> Matrix:
        assert self._texts.vectors is not None  # noqa: S101 (asked before)
        language = self._texts.languages[self._place]
        return self._texts.vectors.of(self._texts.sentences(self._place), language)


def ready(documents: Sequence[Traced], vectors: Vectors | None) -> Texts:
    """Return the texts of documents whose language is known, in order of their first document."""
    return Texts(shelved(documents), vectors, Fresh(), OneHand())


def main_language(document: Traced) -> str:
    """Return the language of a document without its region or script."""
    return (document.language or "").partition("-")[0].lower()


def _signs(shelf: Shelf, memory: Memory, hands: Hands) -> list[_Signs]:
    found = told(memory, _SIGNS, shelf.texts, _read)
    wanting = [place for place, each in enumerate(found) if each is None]
    jobs = [wanting[start : start + _AT_ONCE] for start in range(0, len(wanting), _AT_ONCE)]
    for job, made in zip(jobs, hands.do(_signs_of, shelf.whole, jobs), strict=True):
        memory.keep(_SIGNS, {shelf.texts[each]: row for each, row in zip(job, made, strict=True)})
        for place, row in zip(job, made, strict=True):
            found[place] = _read(row)
    return [each for each in found if each is not None]


def _read(data: bytes) -> _Signs:
    (language, letters), (keys, weighing, steps, ends) = read(data)
    return _Signs(language, letters, keys, weighing, steps, ends.tolist())


def _signs_of(documents: Sequence[Traced], places: Sequence[int]) -> list[bytes]:
    return [_sign(documents[each]) for each in places]


def _sign(document: Traced) -> bytes:
    language, text = main_language(document), document.text[:MOST_CHARACTERS]
    letters = "".join(_LETTERS.findall(text.lower()))
    none = np.zeros(0, np.uint64)
    if not language or len(letters) < FEWEST_LETTERS:
        return written([language, 0], none, none, none, np.zeros(0, np.int32))
    spans = sentences(text, MOST_SENTENCES)
    anchors = [each for some in _anchored(text, language, spans) for each in some]
    keys = {key for each in anchors for key in each.keys}
    ends = [end for each in spans for end in (each.start, each.end)]
    return written(
        [language, number_of(digest(language, letters))],
        _numbered(keys),
        _numbered({each.keys[0] for each in anchors}),
        _numbered(_steps(anchors)),
        np.array(ends, np.int32),
    )


def _numbered(keys: set[str]) -> Hashes:
    return np.array(sorted({key_number(each) for each in keys}), np.uint64)


def _steps(anchors: Sequence[Anchor]) -> set[str]:
    """Return numbers with the next and the next but one."""
    numbers = [each.keys[0] for each in anchors if each.kind is not AnchorKind.NAME]
    nearly = zip(numbers, numbers[2:], strict=False)
    return {f"{one}>{other}" for one, other in (*pairwise(numbers), *nearly) if one != other}


def _anchored(text: str, language: str, spans: Sequence[Span]) -> Anchors:
    return tuple(map(tuple, _by_sentence(text, language, spans)))


def _by_sentence(text: str, language: str, spans: Sequence[Span]) -> Iterator[list[Anchor]]:
    anchors: list[list[Anchor]] = [[] for _ in spans]
    place = 0
    for anchor in anchors_of(text, language):
        while place < len(spans) and spans[place].end <= anchor.span.start:
            place += 1
        if place == len(spans):
            break
        if spans[place].meets(anchor.span):
            anchors[place].append(anchor)
    yield from anchors
