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
    is_skeleton,
    near_classes,
    near_skeletons,
    skeleton_key,
)
from furphy.gazetteer.queries import Query
from furphy.gazetteer.sounds import Script, script_of, skeleton
from furphy.gazetteer.spellings import cyrillic, latin, pinyin

MOST_EXACT, MOST_NEAR = 6_000, 3_000
"""Names in one file whose sounds are compared: of the same skeleton, and of others."""

_MOST_RANKED = 40
"""Names that are compared closely, of each of the two sorts."""

_LEAST = 0.35
"""What resembles less in sound is not looked at any more."""

_MOST_HEARD = 4
"""Readings of the query whose sounds are looked for."""

_LONGEST = 40
"""A skeleton of more consonants is that of no name; its neighbours are not worth listing."""

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
    exact = {skeleton_key(skeleton(each.classes)) for each in query.readings}
    near = _near(query) - exact
    for file in files:
        for keys, most in ((exact, MOST_EXACT), (near, MOST_NEAR)):
            forms |= _promising(query, _heard(file, _affordable(file, sorted(keys), most)))
    found = [Resemblance(form, fit(query, form)) for form in forms]
    return sorted(found, key=lambda each: (-each.fit, each.form))


def fit(query: Query, form: str) -> float:
    """Return how well the best of the readings of a query fits the best way to write a name."""
    script = script_of(form)
    ours, theirs = query.latin, latin(form)
    if script is Script.CYRILLIC and query.cyrillic:
        ours, theirs = query.cyrillic, cyrillic(form)
    elif script is Script.CYRILLIC and query.syllabic:
        theirs = (*theirs, *pinyin(form))
    best = max(one.likeness(other) for one in ours for other in theirs)
    return best * _ACROSS.get((query.script, script), 1.0)


def _near(query: Query) -> set[str]:
    """Return the keys that are one slip away."""
    found: set[str] = set()
    for reading in query.readings[:_MOST_SLIPPED]:
        bones = skeleton(reading.classes)
        if len(bones) > _LONGEST:
            continue
        found |= near_skeletons(bones)
        if len(bones) <= LONGEST_SHARED:
            found |= near_classes(reading.classes)
    return found


def _affordable(file: sqlite3.Connection, keys: Sequence[str], most: int) -> list[str]:
    """Return the keys whose names can be compared: the rarest, those of all sounds first."""
    sized = sorted(
        (is_skeleton(key), size, key)
        for start in range(0, len(keys), _AT_A_TIME)
        for size, key in _sizes(file, keys[start : start + _AT_A_TIME])
    )
    left = most
    kept: list[str] = []
    for _, size, key in sized:
        if size > left:
            break
        kept.append(key)
        left -= size
    return kept


def _sizes(file: sqlite3.Connection, keys: Sequence[str]) -> list[tuple[int, str]]:
    marks = ",".join("?" * len(keys))
    return file.execute(f"SELECT size, key FROM alike WHERE key IN ({marks})", keys).fetchall()  # noqa: S608  (only our own words are put in)


def _heard(file: sqlite3.Connection, keys: Sequence[str]) -> dict[str, str]:
    """Return the names under some keys with their sounds."""
    found: dict[str, str] = {}
    marks = ",".join("?" * len(keys))
    query = f"SELECT forms, sounds FROM alike WHERE key IN ({marks})"  # noqa: S608  (only our own words are put in)
    for forms, heard in file.execute(query, keys):
        found.update(zip(forms.split("\n"), heard.split("\n"), strict=True))
    return found


def _promising(query: Query, heard: dict[str, str]) -> dict[str, None]:
    """Return the names whose sounds resemble those of any reading most."""
    forms, strings = list(heard), list(heard.values())
    found: dict[str, None] = {}
    heard_as = dict.fromkeys(each.sounds for each in query.readings[:_MOST_HEARD])
    for sounds in heard_as:
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
