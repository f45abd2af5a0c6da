"""What a search finds, counted, and as the rows that programs get."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select

from furphy.casebook.bars import Bar, Bars, Step
from furphy.casebook.casebook import Casebook
from furphy.casebook.facets import MOST, Facets, Keeping, anew, count_facets
from furphy.casebook.judgements import JUDGEMENT
from furphy.casebook.relation import RELATION
from furphy.casebook.same_names import joining
from furphy.casebook.schema import EDITION, READING, SIGHTING
from furphy.casebook.tallied import Facet, PlaceFacet, PlaceTally, Spot, Tally
from furphy.desk.searching import Search, Tell, Wish, understood

__all__ = [
    "MOST",
    "SHOWN",
    "Bar",
    "Bars",
    "Facet",
    "FacetRow",
    "Facets",
    "Mark",
    "PlaceFacet",
    "PlaceTally",
    "Spot",
    "Step",
    "Tally",
    "counted",
    "counted_by",
    "mark",
    "rows",
]

SHOWN = 40
"""Values of each facet that are told, where nobody asks for another number."""

Mark = tuple[int, ...]
"""How far a casebook goes; where it is the same, so are all counts."""


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A count, as programs get it; what has no meaning for a facet is unknown."""

    facet: str
    """``holder``, ``outlet``, ``value``, ``kind``, ``language``, ``place``, ``published``,
    ``time``; ``all`` for the assertions that were counted."""
    count: int
    """Assertions; each count is what the same search finds if it is narrowed to this."""
    value: str | None = None
    """The value; of a place its gazetteer and id, ``geonames:704147``. None: it has none."""
    start: str | None = None
    """Of a stretch of time, ISO 8601, half-open."""
    end: str | None = None
    name: str | None = None
    """Of a place, as its gazetteer has it."""
    lat: float | None = None
    lon: float | None = None
    more: int | None = None
    """Further values that are not told; beside the count of what has none."""
    is_all: bool | None = None
    """Of ``all``: whether every count is of all that is found, not of the first :data:`MOST`."""


def counted(where: str, wish: Wish, tell: Tell, most: int = SHOWN) -> Facets:
    """Count what a casebook holds of what is wished: assertions.

    Raises :class:`furphy.errors.InputError` where the wish cannot be understood, and
    :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    with Casebook.open(where) as book:
        return counted_by(book, understood(book, wish, tell), most, aliases=wish.aliases)


def counted_by(
    book: Casebook, search: Search, most: int, *, aliases: bool, keeping: Keeping = anew
) -> Facets:
    """Count what is found by a wish that is understood, by so many values of each facet.

    ``keeping`` gives what was counted before, as :func:`count_facets` asks for it.
    """
    with book.reading() as connection:
        names = joining(connection, aliases=aliases)
        return count_facets(connection, search, most, names, keeping)


def mark(book: Casebook) -> Mark:
    """Return how far a casebook goes."""
    tables = (EDITION, SIGHTING, READING, JUDGEMENT, RELATION)
    with book.reading() as connection:
        asked = (select(func.max(each.c.number)).scalar_subquery() for each in tables)
        return tuple(each or 0 for each in connection.execute(select(*asked)).one())


def rows(facets: Facets) -> Iterator[FacetRow]:
    """Yield all counts, facet by facet; after each, where there are any, how many have no value."""
    yield FacetRow("all", facets.counted, is_all=facets.is_all)
    for name in ("holder", "outlet", "value", "kind", "language"):
        facet: Facet = getattr(facets, name)
        for each in facet.tallies:
            yield FacetRow(name, each.count, each.value)
        yield from _rest(name, facet.without, facet.more)
    for place in facets.place.tallies:
        spot, key = place.spot, f"{place.spot.gazetteer}:{place.spot.id}"
        yield FacetRow("place", place.count, key, name=spot.name, lat=spot.lat, lon=spot.lon)
    yield from _rest("place", facets.place.without, facets.place.more)
    for name in ("published", "time"):
        bars: Bars = getattr(facets, name)
        for bar in bars.bars:
            yield FacetRow(name, bar.count, start=bar.start, end=bar.end)
        yield from _rest(name, bars.without, 0)


def _rest(name: str, without: int, more: int) -> Iterator[FacetRow]:
    if without or more:
        yield FacetRow(name, without, more=more or None)
