"""Look places up in indexes on disk."""

import heapq
import math
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from furphy.errors import InputError
from furphy.gazetteer.folding import fold
from furphy.gazetteer.geometry import EARTH_RADIUS_KM, distance_km
from furphy.gazetteer.queries import query
from furphy.gazetteer.schema import (
    CELLS_A_DEGREE,
    FORMAT,
    PLACE_COLUMNS,
    cell,
    place_of,
    points_of,
)
from furphy.gazetteer.spelling import resembling
from furphy.model.place import Candidate, Place, PlaceKind

_MOST_NAMESAKES = 300
"""More places than this bear no one name of interest: the rest are its smallest villages."""

_NAMED = (
    f"SELECT names.form, names.weight, {PLACE_COLUMNS} "  # noqa: S608  (only our own words are put in)
    "FROM names JOIN places USING (place) WHERE folded = ?1 AND (?2 IS NULL OR country = ?2) "
    "ORDER BY rank, radius_km, place LIMIT ?3"
)
_INSIDE = f"SELECT {PLACE_COLUMNS} FROM places WHERE cell BETWEEN ? AND ?"  # noqa: S608  (only our own words are put in)
_DIVISION = (
    f"SELECT {PLACE_COLUMNS} FROM places WHERE division = ? "  # noqa: S608  (only our own words are put in)
    "ORDER BY population DESC, id LIMIT 1"
)
_FURTHER = 0.98
"""What each further namesake counts of the one before it."""

_USAGE = 0.2
"""To which power the weight of a form counts: a rarer form is likelier than a worse fit."""

_HALF_TURN = 180.0
_EASTERNMOST = 179.9
"""Degrees, inside the last cell before the date line."""
_COURSE = "SELECT points FROM courses WHERE gazetteer = ? AND id = ?"


