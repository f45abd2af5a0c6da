"""Whatever is changed in a casebook behind the journal's back is found."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Row,
    Table,
    create_engine,
    delete,
    insert,
    update,
)
from sqlalchemy.pool import NullPool
from stored import disarm, small

from furphy.casebook.casebook import Casebook
from furphy.casebook.covering import COVERED
from furphy.casebook.covering import rows as covered_rows
from furphy.casebook.engines import is_address, writer_engine
from furphy.casebook.journal import digest_of, entries
from furphy.casebook.judgements import JUDGEMENT
from furphy.casebook.relation import RELATION
from furphy.casebook.schema import ITEM, METADATA
from furphy.casebook.verification.finding import Finding
from furphy.casebook.verification.whole import Verification

pytestmark = pytest.mark.long

# What nothing is worked out from: which furphy last changed the tables, who is at work on what,
# and what is still to be tried again.
FREE = {"about", "failure", "item.run", "item.attempts"}
VOUCHED = (*COVERED, JUDGEMENT, RELATION, ITEM)
PROVED = [each for each in METADATA.sorted_tables if each.name not in FREE]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "case"
    small(str(path)).close()
    return path


@pytest.fixture
def engine(where: str, template: Path) -> Iterator[Engine]:
    """Lend a way into a casebook that no trigger and no key guards."""
    if is_address(where):
        small(where).close()
        engine = writer_engine(where)
    else:
        shutil.copy(template, where)
        engine = create_engine(f"sqlite:///{where}", poolclass=NullPool)
        with engine.begin() as connection:
            disarm(connection)
    yield engine
    engine.dispose()


def findings(connection: Connection) -> list[Finding]:
    return [*Verification(connection).findings()]


@dataclass(frozen=True)
class Tampered:
    """A change, and what was found of it."""

    what: str
    found: list[Finding]


def other(column: "Column[object]", value: object) -> object:
    """Return another value that the column takes."""
    if column.name == "current":
        return 1 - int(str(value))
    if column.name == "state":
        return "skipped"
    kind = column.type.python_type
    blank: dict[type, object] = {str: "x", bytes: b"x", int: 1, float: 1.0}
    found = blank[kind] if value in (None, "", b"") else value
    match found:
        case bytes():
            middle = len(found) // 2
            return found[:middle] + bytes([found[middle] ^ 1]) + found[middle + 1 :]
        case str():
            return found[:-1] + chr(ord(found[-1]) ^ 1)
    return found + (0.001 if isinstance(found, float) else 1000)  # type: ignore[operator]  # a value of any column, or a function of the table


def changed(connection: Connection) -> Iterator[Tampered]:
    """Change every value in the tables, one after the other, and undo it."""
    for table in PROVED:
        for row in ends(rows(connection, table)):
            for column in table.columns:
                if f"{table.name}.{column.name}" not in FREE:
                    value = other(column, getattr(row, column.name))
                    change = update(table).where(*this(table, row)).values({column.name: value})
                    yield tampered(connection, change, f"{table.name}.{column.name} {row}")


def taken_away(connection: Connection) -> Iterator[Tampered]:
    for table in PROVED:
        for row in rows(connection, table):
            change = delete(table).where(*this(table, row))
            yield tampered(connection, change, f"{table.name} {row}")


def added(connection: Connection) -> Iterator[Tampered]:
    """Add every row a second time, under another number and an id of its own."""
    for table in PROVED:
        for row in ends(rows(connection, table)):
            values = row._asdict() | {"number": row.number + 1000}
            if "id" in values:
                values["id"] = other(table.c.id, values["id"])
            yield tampered(connection, insert(table).values(values), f"{table.name} {row}")


def rows(connection: Connection, table: Table) -> list[Row[tuple[object, ...]]]:
    found = connection.execute(table.select()).all()
    assert found, f"nothing to tamper with in {table}"
    return [*found]


def ends(found: Sequence[Row[tuple[object, ...]]]) -> list[Row[tuple[object, ...]]]:
    """Return the first and the last."""
    return [found[0], *found[1:][-1:]]


def this(table: Table, row: Row[tuple[object, ...]]) -> list[ColumnElement[bool]]:
    return [each == getattr(row, each.name) for each in table.primary_key]


def tampered(connection: Connection, change: object, what: str) -> Tampered:
    with connection.begin_nested() as undone:
        connection.execute(change)  # type: ignore[call-overload]  # statements of several kinds
        found = findings(connection)
        undone.rollback()
    return Tampered(what, found)


def test_what_nobody_touched_is_intact(engine: Engine) -> None:
    with engine.connect() as connection:
        assert findings(connection) == []


def test_any_single_byte_of_what_the_journal_vouches_for_counts(template: Path) -> None:
    with Casebook.open(str(template)) as book, book.reading() as connection:
        found = [row for table in VOUCHED for row in covered_rows(connection, table, None, None)]
        journal = [*entries(connection)]
    flips = 0
    for row in found:
        whole = row.covered()
        for name, value in row.values.items():
            for other_value in flipped(value):
                changed_row = replace(row, values=row.values | {name: other_value})
                assert changed_row.covered() != whole
                flips += 1
    for entry in journal:
        for name, value in asdict(entry).items():
            for other_value in flipped(value) if name != "id" else ():
                assert digest_of(replace(entry, **{name: other_value})) != entry.id
                flips += 1
    assert flips > 9_000


def flipped(value: object) -> Iterator[Any]:
    """Yield a value with each of its bytes changed in turn."""
    match value:
        case bytes():
            for at, byte in enumerate(value):
                yield value[:at] + bytes([byte ^ 1]) + value[at + 1 :]
        case str():
            for at, sign in enumerate(value):
                yield value[:at] + chr(ord(sign) ^ 1) + value[at + 1 :]
        case int() | float():
            yield value + 1


@pytest.mark.parametrize(
    "tampering",
    [
        pytest.param(changed, id="changed"),
        pytest.param(taken_away, id="taken away"),
        pytest.param(added, id="added"),
    ],
)
def test_whatever_is_done_to_a_row_is_found(engine: Engine, tampering: object) -> None:
    with engine.connect() as connection, connection.begin() as undone:
        if engine.dialect.name == "postgresql":
            disarm(connection)
        done = [*tampering(connection)]  # type: ignore[operator]  # a value of any column, or a function of the table
        undone.rollback()
    assert len(done) > 30
    assert [each.what for each in done if not each.found] == []
