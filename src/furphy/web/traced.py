"""What the last finished trace tells, looked up a page at a time in the state file."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from furphy.export.dossier import sparing
from furphy.export.dossier.material import Material
from furphy.export.dossier.packing import unpacked
from furphy.model.account import Account
from furphy.model.derivation import Derivation
from furphy.web.state import NO_CLAIM, State

_OF_A_CLAIM = (
    "rank, id, since, text, documents, outlets, low, best, high, status, first_seen,"
    " contradictions, proposals"
)


@dataclass(frozen=True, slots=True)
class Brief:
    """A claim, in short."""

    rank: int
    """Its place among those with the widest gap first; pages go on from it."""
    id: str
    since: int
    """The trace in which it was first met."""
    text: str
    documents: int
    outlets: int
    low: int
    best: int
    high: int
    status: str | None
    first_seen: str | None
    contradictions: int
    proposals: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are wanted."""

    status: str = ""
    since: int | None = None
    """Only those first met in a later trace."""
    contradicted: bool = False
    alone: bool = False
    """Also those that one document alone tells; they come behind the others."""


def claims(state: State, after: int, limit: int, wanted: Wanted | None = None) -> list[Brief]:
    """Return claims behind a rank, those with the widest gap first."""
    asked = wanted or Wanted()
    where, values = ["trace = ?", "rank > ?"], [_SERIAL, after]
    if asked.status:
        where.append("status IS NULL" if asked.status == "none" else "status = ?")
        values += [] if asked.status == "none" else [asked.status]
    if asked.since is not None:
        where.append("since > ?")
        values.append(asked.since)
    if asked.contradicted:
        where.append("contradictions > 0")
    # Of some all was rejected since they were traced, of others what all documents but one told.
    where.append("documents > ?")
    values.append(0 if asked.alone else 1)
    if not asked.alone:
        where.append("rank <= (SELECT claims FROM trace WHERE serial = ?)")
        values.append(_SERIAL)
    text = f"SELECT {_OF_A_CLAIM} FROM claim WHERE {' AND '.join(where)} ORDER BY rank LIMIT ?"
    return [Brief(*row) for row in _rows(state, text, [*values, limit])]


def claim(state: State, name: str) -> tuple[Brief, Material] | None:
    """Return a claim by its id; None where the last trace has none of this id.

    Of what one document alone tells, texts that contradict it are not among its documents.
    """
    found = _packed(state, name, "claim.packed")
    if found is None or not found[0].documents:
        return None
    short, is_whole, data = found
    if is_whole:
        return short, unpacked(data)
    account, places = sparing.unpacked(data, lambda ends: _links(state, ends))
    return short, sparing.material(account, places, lambda numbers: _shown(state, numbers))


def as_traced(state: State, name: str) -> tuple[Brief, Account] | None:
    """Return a claim as it was before it was told anew, also one of which nothing is left."""
    found = _packed(state, name, "coalesce(as_traced.packed, claim.packed)")
    if found is None:
        return None
    short, is_whole, data = found
    if is_whole:
        return short, unpacked(data).account
    return short, sparing.unpacked(data, lambda ends: _links(state, ends))[0]


def _packed(state: State, name: str, column: str) -> tuple[Brief, bool, bytes] | None:
    """Return a claim in short, whether it is packed with its documents, and what is packed."""
    columns = ", ".join(f"claim.{each.strip()}" for each in _OF_A_CLAIM.split(","))
    text = (
        f"SELECT {columns}, claim.rank <= trace.claims, {column} FROM claim"
        " JOIN trace ON trace.serial = claim.trace"
        " LEFT JOIN as_traced ON as_traced.trace = claim.trace AND as_traced.id = claim.id"
        " WHERE claim.trace = ? AND claim.id = ?"
    )
    for *brief, is_whole, data in _rows(state, text, [_SERIAL, name]):
        return Brief(*brief), bool(is_whole), data
    return None


