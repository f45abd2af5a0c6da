"""Documents and editions, held against the digests they are named by."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection

from furphy.casebook.covering import Found
from furphy.casebook.filing import filed_document, filed_passages
from furphy.casebook.packing import content_id, digest, unpacked
from furphy.casebook.restoring import restored
from furphy.casebook.schema import DOCUMENT, EDITION, MAKER, PASSAGE
from furphy.casebook.verification.agreement import Details
from furphy.casebook.verification.finding import Finding
from furphy.casebook.verification.rereading import faults
from furphy.model.reading import Reading

_MADE_OF = ("part", "version", "parser", "gazetteers", "settings")

Check = Callable[[Connection, Found], Iterator[Finding]]
"""Yields what is wrong with the content of a row."""


def check_document(_connection: Connection, found: Found) -> Iterator[Finding]:
    """Yield what is wrong with captured bytes; those that were not kept cannot be checked."""
    pack, size = found.values["packed"], found.values["size"]
    if not isinstance(pack, bytes):
        return
    try:
        data = unpacked(pack)
    except ValueError as error:
        yield Finding(DOCUMENT.name, found.id, f"its bytes were altered: {error}")
        return
    if f"sha256:{digest(data)}" != found.id:
        yield Finding(DOCUMENT.name, found.id, f"its bytes were altered: they are {digest(data)}")
    elif len(data) != size:
        yield Finding(DOCUMENT.name, found.id, f"size is {size}, but there are {len(data)} bytes")


def unpacked_line(table: str, found: Found) -> str | Finding:
    """Return the line packed in an edition or reading; a finding where it is not what it was."""
    pack = found.values["packed"]
    try:
        data = unpacked(pack if isinstance(pack, bytes) else b"")
    except ValueError as error:
        return Finding(table, found.id, f"its line was altered: {error}")
    if digest(data) != found.id:
        return Finding(table, found.id, f"its line was altered: its digest is {digest(data)}")
    return data.decode("utf-8", "replace")


def taken_back(table: str, found: Found) -> tuple[str, Reading] | list[Finding]:
    """Return the line of an edition or reading, and what it says; or what is wrong with it."""
    line = unpacked_line(table, found)
    if isinstance(line, Finding):
        return [line]
    try:
        reading = restored(line)
        wrong = [Finding(table, found.id, each) for each in faults(line)]
    except (ValueError, KeyError, TypeError, IndexError) as error:
        return [Finding(table, found.id, str(error))]
    return wrong or (line, reading)


class EditionCheck:
    """Holds editions, in the order of their numbers, and their passages against their lines."""

    def __init__(self) -> None:
        self.passages = Details(PASSAGE, "edition", "start")

    def __call__(self, connection: Connection, found: Found) -> Iterator[Finding]:
        """Yield what is wrong with an edition."""
        rows = self.passages.rows(connection, found.number)
        taken = taken_back(EDITION.name, found)
        if isinstance(taken, list):
            self.passages.pass_over(rows)
            yield from taken
            return
        line, reading = taken
        document = reading.document
        if found.values["document"] != document.id:
            of = found.values["document"] or "no document that is there"
            what = f"is of {of}, but its line of {document.id}"
            yield Finding(EDITION.name, found.id, what)
        _, wanted = filed_document(document, None, line)
        for name, value in wanted.items():
            if name != "packed" and found.values[name] != value:
                what = f"{name} is {found.values[name]!r}, but its line says {value!r}"
                yield Finding(EDITION.name, found.id, what)
        where = f"edition {found.id}"
        yield from self.passages.compared(rows, filed_passages(document), where)


def check_maker(_connection: Connection, found: Found) -> Iterator[Finding]:
    """Yield whether a maker is not what its id says."""
    told = [str(found.values[name]) for name in _MADE_OF]
    if content_id(*told) != found.id:
        yield Finding(MAKER.name, found.id, "was altered: its columns make another id")
