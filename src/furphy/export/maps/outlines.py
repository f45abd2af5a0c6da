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

_NAMES = "names"
_SMALL = "small "


@cache
def outlines(*, small: bool) -> Outlines:
    """Return the outlines at 1:110 million where ``small``, else at 1:50 million."""
    file = _file()
    return {
        Layer(name.removeprefix(_SMALL)): tuple((line, line.extent()) for line in file.lines(name))
        for name in file.sizes
        if name != _NAMES and name.startswith(_SMALL) is small
    }


@cache
def country_names() -> dict[str, Outline]:
    """Return what countries are called on a map, with points at which that may be written."""
    file = _file()
    return dict(zip(file.names, file.lines(_NAMES), strict=True))


@dataclass(frozen=True, slots=True)
class _File:
    names: list[str]
    sizes: dict[str, list[int]]
    numbers: "array[int]"

    def lines(self, name: str) -> Iterator[Outline]:
        before = [*self.sizes][: [*self.sizes].index(name)]
        return _lines(
            self.numbers, 2 * sum(sum(self.sizes[each]) for each in before), self.sizes[name]
        )


@cache
def _file() -> _File:
    file = resources.files("furphy.export").joinpath("assets", "outlines.bin")
    head, _, body = zlib.decompress(file.read_bytes()).partition(b"\n")
    numbers = array("h")
    numbers.frombytes(body)
    if sys.byteorder == "big":
        numbers.byteswap()
    read = json.loads(head)
    return _File(read["names"], read["sizes"], numbers)


def _lines(numbers: "array[int]", at: int, sizes: list[int]) -> Iterator[Outline]:
    for size in sizes:
        end = at + 2 * size
        yield Outline(_degrees(numbers[at:end:2]), _degrees(numbers[at + 1 : end : 2]))
        at = end


def _degrees(steps: "array[int]") -> tuple[float, ...]:
    return tuple([unit * DEGREES_A_UNIT for unit in accumulate(steps)])
