"""Rows of one sort written as they come: JSON Lines, JSON, CSV, Parquet.

Fields that are unknown are left out of JSON, and empty in tables. Lists and objects are JSON there.
"""

import csv
import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any, TextIO, get_type_hints

from furphy.errors import InputError
from furphy.export.csv import harmless

Record = Mapping[str, Any]
"""A row: values by the names of fields, None for unknown."""

FORMS = ("jsonl", "json", "csv", "parquet")

_AT_ONCE = 10_000
# Legal inside a JSON string, but many programs that split JSON Lines take them for line ends.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class Holds(StrEnum):
    """What a column of a table holds."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    holds: Holds


def columns_of(*types: type) -> tuple[Column, ...]:
    """Return a column for each field of some dataclasses, each name once."""
    found: dict[str, Column] = {}
    for each in types:
        hints = get_type_hints(each)
        for field in fields(each):
            found.setdefault(field.name, Column(field.name, _holds(hints[field.name])))
    return tuple(found.values())


def record(value: object) -> dict[str, Any]:
    """Return the fields of a dataclass by their names, those inside it likewise."""
    return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}  # type: ignore[arg-type]  # a dataclass


def line(given: Record) -> str:
    """Return a record as one line of JSON, without the line end."""
    known = {name: value for name, value in given.items() if value is not None}
    return json.dumps(known, ensure_ascii=False).translate(_LINE_ENDS)


def write(records: Iterable[Record], form: str, columns: Sequence[Column], to: TextIO) -> None:
    """Write records to a stream in one of :data:`FORMS` but Parquet, which wants a file."""
    writers: dict[str, Callable[[Iterable[Record], Sequence[Column], TextIO], None]] = {
        "jsonl": _write_lines,
        "json": _write_list,
        "csv": _write_table,
    }
    writers[form](records, columns, to)


def write_parquet(records: Iterable[Record], columns: Sequence[Column], path: Path) -> None:
    """Write records as a Parquet file.

    Raises :class:`InputError` where pyarrow is not installed.
    """
    try:
        pyarrow = importlib.import_module("pyarrow")
        parquet = importlib.import_module("pyarrow.parquet")
    except ModuleNotFoundError as error:
        raise InputError("Parquet needs: pip install 'furphy[parquet]'") from error
    types = {
        Holds.TEXT: pyarrow.string(),
        Holds.WHOLE: pyarrow.int64(),
        Holds.NUMBER: pyarrow.float64(),
        Holds.JSON: pyarrow.string(),
    }
    schema = pyarrow.schema([(each.name, types[each.holds]) for each in columns])
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for some in _batches(records):
            rows = [{each.name: _cell(row, each) for each in columns} for row in some]
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


def _write_lines(records: Iterable[Record], _columns: Sequence[Column], to: TextIO) -> None:
    to.writelines(f"{line(each)}\n" for each in records)


def _write_list(records: Iterable[Record], _columns: Sequence[Column], to: TextIO) -> None:
    to.write("[")
    to.writelines(f"{',' if number else ''}\n{line(each)}" for number, each in enumerate(records))
    to.write("\n]\n")


def _write_table(records: Iterable[Record], columns: Sequence[Column], to: TextIO) -> None:
    table = csv.writer(to, lineterminator="\n")
    table.writerow([each.name for each in columns])
    for row in records:
        cells = (_cell(row, each) for each in columns)
        table.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])


def _cell(row: Record, column: Column) -> str | int | float | None:
    value = row.get(column.name)
    if value is None or column.holds is not Holds.JSON:
        return value
    return json.dumps(value, ensure_ascii=False)


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    ahead = iter(records)
    while batch := [*islice(ahead, _AT_ONCE)]:
        yield batch


def _holds(hint: object) -> Holds:
    options = {*getattr(hint, "__args__", (hint,))} - {type(None)} if _is_union(hint) else {hint}
    known = {str: Holds.TEXT, int: Holds.WHOLE, float: Holds.NUMBER}
    only = next(iter(options)) if len(options) == 1 else None
    return known.get(only, Holds.JSON)  # type: ignore[arg-type]  # of any other, JSON


def _is_union(hint: object) -> bool:
    return type(None) in getattr(hint, "__args__", ())


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return record(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
