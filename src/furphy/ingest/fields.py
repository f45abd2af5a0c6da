"""Which column of a table, or field of a record, is read as what.

A user says so by a mapping from our names to theirs, ``{"text": "body"}``; a name with dots reaches
into objects within (``{"author": "user.name"}``). What the user leaves open is told by the names
that programs commonly give (``lexicon/data/any/record_fields.tsv``).
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache

from furphy.ingest.entry import Entry
from furphy.lexicon import rows
from furphy.model.document import DerivationKind

FIELDS = (
    "id",
    "text",
    "title",
    "published",
    "updated",
    "url",
    "outlet",
    "author",
    "language",
    "replies_to",
    "forwarded_from",
)
"""What can be read of a record."""

_MILLISECONDS = 100_000_000_000
"""A count since 1970 beyond this (the year 5138) is one of milliseconds."""
_EARLIEST = 100_000_000
"""A count below this (before 1973) is no moment, but a year or a number of the record's own."""

Columns = dict[str, str]
"""Our name for a field to the record's own."""


def columns(names: Iterable[str], chosen: Mapping[str, str]) -> Columns:
    """Return what to read each field from, of the names that a record has."""
    given = {name.strip().casefold(): name for name in reversed([*names])}
    found = dict(chosen)
    for name, ours in _aliases():
        if ours not in found and name in given and given[name] not in found.values():
            found[ours] = given[name]
    return found


@cache
def _aliases() -> tuple[tuple[str, str], ...]:
    return tuple((row["name"], row["field"]) for row in rows("record_fields", "any"))


def entry_of(record: Mapping[str, object], chosen: Mapping[str, str]) -> Entry:
    """Return what a record says, by the names of its fields; the record itself is kept with it."""
    found = {
        ours: words
        for ours, theirs in columns(record, chosen).items()
        if (words := _written(_value(record, theirs)))
    }
    if isinstance(_value(record, chosen.get("text", "text")), bool):
        found.pop("text", None)
    source = found.get("forwarded_from")
    return Entry(
        id=found.get("id"),
        text=found.get("text"),
        title=found.get("title"),
        url=found.get("url"),
        published=moment(found["published"]) if "published" in found else None,
        updated=moment(found["updated"]) if "updated" in found else None,
        author=found.get("author"),
        outlet=found.get("outlet"),
        language=found.get("language"),
        derived=((DerivationKind.FORWARD.value, source),) if source else (),
        replies_to=found.get("replies_to"),
        record=dict(record),
    )


def _value(record: Mapping[str, object], name: str) -> object:
    """Return a field of a record, or of the objects in it."""
    value: object = record
    if name in record:
        return record[name]
    for step in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def _written(value: object) -> str | None:
    """Return a field's words; numbers as they are written, names in a row with commas between."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = ", ".join(value)
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value) if str(value).strip() else None
    return None


def moment(written: str) -> str:
    """Return a time as ISO 8601 where it was a count of (milli)seconds since 1970."""
    try:
        count = float(written)
        seconds = count / 1000 if count > _MILLISECONDS else count
        if seconds < _EARLIEST:
            return written
        return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError, OSError):
        return written
