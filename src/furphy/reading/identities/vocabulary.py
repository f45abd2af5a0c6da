"""The words by which persons and bodies are told apart, loaded once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from furphy import lexicon
from furphy.lexicon import ENGLISH
from furphy.model.identity import IdentityKind

ANY = "any"
"""What a body may be called that is called by the noun for all of its kind."""


@dataclass(frozen=True, slots=True)
class Title:
    """What a word tells of the person it is said of."""

    sort: str
    """One of those that the head of ``titles.tsv`` tells apart."""
    gender: str
    """m, f, or empty where the word does not tell."""
    calls: frozenset[str]
    """The nouns by which a text may then call the person."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a noun or name tells of the body it is said of."""

    kind: IdentityKind
    calls: frozenset[str]


@cache
def titles() -> Mapping[str, Title]:
    """Return what each title, rank, office or relation tells, by its word without full stop."""
    return MappingProxyType(
        {
            row["word"]: Title(
                row["sort"], row["gender"], frozenset((row["word"], *row["calls"].split()))
            )
            for row in lexicon.rows("titles", ENGLISH)
        }
    )


@cache
def given_names() -> Mapping[str, tuple[str, ...]]:
    """Return the names that each given name is a form of."""
    return MappingProxyType(
        {row["form"]: tuple(row["root"].split()) for row in lexicon.rows("given_names", "any")}
    )


@cache
def genders() -> Mapping[str, str]:
    """Return the gender, m or f, of the given names that nearly all bearers of one gender have."""
    rows = lexicon.rows("given_names", "any")
    return MappingProxyType({row["form"]: row["gender"] for row in rows if row["gender"]})


@cache
def ends_of_places() -> frozenset[str]:
    """Return the words that end names of streets and districts ("Marshall Street")."""
    rows = lexicon.rows("place_words", ENGLISH)
    return frozenset(row["word"] for row in rows if row["sort"] in ("street", "district"))


@cache
def particles() -> frozenset[str]:
    """Return the small words inside personal names ("von")."""
    return lexicon.words("name_particles", "any")


@cache
def body_nouns() -> Mapping[str, Body]:
    """Return what each noun for a body tells."""
    return MappingProxyType(
        {
            row["noun"]: Body(
                IdentityKind(row["kind"]), frozenset((row["noun"], *row["calls"].split()))
            )
            for row in lexicon.rows("body_nouns", ENGLISH)
        }
    )


@cache
def known_bodies() -> Mapping[str, tuple[str, Body]]:
    """Return, by each of its names in lower case, a body's first name and what it is."""
    found: dict[str, tuple[str, Body]] = {}
    for row in lexicon.rows("known_bodies", ENGLISH):
        names = row["names"].split("|")
        body = Body(IdentityKind(row["kind"]), frozenset(row["calls"].split()))
        found |= dict.fromkeys(names, (names[0], body))
    return MappingProxyType(found)


@cache
def countries() -> Mapping[str, str]:
    """Return the country, in lower case, that a word for belonging to it names."""
    rows = lexicon.rows("demonyms", ENGLISH)
    own = {row["country"]: row["country"] for row in rows}
    return MappingProxyType(own | {row["word"]: row["country"] for row in rows})


@cache
def outlet_words() -> Mapping[str, IdentityKind]:
    """Return the kind that a word makes of a name that holds it ("Herald": outlet)."""
    rows = lexicon.rows("outlets", ENGLISH)
    return MappingProxyType({row["word"]: IdentityKind(row["kind"]) for row in rows})


@cache
def small_words() -> frozenset[str]:
    """Return the words in a body's name that say nothing of which body it is."""
    return lexicon.words("name_links", ENGLISH)


@cache
def joining_words() -> frozenset[str]:
    """Return the words that lead from a body's noun to the rest of its name."""
    rows = lexicon.rows("name_links", ENGLISH)
    return frozenset(row["word"] for row in rows if row["sort"] == "joining")


@cache
def endings() -> tuple[tuple[str, str], ...]:
    """Return endings that are spelled in two ways, and the one that both are read as."""
    return tuple((row["ending"], row["as"]) for row in lexicon.rows("body_spellings", ENGLISH))
