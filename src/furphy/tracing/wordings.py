"""Which part of their words in a row two texts of one language share, counted once and kept."""

import re
from dataclasses import dataclass
from functools import lru_cache

from furphy.tracing.held import at_hand
from furphy.tracing.memory import Memory, digest, read, written
from furphy.tracing.shelf import Shelf

WORDS, SIGNS = 4, 8
"""Words in a run, and characters where a script has no blanks between words."""
_WORD = re.compile(r"\w+")
_UNSPACED = frozenset({"zh", "ja"})
_KIND = "shared-runs"

Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share."""

    part: float
    """Of the runs of the text that has fewer, 0 to 1."""
    shorter: int
    """How many runs that is."""
    longer: int


class Wordings:
    """The words of documents."""

    def __init__(self, shelf: Shelf, memory: Memory) -> None:
        self._shelf = shelf
        self._memory = memory
        self._known: dict[tuple[bytes, bytes, str], Shared] = at_hand(memory, _KIND)

    def shared(self, pair: tuple[int, int], language: str) -> Shared:
        """Return what two documents of a language share."""
        one, other = sorted(pair, key=lambda each: self._shelf.texts[each])
        ends = self._shelf.texts[one], self._shelf.texts[other], language
        known = self._known.get(ends)
        if known is not None:
            return known
        key = digest(*ends)
        (data,) = self._memory.recall(_KIND, [key])
        if data is None:
            found = shared(*(runs(self._shelf.whole[each].text, language) for each in (one, other)))
            data = written([found.part, found.shorter, found.longer])
            self._memory.keep(_KIND, {key: data})
        self._known[ends] = known = Shared(*read(data)[0])
        return known


@lru_cache(maxsize=20_000)
def runs(text: str, language: str) -> Runs:
    """Return the runs of words of a text."""
    words = _WORD.findall(text.lower())
    width = WORDS
    if language in _UNSPACED:
        words, width = [sign for word in words for sign in word], SIGNS
    width = min(width, max(1, len(words)))
    return frozenset(tuple(words[at : at + width]) for at in range(len(words) - width + 1))


def shared(one: Runs, other: Runs) -> Shared:
    """Return what two texts share."""
    shorter, longer = sorted(map(len, (one, other)))
    return Shared(len(one & other) / max(1, shorter), shorter, longer)
