"""The words a span covers, counted as the scorers count them."""

import bisect
import re
from collections.abc import Iterable
from itertools import takewhile

from furphy.model.text import Span

_EDGE = "\"“”„«»'‘’,.;: \t\n"


class Words:
    """The words and marks of a text, by number."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [each.start() for each in re.finditer(r"\w+|[^\w\s]", text)]

    def inside(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the numbers of the words that begin in these spans, marks at their edges aside."""
        found = set[int]()
        for span in spans:
            words = span.of(self._text)
            start = span.start + sum(1 for _ in takewhile(_EDGE.__contains__, words))
            end = span.end - sum(1 for _ in takewhile(_EDGE.__contains__, reversed(words)))
            found.update(
                range(
                    bisect.bisect_left(self._starts, start), bisect.bisect_left(self._starts, end)
                )
            )
        return frozenset(found)
