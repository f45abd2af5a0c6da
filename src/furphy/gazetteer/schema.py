"""The tables of an index on disk, and how a place is laid into them and taken out.

Places are rows; names are found by their folded form, most populous place first, as the order of
the table itself; like-sounding names are found by what remains of them once all that spellings
vary in has gone (see :mod:`furphy.gazetteer.keys`). Nothing changes once it is written, so that
readers need no locks.
"""

import math
from array import array
from typing import Any

from furphy.model.place import DIVISIONS, Place, PlaceKind

FORMAT = "furphy-gazetteer 2"
"""What the file says it is; a reader refuses any other."""

TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
  place INTEGER PRIMARY KEY,
  gazetteer TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
  lat REAL NOT NULL, lon REAL NOT NULL, kind TEXT NOT NULL, radius_km REAL NOT NULL,
  country TEXT, divisions TEXT NOT NULL, population INTEGER,
  cell INTEGER NOT NULL, division TEXT
);
CREATE TABLE names (
  folded TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL,
  form TEXT, weight REAL NOT NULL,
  PRIMARY KEY (folded, rank, place)
) WITHOUT ROWID;
CREATE TABLE alike (
  key TEXT PRIMARY KEY, size INTEGER NOT NULL, sounds TEXT NOT NULL, forms TEXT NOT NULL
);
CREATE TABLE courses (
  gazetteer TEXT NOT NULL, id TEXT NOT NULL, points BLOB NOT NULL,
  PRIMARY KEY (gazetteer, id)
) WITHOUT ROWID;
"""

INDEXES = """
CREATE INDEX places_by_cell ON places (cell);
CREATE INDEX places_by_division ON places (division) WHERE division IS NOT NULL;
"""

PLACE_COLUMNS = "gazetteer, id, name, lat, lon, kind, radius_km, country, divisions, population"

CELLS_A_DEGREE = 4
_CELLS_AROUND = 360 * CELLS_A_DEGREE


def cell(lat: float, lon: float) -> int:
    """Return the number of the quarter of a degree that a point lies in, counted eastwards."""
    row, column = math.floor((lat + 90) * CELLS_A_DEGREE), math.floor((lon + 180) * CELLS_A_DEGREE)
    return row * _CELLS_AROUND + column % _CELLS_AROUND


def place_row(place: Place) -> tuple[object, ...]:
    """Return the columns of a place, cell and division last."""
    own = place.divisions[-1] if place.divisions and place.kind in DIVISIONS else None
    return (
        *(place.gazetteer, place.id, place.name, place.lat, place.lon, place.kind.value),
        *(place.radius_km, place.country, "\n".join(place.divisions), place.population),
        *(cell(place.lat, place.lon), own),
    )


def place_of(row: tuple[Any, ...]) -> Place:
    """Make a place of the columns :data:`PLACE_COLUMNS`."""
    gazetteer, key, name, lat, lon, kind, radius_km, country, divisions, population = row
    within = tuple(divisions.split("\n")) if divisions else ()
    sort = PlaceKind(kind)
    return Place(gazetteer, key, name, lat, lon, sort, radius_km, country, within, population)


def points_blob(course: tuple[tuple[float, float], ...]) -> bytes:
    """Return a course as pairs of numbers of eight bytes."""
    return array("d", [number for point in course for number in point]).tobytes()


def points_of(blob: bytes) -> tuple[tuple[float, float], ...]:
    """Return the course that :func:`points_blob` packed."""
    numbers = array("d")
    numbers.frombytes(blob)
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