class Gazetteer:
    """Places by name, by sound, by point and by division, from one or several index files.

    The files are read only and never change, so that instances may be used from any number of
    threads and processes, and forked. Of a place that several files have, the first one counts.
    """

    versions: tuple[str, ...]
    """Name and version of each file, in their order."""

    def __init__(self, paths: Sequence[Path]) -> None:
        """Open index files.

        Raises :class:`InputError` where one is missing or is no index that this version reads.
        """
        self._paths = tuple(paths)
        self._local = threading.local()
        self.versions = tuple(self._version(*each) for each in zip(paths, self._files, strict=True))

    def named(self, name: str) -> tuple[Candidate, ...]:
        """Return every place that bears a name, the most populous first, then the best located.

        Names that differ in case, accents and punctuation only are one
        (:func:`furphy.gazetteer.folding.fold`). The score is the weight of the form: 1 for a main
        name, less for rarer ones. Of more than 300 places the least populous are left out.
        """
        return self._bearers(fold(name), _MOST_NAMESAKES)

    def spelled(
        self, name: str, limit: int = 10, country: str | None = None
    ) -> tuple[Candidate, ...]:
        """Return places whose names look or sound like one written otherwise, best first.

        The name may be in any script and romanisation, a Russian or Ukrainian case form, pinyin of
        a Chinese transcription, or garbled by a scanner. ``country`` (ISO 3166-1 alpha-2) keeps its
        places only.

        The score, from 0 to 1, is how alike the spellings are, 1 where one is a regular rendering
        of the other (:mod:`furphy.gazetteer.spellings`), less where the form is rare for the place;
        of namesakes each counts a little less than the one before it, so that they leave room for
        other names. :meth:`named` has all namesakes of a candidate's name.
        """
        best: dict[tuple[str, str], Candidate] = {}
        for each in resembling(query(name), self._files):
            if len(best) >= limit and each.fit <= heapq.nlargest(limit, _scores(best))[-1]:
                break
            for number, candidate in enumerate(self._bearers(each.form, limit, country)):
                score = each.fit * candidate.score**_USAGE * _FURTHER**number
                known = best.get(key := _identity(candidate.place))
                if known is None or known.score < score:
                    best[key] = replace(candidate, score=score)
        return tuple(
            heapq.nsmallest(limit, best.values(), lambda each: (-each.score, _by_prominence(each)))
        )

    def near(
        self, lat: float, lon: float, km: float, kinds: frozenset[PlaceKind] = frozenset()
    ) -> tuple[Place, ...]:
        """Return the places whose point lies within a distance, nearest first.

        ``kinds`` keeps those of some kinds only; empty, it keeps all.
        """
        here = (lat, lon)
        found = {
            (place.gazetteer, place.id): (distance_km(here, (place.lat, place.lon)), place)
            for cells in _cells_within(lat, lon, km)
            for place in map(place_of, self._rows(_INSIDE, cells))
            if not kinds or place.kind in kinds
        }
        inside = [each for each in found.values() if each[0] <= km]
        return tuple(
            place for _, place in sorted(inside, key=lambda each: (each[0], _identity(each[1])))
        )

    def division(self, code: str) -> Place | None:
        """Return the country, region or district whose own code this is, e.g. ``UA.26``."""
        return next(map(place_of, self._rows(_DIVISION, (code,))), None)

    def course(self, place: Place) -> tuple[tuple[float, float], ...]:
        """Return points (latitude, longitude) along a river or coast; none where none are known."""
        found = next(self._rows(_COURSE, (place.gazetteer, place.id)), None)
        return points_of(found[0]) if found else ()

    def _bearers(self, folded: str, most: int, country: str | None = None) -> tuple[Candidate, ...]:
        """Return the most populous places that bear a folded name."""
        found = (
            Candidate(place_of(tuple(place)), form or folded, weight)
            for form, weight, *place in self._rows(_NAMED, (folded, country, most))
        )
        return tuple(sorted(_first_of_each(found), key=_by_prominence)[:most])

    @property
    def _files(self) -> tuple[sqlite3.Connection, ...]:
        """The connections of this thread of this process: SQLite wants none carried elsewhere."""
        here = self._local
        if getattr(here, "process", None) != os.getpid():
            here.files = tuple(map(_connect, self._paths))
            here.process = os.getpid()
        files: tuple[sqlite3.Connection, ...] = here.files
        return files

    def _rows(self, query: str, parameters: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        for file in self._files:
            yield from file.execute(query, parameters)

    @staticmethod
    def _version(path: Path, file: sqlite3.Connection) -> str:
        try:
            about = dict(file.execute("SELECT key, value FROM about"))
        except sqlite3.DatabaseError as error:
            raise InputError(f"{path} is no gazetteer: {error}") from error
        if about.get("format") != FORMAT:
            raise InputError(f"{path} was built for another version of furphy; build it again")
        return f"{about['name']} {about['version']}"


def _connect(path: Path) -> sqlite3.Connection:
    """Open a file that nobody will change, so that no locks are needed.

    Pages are read, not mapped: that takes as long, since all processes share the system's copy
    of them, and the memory of this one stays small however much of the file it has seen.
    """
    if not path.is_file():
        raise InputError(f"{path}: there is no such gazetteer")
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        file = sqlite3.connect(address, uri=True)
        file.executescript("PRAGMA mmap_size=0; PRAGMA cache_size=-4000;")
    except sqlite3.DatabaseError as error:
        raise InputError(f"{path} is no gazetteer: {error}") from error
    return file


def _cells_within(lat: float, lon: float, km: float) -> Iterator[tuple[int, int]]:
    """Yield runs of cells that together hold the circle around a point."""
    high = math.degrees(km / EARTH_RADIUS_KM)
    north, south = min(lat + high, 90.0), max(lat - high, -90.0)
    narrowest = math.cos(math.radians(max(abs(north), abs(south))))
    # A circle around a pole, or wider than its parallel, takes in all longitudes.
    wide = high / narrowest if narrowest > high / _HALF_TURN else _HALF_TURN
    edges = _stretches(lon - wide, lon + wide)
    first, last = math.floor(south * CELLS_A_DEGREE), math.floor(north * CELLS_A_DEGREE)
    for row in range(first, last + 1):
        for west, east in edges:
            yield cell(row / CELLS_A_DEGREE, west), cell(row / CELLS_A_DEGREE, east)


def _stretches(west: float, east: float) -> list[tuple[float, float]]:
    """Cut a stretch of longitudes where it crosses the date line."""
    if east - west >= 2 * _HALF_TURN:
        return [(-_HALF_TURN, _EASTERNMOST)]
    if west < -_HALF_TURN:
        return [(west + 2 * _HALF_TURN, _EASTERNMOST), (-_HALF_TURN, east)]
    if east >= _HALF_TURN:
        return [(west, _EASTERNMOST), (-_HALF_TURN, east - 2 * _HALF_TURN)]
    return [(west, east)]


def _identity(place: Place) -> tuple[str, str]:
    return place.gazetteer, place.id


def _scores(candidates: dict[tuple[str, str], Candidate]) -> Iterator[float]:
    return (each.score for each in candidates.values())


def _by_prominence(candidate: Candidate) -> tuple[int, float, str, str]:
    """Order namesakes: the most populous first, then those whose point is known best.

    Most villages have no number of people. One that stands where its parent does, since nobody
    lists a point for it, comes behind one that can be looked up on a map.
    """
    place = candidate.place
    return -(place.population or 0), place.radius_km, *_identity(place)


def _first_of_each(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the first candidate of each place."""
    seen: set[tuple[str, str]] = set()
    for candidate in candidates:
        key = _identity(candidate.place)
        if key not in seen:
            seen.add(key)
            yield candidate
