"""Texts ready to be compared, made when they are asked for."""

from collections.abc import Sequence
from functools import lru_cache

from furphy.tracing.comparison import Profile, profile
from furphy.tracing.on_demand import OnDemand
from furphy.tracing.shingles import shingles_of
from furphy.tracing.traced import Traced
from furphy.tracing.words import Hashes, words_of

_MOST = 20_000
"""Profiles in memory together: about 10 kB each, of reports."""


class Profiles(OnDemand[Profile]):
    """The profile of each document."""

    def __init__(self, documents: Sequence[Traced], phrases: Hashes) -> None:
        self._documents = documents
        self._phrases = phrases
        self._of = lru_cache(maxsize=_MOST)(self._profile)

    def made(self, place: int) -> Profile:
        """Return the profile of one document."""
        return self._of(place)

    def __reduce__(self) -> tuple[type["Profiles"], tuple[Sequence[Traced], Hashes]]:
        """Return what another process makes its own of."""
        return Profiles, (self._documents, self._phrases)

    def __len__(self) -> int:
        return len(self._documents)

    def _profile(self, place: int) -> Profile:
        [words] = words_of([self._documents[place].text])
        return profile(words, shingles_of(words), self._phrases)
