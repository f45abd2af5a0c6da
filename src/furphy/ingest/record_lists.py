"""A JSON list of records: one document a record.

A record goes by its id, else by its place in the list, counted from 1.
"""

from collections.abc import Iterator
from dataclasses import replace

from furphy.errors import InputError
from furphy.ingest.container import Container, Part
from furphy.ingest.failure import Failure
from furphy.ingest.fields import entry_of
from furphy.ingest.format import Format
from furphy.ingest.json_stream import found_in


def unpack(container: Container) -> Iterator[Part]:
    """Yield the records of a list; what is no record with a text is reported by its number."""
    records = found_in(container.stream, container.limits.line, {"item"})
    for number, found in enumerate(records, 1):
        assert isinstance(found.value, dict)  # noqa: S101  (for the type checker)
        entry = entry_of(found.value, container.fields)
        name = entry.id or number
        if not entry.text:
            yield container.refused(name, f"record {number}: the record has no text")
            continue
        try:
            yield replace(container.part(name, entry.written()), form=Format.ENTRY)
        except InputError as error:
            yield Failure(container.name(name), f"record {number}: {error}", type(error))
