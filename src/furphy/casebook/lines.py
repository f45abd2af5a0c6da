"""Readings given back as the lines they were read as, in an order that only content decides."""

import json
from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection, func, select

from furphy.casebook.canonical import Json
from furphy.casebook.packing import unpacked
from furphy.casebook.schema import DOCUMENT, EDITION, READING, SIGHTING

_AT_ONCE = 100

# As in furphy's other lines: legal inside a string, but taken for line ends by many programs.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def lines(connection: Connection) -> Iterator[str]:
    """Yield the line of each reading in use, by document id and key.

    Where a document was met under several keys, the least of them stands for all.
    """
    key = func.min(SIGHTING.c.key)
    joined = (
        select(READING.c.number, key)
        .join_from(READING, EDITION)
        .join(DOCUMENT)
        .join(SIGHTING, SIGHTING.c.edition == EDITION.c.number)
        .where(READING.c.current == 1, SIGHTING.c.current == 1)
        .group_by(READING.c.number, READING.c.id, DOCUMENT.c.id)
        .order_by(DOCUMENT.c.id, key, READING.c.id)
    )
    order = iter(connection.execute(joined, execution_options={"yield_per": _AT_ONCE}))
    while some := list(islice(order, _AT_ONCE)):
        numbers = [row[0] for row in some]
        packs = select(READING.c.number, READING.c.packed).where(READING.c.number.in_(numbers))
        found = {row.number: row.packed for row in connection.execute(packs)}
        for number, shown in some:
            yield with_key(unpacked(found[number]).decode(), shown)


def with_key(line: str, key: str) -> str:
    """Return a stored line with the key that its document is to be known by.

    Stored, a document goes by its id: ``"id": "sha256:…", "key": "sha256:…"``.
    """
    head, _, rest = line.partition('"document": {"id": "')
    name, _, rest = rest.partition('", "key": "')
    written = on_one_line(key)
    return f'{head}"document": {{"id": "{name}", "key": {written}{rest.removeprefix(name)[1:]}'


def on_one_line(value: Json) -> str:
    """Return a value as JSON that no program takes for more than one line."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
