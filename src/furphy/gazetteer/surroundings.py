"""What the other names of a text say of one: the country, region and stretch of land they share.

News keeps to one region for a passage (Leidner 2007: spatial minimality), and a local paper names
its own towns without saying where they are, so that all names together tell what none tells alone.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, floor, log1p, radians

from furphy.gazetteer.countries import neighbours
from furphy.model.place import Place, PlaceKind

_CELLS = (1.2, 0.4)
"""Degrees of latitude that the cells of two grids over the land are high, and about as wide."""
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1))
_VAST = frozenset({PlaceKind.CONTINENT, PlaceKind.COUNTRY, PlaceKind.SEA})

Cell = tuple[int, int, int]
"""Which grid, row and column."""
Key = str | Cell
Mass = Mapping[Key, float]


@dataclass(frozen=True, slots=True)
class Pull:
    """How strongly shared surroundings speak for a place, a weight each, per log of mass."""

    country: float
    region: float
    district: float
    around: float
    close: float
    """How much more the names of the same passage count than those further off."""
    beside: float
    """How much a name in a neighbouring country counts, of one in the country itself."""
    faint: float
    """So much mass in a region or district counts half, since it may be by chance; less, less."""


def keys(place: Place) -> tuple[Key, ...]:
    """Return the divisions a place is or lies in, and the cell of the grid it stands in."""
    if place.kind in _VAST:
        return place.divisions[:1]
    return (*place.divisions[:3], *(cell(place, grid) for grid in range(len(_CELLS))))


def cell(place: Place, grid: int) -> Cell:
    """Return the cell of a grid that a place's point lies in."""
    size = _CELLS[grid]
    row = floor(place.lat / size)
    wide = max(0.05, cos(radians((row + 0.5) * size)))
    return grid, row, floor(place.lon * wide / size)


class Surroundings:
    """The divisions and cells that the names of a text share, weighed by belief."""

    __slots__ = ("_all", "_close", "_own", "_pull")

    def __init__(
        self,
        own: Sequence[Mass],
        close: Sequence[Sequence[int]],
        pull: Pull,
    ) -> None:
        """``own``: the mass each name gives; ``close``: the names of the same passage, for each."""
        self._own = own
        self._pull = pull
        self._all = _sum(own)
        self._close = [_sum([own[other] for other in others]) for others in close]

    def support(self, choice: int, where: tuple[Key, ...]) -> float:
        """Return how much the other names speak for what has these keys, in natural logs."""
        pull = self._pull
        weights = (pull.country, pull.region, pull.district)
        found = 0.0
        for level, key in enumerate(where):
            if isinstance(key, str):
                shared = self._firm(choice, key) if level else self._country(choice, key)
                found += weights[level] * log1p(shared)
            else:
                found += pull.around * log1p(self._around(choice, key))
        return found

    def shared(self, choice: int, key: Key) -> float:
        """Return how many other names, by belief, lie in a division."""
        return self._all.get(key, 0.0) - self._own[choice].get(key, 0.0)

    def _country(self, choice: int, code: str) -> float:
        """Return the mass in a country, and some of what is in those next to it."""
        nearby = sum(self._mass(choice, each) for each in neighbours().get(code, ()))
        return self._mass(choice, code) + self._pull.beside * nearby

    def _firm(self, choice: int, code: str) -> float:
        found = self._mass(choice, code)
        return found * found / (found + self._pull.faint) if found else 0.0

    def _mass(self, choice: int, key: Key) -> float:
        others = self._all.get(key, 0.0) - self._own[choice].get(key, 0.0)
        return max(0.0, others) + self._pull.close * self._close[choice].get(key, 0.0)

    def _around(self, choice: int, at: Cell) -> float:
        grid, row, column = at
        return self._mass(choice, at) + 0.5 * sum(
            self._mass(choice, (grid, row + down, column + right))
            for down, right in _AROUND
            if down or right
        )


def mass(belief: Sequence[float], where: Sequence[tuple[Key, ...]], weight: float) -> Mass:
    """Return how a name's belief spreads over divisions and cells."""
    found: dict[Key, float] = defaultdict(float)
    for share, each in zip(belief, where, strict=True):
        if share > _FAINT:
            for key in each:
                found[key] += share * weight
    return found


_FAINT = 1e-3


def _sum(masses: Sequence[Mass]) -> Mass:
    found: dict[Key, float] = defaultdict(float)
    for each in masses:
        for key, value in each.items():
            found[key] += value
    return found
