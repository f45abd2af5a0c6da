"""Search documents and assertions by their words: best first, as many as there are.

Ranking costs time for every match: one in a quarter of a million assertions took 300 ms on SQLite
and 2 s on PostgreSQL, against 0.03 ms for its first twenty unranked. So hits are ranked (BM25 of
Robertson & Zaragoza 2009 on SQLite, ``ts_rank`` on PostgreSQL) where they are few, and come in the
order in which they were added where they are many, and nobody would read to the end of them.

What people judged is laid over what is found (:mod:`.judged_hits`), and filters ask what people
say where they say something (:mod:`.overruling`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    Table,
    column,
    func,
    literal,
    literal_column,
    not_,
    null,
    or_,
    select,
    table,
)

from furphy.casebook import distances, filters, hits
from furphy.casebook.dialects import SQLITE, estimated, expect
from furphy.casebook.filters import Filters, Rulings
from furphy.casebook.hits import AssertionHit, DocumentHit
from furphy.casebook.judged_hits import judged_assertions, judged_documents
from furphy.casebook.overruling import overruled
from furphy.casebook.query import Phrase, Query, Term, match_all, match_any, tsquery
from furphy.casebook.schema import ASSERTION, EDITION, PASSAGE, READING

FEW = {ASSERTION.name: 2_000, PASSAGE.name: 500}
"""Matches up to which hits are ranked; and up to which the store begins with the filters."""

GATHERED = {ASSERTION.name: 30_000, PASSAGE.name: 10_000}
"""Matches, as a server estimates them, up to which all are gathered before any is looked at."""

_FILTERED = 4
"""So many times more are gathered where filters leave few of them, whoever goes through all."""

_ALL, _FIRST = 1.0, 0.001
"""Share of what is found that is fetched: all that filters leave; without any, the first few."""

_AT_ONCE = 500
"""Rows held in memory at a time."""

_STREAMED = {"yield_per": _AT_ONCE}


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for, and how much of it to give."""

    query: Query = field(default_factory=Query)
    filters: Filters = field(default_factory=Filters)
    limit: int | None = None
    """None gives all."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the store is to find what is sought."""

    start: FromClause
    conditions: tuple[ColumnElement[bool], ...]
    order: ColumnElement[int]
    """The row's number, from where the store goes through rows in this order anyway."""
    score: ColumnElement[Any] | None = None
    """What hits are ranked by; None where they come in the order in which they were added."""
    few: frozenset[str] = frozenset()
    """Filters that leave so few that the store does well to begin with them."""


def search_assertions(connection: Connection, search: Search) -> Iterator[AssertionHit]:
    """Yield the assertions found, of readings in use."""
    distances.teach(connection)
    plan = _plan(connection, ASSERTION, search)
    rulings = overruled(connection, search.filters)
    chosen = _ordered(_assertions(search.filters, plan, rulings), plan).limit(search.limit)
    with connection.execute(chosen, execution_options=_STREAMED) as found:
        for rows in _batches(found, search.limit):
            told = hits.assertions(connection, [row.number for row in rows])
            told = judged_assertions(connection, told)
            yield from (replace(told[row.number], score=row.score) for row in rows)


def found_assertions(connection: Connection, search: Search, most: int) -> Select[tuple[int]]:
    """Return what selects the numbers of the assertions found, of no more than the first so many.

    They come in the order in which they were added; their editions and readings are joined.
    """
    distances.teach(connection)
    plan = _plan(connection, ASSERTION, search)
    rulings = overruled(connection, search.filters)
    chosen = _assertions(search.filters, plan, rulings, with_edition=True)
    return chosen.order_by(plan.order).limit(most)


