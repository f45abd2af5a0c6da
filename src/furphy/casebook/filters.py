"""Which assertions and documents are wanted: by source, firmness, place, time, language, kind."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, or_, select, tuple_

from furphy.casebook.distances import Circle, in_box, within
from furphy.casebook.schema import ASSERTION, EDITION, MOMENT, PLACE, READING, SIGHTING, SOURCE


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, half-open; ISO 8601, None where it has no end on that side."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What has to hold; what is empty asks for nothing. Values of one field are alternatives."""

    sources: tuple[str, ...] = ()
    """Names, as they are stored, of who says or passes on; outlets and authors too."""
    holders: tuple[str, ...] = ()
    """Names, as they are stored, of the innermost sources."""
    outlets: tuple[str, ...] = ()
    """Names, as they are stored, of who published it."""
    values: tuple[str, ...] = ()
    """Commitments of the innermost source: ``CT+``, ``PR+`` …"""
    kinds: tuple[str, ...] = ()
    """:class:`furphy.model.assertion.AssertionKind`."""
    languages: tuple[str, ...] = ()
    """BCP 47; ``zh`` stands for ``zh-Hans`` too."""
    places: tuple[tuple[str, str], ...] = ()
    """Gazetteer and id of each place."""
    near: Circle | None = None
    time: Stretch | None = None
    """Shares time with one that the assertion names."""
    published: Stretch | None = None
    """Shares time with when the document may have been published."""

    @property
    def asks_for_assertions(self) -> bool:
        """Whether only what holds a certain assertion is wanted."""
        named = (self.near, self.time)
        return any((self.holders, self.values, self.kinds, self.places, *named))


@dataclass(frozen=True, slots=True)
class Overruled:
    """What people's judgements change about one filter."""

    aside: tuple[int, ...] = ()
    """Numbers of rows whose values no longer count: of places and times, else of assertions."""
    chosen: tuple[int, ...] = ()
    """Numbers of the assertions that people say are as wanted."""


Rulings = Mapping[str, Overruled]
"""By the names of filters, where any were made."""

NO_RULINGS: Rulings = MappingProxyType({})


def of_assertions(
    filters: Filters, few: Collection[str] = frozenset(), ruled: Rulings = NO_RULINGS
) -> list[ColumnElement[bool]]:
    """Return what has to hold of an assertion, with its reading and its edition joined.

    ``few`` names those of :func:`leads` that lead to so few assertions that the store does well to
    begin with them; otherwise it looks each assertion's up.
    """
    found = [*_of_the_saying(filters, ruled), *_of_the_edition(filters)]
    if filters.languages:
        found.append(_is_language(ASSERTION.c.language, filters.languages))
    for name, table, condition in _named(filters):
        over = ruled.get(name, Overruled())
        homes = select(table.c.assertion).where(condition, *_not_of(table, over.aside))
        named: ColumnElement[bool] = homes.where(table.c.assertion == ASSERTION.c.number).exists()
        if name in few:
            named = ASSERTION.c.number.in_(homes.where(table.c.assertion.is_not(None)))
        found.append(_or_chosen(named, over))
    return found


def leads(filters: Filters) -> dict[str, Select[tuple[int]]]:
    """Return what an index leads to: for each such filter, a row for each assertion or more."""
    found: dict[str, Select[tuple[int]]] = {}
    if filters.holders:
        found["holders"] = select(ASSERTION.c.number).where(ASSERTION.c.holder.in_(filters.holders))
    if filters.places:
        found["places"] = select(PLACE.c.number).where(_is_place(filters.places))
    if filters.near:
        # The corners of the box count too; they cost less than to leave them out.
        found["near"] = select(PLACE.c.number).where(in_box(filters.near, PLACE.c.lat, PLACE.c.lon))
    return found


def of_documents(
    filters: Filters, few: Collection[str] = frozenset(), ruled: Rulings = NO_RULINGS
) -> list[ColumnElement[bool]]:
    """Return what has to hold of an edition; ``few`` as with :func:`of_assertions`."""
    found = [*_of_the_edition(filters)]
    if filters.languages:
        found.append(_is_language(EDITION.c.language, filters.languages))
    if filters.asks_for_assertions:
        said = replace(filters, published=None, outlets=(), languages=())
        found.append((_is_of if few else _says)(of_assertions(said, few, ruled)))
    elif filters.sources:
        ways = [_published_by(filters.sources), _quotes(filters.sources)]
        if chosen := ruled.get("sources", Overruled()).chosen:
            ways.append(_says([ASSERTION.c.number.in_(_written_out(chosen))]))
        found.append(or_(*ways))
    return found


