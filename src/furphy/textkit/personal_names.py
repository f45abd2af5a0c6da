"""Compare the names of persons over spellings, initials, order and parts left out.

Names reach English over several romanisations (BGN/PCGN, the Ukrainian national system of 2010,
the press's own): "Zelensky", "Zelenskyy", "Zelenskiy". A word's *key* folds what these differ in.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

_NOT_IN_A_KEY = re.compile(r"[^a-z0-9]")
# Longer sequences first; each romanisation of one letter becomes the same.
_FOLDS = (
    (re.compile(r"shch|sch"), "sh"),
    (re.compile(r"kh|gh|g"), "h"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"tz|ts"), "c"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"[iyj]+([aeou])"), r"\1"),
    (re.compile(r"[iyj]+"), "i"),
    (re.compile(r"([a-z])\1"), r"\1"),
)
# How alike two keys of a surname must be where the given names agree: two letters in ten differ.
_ALIKE = 0.8
_SHORTEST_ALIKE = 5
_OPENING = "\"“‘'(«"


class Agreement(StrEnum):
    """How one name agrees with another."""

    SAME = "same-name"
    SPELLING = "name-spelling"
    INITIALS = "name-initials"
    ORDER = "name-order"
    PART = "name-part"
    SURNAME = "surname"
    FAMILY_FIRST = "family-name-first"
    GIVEN = "given-name"
    NEAR = "near-spelling"


@dataclass(frozen=True, slots=True)
class PersonalName:
    """A person's name in words, without titles and generations."""

    words: tuple[str, ...]
    """In lower case; an initial has no full stop."""
    nickname: str = ""
    """What stands in quotation marks among them."""

    @property
    def surname(self) -> str:
        """The last word, or the only one."""
        return self.words[-1]

    @property
    def given(self) -> str:
        """The first word of several; empty where there is only one."""
        return self.words[0] if len(self.words) > 1 else ""


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """Return what the romanisations of one name have in common.

    "Zelensky", "Zelenskyy" and "Zelenskiy" have one key; "Zelenska" another.
    """
    plain = unicodedata.normalize("NFKD", word.lower())
    key = _NOT_IN_A_KEY.sub("", plain)
    for pattern, folded in _FOLDS:
        key = pattern.sub(folded, key)
    return key


def personal_name(text: str, generations: frozenset[str]) -> PersonalName | None:
    """Return the name that words form; None where there is no word among them.

    ``generations`` are words that follow a name and are no part of it ("jr").
    """
    words: list[str] = []
    nickname = ""
    for piece in text.replace(",", " ").split():
        word = piece.strip(".\"“”‘’'()«»").lower()
        if piece[0] in _OPENING and len(words) > 0:
            nickname = word
        elif any(each.isalpha() for each in word) and word not in generations:
            # "J.D." is two initials.
            words += filter(None, word.split("."))
    return PersonalName(tuple(words), nickname) if words else None


def agreement(
    full: PersonalName, other: PersonalName, roots: Mapping[str, Sequence[str]]
) -> Agreement | None:
    """Tell how a name agrees with a full one; None where they are of two persons.

    ``roots`` gives, for a given name, the names it is a form of ("serhiy": sergei).
    """
    ours, theirs = _keys(full.words), _keys(other.words)
    if ours == theirs:
        return Agreement.SAME if full.words == other.words else Agreement.SPELLING
    if min(len(ours), len(theirs)) == 1:
        short, long = sorted((full, other), key=lambda name: len(name.words))
        return _short(long, short, roots)
    if sorted(ours) == sorted(theirs):
        return Agreement.ORDER
    if _holds(ours, theirs) or _holds(theirs, ours):
        return Agreement.PART
    return _both_full(full, other, roots)


def _keys(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(key_of(word) for word in words)


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether one name ends with the other: "Rodham Clinton", "Peña Nieto"."""
    return len(long) > len(short) and long[-len(short) :] == short


def _short(
    full: PersonalName, short: PersonalName, roots: Mapping[str, Sequence[str]]
) -> Agreement | None:
    key = key_of(short.words[0])
    keys = _keys(full.words)
    if len(key) < 2:  # noqa: PLR2004 - an initial alone names nobody
        return None
    if key == keys[-1]:
        return Agreement.SURNAME
    is_given = short.words[0] in roots
    if short.words[0] in (full.words[0], full.nickname):
        return Agreement.GIVEN if is_given or full.nickname else Agreement.FAMILY_FIRST
    if key in keys[1:-1] and not is_given:
        return Agreement.PART  # "Enrique Peña Nieto": "Peña"
    return None


def _both_full(
    full: PersonalName, other: PersonalName, roots: Mapping[str, Sequence[str]]
) -> Agreement | None:
    same_surname = key_of(full.surname) == key_of(other.surname)
    forms = {each for each in (full.given, full.nickname) if each}
    others = {each for each in (other.given, other.nickname) if each}
    related = any(_one_name(a, b, roots) for a in forms for b in others)
    if same_surname and related:
        return Agreement.SPELLING if full.surname != other.surname else Agreement.SAME
    if same_surname and _is_initial(full.given, other.given):
        return Agreement.INITIALS
    if related and _alike(key_of(full.surname), key_of(other.surname)):
        return Agreement.NEAR
    return None


def _one_name(given: str, other: str, roots: Mapping[str, Sequence[str]]) -> bool:
    if key_of(given) == key_of(other):
        return True
    return bool({*roots.get(given, ())} & {*roots.get(other, ())})


def _is_initial(given: str, other: str) -> bool:
    short, long = sorted((given, other), key=len)
    return len(short) == 1 and key_of(long)[:1] == key_of(short)[:1]


def _alike(ours: str, theirs: str) -> bool:
    if min(len(ours), len(theirs)) < _SHORTEST_ALIKE or ours[0] != theirs[0]:
        return False
    # "Zelenska" is no misspelling of "Zelensky": the ending tells women's names from men's.
    if (ours[-1] == "a") != (theirs[-1] == "a"):
        return False
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _ALIKE
