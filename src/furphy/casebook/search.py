"""Search documents and assertions by their words: best first, as many as there are.

Ranking costs time for every match: one in a quarter of a million assertions took 300 ms on SQLite
and 2 s on PostgreSQL, against 0.03 ms for its first twenty unranked. So hits are ranked (BM25 of
Robertson & Zaragoza 2009 on SQLite, ``ts_rank`` on PostgreSQL) where they are few, and come in the
order in which they were added where they are many, and nobody would read to the end of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
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
from furphy.casebook.dialects import SQLITE
from furphy.casebook.filters import Filters
from furphy.casebook.hits import AssertionHit, DocumentHit
from furphy.casebook.query import Phrase, Query, Term, match_all, match_any, tsquery
from furphy.casebook.schema import ASSERTION, DOCUMENT, EDITION, PASSAGE, READING

FEW = {ASSERTION.name: 2_000, PASSAGE.name: 500}
"""Matches up to which hits are ranked; and up to which the store begins with the filters."""

_AT_ONCE = 500
"""Rows held in memory at a time."""


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
    score: ColumnElement[Any]
    is_ranked: bool = False
    few: bool = False
    """Whether the filters leave so few that the store does well to begin with them."""


def search_assertions(connection: Connection, search: Search) -> Iterator[AssertionHit]:
    """Yield the assertions found, of readings in use."""
    distances.teach(connection)
    plan = _plan(connection, ASSERTION, search)
    chosen = _assertions(search.filters, plan, plan.score.label("score"))
    found = _first(chosen, plan, search.limit).subquery("found")
    shown = (
        select(*hits.assertion_columns(), found.c.score)
        .select_from(found)
        .join(ASSERTION, ASSERTION.c.number == found.c.number)
        .join(READING, READING.c.number == ASSERTION.c.reading)
        .join(EDITION, EDITION.c.number == READING.c.edition)
        .join(DOCUMENT, DOCUMENT.c.number == EDITION.c.document)
        .order_by(found.c.score.desc() if plan.is_ranked else null(), found.c.number)
    )
    for row in _streamed(connection, shown):
        yield AssertionHit(**hits.named(row))


def search_documents(connection: Connection, search: Search) -> Iterator[DocumentHit]:
    """Yield the documents found that are in use; one found in several of its parts, once."""
    distances.teach(connection)
    plan = _plan(connection, PASSAGE, search)
    passage = PASSAGE.c.start if search.query.wanted else null()
    chosen = (
        select(
            PASSAGE.c.number,
            PASSAGE.c.edition,
            passage.label("passage"),
            plan.score.label("score"),
        )
        .select_from(plan.start)
        .join(EDITION, EDITION.c.number == PASSAGE.c.edition)
        .where(filters.is_met(), *plan.conditions, *filters.of_documents(search.filters))
    )
    if not search.query.wanted:
        chosen = chosen.where(PASSAGE.c.start == 0)
    found = _first(chosen, plan, None).subquery("found")
    shown = (
        select(EDITION.c.number, *hits.document_columns(), found.c.passage, found.c.score)
        .select_from(found)
        .join(EDITION, EDITION.c.number == found.c.edition)
        .join(DOCUMENT, DOCUMENT.c.number == EDITION.c.document)
        .order_by(found.c.score.desc() if plan.is_ranked else null(), found.c.number)
    )
    for row in _once_each(_streamed(connection, shown), plan, search.limit):
        yield DocumentHit(**hits.named(row))


def _once_each(rows: Iterator[Row[Any]], plan: _Plan, limit: int | None) -> Iterator[Row[Any]]:
    """Yield the first row of each edition."""
    met = set[int]()
    given = 0
    for row in rows:
        if given == limit:
            return
        if row.number in met:
            continue
        if not plan.is_ranked:
            met.clear()  # The parts of a document were added one after the other.
        met.add(row.number)
        given += 1
        yield row


def _plan(connection: Connection, searched: Table, search: Search) -> _Plan:
    """Choose where the store begins, and whether what it finds is to be ranked."""
    query, few = search.query, FEW[searched.name]
    if not query.wanted:
        unwanted = _without(connection, searched, query)
        return _Plan(searched, unwanted, null(), few=search.filters.is_selective)
    lite = connection.dialect.name == SQLITE
    plan = (_plan_lite if lite else _plan_server)(searched, query)
    if _holds_at_most(connection, few, select(literal(1)).select_from(plan.start), plan):
        return plan
    bare = _Plan(searched, (), null(), few=True)
    if searched is ASSERTION and search.filters.is_selective:
        left = _assertions(search.filters, bare)
        if _holds_at_most(connection, few, left, bare):
            conditions = _as_text(searched, query) if lite else plan.conditions
            return _Plan(searched, conditions, null(), few=True)
    return _Plan(plan.start, plan.conditions, null())


def _assertions(chosen: Filters, plan: _Plan, *columns: ColumnElement[Any]) -> Select[Any]:
    """Return the numbers of the assertions that a plan finds and filters leave."""
    found = (
        select(ASSERTION.c.number, *columns)
        .select_from(plan.start)
        .join(READING, READING.c.number == ASSERTION.c.reading)
        .where(READING.c.current == 1, *plan.conditions)
        .where(*filters.of_assertions(chosen, few=plan.few))
    )
    if chosen.published or chosen.sources:
        return found.join(EDITION, EDITION.c.number == READING.c.edition)
    return found


def _first(chosen: Select[Any], plan: _Plan, limit: int | None) -> Select[Any]:
    if limit is None:
        return chosen
    columns = chosen.selected_columns
    order = [columns.score.desc()] if plan.is_ranked else []
    return chosen.order_by(*order, columns.number).limit(limit)


def _holds_at_most(connection: Connection, most: int, chosen: Select[Any], plan: _Plan) -> bool:
    """Tell whether a plan finds no more than so many, without counting any further."""
    found = chosen.where(*plan.conditions).limit(most + 1).subquery()
    counted = connection.execute(select(func.count()).select_from(found)).scalar_one()
    return int(counted) <= most


def _streamed(connection: Connection, chosen: Select[Any]) -> Iterator[Row[Any]]:
    yield from connection.execute(chosen, execution_options={"yield_per": _AT_ONCE})


# SQLite -------------------------------------------------------------------------------------------


def _plan_lite(searched: Table, query: Query) -> _Plan:
    words = table(f"{searched.name}_words", column("rowid"))
    sought = match_all(query.wanted)
    if query.unwanted:
        sought = f"({sought}) NOT ({match_any(query.unwanted)})"
    start = words.join(searched, searched.c.number == words.c.rowid)
    rank: ColumnElement[float] = -literal_column(f"bm25({words.name})")
    return _Plan(start, (_matches(words.name, sought),), rank, is_ranked=True)


def _matches(words: str, sought: str) -> ColumnElement[bool]:
    return literal_column(words).op("MATCH", is_comparison=True)(sought)


def _as_text(searched: Table, query: Query) -> tuple[ColumnElement[bool], ...]:
    """Return a query as what has to stand in the column itself, for rows that are few."""
    held = literal(" ").concat(searched.c.search).concat(" ")
    wanted = (_stands(held, term) for term in query.wanted)
    return (*wanted, *(not_(_stands(held, term)) for term in query.unwanted))


def _stands(held: ColumnElement[str], term: Term) -> ColumnElement[bool]:
    return or_(*(func.instr(held, _between_blanks(each)) > 0 for each in term.phrases))


def _between_blanks(phrase: Phrase) -> str:
    return f" {' '.join(phrase.words)}{'' if phrase.is_open else ' '}"


# PostgreSQL ---------------------------------------------------------------------------------------


def _plan_server(searched: Table, query: Query) -> _Plan:
    words = func.to_tsvector(literal_column("'simple'"), searched.c.search)
    sought = func.to_tsquery(literal_column("'simple'"), tsquery(query))
    rank = func.ts_rank(words, sought)
    found = words.op("@@", is_comparison=True)(sought)
    return _Plan(searched, (found,), rank, is_ranked=True)


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