def is_met() -> ColumnElement[bool]:
    """Return the condition that an edition is in use: met under some name."""
    met = select(SIGHTING.c.number).where(
        SIGHTING.c.edition == EDITION.c.number, SIGHTING.c.current == 1
    )
    return met.correlate(EDITION).exists()


def _of_the_saying(filters: Filters, ruled: Rulings) -> Iterator[ColumnElement[bool]]:
    conditions: dict[str, ColumnElement[bool]] = {}
    if filters.sources:
        conditions["sources"] = _passed_on_by(filters.sources)
    for name, column, values in (
        ("holders", ASSERTION.c.holder, filters.holders),
        ("values", ASSERTION.c.value, filters.values),
        ("kinds", ASSERTION.c.kind, filters.kinds),
    ):
        if values:
            conditions[name] = column.in_(values)
    for name, condition in conditions.items():
        over = ruled.get(name, Overruled())
        yield _or_chosen(and_(condition, *_not_of(ASSERTION, over.aside)), over)


def _not_of(table: Table, aside: tuple[int, ...]) -> list[ColumnElement[bool]]:
    return [table.c.number.not_in(_written_out(aside))] if aside else []


def _or_chosen(condition: ColumnElement[bool], over: Overruled) -> ColumnElement[bool]:
    if not over.chosen:
        return condition
    return or_(condition, ASSERTION.c.number.in_(_written_out(over.chosen)))


def _written_out(numbers: tuple[int, ...]) -> Any:  # noqa: ANN401 - a parameter of any length
    # Stores take only so many parameters, but a statement of any usual length.
    return bindparam(None, numbers, expanding=True, literal_execute=True)


def _of_the_edition(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.outlets:
        yield EDITION.c.outlet.in_(filters.outlets)
    if filters.published:
        yield _meets(EDITION.c.published_from, EDITION.c.published_to, filters.published)


def _named(filters: Filters) -> Iterator[tuple[str, Table, ColumnElement[bool]]]:
    """Yield what has to hold of something that the assertion names: filter, table, condition."""
    if filters.places:
        yield "places", PLACE, _is_place(filters.places)
    if filters.near:
        yield "near", PLACE, within(filters.near, PLACE.c.lat, PLACE.c.lon)
    if filters.time:
        yield "time", MOMENT, _meets(MOMENT.c.time_from, MOMENT.c.time_to, filters.time)


def _is_place(places: tuple[tuple[str, str], ...]) -> ColumnElement[bool]:
    return tuple_(PLACE.c.gazetteer, PLACE.c.place_id).in_(places)


def _meets(
    start: ColumnElement[str], end: ColumnElement[str], wanted: Stretch
) -> ColumnElement[bool]:
    """Return the condition that two half-open stretches share time; unknown ones share none."""
    conditions: list[ColumnElement[bool]] = [start.is_not(None)]
    if wanted.end is not None:
        conditions.append(start < wanted.end)
    if wanted.start is not None:
        conditions.append(end > wanted.start)
    return and_(*conditions)


def _is_language(column: ColumnElement[str], tags: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(
        *(or_(column == each, column.startswith(f"{each}-", autoescape=True)) for each in tags)
    )


def _passed_on_by(names: tuple[str, ...]) -> ColumnElement[bool]:
    """Return the condition that a source is anywhere in an assertion's chain, or published it."""
    quoting = select(SOURCE.c.reading).where(SOURCE.c.name.in_(names))
    publishing = (
        select(READING.c.number)
        .join(EDITION, EDITION.c.number == READING.c.edition)
        .where(_published_by(names))
    )
    in_chain = (
        ASSERTION.c.chain.contains(json.dumps(each, ensure_ascii=False), autoescape=True)
        for each in names
    )
    return and_(
        ASSERTION.c.reading.in_(quoting.union(publishing)), or_(_published_by(names), *in_chain)
    )


def _published_by(names: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(EDITION.c.outlet.in_(names), EDITION.c.author.in_(names))


def _quotes(names: tuple[str, ...]) -> ColumnElement[bool]:
    return EDITION.c.number.in_(
        select(READING.c.edition)
        .join(SOURCE, SOURCE.c.reading == READING.c.number)
        .where(READING.c.current == 1, SOURCE.c.name.in_(names))
    )


def _is_of(conditions: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Return the condition that an edition says something, found from what it says."""
    said = select(READING.c.edition).join(ASSERTION, READING.c.number == ASSERTION.c.reading)
    return EDITION.c.number.in_(said.where(READING.c.current == 1, *conditions))


def _says(conditions: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    return (
        select(ASSERTION.c.number)
        .join(READING, READING.c.number == ASSERTION.c.reading)
        .where(READING.c.edition == EDITION.c.number, READING.c.current == 1, *conditions)
        .correlate(EDITION)
        .exists()
    )
