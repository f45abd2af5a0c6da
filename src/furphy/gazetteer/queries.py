"""What a name as written may be: other values of letters, scanners' slips, case forms, pinyin."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

from furphy import lexicon
from furphy.gazetteer.folding import fold
from furphy.gazetteer.renderings import RUSSIAN, UKRAINIAN, romanized
from furphy.gazetteer.sounds import NOTHING, Script, classes, in_latin, script_of, skeleton, sounds
from furphy.gazetteer.spellings import Spelling, Written, spelling

DOUBTED, MISREAD, INFLECTED = 0.99, 0.96, 0.98
"""What a reading counts that supposes another value, a scanner's slip, a case form."""

_MOST_READINGS = 6
_MOST_SKELETONS = 24
_SHORTEST_STEM = 3
_LONGEST_ENDING = 6

_SYLLABLE = re.compile(
    r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)[aeiou]+(n(?:g(?![aeiou]))?(?![aeiou])|r(?![aeiou]))?"
)


@dataclass(frozen=True, slots=True)
class Query:
    """A name to find by its spelling."""

    readings: Written
    """What it may be, as it stands first."""
    skeletons: tuple[str, ...]
    """Consonants' classes of the readings, and of what it may be in Chinese transcription."""


def query(name: str) -> Query:
    """Read a name in any script."""
    folded = fold(name)
    script = script_of(folded)
    if script is Script.CYRILLIC:
        forms = (spelling(form, INFLECTED) for form in _dictionary_forms(folded))
        cyrillic = _different((spelling(folded), *forms))
        latin = (romanized(folded, UKRAINIAN), romanized(folded, RUSSIAN))
        readings = Written(script, cyrillic, tuple(map(spelling, dict.fromkeys(latin))))
        return Query(readings, _skeletons(cyrillic))
    latin_readings = _different(islice(_latin_readings(in_latin(folded), name), _MOST_READINGS))
    chinese = _skeletons_of_pinyin(latin_readings[0].letters)
    skeletons = dict.fromkeys((*_skeletons(latin_readings), *chinese))
    return Query(Written(script, (), latin_readings), tuple(skeletons))


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
    for row in lexicon.rows("letter_doubts", "any"):
        if row["letter"] in latin:
            doubted = re.sub(rf"{row['letter']}(?!h)", row["like"], latin)
            yield spelling(latin, DOUBTED, sounds(doubted))
    for row in lexicon.rows("scan_slips", "any"):
        if row["read"] in latin:
            yield spelling(latin.replace(row["read"], row["meant"]), MISREAD)


@cache
def _initials() -> dict[str, tuple[str, ...]]:
    return {
        row["initial"]: tuple(each.replace(NOTHING, "") for each in row["classes"].split())
        for row in lexicon.rows("chinese_initials", "any")
    } | {"": ("",)}


def _skeletons_of_pinyin(latin: str) -> Iterator[str]:
    """Yield the skeletons of a name that Chinese may have written so; none where it cannot."""
    text = latin.replace(" ", "")
    syllables = [*_SYLLABLE.finditer(text)]
    if sum(len(each.group()) for each in syllables) < len(text):
        return
    parts: list[tuple[str, ...]] = []
    for each in syllables:
        parts.append(_initials()[each[1]])
        parts.append((skeleton(classes((each[2] or "")[:1])),))
    for choice in islice(product(*parts), _MOST_SKELETONS):
        yield re.sub(r"(.)\1+", r"\1", "".join(choice))
