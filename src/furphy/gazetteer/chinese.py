"""Write a Cyrillic place name as Chinese transcribes it.

The lexicon's ``chinese_syllables`` are those of GB/T 17693.4, the standard for Russian names. Some
syllables share a Chinese one, so there is no way back: names are kept as Chinese has them.
"""

import re
from functools import cache

from furphy import lexicon
from furphy.gazetteer.sounds import NOTHING

_BARE, _CONSONANT = "bare", "consonant"
_SILENT = str.maketrans("", "", "ьъ")


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
def _longest_first() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_syllables(), key=lambda each: (-len(each), each))))


@cache
def _ukrainian_letters() -> dict[int, str]:
    rows = lexicon.rows("ukrainian_in_russian", "any")
    return {ord(row["uk"]): row["ru"] for row in rows if len(row["uk"]) == 1}


def in_chinese(name: str) -> str:
    """Return a folded Russian or Ukrainian name as Chinese transcribes it, in pinyin, no tones."""
    table = _syllables()
    russian = name.translate(_ukrainian_letters()).translate(_SILENT)
    return _longest_first().sub(lambda found: table[found.group()], russian)
