"""The one writer: results and ledger go into the store together, or not at all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, and_, exists, func, insert, select, update

from furphy.casebook import ledger
from furphy.casebook.casebook import Casebook
from furphy.casebook.clock import Clock, utc_now
from furphy.casebook.filing import Filed, FiledReading, Row
from furphy.casebook.ledger import Ending
from furphy.casebook.schema import (
    ASSERTION,
    DOCUMENT,
    EDITION,
    FAILURE,
    MAKER,
    MOMENT,
    PASSAGE,
    PLACE,
    QUANTITY,
    READING,
    SIGHTING,
    SOURCE,
)


@dataclass(frozen=True, slots=True)
class Miss:
    """A document of an input that gave none, or no reading, and why."""

    item: int
    key: str
    reason: str


@dataclass(slots=True)
class Batch:
    """What is to be stored next, in the order in which it came."""

    begun: list[int] = field(default_factory=list)
    """Inputs taken up."""
    filed: list[Filed] = field(default_factory=list)
    retried: list[tuple[int, str]] = field(default_factory=list)
    """Documents kept earlier that were tried now: numbers of their inputs, and keys."""
    misses: list[Miss] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    """Inputs that others named: the addresses in a list."""
    endings: list[Ending] = field(default_factory=list)
    size: int = 0
    """About how many bytes the rows take."""

    def file(self, filed: Filed) -> None:
        """Add a document."""
        self.filed.append(filed)
        self.size += filed.size

    def __bool__(self) -> bool:
        parts = (self.begun, self.filed, self.retried, self.misses, self.found, self.endings)
        return any(parts)


@dataclass(frozen=True, slots=True)
class Stored:
    """The numbers of the rows that a transaction added, by the names of their tables.

    Of ``document``, ``edition``, ``sighting`` and ``reading``; in the order of their numbers.
    """

    numbers: dict[str, list[int]]
    batch: Batch


Witness = Callable[[Connection, Stored], None]
"""Told of all that a transaction added before it ends, so that it may add to it."""


class Writer:
    """Stores batches on behalf of one run."""

    def __init__(
        self,
        book: Casebook,
        maker: Row,
        run: str,
        witnesses: Sequence[Witness] = (),
        clock: Clock = utc_now,
    ) -> None:
        self._book = book
        self._maker = maker
        self._run = run
        self._witnesses = witnesses
        self._clock = clock

    def flush(self, batch: Batch) -> Stored:
        """Store a batch in one transaction, and say what of it was new."""
        with self._book.writing() as connection:
            shelf = _Shelf(connection, self._clock())
            stored = Stored(shelf.put(batch.filed), batch)
            maker = shelf.makers([self._maker])[str(self._maker["id"])]
            ledger.begin(connection, batch.begun)
            ledger.forget(connection, batch.retried)
            ledger.enlist(connection, batch.found, self._run, shelf.now)
            shelf.add(FAILURE, [_failure(each) for each in batch.misses])
            ledger.settle(connection, batch.endings, maker, shelf.now)
            ledger.recount(connection, {item for item, _ in batch.retried})
            for witness in self._witnesses:
                witness(connection, stored)
        return stored


def _failure(miss: Miss) -> Row:
    return {"item": miss.item, "key": miss.key, "reason": miss.reason}


class _Shelf:
    """One transaction's view of which rows are there, and of the numbers given."""

    def __init__(self, connection: Connection, now: str) -> None:
        self.now = now
        self._connection = connection
        self._last: dict[str, int] = {}

    def put(self, filed: Sequence[Filed]) -> dict[str, list[int]]:
        """Store documents and their readings; what is there already stays as it is."""
        makers = self.makers(
            [each.maker for each in filed] + [each.reading.maker for each in filed if each.reading]
        )
        documents, new = self._kept(DOCUMENT, [each.document for each in filed])
        numbers = {DOCUMENT.name: new}
        editions, new = self._kept(
            EDITION,
            [
                each.edition
                | {
                    "document": documents[str(each.document["id"])],
                    "maker": makers[str(each.maker["id"])],
                }
                for each in filed
            ],
        )
        numbers[EDITION.name] = new
        self._add_passages(filed, editions, set(new))
        numbers[SIGHTING.name] = self._meet(filed, editions)
        if len(new) < len(editions):
            self._bring_back(numbers[SIGHTING.name])
        numbers[READING.name] = self._add_readings(filed, editions, makers)
        return numbers

    def makers(self, rows: Sequence[Row]) -> dict[str, int]:
        """Return the numbers of these makers by their ids, after adding those that are new."""
        return self._kept(MAKER, rows)[0]

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows that are new, with numbers and, where the table has it, the time."""
        if not rows:
            return
        first = self._next(table, len(rows))
        stamp = {"added_at": self.now} if "added_at" in table.c else {}
        numbered = [{"number": first + n, **stamp, **row} for n, row in enumerate(rows)]
        self._connection.execute(insert(table), numbered)

    def _next(self, table: Table, count: int) -> int:
        """Return the first of so many numbers that no row has yet."""
        if table.name not in self._last:
            last = self._connection.scalar(select(func.max(table.c.number)))
            self._last[table.name] = last or 0
        first = self._last[table.name] + 1
        self._last[table.name] += count
        return first

    def _kept(self, table: Table, rows: Sequence[Row]) -> tuple[dict[str, int], list[int]]:
        """Add those rows whose ids are new; return all their numbers by id, and the new ones."""
        by_id = {str(row["id"]): row for row in rows}
        known = self._numbers(table, by_id)
        fresh = [row for key, row in by_id.items() if key not in known]
        first = self._next(table, len(fresh))
        self._last[table.name] = first - 1
        self.add(table, fresh)
        new = range(first, first + len(fresh))
        known.update(zip((str(row["id"]) for row in fresh), new, strict=True))
        return known, [*new]

    def _numbers(self, table: Table, ids: Iterable[str]) -> dict[str, int]:
        sought = select(table.c.id, table.c.number).where(table.c.id.in_([*ids]))
        return {row.id: row.number for row in self._connection.execute(sought)}

    def _add_passages(
        self, filed: Sequence[Filed], editions: dict[str, int], new: set[int]
    ) -> None:
        first_of = {editions[str(each.edition["id"])]: each for each in reversed(filed)}
        rows = [
            {"edition": number, **row}
            for number in sorted(new)
            for row in first_of[number].passages
        ]
        self.add(PASSAGE, rows)

    def _meet(self, filed: Sequence[Filed], editions: dict[str, int]) -> list[int]:
        """Store where documents were met; what another version made of the same is set aside."""
        rows = [
            each.sighting | {"edition": editions[str(each.edition["id"])], "current": 1}
            for each in filed
        ]
        new = self._kept(SIGHTING, rows)[1]
        if new:
            later, earlier = SIGHTING.alias(), SIGHTING
            replaced = and_(
                later.c.capture == earlier.c.capture,
                later.c.number > earlier.c.number,
                later.c.number.in_(new),
            )
            change = update(earlier).where(earlier.c.current == 1, exists().where(replaced))
            if self._connection.execute(change.values(current=0)).rowcount:
                self._set_aside()
        return new

    def _bring_back(self, sightings: Sequence[int]) -> None:
        """Put the last readings of editions to use again that nothing was met as for a while."""
        met = select(SIGHTING.c.edition).where(
            SIGHTING.c.number.in_(sightings), SIGHTING.c.current == 1
        )
        later, mine = READING.alias(), READING
        read_again = exists().where(
            later.c.edition == mine.c.edition, later.c.number > mine.c.number
        )
        back = update(mine).where(mine.c.current == 0, mine.c.edition.in_(met), ~read_again)
        self._connection.execute(back.values(current=1))

    def _set_aside(self) -> None:
        """Take readings of editions out of use that nothing is met as any more."""
        met = exists().where(SIGHTING.c.edition == READING.c.edition, SIGHTING.c.current == 1)
        unused = update(READING).where(READING.c.current == 1, ~met)
        self._connection.execute(unused.values(current=0))

    def _add_readings(
        self, filed: Sequence[Filed], editions: dict[str, int], makers: dict[str, int]
    ) -> list[int]:
        made = {
            str(each.reading.reading["id"]): (each.reading, editions[str(each.edition["id"])])
            for each in filed
            if each.reading
        }
        rows = [
            reading.reading
            | {"edition": edition, "maker": makers[str(reading.maker["id"])], "current": 1}
            for reading, edition in made.values()
        ]
        numbers, new = self._kept(READING, rows)
        if new:
            fresh = set(new)
            for key, (_, edition) in made.items():
                if numbers[key] in fresh:
                    self._replace(edition, numbers[key])
            self._add_details(
                [(numbers[key], made[key][0]) for key in made if numbers[key] in fresh]
            )
        return new

    def _replace(self, edition: int, number: int) -> None:
        """Let a reading take the place of those of the same edition before it."""
        before = update(READING).where(
            READING.c.edition == edition, READING.c.number < number, READING.c.current == 1
        )
        self._connection.execute(before.values(current=0))

    def _add_details(self, readings: Sequence[tuple[int, FiledReading]]) -> None:
        assertions: list[Row] = []
        details: dict[Table, list[Row]] = {PLACE: [], MOMENT: [], QUANTITY: []}
        sources: list[Row] = []
        count = sum(len(reading.assertions) for _, reading in readings)
        first = self._next(ASSERTION, count)
        self._last[ASSERTION.name] = first - 1
        for number, reading in readings:
            start = first + len(assertions)
            assertions += ({"reading": number, **row} for row in reading.assertions)
            sources += ({"reading": number, **row} for row in reading.sources)
            groups = (reading.places, reading.moments, reading.quantities)
            for table, group in zip(details, groups, strict=True):
                details[table] += ({"reading": number, **row, **_home(row, start)} for row in group)
        self.add(ASSERTION, assertions)
        self.add(SOURCE, sources)
        for table, rows in details.items():
            self.add(table, rows)


def _home(row: Row, start: int) -> Row:
    """Return the number of the assertion that a row names by its ordinal."""
    ordinal = row["assertion"]
    return {"assertion": start + ordinal if isinstance(ordinal, int) else None}
