"""Tables of places as furphy keeps them: one place a line, readable, packed with xz or not.

The first line that is no comment (``#``) names the columns, which tabs part, in any order:

- ``name``, ``lat``, ``lon``, ``kind``, ``radius_km``: always there;
- ``gazetteer`` and ``id``: without them the place is furphy's own, called after kind and name;
- ``country``; ``divisions``, codes with blanks between; ``population``;
- ``names``: further forms with ``|`` between, each ``text``, ``text@language`` or
  ``text@language*weight``; ``name`` itself has the weight 1;
- ``course``: points ``lat lon`` with ``;`` between.

An empty cell means unknown.
"""

import lzma
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from furphy.errors import InputError
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind

COLUMNS = (
    *("gazetteer", "id", "name", "lat", "lon", "kind", "radius_km", "country", "divisions"),
    *("population", "names", "course"),
)
_NEEDED = frozenset({"name", "lat", "lon", "kind", "radius_km"})
OWN = "furphy"
"""The gazetteer of places that no other source numbers."""


def read(path: Path) -> Iterator[Record]:
    """Yield the places of a table, unpacking it when its name ends in ``.xz``.

    Raises :class:`InputError`, with the number of the line, where one is malformed.
    """
    for number, row in rows(path, _NEEDED):
        try:
            yield _record(row)
        except ValueError as error:
            raise InputError(f"{path}:{number}: {error}") from error


def rows(path: Path, needed: frozenset[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the lines of a table with their numbers, as column name to value.

    Raises :class:`InputError` where a needed column is missing or a line has too many or too few
    cells.
    """
    head: list[str] | None = None
    packed = path.suffix == ".xz"
    with (
        lzma.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as lines
    ):
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#") or not line.strip():
                continue
            if head is None:
                head = cells
                if missing := needed - set(head):
                    raise InputError(f"{path}:{number}: no column {', '.join(sorted(missing))}")
            elif len(cells) != len(head):
                raise InputError(f"{path}:{number}: {len(cells)} cells, not {len(head)}")
            else:
                yield number, dict(zip(head, cells, strict=True))


def lines_of(records: Iterable[Record]) -> Iterator[str]:
    """Yield the lines of a table with all columns, the head first."""
    yield "\t".join(COLUMNS) + "\n"
    for record in records:
        yield "\t".join(_cells(record)) + "\n"


def names_of(cell: str) -> tuple[Name, ...]:
    """Return the forms that the cell ``names`` holds."""
    return tuple(_name(each) for each in cell.split("|") if each)


def _record(row: Mapping[str, str]) -> Record:
    name, kind = row["name"], PlaceKind(row["kind"])
    people = row.get("population")
    place = Place(
        row.get("gazetteer") or OWN,
        row.get("id") or f"{kind}:" + re.sub(r"\W+", "-", name.casefold()),
        *(name, float(row["lat"]), float(row["lon"]), kind, float(row["radius_km"])),
        row.get("country") or None,
        tuple(row.get("divisions", "").split()),
        int(people) if people else None,
    )
    return Record(place, (Name(name), *names_of(row.get("names", ""))), _course(row))


def _name(form: str) -> Name:
    text, _, about = form.partition("@")
    language, _, weight = about.partition("*")
    return Name(text, language or None, float(weight) if weight else 1.0)


def _course(row: Mapping[str, str]) -> tuple[tuple[float, float], ...]:
    pairs = [each.split() for each in row.get("course", "").split(";") if each]
    return tuple((float(lat), float(lon)) for lat, lon in pairs)


def _cells(record: Record) -> Iterator[str]:
    place = record.place
    yield from (place.gazetteer, place.id, place.name, f"{place.lat:.7g}", f"{place.lon:.7g}")
    yield from (place.kind.value, f"{place.radius_km:.4g}", place.country or "")
    yield " ".join(place.divisions)
    yield "" if place.population is None else str(place.population)
    yield "|".join(_form(name) for name in record.names if name != Name(place.name))
    yield ";".join(f"{lat:g} {lon:g}" for lat, lon in record.course)


def _form(name: Name) -> str:
    if name.weight != 1.0:
        return f"{name.text}@{name.language or ''}*{name.weight:g}"
    return f"{name.text}@{name.language}" if name.language else name.text
