"""A whole casebook, held against its journal: in one pass, a few rows in memory at a time."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from furphy.casebook.covering import COVERED, Found, rows
from furphy.casebook.dialects import SQLITE
from furphy.casebook.journal import JOURNAL, Covered, Entry, EntryKind
from furphy.casebook.judgements import JUDGEMENT
from furphy.casebook.ledger import State
from furphy.casebook.relation import RELATION
from furphy.casebook.schema import DOCUMENT, EDITION, FAILURE, ITEM, MAKER, READING
from furphy.casebook.seal import Seal
from furphy.casebook.verification.agreement import Details
from furphy.casebook.verification.captured import Check, EditionCheck, check_document, check_maker
from furphy.casebook.verification.chain import Link, links
from furphy.casebook.verification.finding import Finding
from furphy.casebook.verification.given import JudgementCheck, check_relation
from furphy.casebook.verification.in_use import out_of_step
from furphy.casebook.verification.read import ReadingCheck

Watch = Callable[[int, int], None]
"""Told how many rows have been looked at, and of how many."""


def unwatched(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Looked:
    """How much was looked at."""

    rows: Counter[str]
    """By table."""
    entries: int
    head: str | None
    """Digest of the journal's last entry; None where it has none."""


class Verification:
    """One going over a casebook; its connection sees one state of it throughout."""

    def __init__(
        self, connection: Connection, seals: Iterable[Seal] = (), watch: Watch = unwatched
    ) -> None:
        self._connection = connection
        self._seals = [*seals]
        self._watch = watch
        self._tables = (*COVERED, JUDGEMENT, RELATION)
        self._last = dict.fromkeys((each.name for each in self._tables), 0)
        self._readings, self._editions, self._judgements = (
            ReadingCheck(),
            EditionCheck(),
            JudgementCheck(),
        )
        self._checks: dict[str, Check] = {
            DOCUMENT.name: check_document,
            EDITION.name: self._editions,
            READING.name: self._readings,
            JUDGEMENT.name: self._judgements,
            RELATION.name: check_relation,
        }
        self._rows = Counter[str]()
        self._head: Entry | None = None
        self._total = sum(self._count(each) for each in (*self._tables, JOURNAL))

    def findings(self) -> Iterator[Finding]:
        """Yield everything that is not as it was stored."""
        with closing(_Items(self._connection)) as items:
            for link in links(self._connection):
                self._head = link.entry
                self._step(JOURNAL.name)
                yield from link.findings
                yield from self._sealed(link.entry)
                yield from self._entry(link)
                items.note(link.covers.get(ITEM.name, ()))
            yield from self._cut()
            for table in self._tables:
                yield from self._unaccounted(table)
            yield from items.findings()
        for found in rows(self._connection, MAKER, None, None):
            yield from check_maker(self._connection, found)
        yield from self._details()
        yield from out_of_step(self._connection)
        yield from _store(self._connection)

    @property
    def looked(self) -> Looked:
        """How much was looked at so far."""
        counted = self._rows.copy()
        entries = counted.pop(JOURNAL.name, 0)
        counted["assertion"] = self._readings.counted
        return Looked(counted, entries, None if self._head is None else self._head.id)

    def _count(self, table: Table) -> int:
        return self._connection.scalar(select(func.count()).select_from(table)) or 0

    def _step(self, name: str) -> None:
        self._rows[name] += 1
        self._watch(self._rows.total(), self._total)

    def _entry(self, link: Link) -> Iterator[Finding]:
        """Hold the rows that an entry vouches for against it, and those between them."""
        yield from _unknown(link)
        for table in self._tables:
            vouched = {each.number: each for each in link.covers.get(table.name, ())}
            if not vouched:
                continue
            last = max(vouched)
            for found in rows(self._connection, table, self._last[table.name] or None, last):
                by = vouched.pop(found.number, None)
                yield from self._row(table, found, by, link.entry)
            self._last[table.name] = max(last, self._last[table.name])
            for each in vouched.values():
                what = f"is missing: entry {link.entry.number} of the journal vouches for it"
                yield Finding(table.name, each.id, what)

    def _row(
        self, table: Table, found: Found, by: Covered | None, entry: Entry | None
    ) -> Iterator[Finding]:
        self._step(table.name)
        wrong: list[Finding] = []
        if table.name in self._checks:
            wrong = [*self._checks[table.name](self._connection, found)]
            yield from wrong
        if by is None or entry is None:
            what = "was added: no entry of the journal vouches for it"
            yield Finding(table.name, found.id, what)
        elif by != found.covered() and not wrong:
            was = "" if by.id == found.id else f", as {by.id}"
            what = (
                f"was altered: entry {entry.number} of the journal vouches for other columns{was}"
            )
            yield Finding(table.name, found.id, what)

    def _unaccounted(self, table: Table) -> Iterator[Finding]:
        for found in rows(self._connection, table, self._last[table.name] or None, None):
            yield from self._row(table, found, None, None)

    def _details(self) -> Iterator[Finding]:
        owned = (self._editions.passages, self._judgements.subjects, *self._readings.details)
        for each in (*owned, Details(FAILURE, "item")):
            yield from each.strays(self._connection)

    def _sealed(self, entry: Entry) -> Iterator[Finding]:
        for seal in self._seals:
            at = {1: seal.first, seal.entries: seal.head} if seal.entries else {}
            was = at.get(entry.number, entry.id)
            if was != entry.id:
                what = f"was made anew, or another one was sealed: at {seal.sealed_at} it was {was}"
                yield Finding(JOURNAL.name, f"{entry.number} {entry.id}", what)

    def _cut(self) -> Iterator[Finding]:
        """Tell of sealed entries that are not there any more."""
        ends = 0 if self._head is None else self._head.number
        for seal in self._seals:
            if seal.entries > ends:
                what = f"was cut off after entry {ends}: at {seal.sealed_at} it had {seal.entries}"
                yield Finding(JOURNAL.name, f"{seal.entries} {seal.head}", what)


