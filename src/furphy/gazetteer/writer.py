"""Build an index on disk of the places of one source."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

from furphy.gazetteer.chinese import in_chinese
from furphy.gazetteer.folding import fold
from furphy.gazetteer.keys import keys
from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.renderings import in_russian
from furphy.gazetteer.schema import FORMAT, INDEXES, TABLES, place_row, points_blob
from furphy.gazetteer.sounds import Script, script_of, sounds

_STAGING = """
CREATE TEMP TABLE forms (
  folded TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL, form TEXT, weight REAL
);
CREATE TEMP TABLE heard (key TEXT NOT NULL, sounds TEXT NOT NULL, folded TEXT NOT NULL);
"""
_SETTLING = """
INSERT INTO names SELECT * FROM temp.forms ORDER BY folded, rank, place;
DROP TABLE temp.forms;
DROP TABLE temp.heard;
"""
_BATCH = 10_000


def write(path: Path, name: str, version: str, records: Iterable[Record]) -> None:
    """Write an index file of a gazetteer, replacing the one that is there once it is complete.

    ``name`` and ``version`` say which source the places are from. Raises :class:`ValueError`
    where a record has no name.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as to:
            _fill(to, {"format": FORMAT, "name": name, "version": version}, records)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _fill(to: sqlite3.Connection, about: dict[str, str], records: Iterable[Record]) -> None:
    # Nobody else sees the file until it is whole, so it needs neither journal nor sync.
    to.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;")
    to.executescript(TABLES + _STAGING)
    to.execute("BEGIN")
    to.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
    numbered = enumerate(records, 1)
    while batch := list(islice(numbered, _BATCH)):
        _insert(to, batch)
    to.executemany("INSERT INTO alike VALUES (?, ?, ?, ?)", _alike(to))
    to.execute("COMMIT")
    to.executescript(f"BEGIN; {_SETTLING} {INDEXES} COMMIT; ANALYZE; VACUUM;")


def _insert(to: sqlite3.Connection, batch: list[tuple[int, Record]]) -> None:
    places = ((number, *place_row(record.place)) for number, record in batch)
    marks = ", ".join("?" * 13)
    to.executemany(f"INSERT INTO places VALUES ({marks})", places)  # noqa: S608  (only our own words are put in)
    forms = (row for number, record in batch for row in _forms(number, record))
    to.executemany("INSERT INTO temp.forms VALUES (?, ?, ?, ?, ?)", forms)
    to.executemany("INSERT INTO temp.heard VALUES (?, ?, ?)", _heard(batch))
    courses = (
        (record.place.gazetteer, record.place.id, points_blob(record.course))
        for _, record in batch
        if record.course
    )
    to.executemany("INSERT OR REPLACE INTO courses VALUES (?, ?, ?)", courses)


def _forms(number: int, record: Record) -> Iterator[tuple[str, int, int, str | None, float]]:
    """Yield the rows of a place's names, of those that fold alike the weightiest."""
    if not record.names:
        raise ValueError(f"{record.place.id} has no name")
    best: dict[str, Name] = {}
    for name in record.names:
        folded = fold(name.text)
        if folded and (folded not in best or best[folded].weight < name.weight):
            best[folded] = name
    rank = -(record.place.population or 0)
    for folded, name in best.items():
        form = None if name.text == folded else name.text
        yield folded, rank, number, form, name.weight


def _heard(batch: list[tuple[int, Record]]) -> Iterator[tuple[str, str, str]]:
    """Yield the keys under which names are kept that sound alike."""
    texts = {name.text for _, record in batch for name in record.names}
    for text in sorted(texts):
        folded = fold(text)
        if folded:
            for heard in {sounds(text), *_otherwise(folded)}:
                for key in keys(heard):
                    yield key, heard, folded


def _otherwise(folded: str) -> Iterator[str]:
    """Yield the sounds of a Cyrillic name in Russian and in Chinese transcription."""
    if script_of(folded) is Script.CYRILLIC:
        russian = in_russian(folded)
        yield from map(sounds, (russian, in_chinese(folded), in_chinese(russian)))


def _alike(to: sqlite3.Connection) -> Iterator[tuple[str, int, str, str]]:
    """Yield each key with the names kept under it."""
    rows = to.execute("SELECT DISTINCT key, sounds, folded FROM temp.heard ORDER BY 1, 2, 3")
    for key, group in groupby(rows, key=itemgetter(0)):
        _, heard, forms = zip(*group, strict=True)
        yield key, len(forms), "\n".join(heard), "\n".join(forms)
