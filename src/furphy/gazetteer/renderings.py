"""Write a Cyrillic place name as Russians and romanisers write it.

Tables are the lexicon's: ``ukrainian_in_russian`` and ``romanizations`` (KMU 55/2010 for Ukrainian,
BGN/PCGN 1947 for Russian). Names are folded ones.
"""

import re
from functools import cache

from furphy import lexicon
from furphy.gazetteer.sounds import NOTHING

UKRAINIAN, RUSSIAN = "uk", "ru"

_END = "$"


@cache
def _russian() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {
        row["uk"]: row["ru"].replace(NOTHING, "")
        for row in lexicon.rows("ukrainian_in_russian", "any")
    }
    parts = [
        re.escape(each.removesuffix(_END)) + (r"\b" if each.endswith(_END) else "")
        for each in sorted(table, key=len, reverse=True)
    ]
    return re.compile("|".join(parts)), table


def in_russian(name: str) -> str:
    """Return how a Ukrainian name reads in Russian; one that is Russian hardly changes."""
    pattern, table = _russian()

    def replaced(found: re.Match[str]) -> str:
        text = found.group()
        at_end = found.end() == len(name) or name[found.end()] == " "
        return (table.get(text + _END) if at_end else None) or table.get(text, text)

    return pattern.sub(replaced, name)


@cache
def _roman(language: str) -> tuple[dict[int, str], dict[str, str]]:
    rows = [row for row in lexicon.rows("romanizations", "any") if row["language"] == language]
    inside = {ord(row["letter"]): row["inside"].replace(NOTHING, "") for row in rows}
    initial = {row["letter"]: row["initial"].replace(NOTHING, "") for row in rows}
    return inside, initial


def romanized(name: str, language: str) -> str:
    """Return a name in Latin letters, by the official system for its language."""
    inside, initial = _roman(language)
    words = [
        initial.get(word[:1], word[:1]) + word[1:].translate(inside) for word in name.split(" ")
    ]
    return " ".join(words)