def _unknown(link: Link) -> Iterator[Finding]:
    """Tell of an entry of a kind, or about a table, that this furphy does not know."""
    known = {each.name for each in (*COVERED, JUDGEMENT, RELATION, ITEM)}
    strange = sorted(set(link.covers) - known)
    if link.entry.kind not in list(EntryKind):
        strange.append(link.entry.kind)
    if strange:
        what = f"tells of what this furphy cannot check: {', '.join(strange)}"
        yield Finding(JOURNAL.name, f"{link.entry.number} {link.entry.id}", what)


def _store(connection: Connection) -> Iterator[Finding]:
    """Tell of pages of the file that do not hold together."""
    if connection.dialect.name == SQLITE:
        for (trouble,) in connection.exec_driver_sql("PRAGMA quick_check"):
            if trouble != "ok":
                yield Finding("the file", "", trouble)


class _Items:
    """What the journal told last of each input; on disk, for there may be very many."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._told = sqlite3.connect("", isolation_level=None)
        self._told.execute("CREATE TABLE told(number INTEGER PRIMARY KEY, id, digest)")

    def note(self, covered: Iterable[Covered]) -> None:
        """Take down what an entry tells of inputs."""
        told = ((each.number, each.id, each.digest) for each in covered)
        self._told.executemany("INSERT OR REPLACE INTO told VALUES (?, ?, ?)", told)

    def findings(self) -> Iterator[Finding]:
        """Yield the inputs that are not as they were last told of; queued ones are not settled."""
        for found in rows(self._connection, ITEM, None, None):
            row = self._told.execute(
                "DELETE FROM told WHERE number = ? RETURNING number, id, digest", (found.number,)
            ).fetchone()
            if found.values["state"] == State.QUEUED:
                continue
            if row is None:
                yield Finding(ITEM.name, found.id, "no entry of the journal says what became of it")
            elif Covered(*row) != found.covered():
                yield Finding(ITEM.name, found.id, "was altered since its end was entered")
        for (name,) in self._told.execute("SELECT id FROM told"):
            yield Finding(ITEM.name, name, "is missing: the journal says what became of it")

    def close(self) -> None:
        """Give the disk back."""
        self._told.close()