def search_documents(connection: Connection, search: Search) -> Iterator[DocumentHit]:
    """Yield the documents found that are in use; one found in several of its parts, once."""
    distances.teach(connection)
    plan = _plan(connection, PASSAGE, search)
    few = plan.few or frozenset(_lead(connection, search.filters))
    rulings = overruled(connection, search.filters)
    chosen = (
        select(PASSAGE.c.edition.label("number"), PASSAGE.c.start)
        .select_from(plan.start)
        .join(EDITION, EDITION.c.number == PASSAGE.c.edition)
        .where(
            filters.is_met(), *plan.conditions, *filters.of_documents(search.filters, few, rulings)
        )
    )
    if not search.query.wanted:
        chosen = chosen.where(PASSAGE.c.start == 0)
    with connection.execute(_ordered(chosen, plan), execution_options=_STREAMED) as found:
        for rows in _batches(_once_each(found, plan, search.limit), search.limit):
            told = hits.documents(connection, [row.number for row in rows])
            told = judged_documents(connection, told)
            for row in rows:
                start = row.start if search.query.wanted else None
                yield replace(told[row.number], passage=start, score=row.score)


def _ordered(chosen: Select[Any], plan: _Plan) -> Select[Any]:
    if plan.score is None:
        return chosen.add_columns(null().label("score")).order_by(plan.order)
    score = plan.score.label("score")
    return chosen.add_columns(score).order_by(score.desc(), plan.order)


def _once_each(rows: Iterable[Row[Any]], plan: _Plan, limit: int | None) -> Iterator[Row[Any]]:
    """Yield the first row of each edition."""
    met = set[int]()
    for given, row in enumerate(_first_rows(rows, plan, met)):
        if given == limit:
            return
        yield row


def _first_rows(rows: Iterable[Row[Any]], plan: _Plan, met: set[int]) -> Iterator[Row[Any]]:
    for row in rows:
        if row.number in met:
            continue
        if plan.score is None:
            met.clear()  # The parts of a document were added one after the other.
        met.add(row.number)
        yield row


def _batches(rows: Iterable[Row[Any]], limit: int | None) -> Iterator[list[Row[Any]]]:
    ahead = iter(rows)
    size = _AT_ONCE if limit is None else min(limit, _AT_ONCE)
    while batch := [*islice(ahead, size)]:
        yield batch


def _plan(connection: Connection, searched: Table, search: Search) -> _Plan:
    """Choose where the store begins, and whether what it finds is to be ranked."""
    expect(connection, _ALL)
    query, most = search.query, FEW[searched.name]
    bare = _Plan(searched, (), searched.c.number)
    lite = connection.dialect.name == SQLITE
    if query.wanted:
        plan = (_plan_lite if lite else _plan_server)(searched, query)
        matches = select(plan.order).select_from(plan.start).where(*plan.conditions)
        if are_at_most(connection, most, matches):
            return plan if lite else _gathered(searched, plan)
        bare = replace(bare, conditions=_as_text(searched, query) if lite else plan.conditions)
        worth = GATHERED[searched.name] * (1 if search.filters == Filters() else _FILTERED)
        if not lite and estimated(connection, matches) <= worth:
            plan = _gathered(searched, replace(plan, score=None))
    else:
        plan = bare = replace(bare, conditions=_without(connection, searched, query))
    for name in _lead(connection, search.filters):
        # In an order that no index has, or the table would be gone through in it.
        order = bare.order if searched is ASSERTION else bare.order + 0
        return replace(bare, few=frozenset({name}), order=order)
    if search.filters == Filters():
        expect(connection, _FIRST)
    return replace(plan, score=None)


def _lead(connection: Connection, chosen: Filters) -> list[str]:
    """Return the first of the filters that leave so few assertions that one begins with them."""
    for name, rows in filters.leads(chosen).items():
        if are_at_most(connection, FEW[ASSERTION.name], rows):
            return [name]
    return []


def _assertions(
    chosen: Filters, plan: _Plan, rulings: Rulings, *, with_edition: bool = False
) -> Select[Any]:
    """Return the numbers of the assertions that a plan finds and filters leave."""
    found = (
        select(plan.order.label("number"))
        .select_from(plan.start)
        .join(READING, READING.c.number == ASSERTION.c.reading)
        .where(READING.c.current == 1, *plan.conditions)
        .where(*filters.of_assertions(chosen, plan.few, rulings))
    )
    if with_edition or chosen.published or chosen.sources or chosen.outlets:
        return found.join(EDITION, EDITION.c.number == READING.c.edition)
    return found


