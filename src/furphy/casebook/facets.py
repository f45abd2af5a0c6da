"""What a search finds, counted: by who says it, who published it, how firmly, where and when.

Counts are of assertions, and each is what a search narrowed by that value finds. What people judged
counts as they have it. A facet by which a search is narrowed already is counted without that
filter, so that it shows what one could choose in its place; the two of time are not: within what
somebody asked for, their bars become finer.

Counting costs time for every match, which no index saves; so no more than the first :data:`MOST`
are counted, and where there are more, that is told.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    distinct,
    func,
    literal,
    select,
    union_all,
)

from furphy.casebook.bars import Bars, Span, in_bars, of_each
from furphy.casebook.distances import Circle
from furphy.casebook.filters import Filters
from furphy.casebook.ruled_facets import Laid, Ruled, laid_over, ruled
from furphy.casebook.schema import ASSERTION, EDITION, MOMENT, PLACE
from furphy.casebook.search import Search, are_at_most, found_assertions
from furphy.casebook.tallied import Facet, PlaceFacet, Places, facet, place_facet

MOST = 20_000
"""Assertions up to which all are counted."""

_DAY = 11
"""Letters of a moment that tell its day, and whether it goes on within it."""

_OWN = {
    "holder": "holders",
    "outlet": "outlets",
    "value": "values",
    "kind": "kinds",
    "language": "languages",
    "place": "places",
}
"""The filters that narrow by a facet."""

_COLUMNS = {
    "holder": ASSERTION.c.holder,
    "outlet": EDITION.c.outlet,
    "value": ASSERTION.c.value,
    "kind": ASSERTION.c.kind,
    "language": ASSERTION.c.language,
}
_NAMED = ("place", "time")
"""What is counted of things that assertions name."""

NAMES = (*_COLUMNS, "published", *_NAMED)
"""All facets."""


@dataclass(frozen=True, slots=True)
class Facets:
    """A search's finds, counted."""

    counted: int
    """Assertions found; where they are not all counted, those that are."""
    is_all: bool
    """Whether every count is of all that is found, and not of the first :data:`MOST` of them."""
    holder: Facet
    outlet: Facet
    value: Facet
    kind: Facet
    language: Facet
    published: Bars
    time: Bars
    """By the times that assertions name."""
    place: PlaceFacet
    near: Circle | None
    """Where it was searched for."""


class _Row(NamedTuple):
    """A count, as the store gives it."""

    facet: str
    one: str | None
    two: str | None
    times: int
    number: int
    """Of an assertion, or of a place's row."""


@dataclass(slots=True)
class _Counts:
    """What is counted of one set of assertions."""

    total: int
    is_all: bool
    rows: dict[str, list[_Row]]
    laid: list[Laid]


Joining = Callable[[Counter[str]], Counter[str]]
"""Counts the names of each source as one of them."""


Keeping = Callable[[tuple[Search, str], Callable[[], _Counts]], _Counts]
"""Gives what was counted of a wider search by one facet; has it counted where it is not kept."""


def anew(_key: tuple[Search, str], count: Callable[[], _Counts]) -> _Counts:
    """Have it counted: what is done where nothing is kept."""
    return count()


def count_facets(
    connection: Connection,
    search: Search,
    most: int,
    joining: Joining = Counter,
    keeping: Keeping = anew,
) -> Facets:
    """Count what is found, by so many values of each facet at most and those that are chosen.

    ``joining`` tells which names are searched for together; by itself each stands alone. A facet
    that narrows the search is counted without that: those counts are the same whichever of its
    values is chosen, so that ``keeping`` may spare them.
    """
    chosen, given = search.filters, ruled(connection)
    base = _counted(connection, search, [each for each in NAMES if not _own(chosen, each)], given)
    sets = dict.fromkeys(NAMES, base)
    for name, own in _OWN.items():
        if _own(chosen, name):
            less: dict[str, Any] = {own: ()}
            wider = replace(search, filters=replace(chosen, **less))
            count = partial(_counted, connection, wider, [name], given)
            sets[name] = keeping((wider, name), count)

    def told(name: str, same: Joining = Counter) -> Facet:
        found = same(_by_value(sets[name], name))
        return facet(found, sets[name].total, _own(chosen, name), most)

    places = sets["place"]
    return Facets(
        counted=base.total,
        is_all=all(each.is_all for each in sets.values()),
        holder=told("holder", joining),
        outlet=told("outlet", joining),
        value=told("value"),
        kind=told("kind"),
        language=told("language", _with_narrower),
        published=in_bars(_published(base), chosen.published),
        time=of_each(_times(base), base.total, chosen.time),
        place=place_facet(connection, _places(places), places.total, chosen.places, most),
        near=chosen.near,
    )


def _own(filters: Filters, name: str) -> tuple[Any, ...]:
    """Return the values of a facet by which a search is narrowed."""
    return getattr(filters, _OWN[name]) if name in _OWN else ()


# What the store counts ----------------------------------------------------------------------------


