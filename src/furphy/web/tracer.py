"""A process that traces the casebook, and keeps what pages show of it in the state file.

Pages go on being made from the last trace that was finished; the new one takes its place at once
and whole.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from furphy.desk import browsing
from furphy.desk.claiming import Told, claims_and_alone, materials
from furphy.desk.faring import fared
from furphy.desk.kept_traces import made_by
from furphy.desk.stumbling import reason_of
from furphy.export.dossier import sparing
from furphy.export.dossier.material import Material
from furphy.export.dossier.packing import packed
from furphy.export.tracing import derivation_record, origin_records
from furphy.model.account import Account
from furphy.model.derivation import Derivation
from furphy.web.state import NO_CLAIM, OF_A_TRACE, State

_AT_ONCE = 200


def trace(where: str, path: str) -> None:
    """Trace a casebook and keep what comes of it; what goes wrong is kept as well."""
    state = State(Path(path))
    with browsing.opened(where) as book:
        extent = browsing.extent(book)
    with state.writing() as connection:
        _forget_unfinished(connection)
        serial = int(
            connection.execute(
                "INSERT INTO trace (extent, state, documents, claims, began_at)"
                " VALUES (?, 'running', 0, 0, ?)",
                (json.dumps(asdict(extent)), _now()),
            ).lastrowid
            or 0
        )
    try:
        _keep(state, serial, *claims_and_alone(where))
    except Exception as error:  # noqa: BLE001  (told on the pages; the last trace stays)
        with state.writing() as connection:
            connection.execute(
                "UPDATE trace SET state = 'failed', reason = ?, ended_at = ? WHERE serial = ?",
                (reason_of(error), _now(), serial),
            )


def forget_other_makers(state: State) -> None:
    """Take away a trace that another furphy made: this one may find and show other things."""
    with state.writing() as connection:
        row = connection.execute("SELECT value FROM about WHERE key = 'traced_by'").fetchone()
        if row is not None and row[0] == made_by():
            return
        for name in ("trace", *OF_A_TRACE):
            connection.execute(f"DELETE FROM {name}")
        connection.execute("REPLACE INTO about VALUES ('traced_by', ?)", (made_by(),))


def _keep(state: State, serial: int, told: Told, alone: Iterable[Account]) -> None:
    with state.reading() as connection:
        rows = connection.execute("SELECT claim, since FROM former").fetchall()
    known = {str(row[0]): int(row[1]) for row in rows}
    for fill in (_claims, _rejected, _sources, _derivations, _shown, _origins):
        _fill(state, fill(serial, told, known))
    _fill(state, _alone(serial, told, alone, known))
    with state.writing() as connection:
        connection.execute(
            "UPDATE trace SET state = 'done', documents = ?, claims = ?, ended_at = ?"
            " WHERE serial = ?",
            (len(told.trace.documents), len(told.accounts), _now(), serial),
        )
        connection.execute("DELETE FROM trace WHERE serial < ?", (serial,))
    with state.writing() as connection:
        for name in OF_A_TRACE:
            connection.execute(f"DELETE FROM {name} WHERE trace < ?", (serial,))


Rows = Iterator[tuple[str, tuple[object, ...]]]
"""Tables, and rows for them."""


def _fill(state: State, rows: Rows) -> None:
    """Store rows, some at a time, so that nobody waits for long."""
    some: list[tuple[str, tuple[object, ...]]] = []
    for row in rows:
        some.append(row)
        if len(some) >= _AT_ONCE:
            _store(state, some)
            some = []
    _store(state, some)


def _store(state: State, rows: list[tuple[str, tuple[object, ...]]]) -> None:
    with state.writing() as connection:
        for name, row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", row)


def _claims(serial: int, told: Told, known: dict[str, int]) -> Rows:
    for rank, each in enumerate(materials(told), 1):
        yield from _claim((serial, rank), each, packed(each), known)


def _rejected(serial: int, told: Told, _known: dict[str, int]) -> Rows:
    """Yield rows of what people reject: it belongs to no claim, yet pages tell where it stands."""
    for each in told.rejected:
        document = told.trace.readings[each.document].document.id
        yield "member", (serial, each.id, document, NO_CLAIM)


def _alone(serial: int, told: Told, alone: Iterable[Account], known: dict[str, int]) -> Rows:
    """Yield rows of what one document alone tells, ranked behind what several tell."""
    for rank, each in enumerate(materials(told, alone), len(told.accounts) + 1):
        yield from _claim((serial, rank), each, sparing.packed(each), known)


def _claim(place: tuple[int, int], material: Material, data: bytes, known: dict[str, int]) -> Rows:
    each, serial = material.account, place[0]
    told = in_short(each)
    yield "claim", (*place, each.id, known.get(each.id, serial), *told, len(each.kindred), data)
    if each.id not in known:
        yield "former", (each.id, each.variants[each.centre].id, serial)
    for variant in each.variants:
        document = material.readings[variant.document].document.id
        yield "member", (serial, variant.id, document, each.id)
    for variant in each.rejected:
        yield "left_out", (serial, variant.id, each.id)


def in_short(account: Account) -> tuple[object, ...]:
    """Return what lists tell of a claim, and what follows from how people judge its assertions."""
    count, status = account.behind.count, account.timeline.status
    return (
        *(account.text, len(account.documents), len(account.outlets)),
        *(count.low, count.best, count.high),
        None if status is None else status.value,
        account.first_seen,
        len(account.counterclaims),
    )


def _shown(serial: int, told: Told, _known: dict[str, int]) -> Rows:
    """Yield rows of what claims that one document alone tells have in common."""
    for number, reading in enumerate(told.trace.readings):
        data = sparing.packed_document(told.trace.documents[number], reading)
        yield "shown", (serial, number, reading.document.id, data)
    for link in told.trace.stemma.links:
        if isinstance(link, Derivation):
            yield "link", (serial, link.source, link.target, sparing.packed_link(link))


def _sources(serial: int, told: Told, _known: dict[str, int]) -> Rows:
    ranks = {each.id: rank for rank, each in enumerate(told.accounts, 1)}
    for rank, each in enumerate(fared(told), 1):
        shown = {
            "kinds": sorted(each.kinds),
            "ids": each.ids,
            "documents": each.documents,
            "claims": len(each.claims),
            "first": each.first,
            "became": dict(each.became),
            "took": [[*key, count] for key, count in each.took.most_common()],
            "gave": [[*key, count] for key, count in each.gave.most_common()],
        }
        text = json.dumps(shown, ensure_ascii=False)
        yield "source", (serial, rank, each.folded, each.name, text)
        for claim, is_first in each.claims.items():
            yield "telling", (serial, each.folded, claim, int(is_first), ranks[claim])


def _derivations(serial: int, told: Told, _known: dict[str, int]) -> Rows:
    readings = told.trace.readings
    for number, each in enumerate(told.trace.taken(), 1):
        ends = readings[each.source].document.id, readings[each.target].document.id
        record = derivation_record(each, told.trace.documents)
        yield "derivation", (serial, number, *ends, json.dumps(record, ensure_ascii=False))


def _origins(serial: int, told: Told, _known: dict[str, int]) -> Rows:
    found = origin_records(told.trace.documents, told.trace.stemma.likely)
    for number, each in enumerate(found, 1):
        yield "origin", (serial, number, json.dumps(each, ensure_ascii=False))


def _forget_unfinished(connection: sqlite3.Connection) -> None:
    """Take away what a trace left behind that was broken off."""
    rows = connection.execute("SELECT serial FROM trace WHERE state != 'done'").fetchall()
    for (serial,) in rows:
        for name in OF_A_TRACE:
            connection.execute(f"DELETE FROM {name} WHERE trace = ?", (serial,))
        connection.execute("DELETE FROM trace WHERE serial = ?", (serial,))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
