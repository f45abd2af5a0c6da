"""Compare the names of organisations, units, outlets and channels.

A body's name is compared by its *core*, the words that say which body it is, by its *owner*, the
country it belongs to, and by its numbers: "the Ministry of Defence of Russia", "Russia's Defence
Ministry" and "the Russian Ministry of Defense" are one name, the Ukrainian ministry's is another.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from furphy.model.identity import IdentityKind
from furphy.reading.identities.vocabulary import (
    Body,
    body_nouns,
    countries,
    endings,
    known_bodies,
    outlet_words,
    small_words,
)

_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[\w])?|&")
_POSSESSIVE = re.compile(r"[’']s?$")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,}[a-z]?|[A-Z]{2,}[\w-]*|[A-Z][A-Za-z]{1,3}[A-Z]")
_LONGEST_ABBREVIATION = 10


class BodyAgreement(StrEnum):
    """How one body's name agrees with another's."""

    SAME = "same-body"
    ORDER = "body-order"
    KNOWN = "known-body"
    ABBREVIATION = "abbreviation"
    SHORT = "body-short"
    PART = "body-part"


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name, taken apart."""

    text: str
    core: tuple[str, ...]
    owner: frozenset[str]
    initials: frozenset[str]
    """What its first letters can be written as: with and without its owner and small words."""

    @property
    def nouns(self) -> frozenset[str]:
        """The words that say what sort of body it is."""
        return frozenset(each for each in self.core if each in body_nouns())

    @property
    def distinctive(self) -> tuple[str, ...]:
        """The words that other bodies of its sort do not share."""
        return tuple(each for each in self.core if each not in body_nouns())

    @property
    def numbers(self) -> frozenset[str]:
        """The digits in it, by which units are told apart."""
        return frozenset(re.findall(r"\d+", " ".join(self.core)))

    @property
    def abbreviated(self) -> str:
        """Itself without full stops where it is an abbreviation; empty where it is none."""
        whole = _ABBREVIATION.fullmatch(self.text) and len(self.text) <= _LONGEST_ABBREVIATION
        return self.text.replace(".", "").lower() if whole else ""


@lru_cache(maxsize=10_000)
def body_name(text: str) -> BodyName:
    """Take a body's name apart."""
    whole = " ".join(text.split())
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(whole)]
    lowered = [_one_spelling(word.lower()) for word in words]
    owner: set[str] = set()
    core: list[str] = []
    for word in _with_countries(lowered):
        if word in countries():
            owner.add(countries()[word])
        elif word not in small_words():
            core.append(word)
    if not core:
        core, owner = [word for word in lowered if word not in small_words()], set()
    return BodyName(whole, tuple(core), frozenset(owner), _initials(words))


def _with_countries(words: list[str]) -> list[str]:
    """Return words with the two of a country's name as one ("united states")."""
    found: list[str] = []
    for word in words:
        if found and f"{found[-1]} {word}" in countries():
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found


def _one_spelling(word: str) -> str:
    for ending, other in endings():
        if word.endswith(ending):
            return word.removesuffix(ending) + other
    return word


def _initials(words: list[str]) -> frozenset[str]:
    parts = [part for word in words for part in word.split("-") if part]
    # "Security Service of Ukraine": SSU; "Bank of England": BoE; "Ministry of Defence": MoD.
    every = "".join(part[0].lower() for part in parts)
    large = [part for part in parts if part.lower() not in small_words()]
    joined = "".join(part[0].lower() for part in words if part.lower() not in small_words())
    plain = "".join(part[0].lower() for part in large)
    own = "".join(part[0].lower() for part in large if part.lower() not in countries())
    return frozenset(each for each in (every, plain, joined, own) if len(each) > 1)


def told(name: BodyName) -> Body | None:
    """Return what a body's name tells of it; None where it tells nothing."""
    known = known_bodies().get(name.text.lower())
    if known is not None:
        return known[1]
    calls: set[str] = set()
    kind: IdentityKind | None = None
    for word in reversed(name.core):
        body = body_nouns().get(word)
        if body is not None:
            calls |= body.calls
            kind = kind or body.kind
        kind = kind or outlet_words().get(word)
    return Body(kind, frozenset(calls)) if kind is not None else None


def body_agreement(full: BodyName, other: BodyName) -> BodyAgreement | None:
    """Tell how two bodies' names agree; None where they name two bodies."""
    ours, theirs = known_bodies().get(full.text.lower()), known_bodies().get(other.text.lower())
    if ours and theirs:
        plain = full.text.lower() == other.text.lower()
        how = BodyAgreement.SAME if plain else BodyAgreement.KNOWN
        return how if ours[0] == theirs[0] else None
    if _differ(full.numbers, other.numbers) or _differ(full.owner, other.owner):
        return None
    if sorted(full.core) == sorted(other.core):
        return BodyAgreement.SAME if full.core == other.core else BodyAgreement.ORDER
    if _abbreviates(full, other) or _abbreviates(other, full):
        return BodyAgreement.ABBREVIATION
    return _shortened(*sorted((full, other), key=lambda each: -len(each.core)))


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and ours != theirs


def _abbreviates(short: BodyName, long: BodyName) -> bool:
    return short.abbreviated in long.initials and not long.abbreviated


def _shortened(long: BodyName, short: BodyName) -> BodyAgreement | None:
    """Tell whether one name is the other with words left out."""
    if len(long.core) == len(short.core) or not {*short.core} <= {*long.core}:
        return None
    if short.distinctive and short.distinctive == long.distinctive:
        return BodyAgreement.SHORT
    if short.distinctive and short.numbers and short.numbers == long.numbers:
        return BodyAgreement.SHORT  # "the 127th Division" of the 127th Motorised Rifle Division
    size = len(short.core)
    ends = long.core[-size:] == short.core
    if size > 1 and short.nouns and short.core[-1] in short.nouns and ends:
        return BodyAgreement.PART  # "the Sheriff's Office"
    # "the Post" of the Washington Post
    outlet = size == 1 and ends and outlet_words().get(short.core[0]) is IdentityKind.OUTLET
    return BodyAgreement.PART if outlet else None
