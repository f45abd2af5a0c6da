"""The words of many texts as numbers, so that texts can be compared by the million.

A word is a run of letters, digits and marks, in lower case; in scripts without blanks between
words every character is one. Numbers are made by prefix sums over all letters at once, after the
rolling hash of Karp and Rabin (1987), since no loop over words in Python is quick enough.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int32]
Flags = NDArray[np.bool_]

_BATCH = 2_000_000
"""Characters looked at together: some 100 bytes are held for each."""

_PLANES = 0x30000
"""Code points looked up one by one; those beyond are all taken for letters."""

_UNSPACED = ("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "HIRAGANA", "KATAKANA")
_STOPS = ".!?…。！？\n"
_JOINED = 1
_SINGLE = 2
_CAPITAL = 4
_DIGIT = 8
_STOP = 16

_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_PLACE = np.uint64(0x1_0000_0001)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, in order."""

    hashes: Hashes
    """Equal words have equal numbers; different ones differ but for one pair in 2^64."""
    starts: Offsets
    """Where each begins in the text, code points."""
    ends: Offsets
    telling: Flags
    """Whether it has a digit or begins with a capital: a number or, often, a name."""
    single: Flags
    """Whether it is a character of a script without blanks between words."""
    sentences: Offsets
    """The sentence each stands in, by the full stops and line breaks before it."""

    def __len__(self) -> int:
        return len(self.hashes)


def words_of(texts: Sequence[str]) -> Iterator[Words]:
    """Yield the words of each text."""
    rest = iter(texts)
    while batch := list(_batch(rest)):
        yield from _words(batch)


def _batch(texts: Iterator[str]) -> Iterator[str]:
    size = 0
    while size < _BATCH and (text := next(islice(texts, 1), None)) is not None:
        size += len(text)
        yield text


@cache
def _tables() -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """Return the lower case and the kind of each code point."""
    lower = np.arange(_PLANES, dtype=np.uint32)
    kinds = np.zeros(_PLANES, np.uint8)
    for code in range(_PLANES):
        character = chr(code)
        category = unicodedata.category(character)
        if character in _STOPS:
            kinds[code] = _STOP
        if category[0] not in "LNM":
            continue
        small = character.lower()
        lower[code] = ord(small[0])
        kinds[code] = _JOINED
        if unicodedata.name(character, "").startswith(_UNSPACED):
            kinds[code] |= _SINGLE
        if category in {"Lu", "Lt"}:
            kinds[code] |= _CAPITAL
        if category[0] == "N":
            kinds[code] |= _DIGIT
    return lower, kinds


def _words(texts: Sequence[str]) -> Iterator[Words]:
    codes = np.frombuffer("\n".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    lower, kinds_of = _tables()
    within = np.minimum(codes, _PLANES - 1)
    kinds = kinds_of[within]
    inside = (kinds & _JOINED) > 0
    single = (kinds & _SINGLE) > 0
    # A word begins where what stands before is none, or either of the two is a word by itself.
    before = np.r_[False, inside[:-1] & ~single[:-1]]
    first = np.flatnonzero(inside & (~before | single))
    after = np.r_[inside[1:] & ~single[1:], False]
    last = np.flatnonzero(inside & (~after | single)) + 1
    hashes = _hashes(lower[within], inside, first, last)
    stops = np.zeros(len(kinds) + 1, np.int32)
    stops[1:] = np.cumsum((kinds & _STOP) > 0)
    digits = np.r_[0, np.cumsum((kinds & _DIGIT) > 0, dtype=np.int32)]
    telling = ((kinds[first] & _CAPITAL) > 0) | (digits[last] > digits[first])
    lengths = np.fromiter((len(each) + 1 for each in texts), np.int64, len(texts))
    begins: NDArray[np.int64] = np.concatenate([[0], np.cumsum(lengths)])
    bounds = np.searchsorted(first, begins)
    for here, start, stop in zip(begins[:-1], bounds[:-1], bounds[1:], strict=True):
        part = slice(start, stop)
        yield Words(
            hashes[part],
            (first[part] - here).astype(np.int32),
            (last[part] - here).astype(np.int32),
            telling[part],
            single[first[part]],
            stops[first[part]] - stops[here],
        )


def _hashes(
    letters: NDArray[np.uint32], inside: Flags, first: NDArray[np.int64], last: NDArray[np.int64]
) -> Hashes:
    """Return a number for each word: the sum over its letters of what letter and place mix to."""
    origin = np.zeros(len(letters), np.int64)
    origin[first] = first
    place = (np.arange(len(letters)) - np.maximum.accumulate(origin)).astype(np.uint64)
    mixed = (letters.astype(np.uint64) + np.uint64(1) + place * _PLACE) * _SPREAD
    mixed ^= mixed >> np.uint64(29)
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(32)
    mixed[~inside] = 0
    total = np.r_[np.uint64(0), np.cumsum(mixed, dtype=np.uint64)]
    words: Hashes = total[last] - total[first]
    return words
