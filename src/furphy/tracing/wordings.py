"""Which part of their words in a row two texts of one language share, counted once and kept."""

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache

from furphy.tracing.held import at_hand
from furphy.tracing.memory import Memory, digest, read, written
from furphy.tracing.shelf import Shelf

WORDS, SIGNS = 4, 8
"""Words in a run, and characters where a script has no blanks between words."""
_WORD = re.compile(r"\w+")
_UNSPACED = frozenset({"zh", "ja"})
_KIND = "wordings"

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share."""

    part: float
    """Of the runs of the text that has fewer, 0 to 1."""
    shorter: int
    """How many runs that is."""
    longer: int
    """How many the other has."""
    in_one_piece: bool
    """What they share stands in both without a break: they differ at their ends alone."""


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
            data = written([*astuple(found)])
            self._memory.keep(_KIND, {key: data})
        self._known[ends] = known = Shared(*read(data)[0])
        return known


@lru_cache(maxsize=20_000)
def runs(text: str, language: str) -> tuple[Run, ...]:
    """Return the runs of words of a text, in its order."""
    words = _WORD.findall(text.lower())
    width = WORDS
    if language in _UNSPACED:
        words, width = [sign for word in words for sign in word], SIGNS
    width = min(width, max(1, len(words)))
    return tuple(tuple(words[at : at + width]) for at in range(len(words) - width + 1))


def shared(one: Sequence[Run], other: Sequence[Run]) -> Shared:
    """Return what two texts share."""
    mine, theirs = set(one), set(other)
    both = mine & theirs
    shorter, longer = sorted(map(len, (mine, theirs)))
    return Shared(
        len(both) / max(1, shorter), shorter, longer, _trimmed(one, both) == _trimmed(other, both)
    )


def _trimmed(text: Sequence[Run], both: set[Run]) -> Sequence[Run]:
    """Return the runs of a text from the first to the last that is in both."""
    held = [place for place, run in enumerate(text) if run in both]
    return text[held[0] : held[-1] + 1] if held else ()
