"""Whose is what: which country each actor or thing is said to be of.

"The Thai army … on the Cambodian border" and "the Cambodian army … on the Thai border" have the
same words, and no verb tells them apart. An adjective stands right before what it is said of, a
genitive a word or two behind it.
"""

from collections.abc import Iterator

from furphy.matching.proposition import Concept, Proposition

_SIDES = frozenset({"side", "land"})
_OWNED = frozenset({"actor", "thing"})
_BESIDE, _BEHIND = 3, 8
"""Characters between a country and what is said to be of it, after it and before it."""


def belongings(made: Proposition) -> frozenset[tuple[str, str]]:
    """Return the countries of a proposition, each with what is of it."""
    return frozenset(_pairs(made))


def _pairs(made: Proposition) -> Iterator[tuple[str, str]]:
    for at, each in enumerate(made.concepts):
        if each.kind not in _SIDES:
            continue
        owned = _owned(made, at)
        if owned is not None:
            yield each.name, owned.name


def _owned(made: Proposition, at: int) -> Concept | None:
    country = made.concepts[at]
    after = next((each for each in made.concepts[at + 1 :] if each.kind in _OWNED), None)
    if after is not None and 0 <= after.span.start - country.span.end <= _BESIDE:
        return after
    before = next((each for each in reversed(made.concepts[:at]) if each.kind in _OWNED), None)
    if before is not None and 0 <= country.span.start - before.span.end <= _BEHIND:
        return before
    return None


def changed_hands(one: Proposition, other: Proposition) -> tuple[str, str] | None:
    """Return two countries that changed what is theirs, as ``Thai army | Cambodian army``."""
    ours, theirs = belongings(one), belongings(other)
    for country, owned in sorted(ours):
        for second, thing in sorted(ours):
            crossed = country != second and owned != thing
            if crossed and {(second, owned), (country, thing)} <= theirs:
                return f"{country} {owned}", f"{second} {owned}"
    return None
