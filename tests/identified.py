"""Identities of plain texts, in forms that tests can compare."""

from functools import cache

from papers import attributed

from furphy.model.document import SegmentKind
from furphy.model.identity import Identity
from furphy.reading.identities.identifying import identities
from furphy.reading.stage import Draft, run


@cache
def identified(text: str, first: SegmentKind = SegmentKind.PARAGRAPH) -> Draft:
    """Return what is found in a text as far as its identities."""
    return run(attributed(text, first), (identities,))


def groups(text: str, first: SegmentKind = SegmentKind.PARAGRAPH) -> dict[str, list[str]]:
    """Return the words of each identity's mentions, by its name."""
    found = identified(text, first).every(Identity)
    return {each.name: [mention.span.of(text) for mention in each.mentions] for each in found}


def the(text: str, name: str) -> Identity:
    """Return the identity of a name."""
    return next(each for each in identified(text).every(Identity) if each.name == name)