def told_anew(state: State) -> list[str]:
    """Return the ids of the claims that were told anew since they were traced."""
    return [row[0] for row in _rows(state, "SELECT id FROM as_traced WHERE trace = ?", [_SERIAL])]


def ancestry(
    state: State, numbers: Iterable[int]
) -> tuple[dict[int, sparing.Shown], list[Derivation]]:
    """Return documents by their numbers with all that they were made from, and the links."""
    text = "SELECT earlier, packed FROM link WHERE trace = ? AND later = ?"
    seen, ahead, links = {*numbers}, sorted(numbers), list[Derivation]()
    while ahead:
        for earlier, data in _rows(state, text, [_SERIAL, ahead.pop()]):
            links.append(sparing.unpacked_link(data))
            if earlier not in seen:
                seen.add(earlier)
                ahead.append(earlier)
    return _shown(state, sorted(seen)), links


def _links(state: State, ends: Sequence[sparing.Ends]) -> dict[sparing.Ends, Any]:
    text = "SELECT packed FROM link WHERE trace = ? AND earlier = ? AND later = ?"
    return {
        each: sparing.unpacked_link(row[0])
        for each in ends
        for row in _rows(state, text, [_SERIAL, *each])
    }


def _shown(state: State, numbers: Sequence[int]) -> dict[int, Any]:
    marks = ", ".join("?" * len(numbers))
    text = f"SELECT number, packed FROM shown WHERE trace = ? AND number IN ({marks})"
    rows = _rows(state, text, [_SERIAL, *numbers])
    return {row[0]: sparing.unpacked_document(row[1]) for row in rows}


def former(state: State, name: str) -> str | None:
    """Return the claim that now holds the words of one that an earlier trace had."""
    text = (
        "SELECT member.claim FROM former JOIN member ON member.assertion = former.assertion"
        " WHERE member.trace = ? AND former.claim = ? AND member.claim != ? LIMIT 1"
    )
    rows = _rows(state, text, [_SERIAL, name, NO_CLAIM])
    return str(rows[0][0]) if rows else None


def is_rejected(state: State, name: str) -> bool:
    """Tell whether people reject the words of a claim that an earlier trace had."""
    text = (
        "SELECT 1 FROM former JOIN member ON member.assertion = former.assertion"
        " WHERE member.trace = ? AND former.claim = ? AND member.claim = ? LIMIT 1"
    )
    return bool(_rows(state, text, [_SERIAL, name, NO_CLAIM]))


def briefs(state: State, ids: Sequence[str]) -> dict[str, Brief]:
    """Return claims by their ids, those that there are."""
    marks = ", ".join("?" * len(ids))
    text = f"SELECT {_OF_A_CLAIM} FROM claim WHERE trace = ? AND documents > 0 AND id IN ({marks})"
    return {row[1]: Brief(*row) for row in _rows(state, text, [_SERIAL, *ids])}


def claims_of(state: State, document: str) -> dict[str, str]:
    """Return the claims that a document tells, by the ids of its assertions."""
    text = "SELECT assertion, claim FROM member WHERE trace = ? AND document = ? AND claim != ?"
    return {row[0]: row[1] for row in _rows(state, text, [_SERIAL, document, NO_CLAIM])}


def claim_with(state: State, assertion: str) -> str | None:
    """Return the claim that an assertion belongs to."""
    text = "SELECT claim FROM member WHERE trace = ? AND assertion = ? AND claim != ? LIMIT 1"
    rows = _rows(state, text, [_SERIAL, assertion, NO_CLAIM])
    return str(rows[0][0]) if rows else None


def claims_without(state: State, assertions: Sequence[str]) -> list[str]:
    """Return the claims that assertions are left out of, since people rejected them."""
    marks = ", ".join("?" * len(assertions))
    text = f"SELECT DISTINCT claim FROM left_out WHERE trace = ? AND assertion IN ({marks})"
    return [row[0] for row in _rows(state, text, [_SERIAL, *assertions])]


