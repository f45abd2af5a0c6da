"""What the word lists know words as, looked up by the longest run of words that is listed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from furphy import lexicon

Range = tuple[float, float]
Value = str | float | Range
Values = Mapping[str, Value]
"""Category to what the words mean in it: a code, a number, or the range a vague number lies in."""

WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
"""A run of letters or figures, or one mark."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Words in a row and what they may mean."""

    words: tuple[str, ...]
    small: Values
    """Where the first word begins with a small letter."""
    capital: Values
    """Where it begins with a capital letter."""


class Vocabulary:
    """All entries of a language."""

    __slots__ = ("_by_first",)

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_first: dict[str, tuple[Entry, ...]] = {}
        listed: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            listed[entry.words[0]].append(entry)
        for first, several in listed.items():
            several.sort(key=lambda entry: -len(entry.words))
            self._by_first[first] = tuple(several)

    def __iter__(self) -> Iterator[Entry]:
        for entries in self._by_first.values():
            yield from entries

    def longest(self, words: Sequence[str], at: int) -> Entry | None:
        """Return the longest entry that stands at a place in a row of lower-cased words."""
        for entry in self._by_first.get(words[at], ()):
            length = len(entry.words)
            if length == 1 or tuple(words[at : at + length]) == entry.words:
                return entry
        return None


_Table = dict[tuple[str, ...], dict[str, Value]]
_NUMERALS = ("small", "multiple")


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return what a language lists in ``time_words``, ``time_numbers`` and ``numerals``."""
    small: _Table = defaultdict(dict)
    capital: _Table = defaultdict(dict)
    for row in lexicon.rows("time_words", language):
        words = tuple(WORD.findall(row["word"]))
        for case, table in (("small", small), ("capital", capital)):
            if row["case"] in ("", case):
                table[words][row["category"]] = _number(row["value"])
    for words, kind, value in _numbers(language):
        small[words][kind] = capital[words][kind] = value
    return Vocabulary(
        [Entry(words, small[words], capital[words]) for words in {**small, **capital}]
    )


def _numbers(language: str) -> Iterator[tuple[tuple[str, ...], str, Value]]:
    for row in lexicon.rows("time_numbers", language):
        yield tuple(WORD.findall(row["word"])), row["kind"], _number(row["value"])
    for row in lexicon.rows("numerals", language):
        if row["part"] in _NUMERALS:
            yield (row["word"],), row["part"], float(row["value"])


def _number(value: str) -> Value:
    if re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value)
    if found := re.fullmatch(r"(\d+)\.\.(\d+)", value):
        return float(found[1]), float(found[2])
    return value
