"""Numbers put together into sets that have none in common (Galler and Fischer 1964)."""


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
