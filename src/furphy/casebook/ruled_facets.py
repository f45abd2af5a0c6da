"""Assertions of which people told a field otherwise, each as it is to be counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Connection, RowMapping, select

from furphy.casebook.bars import Span
from furphy.casebook.judgements import JUDGEMENT, Field, judgements
from furphy.casebook.overruling import holder_name, numbers_of
from furphy.casebook.schema import ASSERTION, EDITION, MOMENT, PLACE, READING
from furphy.casebook.standing import Ruling, rulings
from furphy.casebook.tallied import PlaceKey, Spot

_ASKED = ("kind", Field.HOLDER.value, Field.VALUE.value, Field.PLACE.value, Field.TIME.value)
"""What judgements answer that bears on a facet."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Ruled:
    """What people rule that bears on facets."""

    by_number: Mapping[int, list[Ruling]]
    """By the numbers of assertions."""

    @property
    def numbers(self) -> Sequence[int]:
        """The assertions that something is ruled on."""
        return [*self.by_number]


@dataclass(slots=True)
class Laid:
    """An assertion as people have it; what they differ on is unknown."""

    number: int
    holder: str | None
    outlet: str | None
    value: str | None
    kind: str | None
    language: str | None
    published: Span
    spots: dict[PlaceKey, Spot] = field(default_factory=dict)
    """Places with an entry in a gazetteer."""
    times: set[Span] = field(default_factory=set)


def ruled(connection: Connection) -> Ruled:
    """Return what is ruled on assertions."""
    if connection.scalar(select(JUDGEMENT.c.number).limit(1)) is None:
        return Ruled({})
    given = [each for each in rulings(judgements(connection)) if each.question.asked in _ASKED]
    numbers = numbers_of(connection, (each.question.subjects[0] for each in given))
    found: dict[int, list[Ruling]] = {}
    for each in given:
        for number in numbers.get(each.question.subjects[0], ()):
            found.setdefault(number, []).append(each)
    return Ruled(found)


def laid_over(connection: Connection, numbers: Sequence[int], given: Ruled) -> Iterator[Laid]:
    """Yield some of the assertions that something is ruled on, with that laid over them."""
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        found = _as_read(connection, some, given)
        for number, rulings_ in ((each, given.by_number[each]) for each in found):
            for ruling in rulings_:
                _LAY[ruling.question.asked](found[number], ruling)
        yield from found.values()


def _as_read(connection: Connection, numbers: Sequence[int], given: Ruled) -> dict[int, Laid]:
    """Return assertions as the machine has them, but for places and times that are overruled."""
    columns = [ASSERTION.c[each] for each in ("number", "holder", "value", "kind", "language")]
    dates = (EDITION.c.published_from, EDITION.c.published_to)
    rows = connection.execute(
        select(*columns, EDITION.c.outlet, *dates)
        .join_from(ASSERTION, READING)
        .join(EDITION, EDITION.c.number == READING.c.edition)
        .where(ASSERTION.c.number.in_(numbers))
        .order_by(ASSERTION.c.number)
    )
    found: dict[int, Laid] = {}
    for row in rows.mappings():
        told: dict[str, Any] = {**row}
        published = Span(told.pop("published_from"), told.pop("published_to"))
        found[row["number"]] = Laid(**told, published=published)
    named = ("place_id", "name", "lat", "lon", "kind", "country", "radius_km", "gazetteer")
    places = select(PLACE.c.assertion, PLACE.c.text, *(PLACE.c[each] for each in named))
    for row in connection.execute(places.where(PLACE.c.assertion.in_(numbers))).mappings():
        spot = {name: row[name] for name in named}
        if row["place_id"] is not None and not _is_aside(given, Field.PLACE, row):
            _add(found[row["assertion"]], {**spot, "id": spot.pop("place_id")})
    moments = select(MOMENT.c.assertion, MOMENT.c.text, MOMENT.c.time_from, MOMENT.c.time_to)
    for row in connection.execute(moments.where(MOMENT.c.assertion.in_(numbers))).mappings():
        if row["time_from"] is not None and not _is_aside(given, Field.TIME, row):
            found[row["assertion"]].times.add(Span(row["time_from"], row["time_to"]))
    return found


def _is_aside(given: Ruled, asked: Field, row: RowMapping) -> bool:
    """Tell whether people say of these words of an assertion what they stand for."""
    return any(
        each.question.asked == asked.value and each.question.words == row["text"]
        for each in given.by_number[row["assertion"]]
    )


def _add(laid: Laid, place: Mapping[str, Any]) -> None:
    gazetteer, id_ = _text(place.get("gazetteer")), _text(place.get("id"))
    if gazetteer is not None and id_ is not None:
        name, kind, country = (_text(place.get(each)) for each in ("name", "kind", "country"))
        point = (place["lat"], place["lon"])
        laid.spots[gazetteer, id_] = Spot(
            gazetteer, id_, name, *point, kind, country, place.get("radius_km")
        )


def _text(value: object) -> str | None:
    """Return a text; people may have written anything."""
    return value if isinstance(value, str) else None


def _lay_place(laid: Laid, ruling: Ruling) -> None:
    if ruling.value is not None:
        _add(laid, cast("Mapping[str, Any]", ruling.value))


def _lay_time(laid: Laid, ruling: Ruling) -> None:
    if ruling.value is not None:
        start, end = cast("Mapping[str, Any]", ruling.value)["interval"]
        laid.times.add(Span(start, end))


def _lay_value(laid: Laid, ruling: Ruling) -> None:
    laid.value = cast("str | None", ruling.value)


def _lay_kind(laid: Laid, ruling: Ruling) -> None:
    laid.kind = cast("str | None", ruling.value)


def _lay_holder(laid: Laid, ruling: Ruling) -> None:
    laid.holder = holder_name(ruling.value)


_LAY = {
    "kind": _lay_kind,
    Field.HOLDER.value: _lay_holder,
    Field.VALUE.value: _lay_value,
    Field.PLACE.value: _lay_place,
    Field.TIME.value: _lay_time,
}
