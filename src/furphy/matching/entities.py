"""Whether two propositions are about the same doers and things, in the same parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from furphy.matching.names import name_likeness
from furphy.matching.proposition import Concept, Deed, Name, Proposition
from furphy.matching.vocabulary import wider
from furphy.model.text import Span

_ENTITIES = ("actor", "side", "thing", "land")
_NAMED = "~"
_ALIKE = 0.7
_LONG_TRANSCRIPTION = 3
"""Chinese characters of an unknown word that is probably a name."""


@dataclass(frozen=True, slots=True)
class Odd:
    """Someone or something of one proposition where the other has another."""

    one: Span
    other: Span
    detail: str


def swapped(one: Proposition, other: Proposition) -> Odd | None:
    """Return the deed whose doer and undergoer changed parts, if there is one."""
    for deed in one.deeds:
        for theirs in other.deeds:
            if deed.action == theirs.action and _is_swap(deed, theirs):
                detail = f"{deed.doer} > {deed.undergoer} | {theirs.doer} > {theirs.undergoer}"
                return Odd(one.span, other.span, detail)
    return None


def _is_swap(deed: Deed, theirs: Deed) -> bool:
    crossed = _shares(deed.doer, theirs.undergoer) and _shares(deed.undergoer, theirs.doer)
    straight = _shares(deed.doer, theirs.doer) or _shares(deed.undergoer, theirs.undergoer)
    return crossed and not straight


def _shares(one: str, other: str) -> bool:
    ours, theirs = one.split("+"), other.split("+")
    return any(_same_key(a, b) for a in ours for b in theirs)


def _same_key(one: str, other: str) -> bool:
    if one == other:
        return True
    if one[0] == other[0] == _NAMED:
        return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
    return False


def exchanged(one: Proposition, other: Proposition) -> Odd | None:
    """Return a doer or thing that each has in the other's stead, if there is one.

    Only of one kind, and only where all of the kind that one has and the other lacks could not be
    other words for the same.
    """
    for kind in _ENTITIES:
        ours, theirs = _of_kind(one, kind), _of_kind(other, kind)
        mine = [each for each in ours if not any(_related(each.name, b.name) for b in theirs)]
        left = [each for each in theirs if not any(_related(each.name, a.name) for a in ours)]
        if mine and left:
            detail = f"{mine[0].name} | {left[0].name}"
            return Odd(mine[0].span, left[0].span, detail)
    return None


def _of_kind(made: Proposition, kind: str) -> list[Concept]:
    return [each for each in made.concepts if each.kind == kind]


def _related(one: str, other: str) -> bool:
    """Tell whether two concepts may be used of one thing."""
    wide = wider()
    return one == other or other in wide.get(one, ()) or one in wide.get(other, ())


def renamed(one: Proposition, other: Proposition) -> Odd | None:
    """Return a name that each has in the other's stead, names of places left out."""
    ours, theirs = [*_of_others(one)], [*_of_others(other)]
    mine = [each for each in ours if not _is_among(each, other.names)]
    left = [each for each in theirs if not _is_among(each, one.names)]
    sure = [each for each in mine if each.sure], [each for each in left if each.sure]
    if sure[0] and sure[1]:
        return Odd(sure[0][0].span, sure[1][0].span, f"{sure[0][0].text} | {sure[1][0].text}")
    return None


def _of_others(made: Proposition) -> Iterator[Name]:
    for name in made.names:
        if not name.of_place and (name.sure or len(name.text) >= _LONG_TRANSCRIPTION):
            yield name


def _is_among(name: Name, others: Iterable[Name]) -> bool:
    return any(name_likeness(name, each) > 0.0 for each in others)
