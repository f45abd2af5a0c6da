"""Numbers put together into sets that have none in common (Galler and Fischer 1964)."""


class Sets:
    """At first each number is a set of its own."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def first(self, each: int) -> int:
        """Return the least number of a number's set."""
        while self._above[each] != each:
            self._above[each] = self._above[self._above[each]]
            each = self._above[each]
        return each

    def join(self, one: int, other: int) -> None:
        """Make one set of the sets of two numbers."""
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low
