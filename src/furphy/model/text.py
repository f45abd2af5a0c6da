"""Where something stands in a text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of text, ``[start, end)``, counted in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words this span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
"""Parts of one discontinuous stretch, in reading order, not touching each other."""


def quoted(text: str, spans: Iterable[Span]) -> str:
    """Return the words of a discontinuous stretch, its gaps shown as an ellipsis."""
    return " … ".join(span.of(text) for span in spans)


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of these (at least one)."""
    parts = tuple(spans)
    return Span(min(each.start for each in parts), max(each.end for each in parts))
