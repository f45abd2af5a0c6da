"""Write a Cyrillic place name as Russians and romanisers write it.

Tables are the lexicon's: ``ukrainian_in_russian`` and ``romanizations`` (KMU 55/2010 for Ukrainian,
BGN/PCGN 1947 for Russian). Names are folded ones.
"""

import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Romanization:
    """One system of writing Cyrillic in Latin letters."""

    groups: dict[str, str]
    """Of letters that are written otherwise together than apart."""
    inside: dict[int, str]
    initial: dict[str, str]
    """Of letters where a word begins."""


@cache
def _romanization(language: str) -> _Romanization:
    rows = [
        {column: cell.replace(NOTHING, "") for column, cell in row.items()}
        for row in lexicon.rows("romanizations", "any")
        if row["language"] == language
    ]
    single = [row for row in rows if len(row["letter"]) == 1]
    return _Romanization(
        {row["letter"]: row["inside"] for row in rows if len(row["letter"]) > 1},
        {ord(row["letter"]): row["inside"] for row in single},
        {row["letter"]: row["initial"] for row in single},
    )


def romanized(name: str, language: str) -> str:
    """Return a name in Latin letters, by the official system for its language."""
    system = _romanization(language)
    for group, latin in system.groups.items():
        name = name.replace(group, latin)
    words = [
        system.initial.get(word[:1], word[:1]) + word[1:].translate(system.inside)
        for word in name.split(" ")
    ]
    return " ".join(words)