def claims_with(state: State, assertions: Sequence[str]) -> dict[str, str]:
    """Return the claims that assertions belong to, by the ids of the assertions."""
    marks = ", ".join("?" * len(assertions))
    text = (
        "SELECT assertion, claim FROM member"
        f" WHERE trace = ? AND claim != ? AND assertion IN ({marks})"
    )
    return {row[0]: row[1] for row in _rows(state, text, [_SERIAL, NO_CLAIM, *assertions])}


def documents_with(state: State, assertions: Sequence[str]) -> dict[str, str]:
    """Return the documents that assertions stand in, rejected ones too, by the assertions' ids."""
    marks = ", ".join("?" * len(assertions))
    text = f"SELECT assertion, document FROM member WHERE trace = ? AND assertion IN ({marks})"
    return {row[0]: row[1] for row in _rows(state, text, [_SERIAL, *assertions])}


def derivations(state: State, document: str) -> tuple[list[Any], list[Any]]:
    """Return what a document was made from, and what was made from it: ids and records."""
    text = "SELECT earlier, later, told FROM derivation WHERE trace = ? AND {} = ? LIMIT 200"
    made = _rows(state, text.format("later"), [_SERIAL, document])
    gave = _rows(state, text.format("earlier"), [_SERIAL, document])
    return (
        [(row[0], json.loads(row[2])) for row in made],
        [(row[1], json.loads(row[2])) for row in gave],
    )


def sources(state: State, after: int, limit: int) -> list[dict[str, Any]]:
    """Return sources behind a rank, those that were first with most claims first."""
    text = (
        "SELECT rank, folded, name, told FROM source WHERE trace = ? AND rank > ?"
        " ORDER BY rank LIMIT ?"
    )
    return [_source(row) for row in _rows(state, text, [_SERIAL, after, limit])]


def source(state: State, folded: str) -> dict[str, Any] | None:
    """Return a source by its folded name."""
    text = "SELECT rank, folded, name, told FROM source WHERE trace = ? AND folded = ?"
    rows = _rows(state, text, [_SERIAL, folded])
    return _source(rows[0]) if rows else None


def tellings(state: State, folded: str, *, first: bool, limit: int) -> list[Brief]:
    """Return the claims that a source told first, or after others."""
    columns = ", ".join(f"claim.{each.strip()}" for each in _OF_A_CLAIM.split(","))
    text = (
        f"SELECT {columns} FROM telling JOIN claim"
        " ON claim.trace = telling.trace AND claim.id = telling.claim"
        " WHERE telling.trace = ? AND telling.folded = ? AND telling.is_first = ?"
        " AND claim.documents > 0"
        " ORDER BY telling.rank LIMIT ?"
    )
    return [Brief(*row) for row in _rows(state, text, [_SERIAL, folded, int(first), limit])]


def records(state: State, table: str, after: int, limit: int) -> list[tuple[int, Any]]:
    """Return records of ``derivation`` or ``origin`` behind a number, with their numbers."""
    if table not in {"derivation", "origin"}:
        raise ValueError(table)
    text = (
        f"SELECT number, told FROM {table} WHERE trace = ? AND number > ? ORDER BY number LIMIT ?"
    )
    return [(row[0], json.loads(row[1])) for row in _rows(state, text, [_SERIAL, after, limit])]


_SERIAL = object()
"""Stands for the serial of the last finished trace."""


def _rows(state: State, text: str, values: Sequence[object]) -> list[sqlite3.Row]:
    """Return rows of the last finished trace, all of one state of the file."""
    with state.reading() as connection:
        found = connection.execute(
            "SELECT serial FROM trace WHERE state = 'done' ORDER BY serial DESC LIMIT 1"
        ).fetchone()
        serial = 0 if found is None else found[0]
        given = [serial if each is _SERIAL else each for each in values]
        return connection.execute(text, given).fetchall()


def _source(row: sqlite3.Row) -> dict[str, Any]:
    return {"rank": row[0], "folded": row[1], "name": row[2], **json.loads(row[3])}
