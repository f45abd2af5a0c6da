"""How the cells of a table are parted and quoted, told by its first lines."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from furphy.lexicon import rows

_SEPARATORS = "\t,;|"
_SAMPLE_ROWS = 20


@dataclass(frozen=True, slots=True)
class Dialect:
    """What parts the cells of a table, and what they are called."""

    separator: str
    names: tuple[str, ...]


def dialect_of(sample: str, fields: Mapping[str, str]) -> Dialect | None:
    """Return a table's dialect; None where the sample is none.

    A table has a line of names on top, one of which is known to name a text or was named by the
    user, and each whole row after it has as many cells.
    """
    sample = sample.removeprefix("\ufeff")
    line = sample.partition("\n")[0]
    for separator in sorted(_SEPARATORS, key=line.count, reverse=True):
        if separator not in line:
            break
        found = _rows(sample, separator)
        names = tuple(name.strip() for name in found[0]) if found else ()
        if not _names_a_text(names, fields):
            continue
        fitting = [len(row) == len(names) for row in found[1:]]
        if sum(fitting) * 2 >= len(fitting):
            return Dialect(separator, names)
    return None


def is_table(head: bytes, fields: Mapping[str, str]) -> bool:
    """Tell whether an input that begins so is a table with texts in it."""
    if not any(separator.encode() in head.partition(b"\n")[0] for separator in _SEPARATORS):
        return False
    return dialect_of(head.decode("utf-8", "replace"), fields) is not None


def _rows(sample: str, separator: str) -> list[list[str]]:
    """Return the first rows that are whole; the last may be cut by the end of the sample."""
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator):
            if row:
                found.append(row)
            if len(found) > _SAMPLE_ROWS:
                break
    except csv.Error:
        return found
    return found[:-1] if len(found) > 1 and not sample.endswith(("\n", "\r")) else found


def _names_a_text(names: tuple[str, ...], fields: Mapping[str, str]) -> bool:
    if len(names) < 2 or len(set(names)) < len(names):  # noqa: PLR2004 (one column is no table)
        return False
    wanted = fields.get("text")
    if wanted is not None:
        return wanted in names
    return any(name.casefold() in _names_of_texts() for name in names)


@cache
def _names_of_texts() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("record_fields", "any") if row["field"] == "text")
