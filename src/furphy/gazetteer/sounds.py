"""Names as strings of sounds, whatever the script: what transliterations of one name share.

Twenty-four sounds, a character each, as the lexicon's ``letter_sounds`` gives them. Three things
are left out since romanisations differ in them most: glides (``Huliaipole``, ``Gulyaypole``),
doubled consonants, and an *i* beside another vowel.

Sounds fall into classes: consonants by where and how they are made, voiced or not, vowels into
low and back, front, and *u*. The classes of a name's consonants are its skeleton, which changes
little from script to script (cf. Zobel & Dart 1996, *Phonetic string matching*, for such classes).
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from anyascii import anyascii

from furphy import lexicon

CONSONANTS = "PTKSMNLF"
"""The classes of consonants: lips, tongue, throat, hissing, *m*, *n*, *l* and *r*, *v* and *f*."""

VOWELS = "AIU"
"""The classes of vowels: *a* and *o*, *e* and *i*, *u*."""

_CLASS_OF = str.maketrans("aeioupbtdkghszSZcCmnlrvf", "AIIAUPPTTKKKSSSSSSMNLLFF")
_NO_VOWELS = str.maketrans("", "", VOWELS)
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f]")
_GLIDES = re.compile(r"i+(?=[aeou])|(?<=[aeou])i+")
_REPEATED = re.compile(r"(.)\1+")
NOTHING = "-"
"""How the lexicon writes an empty cell."""


class Script(Enum):
    """The scripts whose letters are told apart."""

    LATIN = "Latn"
    CYRILLIC = "Cyrl"
    OTHER = "Zzzz"


@dataclass(frozen=True, slots=True)
class _Values:
    """What the letters of a script stand for."""

    groups: re.Pattern[str]
    """Finds groups of letters that stand for other sounds than the letters."""
    of_group: dict[str, str]
    """Their sounds, each moved out of the way of the letters still to come."""
    of_letter: dict[int, str]
    """The sounds of letters, and those moved moved back."""


class _Letters(dict[int, str]):
    """Sounds of characters; those that have none are left out."""

    def __missing__(self, point: int) -> str:
        return ""


_ASIDE = 0xE000
"""The first of the private characters, which no letter is."""


@cache
def _values(script: Script) -> _Values:
    rows = {
        row["letters"]: row["sounds"].replace(NOTHING, "")
        for row in lexicon.rows("letter_sounds", "any")
        if row["script"] in {script.value, "Zyyy"}
    }
    groups = sorted((each for each in rows if len(each) > 1), key=lambda each: -len(each))
    letters = _Letters({ord(each): rows[each] for each in rows if len(each) == 1})
    moved = {sound for sounds in rows.values() for sound in sounds}
    letters.update({_ASIDE + ord(sound): sound for sound in moved})
    aside = {ord(sound): chr(_ASIDE + ord(sound)) for sound in moved}
    return _Values(
        re.compile("|".join(groups)),
        {each: rows[each].translate(aside) for each in groups},
        letters,
    )


def script_of(name: str) -> Script:
    """Return the script of a name; one Cyrillic letter makes it Cyrillic."""
    if name.isascii():
        return Script.LATIN
    if _CYRILLIC.search(name):
        return Script.CYRILLIC
    return Script.LATIN if _LATIN.search(name) else Script.OTHER


def in_latin(name: str) -> str:
    """Return a lower-case name in Latin letters, those with values of their own kept: ``š``."""
    if name.isascii():
        return name
    letters = _values(Script.LATIN).of_letter
    return "".join(char if ord(char) in letters else anyascii(char).lower() for char in name)


def sounds(name: str) -> str:
    """Return the sounds of a name in any script, blanks and all that has no sound left out."""
    lowered = name.casefold()
    if script_of(lowered) is Script.CYRILLIC:
        script = Script.CYRILLIC
    else:
        script, lowered = Script.LATIN, in_latin(lowered)
    values = _values(script)
    moved = values.groups.sub(lambda found: values.of_group[found.group()], lowered)
    heard = moved.translate(values.of_letter)
    return _REPEATED.sub(r"\1", _GLIDES.sub("", heard))


def classes(heard: str) -> str:
    """Return the classes of a string of sounds, neighbours of one class taken together."""
    return _REPEATED.sub(r"\1", heard.translate(_CLASS_OF))


def skeleton(kinds: str) -> str:
    """Return the classes of the consonants alone, of classes as :func:`classes` gives them."""
    return kinds.translate(_NO_VOWELS)