def are_at_most(connection: Connection, most: int, chosen: Select[Any]) -> bool:
    """Tell whether there are no more than so many rows, without counting any further."""
    counted = select(func.count()).select_from(chosen.limit(most + 1).subquery())
    return int(connection.execute(counted).scalar_one()) <= most


# SQLite -------------------------------------------------------------------------------------------


def _plan_lite(searched: Table, query: Query) -> _Plan:
    words = table(f"{searched.name}_words", column("rowid"))
    sought = match_all(query.wanted)
    if query.unwanted:
        sought = f"({sought}) NOT ({match_any(query.unwanted)})"
    start = words.join(searched, searched.c.number == words.c.rowid)
    rank: ColumnElement[float] = -literal_column(f"bm25({words.name})")
    return _Plan(start, (_matches(words.name, sought),), words.c.rowid, rank)


def _matches(words: str, sought: str) -> ColumnElement[bool]:
    return literal_column(words).op("MATCH", is_comparison=True)(sought)


def _as_text(searched: Table, query: Query) -> tuple[ColumnElement[bool], ...]:
    """Return a query as what has to stand in the column itself, for rows that are few."""
    wanted = (_stands(searched, func.instr, term) for term in query.wanted)
    return (*wanted, *(not_(_stands(searched, func.instr, term)) for term in query.unwanted))


def _stands(
    searched: Table, place: Callable[..., ColumnElement[int]], term: Term
) -> ColumnElement[bool]:
    """Return the condition that words stand in the column; ``place`` tells where, from 1."""
    held = literal(" ").concat(searched.c.search).concat(" ")
    return or_(*(place(held, _between_blanks(each)) > 0 for each in term.phrases))


def _between_blanks(phrase: Phrase) -> str:
    return f" {' '.join(phrase.words)}{'' if phrase.is_open else ' '}"


# PostgreSQL ---------------------------------------------------------------------------------------


def _plan_server(searched: Table, query: Query) -> _Plan:
    simple: ColumnElement[str] = literal_column("'simple'")
    words = func.to_tsvector(simple, searched.c.search)
    sought = func.to_tsquery(simple, tsquery(query))
    found: list[ColumnElement[bool]] = []
    if tsquery(query):
        found.append(words.op("@@", is_comparison=True)(sought))
    in_a_row = partial(_stands, searched, func.strpos)
    found += [in_a_row(each) for each in query.wanted if each.is_in_a_row]
    found += [not_(in_a_row(each)) for each in query.unwanted if each.is_in_a_row]
    return _Plan(searched, tuple(found), searched.c.number, func.ts_rank(words, sought))


def _gathered(searched: Table, plan: _Plan) -> _Plan:
    """Return the plan that begins with all that matches, whatever else is asked.

    Left to itself, a server goes through the table in the order wished, or begins with what the
    filters leave, and cuts every text on its way into words: which costs far more than it reckons.
    """
    score = null() if plan.score is None else plan.score
    matches = select(plan.order.label("number"), score.label("score")).where(*plan.conditions)
    found = matches.cte(f"{searched.name}_found").prefix_with("MATERIALIZED")
    start = found.join(searched, searched.c.number == found.c.number)
    # In an order that no index has, or the table would be gone through in it beside the matches.
    return _Plan(start, (), found.c.number + 0, None if plan.score is None else found.c.score)


def _without(
    connection: Connection, searched: Table, query: Query
) -> tuple[ColumnElement[bool], ...]:
    """Return the condition that nothing unwanted is there, where nothing is wanted."""
    if not query.unwanted:
        return ()
    if connection.dialect.name != SQLITE:
        return _plan_server(searched, query).conditions
    words = table(f"{searched.name}_words", column("rowid"))
    unwanted = select(words.c.rowid).where(_matches(words.name, match_any(query.unwanted)))
    return (searched.c.number.not_in(unwanted),)
