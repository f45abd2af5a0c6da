"""The words of many texts as numbers, so that texts can be compared by the million.

A word is a run of letters, digits and marks, in lower case, but for escapes (%D0); in scripts
without blanks between words every character is one. The number of a word is a polynomial over
random numbers of its letters (Karp and Rabin 1987). It is made for all words of a batch at once,
from sums over all that stands before each, since no loop over words in Python is quick enough.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int32]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]

_BATCH = 1_000_000
"""Characters looked at together: few enough for what is made of them to stay in the caches."""

_USUAL = 21
"""Powers of two of characters that a batch has at the most, unless one text is longer."""

_PLANES = 0x30000
"""Code points looked up one by one; those beyond are all taken for one letter."""

_UNSPACED = ("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "HIRAGANA", "KATAKANA")
_HEXADECIMAL = "0123456789ABCDEFabcdef"
_STOPS = ".!?…。！？\n"
_JOINED, _SINGLE, _CAPITAL, _DIGIT, _STOP, _PERCENT = 1, 2, 4, 8, 16, 32

_SEED = 0x9E3779B97F4A7C15
_BASE = 0xD1342543DE82EF95
"""What letters are weighted by the powers of; odd, so that it can be divided by."""
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, or of several one after the other, in order."""

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

    def part(self, start: int, stop: int, begin: int = 0, sentence: int = 0) -> "Words":
        """Return some of the words, counted from where their text begins, and its sentences."""
        here = slice(start, stop)
        return Words(
            self.hashes[here],
            self.starts[here] - np.int32(begin),
            self.ends[here] - np.int32(begin),
            self.telling[here],
            self.single[here],
            self.sentences[here] - np.int32(sentence),
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """The words of several texts."""

    words: Words
    bounds: Numbers
    """Before which word each text begins, and the last one ends."""
    begins: Numbers
    """Where each text begins in all of them joined, and the last one ends."""
    sentences: Numbers
    """Stops before each text."""

    def texts(self) -> Iterator[Words]:
        """Yield the words of each text."""
        rows = zip(
            self.bounds[:-1].tolist(),
            self.bounds[1:].tolist(),
            self.begins[:-1].tolist(),
            self.sentences.tolist(),
            strict=True,
        )
        yield from (self.words.part(*row) for row in rows)


def words_of(texts: Sequence[str]) -> Iterator[Words]:
    """Yield the words of each text."""
    for batch in batches(texts):
        yield from batch.texts()


def batches(texts: Sequence[str]) -> Iterator[Batch]:
    """Yield the words of texts, some texts at a time."""
    rest = iter(texts)
    while some := list(_some(rest)):
        yield _batch(some)


def _some(texts: Iterator[str]) -> Iterator[str]:
    size = 0
    while size < _BATCH and (text := next(islice(texts, 1), None)) is not None:
        size += len(text)
        yield text


@dataclass(frozen=True, slots=True)
class _Letters:
    """What is known of each code point."""

    kinds: NDArray[np.uint8]
    numbers: Hashes
    """A random number; that of a capital is its small letter's, that of no letter 0."""
    hexadecimal: Flags


@cache
def _letters() -> _Letters:
    lower = np.arange(_PLANES, dtype=np.uint64)
    kinds = np.zeros(_PLANES, np.uint8)
    for code in range(_PLANES):
        character = chr(code)
        category = unicodedata.category(character)
        if character in _STOPS:
            kinds[code] = _STOP
        if character == "%":
            kinds[code] = _PERCENT
        if category[0] not in "LNM":
            continue
        lower[code] = ord(character.lower()[0])
        kinds[code] = _JOINED
        if unicodedata.name(character, "").startswith(_UNSPACED):
            kinds[code] |= _SINGLE
        if category in {"Lu", "Lt"}:
            kinds[code] |= _CAPITAL
        if category[0] == "N":
            kinds[code] |= _DIGIT
    hexadecimal = np.zeros(_PLANES, bool)
    hexadecimal[[ord(each) for each in _HEXADECIMAL]] = True
    return _Letters(kinds, np.where(kinds & _JOINED, _random(lower), np.uint64(0)), hexadecimal)


def _random(numbers: Hashes) -> Hashes:
    """Return a random number for each, always the same (SplitMix64: Steele et al. 2014)."""
    mixed = (numbers + np.uint64(1)) * np.uint64(_SEED)
    for shift, factor in zip((30, 27), _MIX, strict=True):
        mixed ^= mixed >> np.uint64(shift)
        mixed *= factor
    return mixed ^ (mixed >> np.uint64(31))


def _batch(texts: Sequence[str]) -> Batch:
    codes = _codes("\n".join(texts)).astype(np.intp)
    letters = _letters()
    kinds = letters.kinds[codes]
    escapes = _escapes(codes, kinds)
    kinds[escapes], codes[escapes] = 0, 0
    first, last, single = _cut(kinds)
    lengths = np.fromiter((len(each) + 1 for each in texts), np.int64, len(texts))
    begins: Numbers = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
    stops = np.flatnonzero((kinds & _STOP) > 0)
    words = Words(
        _hashes(letters.numbers[codes], first),
        first.astype(np.int32),
        last.astype(np.int32),
        _telling(kinds, first),
        single[first],
        _sentences(stops, first),
    )
    return Batch(words, np.searchsorted(first, begins), begins, np.searchsorted(stops, begins[:-1]))


def _escapes(codes: NDArray[np.intp], kinds: NDArray[np.uint8]) -> Numbers:
    """Return where the letters and digits of escapes stand: %D0%BE in an address.

    They spell a letter each, not a word, and the same few are in every address of a Russian page.
    """
    at = np.flatnonzero((kinds & _PERCENT) > 0)
    at = at[at + 2 < len(codes)]
    hexadecimal = _letters().hexadecimal
    at = at[hexadecimal[codes[at + 1]] & hexadecimal[codes[at + 2]]]
    return np.concatenate([at + 1, at + 2])


def _codes(text: str) -> NDArray[np.uint32] | NDArray[np.uint8]:
    """Return the code points of a text, in bytes where they all are less than 256."""
    try:
        return np.frombuffer(text.encode("latin-1"), np.uint8)
    except UnicodeEncodeError:
        wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        return np.minimum(wide, np.uint32(_PLANES - 1))


def _cut(kinds: NDArray[np.uint8]) -> tuple[Numbers, Numbers, Flags]:
    """Return where words begin and end, and which characters are words by themselves."""
    inside = np.zeros(len(kinds) + 2, bool)
    inside[1:-1] = (kinds & _JOINED) > 0
    changes = np.flatnonzero(inside[1:] != inside[:-1])
    single = (kinds & _SINGLE) > 0
    if not single.any():
        return changes[::2], changes[1::2], single
    joined = inside[1:-1]
    # A word begins where what stands before is none, or either of the two is a word by itself.
    before = np.concatenate([[False], joined[:-1] & ~single[:-1]])
    after = np.concatenate([joined[1:] & ~single[1:], [False]])
    first = np.flatnonzero(joined & (~before | single))
    return first, np.flatnonzero(joined & (~after | single)) + 1, single


def _hashes(numbers: Hashes, first: Numbers) -> Hashes:
    """Return the numbers of words, from those of all characters and where each word begins."""
    if not len(first):
        return np.zeros(0, np.uint64)
    powers, inverses = _powers(1 << max(_USUAL, (len(numbers) - 1).bit_length()))
    numbers *= powers[: len(numbers)]
    before = np.zeros(len(numbers) + 1, np.uint64)
    np.cumsum(numbers, out=before[1:])
    # What is no letter adds nothing, so that a word may be taken to reach to the next.
    sums = before[first]
    hashes: Hashes = np.append(sums[1:], before[-1]) - sums
    hashes *= inverses[first]
    # A sum keeps the structure of its parts in its low bits, by which shingles are sampled.
    hashes ^= hashes >> np.uint64(32)
    return hashes


@lru_cache(maxsize=1)
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Return the powers of the base, and what undoes the multiplication by each."""
    inverse = pow(_BASE, -1, 1 << 64)
    return _progression(_BASE, count), _progression(inverse, count)


def _progression(base: int, count: int) -> Hashes:
    factors = np.full(count, base, np.uint64)
    factors[:1] = 1
    powers: Hashes = np.cumprod(factors)
    return powers


def _telling(kinds: NDArray[np.uint8], first: Numbers) -> Flags:
    telling: Flags = (kinds[first] & _CAPITAL) > 0
    digits = np.flatnonzero((kinds & _DIGIT) > 0)
    telling[np.searchsorted(first, digits, side="right") - 1] = True
    return telling


def _sentences(stops: Numbers, first: Numbers) -> Offsets:
    """Return for each word how many stops are before it."""
    # Stops are few beside words, and looking up is dear.
    after = np.searchsorted(first, stops)
    count: Numbers = np.bincount(after, minlength=len(first) + 1)[: len(first)]
    return np.cumsum(count).astype(np.int32)
