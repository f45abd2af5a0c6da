"""Names as Chinese transcribes them: there, into pinyin, and back, as far as there is a way back.

The lexicon's ``chinese_syllables`` are those of GB/T 17693.4, the standard for Russian names. Some
Russian syllables share a Chinese one, so the way back leads to classes of sounds, not to letters.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from furphy import lexicon
from furphy.gazetteer.sounds import NOTHING, classes, skeleton, sounds

_MOST = 12
"""Skeletons that one name in pinyin leads to."""

_BARE, _CONSONANT = "bare", "consonant"
_SILENT = str.maketrans("", "", "ьъ")
_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsywv]?)[aeiou]+(ng?(?![aeiou])|r(?![aeiou]))?")


@cache
def _syllables() -> dict[str, str]:
    """Return the pinyin of Russian syllables and of consonants without a vowel."""
    table: dict[str, str] = {}
    for row in lexicon.rows("chinese_syllables", "any"):
        consonant = row[_CONSONANT].replace(NOTHING, "")
        for vowel, pinyin in row.items():
            syllable = consonant + vowel.replace(_BARE, "")
            if vowel != _CONSONANT and syllable:
                table[syllable] = pinyin
    return table


@cache
def _longest_first(strings: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(strings, key=lambda each: (-len(each), each))))


@cache
def _ukrainian_letters() -> dict[int, str]:
    rows = lexicon.rows("ukrainian_in_russian", "any")
    return {ord(row["uk"]): row["ru"] for row in rows if len(row["uk"]) == 1}


def in_chinese(name: str) -> str:
    """Return a folded Russian or Ukrainian name as Chinese transcribes it, in pinyin, no tones."""
    table = _syllables()
    russian = name.translate(_ukrainian_letters()).translate(_SILENT)
    return _longest_first(frozenset(table)).sub(lambda found: table[found.group()], russian)


@cache
def _back() -> dict[str, str]:
    """Return the first of the Russian syllables that share a Chinese one."""
    found: dict[str, str] = {}
    for russian, pinyin in _syllables().items():
        found.setdefault(pinyin, russian)
    return found


def sounds_of(latin: str) -> Iterator[str]:
    """Yield the sounds of what a Latin name may transcribe; none where it cannot be pinyin."""
    if _cut(latin):
        table = _back()
        text = latin.replace(" ", "").replace("v", "w")
        pattern = _longest_first(frozenset(table))
        yield sounds(pattern.sub(lambda found: table[found.group()], text))


def skeletons(latin: str) -> Iterator[str]:
    """Yield the skeletons of what a Latin name may transcribe; none where it cannot be pinyin."""
    parts: list[tuple[str, ...]] = []
    for initial, coda in _cut(latin):
        parts += _initials()[initial], (skeleton(classes(coda[:1])),)
    for choice in islice(product(*parts), _MOST if parts else 0):
        yield re.sub(r"(.)\1+", r"\1", "".join(choice))


def _cut(latin: str) -> list[tuple[str, str]]:
    """Return first and last consonants of the syllables of pinyin; none where it is no such."""
    text = latin.replace(" ", "")
    syllables = [*_SYLLABLE.finditer(text)]
    if sum(len(each.group()) for each in syllables) < len(text):
        return []
    return [(each[1], each[2] or "") for each in syllables]


@cache
def _initials() -> dict[str, tuple[str, ...]]:
    return {
        row["initial"]: tuple(each.replace(NOTHING, "") for each in row["classes"].split())
        for row in lexicon.rows("chinese_initials", "any")
    } | {"": ("",)}
