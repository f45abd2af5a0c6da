"""Values with how many have them, those of most first, cut to as many as are wanted."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, select

from furphy.casebook.schema import PLACE

_Value = TypeVar("_Value", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class Tally:
    """A value, and how many assertions have it."""

    value: str
    count: int
    is_chosen: bool = False
    """Whether the search is narrowed by it."""


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field."""

    tallies: tuple[Tally, ...]
    """Most first; those that are chosen are among them, however few they have."""
    more: int
    """Values beyond these."""
    without: int
    """Assertions that have no value, or of which people differ."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An entry of a gazetteer, as documents or people were taken to name it."""

    gazetteer: str
    id: str
    name: str | None
    lat: float
    """Degrees north, WGS 84."""
    lon: float
    """Degrees east."""
    kind: str | None
    """:class:`furphy.model.place.PlaceKind`."""
    country: str | None
    """ISO 3166-1."""
    radius_km: float | None


@dataclass(frozen=True, slots=True)
class PlaceTally:
    """A place, and how many assertions name it."""

    spot: Spot
    count: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class PlaceFacet:
    """The places that assertions name."""

    tallies: tuple[PlaceTally, ...]
    more: int
    without: int
    """Assertions that name none, or none that is known."""


PlaceKey = tuple[str, str]
"""Gazetteer and id."""


@dataclass(frozen=True, slots=True)
class Places:
    """Places that are counted."""

    counts: Mapping[PlaceKey, int]
    rows: Mapping[PlaceKey, int]
    """The number of a row that tells of each."""
    spots: Mapping[PlaceKey, Spot]
    """Those of which no row tells, but people."""
    placed: int
    """Assertions that name one or more."""


def facet(found: Counter[str], total: int, chosen: Collection[str], most: int) -> Facet:
    """Return the values of a field of which each assertion has one at most."""
    shown = _first(found, chosen, most)
    return Facet(
        tuple(Tally(value, found[value], value in chosen) for value in shown),
        len(found) - len(shown),
        total - sum(found.values()),
    )


def place_facet(
    connection: Connection, places: Places, total: int, chosen: Collection[PlaceKey], most: int
) -> PlaceFacet:
    """Return the places named; what they are is looked up of those that are shown."""
    shown = _first(places.counts, chosen, most)
    spots = {**places.spots, **_spots(connection, [places.rows.get(each, 0) for each in shown])}
    return PlaceFacet(
        tuple(PlaceTally(spots[each], places.counts[each], each in chosen) for each in shown),
        len(places.counts) - len(shown),
        total - places.placed,
    )


def _first(counts: Mapping[_Value, int], chosen: Collection[_Value], most: int) -> list[_Value]:
    """Return the values of most, and those that are chosen, most first."""
    ordered = sorted(counts, key=lambda each: (-counts[each], each))
    return ordered[:most] + [each for each in ordered[most:] if each in chosen]


def _spots(connection: Connection, numbers: Sequence[int]) -> dict[PlaceKey, Spot]:
    names = ("name", "lat", "lon", "kind", "country", "radius_km")
    columns = (PLACE.c.gazetteer, PLACE.c.place_id.label("id"), *(PLACE.c[each] for each in names))
    rows = connection.execute(select(*columns).where(PLACE.c.number.in_(numbers)))
    found = (Spot(**row) for row in rows.mappings())
    return {(each.gazetteer, each.id): each for each in found}
