"""Tables of texts, CSV or TSV with a line of names on top: one document a row.

A row goes by its id, else by the line it ends on.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from furphy.errors import InputError, TooLarge, UnreadableDocument
from furphy.ingest.container import Container, Part
from furphy.ingest.dialect import dialect_of
from furphy.ingest.encoding import decoded
from furphy.ingest.failure import Failure
from furphy.ingest.fields import entry_of
from furphy.ingest.format import HEAD, Format


def unpack(container: Container) -> Iterator[Part]:
    """Yield the rows of a table; what is no row with a text is reported by its line.

    Raises :class:`TooLarge` where a cell that was never closed swallows more than a line may hold.
    """
    limit = container.limits.line
    head = cast("io.BufferedReader", container.stream).peek(HEAD)[:HEAD]
    encoding = decoded(head.rpartition(b"\n")[0] or head).encoding
    dialect = dialect_of(head.decode(encoding, "replace"), container.fields)
    if dialect is None:
        raise UnreadableDocument("a table without a column of texts")
    csv.field_size_limit(limit)
    text = io.TextIOWrapper(container.stream, encoding, errors="replace", newline="")
    rows = csv.reader(_lines(text, limit), delimiter=dialect.separator)
    try:
        next(rows)
        for row in rows:
            if any(map(str.strip, row)):
                yield _row(container, dialect.names, row, rows.line_num)
        text.detach()
    except csv.Error as error:
        raise UnreadableDocument(f"line {rows.line_num}: no row of a table ({error})") from error


def _lines(text: io.TextIOWrapper, limit: int) -> Iterator[str]:
    while line := text.readline(limit + 1):
        if len(line) > limit:
            raise TooLarge(f"a line of more than {limit} characters")
        yield line


def _row(container: Container, names: tuple[str, ...], row: list[str], line: int) -> Part:
    if len(row) != len(names):
        reason = f"line {line}: {len(row)} cells where the head has {len(names)}"
        return container.refused(line, reason)
    entry = entry_of(dict(zip(names, row, strict=True)), container.fields)
    name = entry.id or line
    if not entry.text:
        return container.refused(name, f"line {line}: the row has no text")
    try:
        return replace(container.part(name, entry.written()), form=Format.ENTRY)
    except InputError as error:
        return Failure(container.name(name), str(error), type(error))
