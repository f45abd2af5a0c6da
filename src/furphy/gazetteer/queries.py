"""What a name as written may be: other values of letters, scanners' slips, case forms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from furphy import lexicon
from furphy.gazetteer.folding import fold
from furphy.gazetteer.renderings import RUSSIAN, UKRAINIAN, romanized
from furphy.gazetteer.sounds import NOTHING, Script, in_latin, script_of, skeleton, sounds
from furphy.gazetteer.spellings import Spelling, Written, spelling

DOUBTED, MISREAD, INFLECTED = 0.99, 0.96, 0.98
"""What a reading counts that supposes another value, a scanner's slip, a case form."""

_MOST_READINGS = 6
_SHORTEST_STEM = 3
_LONGEST_ENDING = 6


@dataclass(frozen=True, slots=True)
class Query:
    """A name to find by its spelling."""

    readings: Written
    """What it may be, as it stands first."""
    skeletons: tuple[str, ...]
    """Consonants' classes of the readings."""
    heard: tuple[str, ...]
    """Sounds of the readings."""


def query(name: str) -> Query:
    """Read a name in any script."""
    folded = fold(name)
    script = script_of(folded)
    if script is Script.CYRILLIC:
        forms = (spelling(form, INFLECTED) for form in _dictionary_forms(folded))
        cyrillic = _different((spelling(folded), *forms))
        latin = (romanized(folded, UKRAINIAN), romanized(folded, RUSSIAN))
        readings = Written(script, cyrillic, tuple(map(spelling, dict.fromkeys(latin))))
        return Query(readings, _skeletons(cyrillic), _heard(cyrillic))
    latin_readings = _different(islice(_latin_readings(in_latin(folded), name), _MOST_READINGS))
    readings = Written(script, (), latin_readings)
    return Query(readings, _skeletons(latin_readings), _heard(latin_readings))


def _heard(readings: Iterable[Spelling]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.sounds for each in readings))


def _skeletons(readings: Iterable[Spelling]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(skeleton(each.classes) for each in readings))


def _different(readings: Iterable[Spelling]) -> tuple[Spelling, ...]:
    """Return the first of the readings that are the same in letters and sounds."""
    found: dict[tuple[str, str], Spelling] = {}
    for each in readings:
        found.setdefault((each.letters, each.sounds), each)
    return tuple(found.values())


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """Return the endings of dictionary forms that an ending may stand for."""
    found: dict[str, dict[str, None]] = {}
    for row in lexicon.rows("case_endings", "any"):
        for each in row["dictionary"].split():
            found.setdefault(row["ending"], {})[each.replace(NOTHING, "")] = None
    return {ending: tuple(forms) for ending, forms in found.items()}


def _dictionary_forms(folded: str) -> Iterator[str]:
    """Yield what a Cyrillic name may be a case form of, those with the longest endings first."""
    endings = _endings()
    for size in range(min(_LONGEST_ENDING, len(folded) - _SHORTEST_STEM), 0, -1):
        for ending in endings.get(folded[-size:], ()):
            yield folded[:-size] + ending


def _latin_readings(latin: str, name: str) -> Iterator[Spelling]:
    """Yield what a Latin name may be."""
    yield spelling(latin, heard=sounds(name))
    for pattern, values in _doubts():
        doubted = pattern.sub(lambda found, by=values: by[found.lastindex or 0], latin)
        if doubted != latin:
            yield spelling(doubted, DOUBTED)
    for row in lexicon.rows("scan_slips", "any"):
        if row["read"] in latin:
            yield spelling(latin.replace(row["read"], row["meant"]), MISREAD)


@cache
def _doubts() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Return, for each reading of doubtful letters, what finds them and what each is like."""
    readings: dict[str, list[tuple[str, str]]] = {}
    for row in lexicon.rows("letter_doubts", "any"):
        before = "" if row["before"] == NOTHING else _followed_by(row["before"])
        readings.setdefault(row["reading"], []).append((row["letter"] + before, row["like"]))
    return tuple(
        # No letter of a digraph is in doubt: ch, sch, tch.
        (re.compile("|".join(f"({each}(?!h))" for each, _ in pairs)), ("", *(b for _, b in pairs)))
        for pairs in readings.values()
    )


def _followed_by(letters: str) -> str:
    """Return a condition: one of the letters follows, or the end of the word where they say so."""
    inside = f"[{letters.replace('$', '')}]"
    return rf"(?={inside}|\b)" if "$" in letters else f"(?={inside})"
