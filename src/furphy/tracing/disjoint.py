"""Numbers put together into sets that have none in common (Galler and Fischer 1964)."""

import numpy as np

from furphy.tracing.words import Numbers


class Sets:
    """At first each number is a set of its own."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def first(self, each: int) -> int:
        """Return the least number of a number's set."""
        above = self._above.get(each, each)
        while above != each:
            further = self._above.get(above, above)
            self._above[each] = further
            each, above = above, further
        return each

    def join(self, one: int, other: int) -> None:
        """Make one set of the sets of two numbers."""
        low, high = sorted((self.first(one), self.first(other)))
        if low != high:
            self._above[high] = low


def firsts(count: int, ones: Numbers, others: Numbers) -> Numbers:
    """Return for each of so many numbers, from 0, the least of its set, of all pairs at once."""
    found = np.arange(count, dtype=np.int64)
    while len(ones):
        one, other = found[ones], found[others]
        apart = one != other
        ones, others, one, other = ones[apart], others[apart], one[apart], other[apart]
        low = np.minimum(one, other)
        # The firsts themselves are joined, so that each round brings whole sets together.
        np.minimum.at(found, one, low)
        np.minimum.at(found, other, low)
        while not np.array_equal(further := found[found], found):
            found = further
    return found
