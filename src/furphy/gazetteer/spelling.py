"""Find the names of a gazetteer that resemble a name: like-looking, like-sounding, in any script.

Names with the same skeleton as the query, or one slip away from it, are taken from the index as far
as a fixed number goes, the rarest skeletons first; the edit distance of their sounds chooses the
most promising, and a closer comparison (:mod:`furphy.gazetteer.spellings`) ranks these.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance.Levenshtein import normalized_similarity

from furphy.gazetteer.keys import (
    LONGEST_SHARED,
    near_classes,
    near_skeletons,
    skeleton_key,
)
from furphy.gazetteer.queries import Query
from furphy.gazetteer.sounds import Script, skeleton
from furphy.gazetteer.spellings import Written, written

MOST_COMPARED = 1_500
"""Names whose sounds are compared, for the same skeleton and for others alike, in one file."""

_MOST_RANKED = 40
"""Names that are compared closely, of each of the two sorts."""

_LEAST = 0.35
"""What resembles less in sound is not looked at any more."""

_MOST_HEARD = 4
"""Readings of the query whose sounds are looked for."""

_MOST_SLIPPED = 2
"""Readings of the query that may have a slip besides."""

_ACROSS = {
    (Script.LATIN, Script.OTHER): 0.85,
    (Script.CYRILLIC, Script.LATIN): 0.93,
    (Script.CYRILLIC, Script.OTHER): 0.85,
    (Script.OTHER, Script.LATIN): 0.93,
}
"""What a name in another script than the query's counts, 1 where nothing is said: who writes in a
script writes of places known in it. Cyrillic names are, by official romanisations, in Latin."""

_AT_A_TIME = 500
"""Keys in one query, below the fewest variables that SQLite allows."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A name of the gazetteer that resembles the one looked for."""

    form: str
    """Folded."""
    fit: float
    """From 0 to 1."""


def resembling(query: Query, files: Iterable[sqlite3.Connection]) -> list[Resemblance]:
    """Return the names that resemble a query, the most alike first."""
    forms: dict[str, None] = {}
    exact = dict.fromkeys(map(skeleton_key, query.skeletons))
    near = [key for key in _near(query) if key not in exact]
    for file in files:
        for keys in (list(exact), near):
            forms |= _promising(query, _heard(file, _affordable(file, keys)))
    found = [Resemblance(form, fit(query.readings, written(form))) for form in forms]
    return sorted(found, key=lambda each: (-each.fit, each.form))


def fit(readings: Written, ways: Written) -> float:
    """Return how well the best of the readings of a name fits the best way to write another."""
    pairs = (readings.latin, ways.latin)
    if readings.cyrillic and ways.cyrillic:
        pairs = (readings.cyrillic, ways.cyrillic)
    weight = _ACROSS.get((readings.script, ways.script), 1.0)
    return weight * max(one.likeness(other) for one in pairs[0] for other in pairs[1])


def _near(query: Query) -> dict[str, None]:
    """Return the keys that are one slip away."""
    found: set[str] = set()
    for reading in (query.readings.cyrillic or query.readings.latin)[:_MOST_SLIPPED]:
        bones = skeleton(reading.classes)
        found |= near_skeletons(bones)
        if len(bones) <= LONGEST_SHARED:
            found |= near_classes(reading.classes)
    return dict.fromkeys(sorted(found))


def _affordable(file: sqlite3.Connection, keys: Sequence[str]) -> list[str]:
    """Return the keys whose names can all be compared: the rarest skeletons, as many as go."""
    sized = sorted(
        row
        for start in range(0, len(keys), _AT_A_TIME)
        for row in _sizes(file, keys[start : start + _AT_A_TIME])
    )
    left = MOST_COMPARED
    kept: list[str] = []
    for size, key in sized:
        if size > left and kept:
            break
        kept.append(key)
        left -= size
    return kept


def _sizes(file: sqlite3.Connection, keys: Sequence[str]) -> list[tuple[int, str]]:
    marks = ",".join("?" * len(keys))
    return file.execute(f"SELECT size, key FROM alike WHERE key IN ({marks})", keys).fetchall()  # noqa: S608


def _heard(file: sqlite3.Connection, keys: Sequence[str]) -> dict[str, str]:
    """Return the names under some keys with their sounds."""
    found: dict[str, str] = {}
    marks = ",".join("?" * len(keys))
    query = f"SELECT forms, sounds FROM alike WHERE key IN ({marks})"  # noqa: S608
    for forms, heard in file.execute(query, keys):
        found.update(zip(forms.split("\n"), heard.split("\n"), strict=True))
    return found


def _promising(query: Query, heard: dict[str, str]) -> dict[str, None]:
    """Return the names whose sounds resemble those of any reading most."""
    forms, strings = list(heard), list(heard.values())
    found: dict[str, None] = {}
    for sounds in query.heard[:_MOST_HEARD]:
        best = process.extract(
            sounds,
            strings,
            scorer=normalized_similarity,
            limit=_MOST_RANKED,
            score_cutoff=_LEAST,
            processor=None,
        )
        found |= dict.fromkeys(forms[place] for _, _, place in best)
    return found
