"""Texts ready to be compared, made when they are asked for."""

from collections import OrderedDict
from collections.abc import Sequence

from furphy.tracing.comparison import Profile, profile
from furphy.tracing.on_demand import OnDemand
from furphy.tracing.shingles import shingles_of
from furphy.tracing.traced import Traced
from furphy.tracing.words import Hashes, words_of

_MOST = 20_000
"""Profiles in memory together: about 10 kB each, of reports."""


_made: OrderedDict[int, Profile] = OrderedDict()
"""By the numbers of texts with the set phrases in them, those asked for last at the end."""


class Profiles(OnDemand[Profile]):
    """The profile of each document."""

    def __init__(self, documents: Sequence[Traced], phrases: Hashes, seen: Hashes) -> None:
        """Take documents, the set phrases, and a number for each document and those in it."""
        self._documents = documents
        self._phrases = phrases
        self._seen = seen

    def made(self, place: int) -> Profile:
        """Return the profile of one document."""
        number = int(self._seen[place])
        found = _made.get(number)
        if found is None:
            found = _made[number] = self._profile(place)
            if len(_made) > _MOST:
                _made.popitem(last=False)
        else:
            _made.move_to_end(number)
        return found

    def fetch(self, places: Sequence[int]) -> None:
        """Have the texts ready of which profiles are to be made."""
        if isinstance(self._documents, OnDemand):
            self._documents.fetch([each for each in places if int(self._seen[each]) not in _made])

    def __len__(self) -> int:
        return len(self._documents)

    def _profile(self, place: int) -> Profile:
        [words] = words_of([self._documents[place].text])
        return profile(words, shingles_of(words), self._phrases)
