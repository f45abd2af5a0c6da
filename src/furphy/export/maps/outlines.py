"""The coasts, borders and waters that a map is drawn over (Natural Earth, public domain).

How the packed file is laid out is told in ``cartography/outlines.py``, which makes it.
"""

import json
import sys
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import accumulate

DEGREES_A_UNIT = 180 / 32767


class Layer(StrEnum):
    """What the lines of a layer are."""

    LAND = "land"
    """Rings, coasts and islands alike; a ring within a ring is water."""
    BORDERS = "borders"
    CONTESTED = "contested"
    """Borders that the United Nations, or a neighbour, do not accept as such."""
    RIVERS = "rivers"
    LAKES = "lakes"
    """Rings."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One line or ring."""

    lons: tuple[float, ...]
    """Degrees east of each point; a line over the date line counts on beyond 180."""
    lats: tuple[float, ...]

    def extent(self) -> tuple[float, float, float, float]:
        """Return its western, southern, eastern and northern ends."""
        return min(self.lons), min(self.lats), max(self.lons), max(self.lats)


Outlines = dict[Layer, tuple[tuple[Outline, tuple[float, float, float, float]], ...]]
"""The lines of each layer with their extents."""


@cache
def outlines(*, small: bool) -> Outlines:
    """Return the outlines at 1:110 million where ``small``, else at 1:50 million."""
    file = resources.files("furphy.export").joinpath("assets", "outlines.bin")
    head, _, body = zlib.decompress(file.read_bytes()).partition(b"\n")
    numbers = array("h")
    numbers.frombytes(body)
    if sys.byteorder == "big":
        numbers.byteswap()
    found = Outlines()
    at = 0
    for name, sizes in json.loads(head).items():
        if name.startswith("small ") is small:
            lines = [*_lines(numbers, at, sizes)]
            found[Layer(name.removeprefix("small "))] = tuple((n, n.extent()) for n in lines)
        at += 2 * sum(sizes)
    return found


def _lines(numbers: "array[int]", at: int, sizes: list[int]) -> Iterator[Outline]:
    for size in sizes:
        end = at + 2 * size
        yield Outline(_degrees(numbers[at:end:2]), _degrees(numbers[at + 1 : end : 2]))
        at = end


def _degrees(steps: "array[int]") -> tuple[float, ...]:
    return tuple([unit * DEGREES_A_UNIT for unit in accumulate(steps)])
