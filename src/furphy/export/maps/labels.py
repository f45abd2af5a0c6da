"""Names set on a map so that none covers another: the first come has the first choice.

A greedy placement over eight positions around each point, the usual order of preference of
cartographers (Imhof 1962; Christensen, Marks and Shieber 1995 compare it with better, slower ones).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from furphy.export.maps.view import WIDTH

SIZE = 13.0
"""Height that is kept free for a line of letters, in units; the style sheet sets them smaller."""
_SHARE = 0.56
"""Mean width of a letter as a share of its height."""
_GAP = 6.0
"""Between the middle of a point and the letters."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Tell whether the two share any of the drawing."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Letters at their place."""

    text: str
    x: float
    y: float
    """Of the line that the letters stand on."""
    anchor: str
    """Which part of the letters is at x: ``start``, ``middle`` or ``end``."""


class Sheet:
    """A map's free room, and what has been set on it."""

    def __init__(self, height: float, taken: Sequence[Box] = ()) -> None:
        self._paper = Box(2.0, 2.0, WIDTH - 2.0, height - 2.0)
        self._taken = list(taken)

    def take(self, box: Box) -> None:
        """Keep a rectangle free of letters."""
        self._taken.append(box)

    def label(self, texts: Sequence[str], x: float, y: float, radius: float = 0.0) -> Label | None:
        """Set the first of these texts that finds room beside a point; None where none does.

        ``radius`` is that of the circle drawn there.
        """
        for text in texts:
            for label, box in _around(text, x, y, max(_GAP, radius + 2.0)):
                if self._is_free(box):
                    self.take(box)
                    return label
        return None

    def title(self, text: str, x: float, y: float) -> Label | None:
        """Set a text over a point, as for an area; None where there is no room."""
        wide = width(text) / 2
        box = Box(x - wide, y - SIZE / 2, x + wide, y + SIZE / 2)
        if not self._is_free(box):
            return None
        self.take(box)
        return Label(text, round(x, 1), round(y + SIZE * 0.3, 1), "middle")

    def _is_free(self, box: Box) -> bool:
        paper = self._paper
        inside = (
            paper.left <= box.left
            and box.right <= paper.right
            and paper.top <= box.top
            and box.bottom <= paper.bottom
        )
        return inside and not any(box.meets(each) for each in self._taken)


def width(text: str) -> float:
    """Return about how wide a text is, in units."""
    letters = sum(1.8 if east_asian_width(letter) in "WF" else 1.0 for letter in text)
    return letters * SIZE * _SHARE


def _around(text: str, x: float, y: float, gap: float) -> Iterator[tuple[Label, Box]]:
    wide, near, low = width(text), 0.7 * gap, SIZE * 0.35
    for across, down, anchor in (
        (gap, 0.0, "start"),
        (near, -SIZE * 0.75, "start"),
        (near, SIZE * 0.75, "start"),
        (-gap, 0.0, "end"),
        (-near, -SIZE * 0.75, "end"),
        (-near, SIZE * 0.75, "end"),
        (0.0, -SIZE - 1.0 - gap + _GAP, "middle"),
        (0.0, SIZE + 1.0 + gap - _GAP, "middle"),
    ):
        left = {"start": 0.0, "end": -wide, "middle": -wide / 2}[anchor] + x + across
        middle = y + down
        box = Box(left, middle - SIZE / 2, left + wide, middle + SIZE / 2)
        yield Label(text, round(x + across, 1), round(middle + low, 1), anchor), box
