"""What people's judgements change about filters: what they corrected is sought as they have it."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from sqlalchemy import Connection, Table, select

from furphy.casebook.canonical import Json
from furphy.casebook.distances import holds
from furphy.casebook.filters import Filters, Overruled, Stretch
from furphy.casebook.judgements import JUDGEMENT, Field, judgements
from furphy.casebook.relation import folded_name
from furphy.casebook.schema import ASSERTION, EDITION, MOMENT, PLACE, READING
from furphy.casebook.standing import Ruling, rulings

_AT_ONCE = 500

_ASKED = {
    "values": Field.VALUE.value,
    "kinds": "kind",
    "holders": Field.HOLDER.value,
    "sources": Field.HOLDER.value,
    "places": Field.PLACE.value,
    "near": Field.PLACE.value,
    "time": Field.TIME.value,
}
"""What judgements answer that bear on a filter."""

_TABLES: dict[str, Table] = {"places": PLACE, "near": PLACE, "time": MOMENT}

Numbers = Mapping[str, list[int]]
"""Numbers of assertions by their ids: one for each reading of their document."""


def overruled(connection: Connection, filters: Filters) -> dict[str, Overruled]:
    """Return what is ruled that bears on filters, by their names."""
    asked = {name: _ASKED[name] for name in _ASKED if getattr(filters, name)}
    if not asked or connection.scalar(select(JUDGEMENT.c.number).limit(1)) is None:
        return {}
    given = rulings(judgements(connection))
    found: dict[str, Overruled] = {}
    for name, question in asked.items():
        mine = [each for each in given if each.question.asked == question]
        if mine:
            numbers = numbers_of(connection, (each.question.subjects[0] for each in mine))
            found[name] = _of(name)(connection, filters, mine, numbers)
    return found


def numbers_of(connection: Connection, ids: Iterable[str]) -> Numbers:
    """Return the numbers of assertions by their ids, those not in the casebook left out."""
    found: dict[str, list[int]] = {}
    names = [*dict.fromkeys(ids)]
    for start in range(0, len(names), _AT_ONCE):
        chosen = ASSERTION.c.id.in_(names[start : start + _AT_ONCE])
        for row in connection.execute(select(ASSERTION.c.id, ASSERTION.c.number).where(chosen)):
            found.setdefault(row.id, []).append(row.number)
    return found


_Ruled = Callable[[Connection, Filters, list[Ruling], Numbers], Overruled]


def _of(name: str) -> _Ruled:
    if name == "sources":
        return _chains
    return _mentions(name) if name in _TABLES else _values(name)


def _values(name: str) -> _Ruled:
    """Return what finds the assertions of which people told a value, and where it is as wanted."""

    def found(
        _connection: Connection, filters: Filters, given: list[Ruling], numbers: Numbers
    ) -> Overruled:
        wanted = getattr(filters, name)
        if name == "holders":
            wanted = {folded_name(each) for each in wanted}
        aside, chosen = list[int](), list[int]()
        for each in given:
            mine = numbers.get(each.question.subjects[0], [])
            aside += mine
            told = _holder(each.value) if name == "holders" else each.value
            if told is not None and told in wanted:
                chosen += mine
        return Overruled(tuple(aside), tuple(chosen))

    return found


def holder_name(value: Json) -> str | None:
    """Return the name in what people say of who says it; None where they name nobody."""
    name = value.get("name") if isinstance(value, Mapping) else value
    return name if isinstance(name, str) else None


def _holder(value: Json) -> str | None:
    name = holder_name(value)
    return None if name is None else folded_name(name)


def _chains(
    connection: Connection, filters: Filters, given: list[Ruling], numbers: Numbers
) -> Overruled:
    """Return the assertions of which people told who says it, and whose chains are as wanted."""
    wanted = {folded_name(each) for each in filters.sources}
    said = {each.question.subjects[0]: _holder(each.value) for each in given}
    unattributed = {
        each.question.subjects[0] for each in given if each.value is None and not each.is_disputed
    }
    aside, chosen = list[int](), list[int]()
    for row in _with_outlets(connection, [each for some in numbers.values() for each in some]):
        aside.append(row.number)
        outer = json.loads(row.chain)[:-1]
        chain = [] if row.id in unattributed else [*outer, said[row.id]]
        names = (*chain, row.outlet, row.author)
        if wanted & {folded_name(each) for each in names if each is not None}:
            chosen.append(row.number)
    return Overruled(tuple(aside), tuple(chosen))


def _with_outlets(connection: Connection, numbers: list[int]) -> Iterable[Any]:
    columns = (ASSERTION.c.number, ASSERTION.c.id, ASSERTION.c.chain, EDITION.c.outlet)
    asked = (
        select(*columns, EDITION.c.author)
        .join_from(ASSERTION, READING)
        .join(EDITION, EDITION.c.number == READING.c.edition)
    )
    for start in range(0, len(numbers), _AT_ONCE):
        some = ASSERTION.c.number.in_(numbers[start : start + _AT_ONCE])
        yield from connection.execute(asked.where(some))


def _mentions(name: str) -> _Ruled:
    """Return what finds the places or times of which people told what they are."""
    table = _TABLES[name]

    def found(
        connection: Connection, filters: Filters, given: list[Ruling], numbers: Numbers
    ) -> Overruled:
        aside, chosen = list[int](), list[int]()
        for each in given:
            mine = numbers.get(each.question.subjects[0], [])
            same = table.c.assertion.in_(mine) & (table.c.text == each.question.words)
            aside += connection.scalars(select(table.c.number).where(same))
            if each.value is not None and _FITS[name](filters, cast("dict[str, Any]", each.value)):
                chosen += mine
        return Overruled(tuple(aside), tuple(chosen))

    return found


def _is_place(filters: Filters, place: dict[str, Any]) -> bool:
    return (place.get("gazetteer"), place.get("id")) in filters.places


def _is_near(filters: Filters, place: dict[str, Any]) -> bool:
    return filters.near is not None and holds(filters.near, place["lat"], place["lon"])


def _is_then(filters: Filters, time: dict[str, Any]) -> bool:
    start, end = time["interval"]
    wanted = filters.time or Stretch()
    return (wanted.end is None or start < wanted.end) and (
        wanted.start is None or end > wanted.start
    )


_FITS: dict[str, Callable[[Filters, dict[str, Any]], bool]] = {
    "places": _is_place,
    "near": _is_near,
    "time": _is_then,
}
