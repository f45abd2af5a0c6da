"""What a name as written may be: other values of letters, scanners' slips, case forms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from furphy import lexicon
from furphy.gazetteer.folding import fold
from furphy.gazetteer.renderings import RUSSIAN, UKRAINIAN, romanized
from furphy.gazetteer.sounds import NOTHING, Script, in_latin, script_of, sounds
from furphy.gazetteer.spellings import Spelling, spelling

DOUBTED, MISREAD, INFLECTED = 0.99, 0.96, 0.98
"""What a reading counts that supposes another value, a scanner's slip, a case form."""

_SYLLABIC = re.compile(r"(?:\s*(?:tch|[zcs]h|[bcdfghj-np-tv-z]y?)?[aeiouy]+(?:ng?|r)?)+")
"""What pinyin looks like, hurried pinyin too: no run of consonants but at the end of syllables."""

_LONGEST = 200
"""Characters of a name that are looked at; no place has more (Bangkok in full has 168)."""

_END = "$"
_MOST_READINGS = 6
_SHORTEST_STEM = 3
_LONGEST_ENDING = 6


@dataclass(frozen=True, slots=True)
class Query:
    """A name to find by its spelling."""

    script: Script
    cyrillic: tuple[Spelling, ...]
    """What a Cyrillic name may be, as it stands first; none for others."""
    latin: tuple[Spelling, ...]
    """What it may be in Latin letters, as it stands first."""
    syllabic: bool
    """Whether it may be pinyin."""

    @property
    def readings(self) -> tuple[Spelling, ...]:
        """What it may be, as it stands first, in its own alphabet where furphy tells it apart."""
        return self.cyrillic or self.latin


def query(name: str) -> Query:
    """Read a name in any script."""
    folded = fold(name[:_LONGEST])
    script = script_of(folded)
    if script is Script.CYRILLIC:
        forms = (spelling(form, INFLECTED) for form in _dictionary_forms(folded))
        latin = (romanized(folded, UKRAINIAN), romanized(folded, RUSSIAN))
        return Query(
            script,
            _different((spelling(folded), *forms)),
            tuple(map(spelling, dict.fromkeys(latin))),
            syllabic=False,
        )
    readings = islice(_latin_readings(folded, name[:_LONGEST]), _MOST_READINGS)
    return Query(
        script, (), _different(readings), _SYLLABIC.fullmatch(in_latin(folded)) is not None
    )


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


def _latin_readings(folded: str, name: str) -> Iterator[Spelling]:
    """Yield what a name may be in Latin letters."""
    latin = in_latin(folded)
    yield spelling(latin, heard=sounds(name))
    if (transcribed := _transcribed(folded)) != folded:
        yield spelling(in_latin(transcribed), DOUBTED)
    for doubts in _doubts():
        doubted = doubts.resolved(latin)
        if doubted != latin:
            yield spelling(doubted, DOUBTED)
    for row in lexicon.rows("scan_slips", "any"):
        if row["read"] in latin:
            yield spelling(latin.replace(row["read"], row["meant"]), MISREAD)


@cache
def _translated() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {
        row["sign"].removesuffix(_END): (row["sign"].endswith(_END), row["like"])
        for row in lexicon.rows("chinese_words", "any")
    }
    signs = [sign + _END * at_end for sign, (at_end, _) in table.items()]
    likes = {sign: like.replace(NOTHING, "") for sign, (_, like) in table.items()}
    return re.compile("|".join(signs)), likes


def _transcribed(folded: str) -> str:
    """Return a Chinese name with what is translated in it transcribed, and "village" left out."""
    if folded.isascii():
        return folded
    pattern, likes = _translated()
    return pattern.sub(lambda found: likes[found.group()], folded)


@dataclass(frozen=True, slots=True)
class _Doubts:
    """One way to take the letters whose value is in doubt."""

    letters: re.Pattern[str]
    """A group for each letter, in a place where it may stand for something else."""
    like: tuple[str, ...]
    """What each is like."""

    def resolved(self, latin: str) -> str:
        """Return a name in which no letter is in doubt."""
        return self.letters.sub(lambda found: self.like[(found.lastindex or 0) - 1], latin)


@cache
def _doubts() -> tuple[_Doubts, ...]:
    readings: dict[str, dict[str, str]] = {}
    for row in lexicon.rows("letter_doubts", "any"):
        before = "" if row["before"] == NOTHING else _followed_by(row["before"])
        # No letter of a digraph is in doubt: ch, sch, tch.
        pattern = f"({row['letter']}{before}(?!h))"
        readings.setdefault(row["reading"], {})[pattern] = row["like"]
    return tuple(
        _Doubts(re.compile("|".join(likes)), tuple(likes.values())) for likes in readings.values()
    )


def _followed_by(letters: str) -> str:
    """Return a condition: one of the letters follows, or the end of the word where they say so."""
    inside = f"[{letters.replace('$', '')}]"
    return rf"(?={inside}|\b)" if "$" in letters else f"(?={inside})"
