"""Which outlets a text names, in their own words.

A text is looked through once for each name. A name that is new is looked for only in texts that
have its first word, which is known without them.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from furphy.tracing.held import told
from furphy.tracing.memory import Memory, read, written
from furphy.tracing.shelf import Shelf
from furphy.tracing.traces import outlet_names
from furphy.tracing.words import Hashes, Words, words_of

_ROSTER, _FOUND, _WORDS = "roster", "named", "words"
_ALL = b"all"
_NO_NAMES = frozenset[str]()
_AT_ONCE = 2000
"""Texts in memory together."""


def namings(shelf: Shelf, memory: Memory) -> list[frozenset[str]]:
    """Return for each document the names of outlets that stand in its text."""
    wanted = frozenset(outlet_names(shelf.heads))
    roster = _roster(memory, wanted)
    found: list[list[int]] = [[] for _ in shelf.heads]
    behind: dict[int, list[int]] = defaultdict(list)
    for place, known in enumerate(told(memory, _FOUND, shelf.texts, _numbers)):
        upto, found[place] = known or (0, [])
        if known is None or upto < len(roster):
            behind[upto].append(place)
    for upto, places in sorted(behind.items()):
        names = _Names(roster, upto)
        for start in range(0, len(places), _AT_ONCE):
            some = places[start : start + _AT_ONCE]
            for place, more in _looked(shelf, memory, names, some).items():
                found[place] = sorted({*found[place], *more})
            rows = {shelf.texts[each]: written([len(roster), found[each]]) for each in some}
            memory.keep(_FOUND, rows)
    return [
        wanted.intersection(roster[each] for each in numbers) if numbers else _NO_NAMES
        for numbers in found
    ]


def _numbers(data: bytes) -> tuple[int, list[int]]:
    """Return how many names were looked for, and which of them stand in a text."""
    upto, numbers = read(data)[0]
    return upto, numbers


def _roster(memory: Memory, wanted: frozenset[str]) -> list[str]:
    """Return all names that were ever looked for, those that are new at the end."""
    (data,) = memory.recall(_ROSTER, [_ALL])
    roster: list[str] = [] if data is None else read(data)[0]
    new = sorted(wanted.difference(roster))
    if new:
        memory.keep(_ROSTER, {_ALL: written([*roster, *new])})
    return [*roster, *new]


def _looked(
    shelf: Shelf, memory: Memory, names: "_Names", places: Sequence[int]
) -> dict[int, set[int]]:
    """Return which of the names stand in the texts of some documents, where any may."""
    rows = memory.recall(_WORDS, [shelf.texts[each] for each in places])
    new = [place for place, row in zip(places, rows, strict=True) if row is None]
    read_now = dict(zip(new, words_of([shelf.whole[each].text for each in new]), strict=True))
    memory.keep(
        _WORDS,
        {shelf.texts[each]: written(None, np.unique(read_now[each].hashes)) for each in new},
    )
    kept = {
        place: read(row)[1][0] for place, row in zip(places, rows, strict=True) if row is not None
    }
    again = [*names.first_in(kept)]
    read_now |= zip(again, words_of([shelf.whole[each].text for each in again]), strict=True)
    return {place: names.in_words(words) for place, words in read_now.items()}


class _Names:
    """Names of outlets, found by their words; they go by their places in the roster."""

    def __init__(self, roster: Sequence[str], start: int) -> None:
        self._by_first: dict[int, list[tuple[tuple[int, ...], int]]] = defaultdict(list)
        for place, words in enumerate(words_of(roster[start:]), start):
            if len(words):
                row = tuple(words.hashes.tolist())
                self._by_first[row[0]].append((row, place))
        self._first = np.array(sorted(self._by_first), np.uint64)

    def first_in(self, words: dict[int, Hashes]) -> list[int]:
        """Return those whose words hold the first word of a name."""
        if not words:
            return []
        owners = np.repeat(np.array([*words]), [len(each) for each in words.values()])
        held = np.isin(np.concatenate([*words.values()]), self._first)
        return sorted({*owners[held].tolist()})

    def in_words(self, words: Words) -> set[int]:
        """Return the names that stand in a text; one word must begin with a capital to be one."""
        found = set[int]()
        for at in np.flatnonzero(np.isin(words.hashes, self._first)).tolist():
            for row, name in self._by_first[int(words.hashes[at])]:
                here = words.hashes[at : at + len(row)].tolist()
                if tuple(here) == row and (len(row) > 1 or words.telling[at]):
                    found.add(name)
        return found
