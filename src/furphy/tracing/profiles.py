"""Texts ready to be compared, made when they are asked for."""

from collections.abc import Sequence
from functools import lru_cache
from typing import overload

from furphy.tracing.comparison import Profile, profile
from furphy.tracing.shingles import shingles_of
from furphy.tracing.traced import Traced
from furphy.tracing.words import Hashes, words_of

_MOST = 20_000
"""Profiles in memory together: about 10 kB each, of reports."""


class Profiles(Sequence[Profile]):
    """The profile of each document."""

    def __init__(self, documents: Sequence[Traced], phrases: Hashes) -> None:
        self._documents = documents
        self._phrases = phrases
        self._of = lru_cache(maxsize=_MOST)(self._made)

    @overload
    def __getitem__(self, place: int) -> Profile: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Profile]: ...
    def __getitem__(self, place: int | slice) -> Profile | Sequence[Profile]:
        """Return the profile of one document, or of some."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        return self._of(place)

    def __reduce__(self) -> tuple[type["Profiles"], tuple[Sequence[Traced], Hashes]]:
        """Return what another process makes its own of."""
        return Profiles, (self._documents, self._phrases)

    def __len__(self) -> int:
        return len(self._documents)

    def _made(self, place: int) -> Profile:
        [words] = words_of([self._documents[place].text])
        return profile(words, shingles_of(words), self._phrases)
