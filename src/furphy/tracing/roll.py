"""Numbers that texts go by as long as a process lasts, whatever else comes and goes.

A place changes with each text that comes before it, so what is held in memory goes by these.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from furphy.tracing.changes import are_few
from furphy.tracing.memory import Array
from furphy.tracing.words import Hashes, Numbers

_NONE = np.zeros(0, np.int64)


class Roll:
    """All texts that were ever there: each has a name of 64 bits, and here a number from 0."""

    def __init__(self) -> None:
        self._of: dict[int, int] = {}
        self._codes: dict[str, int] = {}
        self.names: Hashes = np.zeros(0, np.uint64)
        """By number, as all that follow."""
        self.languages: Numbers = _NONE
        """As codes."""
        self.places: Numbers = _NONE
        """Of those that are here; -1 for others."""
        self.here: Numbers = _NONE
        """The numbers of those that are here, by place."""
        self.came: Numbers = _NONE
        self.gone: Numbers = _NONE
        self.turn = 0
        """How often it was brought up to date."""

    @property
    def is_small(self) -> bool:
        """Tell whether it is quicker to change what stands than to begin anew."""
        return are_few(len(self.came) + len(self.gone), len(self.here))

    def update(self, names: Hashes, languages: Sequence[str]) -> None:
        """Go on to other texts, by their names in order; a name has a language."""
        of = self._of
        new = [place for place, name in enumerate(names.tolist()) if name not in of]
        for place in new:
            of[int(names[place])] = len(of)
        codes = [self._codes.setdefault(languages[each], len(self._codes)) for each in new]
        self.names = np.concatenate([self.names, names[new]])
        self.languages = np.concatenate([self.languages, np.array(codes, np.int64)])
        before = np.concatenate([self.places, np.full(len(new), -1, np.int64)])
        self.here = np.array([of[name] for name in names.tolist()], np.int64)
        self.places = np.full(len(of), -1, np.int64)
        self.places[self.here] = np.arange(len(names))
        self.came = np.flatnonzero((before < 0) & (self.places >= 0))
        self.gone = np.flatnonzero((before >= 0) & (self.places < 0))
        self.turn += 1

    def numbers_of(self, names: Hashes) -> Numbers:
        """Return the numbers of texts that were there, by their names."""
        return np.array([self._of[name] for name in names.tolist()], np.int64)

    def coded(self) -> Iterator[tuple[str, int]]:
        """Yield the languages of all texts and their codes, by language."""
        yield from sorted(self._codes.items())

    def widened(self, values: Array) -> Array:
        """Return values by number with 0 for texts that are new."""
        found = np.zeros((len(self.names), *values.shape[1:]), values.dtype)
        found[: len(values)] = values
        return found
