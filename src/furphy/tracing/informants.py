"""Whether two documents rest on the same informant, or come from one owner's outlets."""

from collections.abc import Iterable, Sequence

from furphy.model.account import Informant
from furphy.model.attribution import SourceKind

NAMED = frozenset(
    {
        SourceKind.PERSON,
        SourceKind.ORGANIZATION,
        SourceKind.OUTLET,
        SourceKind.CHANNEL,
        SourceKind.DOCUMENT,
    }
)
"""Kinds of which a name is one's own; "officials" may be others in each document."""

_SAME = {
    SourceKind.PERSON: 0.95,
    SourceKind.OUTLET: 0.95,
    SourceKind.CHANNEL: 0.95,
    SourceKind.DOCUMENT: 0.95,
    SourceKind.ORGANIZATION: 0.7,
    SourceKind.GROUP: 0.2,
    SourceKind.ANONYMOUS: 0.15,
}
"""How likely two texts that say the same on the word of the same name have one informant.

A person, an outlet or a document is one; many speak for an organisation, and "residents" need not
be the same ones. Set by judgement, not fitted: at the least only a possibility where no name is
one's own (:data:`~furphy.tracing.origins.POSSIBLE`), sure where it is one person's.
"""
_SHORT = 0.6
"""The same, where one has a shorter form of the other's name."""
_DESCRIBED = 0.5
"""The same, where both call it by one office or description: "the mayor"."""


def is_named(informant: Informant | None) -> bool:
    """Tell whether somebody is named, and not only a sort of people."""
    return informant is not None and informant.kind in NAMED and not informant.is_described


def likeness(one: Informant, other: Informant) -> float:
    """Return how likely two names on one claim are those of one informant, 0 to 1."""
    ours, theirs = one.sounds, other.sounds
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        score = min(_SAME[one.kind], _SAME[other.kind])
        return min(score, _DESCRIBED) if one.is_described or other.is_described else score
    short, long = sorted((ours, theirs), key=len)
    people = {one.kind, other.kind} == {SourceKind.PERSON}
    if people and set(short) < set(long) and short[-1] == long[-1]:
        return _SHORT
    return 0.0


def best(ours: Sequence[Informant], theirs: Iterable[Informant]) -> tuple[float, str]:
    """Return how likely two documents have an informant in common, and whom."""
    found = [(likeness(one, other), one.name) for other in theirs for one in ours]
    return max(found, default=(0.0, ""), key=lambda each: each[0])