def _counted(connection: Connection, search: Search, names: Sequence[str], given: Ruled) -> _Counts:
    """Count what a search finds by some facets, in one go through it."""
    found = _found(connection, search, MOST).cte("found").prefix_with("MATERIALIZED")
    rows: dict[str, list[_Row]] = {}
    asked = union_all(*_arms(found, search.filters, names, given.numbers))
    for row in connection.execute(asked).all():
        rows.setdefault(row[0], []).append(_Row(*row))
    total = sum(each.times for each in rows.get("all", ()))
    mine = [each.number for each in rows.get("ruled", ())]
    return _Counts(
        total=total,
        is_all=total < MOST or are_at_most(connection, MOST, _found(connection, search, MOST + 1)),
        rows=rows,
        laid=[*laid_over(connection, mine, given)],
    )


def _found(connection: Connection, search: Search, most: int) -> Select[Any]:
    found = found_assertions(connection, search, most)
    dates = (EDITION.c.published_from, EDITION.c.published_to)
    return found.add_columns(*_COLUMNS.values(), *dates)


def _arms(
    found: CTE, filters: Filters, names: Sequence[str], ruled: Sequence[int]
) -> Iterator[Select[Any]]:
    """Yield what is to be counted, each as rows of one shape."""
    numbers = found.c.number
    apart: list[ColumnElement[bool]] = []
    if ruled:
        # Whatever people ruled on is looked at one by one.
        yield _arm("ruled", number=numbers).where(numbers.in_(_written(ruled)))
        apart = [numbers.not_in(_written(ruled))]
    yield _arm("all", times=func.count()).select_from(found)
    for name in names:
        if name in _COLUMNS:
            column = found.c[_COLUMNS[name].name]
            yield _arm(name, column, times=func.count()).where(*apart).group_by(column)
    if "published" in names:
        ends: list[ColumnElement[str]] = [found.c.published_from, found.c.published_to]
        if filters.published is None:
            # What ends or begins on one day has the same bars, however many moments those are.
            ends = [func.substr(each, 1, _DAY) for each in ends]
        yield _arm("published", *ends, times=func.count()).where(*apart).group_by(*ends)
    # Joined, SQLite would begin with all places there are.
    plain = select(numbers).where(*apart)
    if "place" in names:
        key = (PLACE.c.gazetteer, PLACE.c.place_id)
        once = func.count(distinct(PLACE.c.assertion))
        placed = (PLACE.c.assertion.in_(plain), PLACE.c.place_id.is_not(None))
        by_place = _arm("place", *key, times=once, number=func.max(PLACE.c.number))
        yield by_place.where(*placed).group_by(*key)
        yield _arm("placed", times=once).where(*placed)
    if "time" in names:
        timed = _arm("time", MOMENT.c.time_from, MOMENT.c.time_to, number=MOMENT.c.assertion)
        yield timed.where(MOMENT.c.assertion.in_(plain), MOMENT.c.time_from.is_not(None))


def _arm(
    name: str,
    one: ColumnElement[str] | None = None,
    two: ColumnElement[str] | None = None,
    *,
    times: ColumnElement[int] | None = None,
    number: ColumnElement[int] | None = None,
) -> Select[Any]:
    text, whole = literal(""), literal(0)
    columns: list[ColumnElement[Any]] = [
        literal(name).label("facet"),
        (text if one is None else one).label("one"),
        (text if two is None else two).label("two"),
        (whole if times is None else times).label("times"),
        (whole if number is None else number).label("number"),
    ]
    return select(*columns)


def _written(numbers: Sequence[int]) -> Any:  # noqa: ANN401 - a parameter of any length
    return bindparam(None, numbers, expanding=True, literal_execute=True)


# What of it is told -------------------------------------------------------------------------------


def _by_value(counts: _Counts, name: str) -> Counter[str]:
    found = Counter[str]()
    for row in counts.rows.get(name, ()):
        if row.one is not None:
            found[row.one] += row.times
    for each in counts.laid:
        value = getattr(each, name)
        if value is not None:
            found[value] += 1
    return found


def _with_narrower(found: Counter[str]) -> Counter[str]:
    """Count with each language its varieties, which are found with it: ``zh-Hans`` as ``zh``."""
    return Counter(
        {
            tag: sum(count for each, count in found.items() if f"{each}-".startswith(f"{tag}-"))
            for tag in found
        }
    )


def _published(counts: _Counts) -> Counter[Span]:
    found = Counter[Span]()
    for row in counts.rows.get("published", ()):
        found[Span(row.one, row.two)] += row.times
    for each in counts.laid:
        found[each.published] += 1
    return found


def _times(counts: _Counts) -> Iterator[tuple[int, Span]]:
    for row in counts.rows.get("time", ()):
        yield row.number, Span(row.one, row.two)
    for each in counts.laid:
        for span in each.times:
            yield each.number, span


def _places(counts: _Counts) -> Places:
    found, rows = Counter[tuple[str, str]](), dict[tuple[str, str], int]()
    for row in counts.rows.get("place", ()):
        key = (row.one or "", row.two or "")
        found[key] += row.times
        rows[key] = row.number
    placed = sum(each.times for each in counts.rows.get("placed", ()))
    spots = {key: spot for each in counts.laid for key, spot in each.spots.items()}
    for each in counts.laid:
        found.update(each.spots.keys())
        placed += bool(each.spots)
    return Places(found, rows, spots, placed)
