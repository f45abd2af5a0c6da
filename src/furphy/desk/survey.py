"""What the rules must know of a whole reading before they look at one passage."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.export.wording import holder
from furphy.model.assertion import Assertion
from furphy.model.reading import Reading
from furphy.model.text import quoted

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d[\d.,:/-]*\d|\w+")
_COUNT = re.compile(r"\d[\d.,]*")
"""A count; a date ("9/11"), a time or a range is none."""
_NEAR = 5
"""Words between a count and what it counts ("12 of the soldiers who were wounded")."""

_STEM = 5
"""Letters that two forms of one English word mostly share: "bursts" and "bursting"."""

_FEWEST_SHARED = 2
"""One common word makes no common story."""


@dataclass(frozen=True, slots=True)
class Survey:
    """A reading, and who gives which toll of people in it."""

    reading: Reading
    givers: Mapping[str, frozenset[str]]
    """For each number in a toll, the speakers who give it; the document's own voice left out."""

    def figures(self, assertion: Assertion) -> frozenset[str]:
        """Return the numbers in an assertion that counts people hurt; none where it counts none."""
        return _figures(self.reading, assertion)

    def givers_of(self, figures: frozenset[str]) -> frozenset[str]:
        """Return the speakers who give all of these numbers in a toll."""
        return frozenset.intersection(*(self.givers.get(each, frozenset()) for each in figures))

    def tell_the_same(self, title: Assertion, other: Assertion) -> bool:
        """Tell whether at least half of a title's longer words stand in the other assertion."""
        wanted = _stems(quoted(self.reading.document.text, title.spans))
        shared = wanted & _stems(quoted(self.reading.document.text, other.spans))
        return len(shared) >= max(_FEWEST_SHARED, len(wanted) / 2)


def survey(reading: Reading) -> Survey:
    """Look over a reading once."""
    givers = defaultdict[str, set[str]](set)
    for each in reading.assertions:
        if each.attribution is not None:
            for figure in _figures(reading, each):
                givers[figure].add(holder(reading, each.attribution))
    return Survey(reading, {figure: frozenset(names) for figure, names in givers.items()})


def _figures(reading: Reading, assertion: Assertion) -> frozenset[str]:
    parts = _casualty_words(reading.document.language or "")
    stretch = quoted(reading.document.text, assertion.spans)
    found = [each.casefold() for each in _FIGURE.findall(stretch)]
    tolls = [place for place, each in enumerate(found) if parts.get(each) == "toll"]
    return frozenset(
        each
        for place, each in enumerate(found)
        if (parts.get(each) == "number" or _COUNT.fullmatch(each))
        and any(abs(place - toll) <= _NEAR for toll in tolls)
    )


@cache
def _casualty_words(language: str) -> Mapping[str, str]:
    return {row["word"]: row["part"] for row in lexicon.rows("casualties", language)}


def _stems(text: str) -> frozenset[str]:
    """Return the first letters of the words long enough to mean something, and all numbers."""
    return frozenset(
        word.casefold()[:_STEM]
        for word in _WORD.findall(text)
        if len(word) >= _STEM - 1 or word[0].isdecimal()
    )
