"""Find which of many stretches of a text share words with another, without trying them all."""

from collections import defaultdict
from collections.abc import Iterable

from furphy.model.text import Span

# Stretches are sentences and quotations: a bucket of about two sentences keeps both the buckets a
# stretch falls into and the stretches that fall into a bucket few.
_BUCKET = 256


class Overlaps:
    """Numbered stretches, found by where they stand."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._buckets: dict[int, list[tuple[Span, int]]] = defaultdict(list)
        for number, span in enumerate(spans):
            self.add(span, number)

    def add(self, span: Span, number: int) -> None:
        """Add a stretch under a number; one number may have several."""
        for bucket in _touched(span):
            self._buckets[bucket].append((span, number))

    def meeting(self, span: Span) -> list[int]:
        """Return the numbers of the stretches that share words with this one, in order."""
        return sorted({number for each, number in self._near(span) if each.meets(span)})

    def holding(self, span: Span) -> list[int]:
        """Return the numbers of the stretches that hold all of this one, in order."""
        return sorted({number for each, number in self._near(span) if each.holds(span)})

    def _near(self, span: Span) -> Iterable[tuple[Span, int]]:
        for bucket in _touched(span):
            yield from self._buckets.get(bucket, ())


def _touched(span: Span) -> range:
    return range(span.start // _BUCKET, max(span.end - 1, span.start) // _BUCKET + 1)
