"""Tables of places as furphy keeps them: one place a line, readable, packed with xz or not.

Columns, separated by tabs, named in the first line that is no comment::

    gazetteer id name lat lon kind radius_km country divisions population names course

``divisions`` are codes with blanks between. ``names`` are further forms with ``|`` between, each
``text``, ``text@language`` or ``text@language*weight``; ``name`` itself has the weight 1. ``course``
are points ``lat lon`` with ``;`` between. Empty means unknown.
"""

import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

from furphy.errors import InputError
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind

COLUMNS = (
    *("gazetteer", "id", "name", "lat", "lon", "kind", "radius_km", "country", "divisions"),
    *("population", "names", "course"),
)


def read(path: Path) -> Iterator[Record]:
    """Yield the places of a table, unpacking it when its name ends in ``.xz``.

    Raises :class:`InputError`, with the number of the line, where one is malformed.
    """
    packed = path.suffix == ".xz"
    head: list[str] | None = None
    with (
        lzma.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as lines
    ):
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if not line.strip() or line.startswith("#"):
                continue
            if head is None:
                head = cells
                if tuple(head) != COLUMNS:
                    raise InputError(f"{path}:{number}: the columns should be {' '.join(COLUMNS)}")
                continue
            try:
                yield _record(cells)
            except ValueError as error:
                raise InputError(f"{path}:{number}: {error}") from error


def lines_of(records: Iterable[Record]) -> Iterator[str]:
    """Yield the lines of a table, the head first."""
    yield "\t".join(COLUMNS) + "\n"
    for record in records:
        yield "\t".join(_cells(record)) + "\n"


def _record(cells: list[str]) -> Record:
    gazetteer, key, name, lat, lon, kind, radius, country, divisions, people, names, course = cells
    place = Place(
        *(gazetteer, key, name, float(lat), float(lon), PlaceKind(kind), float(radius)),
        country or None,
        tuple(divisions.split()),
        int(people) if people else None,
    )
    forms = [_name(each) for each in names.split("|")] if names else []
    return Record(place, (Name(name), *forms), _course(course))


def _name(form: str) -> Name:
    text, _, about = form.partition("@")
    language, _, weight = about.partition("*")
    return Name(text, language or None, float(weight) if weight else 1.0)


def _course(cell: str) -> tuple[tuple[float, float], ...]:
    pairs = [each.split() for each in cell.split(";")] if cell else []
    return tuple((float(lat), float(lon)) for lat, lon in pairs)


def _cells(record: Record) -> Iterator[str]:
    place = record.place
    yield from (place.gazetteer, place.id, place.name, f"{place.lat:g}", f"{place.lon:g}")
    yield from (place.kind.value, f"{place.radius_km:.3g}", place.country or "")
    yield " ".join(place.divisions)
    yield "" if place.population is None else str(place.population)
    yield "|".join(_form(name) for name in record.names if name != Name(place.name))
    yield ";".join(f"{lat:g} {lon:g}" for lat, lon in record.course)


def _form(name: Name) -> str:
    if name.weight != 1.0:
        return f"{name.text}@{name.language or ''}*{name.weight:g}"
    return f"{name.text}@{name.language}" if name.language else name.text
