"""Who does what to whom, as the order of words, the voice and the endings tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from furphy.gazetteer.sounds import sounds
from furphy.matching.proposition import Deed, Name
from furphy.matching.vocabulary import CONCEPT, Mark, kinds

_ENTITIES = frozenset({"actor", "side"})
_DEEDS = frozenset({"action", "harm"})
_REACH = 5
"""Marks that lie at most between a verb and who does it."""
_BEING = 3
"""Marks before a participle among which its auxiliary stands."""


@dataclass(frozen=True, slots=True)
class _Party:
    """Someone or something in a sentence: marks in a row."""

    first: int
    last: int
    keys: frozenset[str]
    word: str
    """Its last word, folded: its ending tells its case."""


def deeds(
    marks: Sequence[Mark], names: Sequence[Name], endings: Mapping[str, tuple[str, ...]]
) -> tuple[Deed, ...]:
    """Return who does what to whom, for each verb that the vocabulary knows."""
    parties = [*_parties(marks, names)]
    found: dict[Deed, None] = {}
    for at, mark in enumerate(marks):
        concept = mark.value(CONCEPT)
        if concept and kinds().get(concept) in _DEEDS:
            deed = _deed(marks, at, parties, endings)
            if deed is not None:
                found[deed] = None
    return tuple(found)


def _parties(marks: Sequence[Mark], names: Sequence[Name]) -> Iterator[_Party]:
    named = {name.span.start: name for name in names if not name.of_place and name.sure}
    at = 0
    while at < len(marks):
        end, keys = at, set[str]()
        while end < len(marks) and (found := _keys(marks[end], named)):
            keys |= found
            end += 1 + _is_joined(marks, end + 1, named)
        if keys:
            yield _Party(at, end, frozenset(keys), marks[end - 1].pieces[-1].form)
        at = max(end, at + 1)


def _is_joined(marks: Sequence[Mark], at: int, named: Mapping[int, Name]) -> bool:
    """Tell whether "of" stands here and someone after it: a convoy of militants."""
    if at + 1 >= len(marks) or not marks[at].has("before-place"):
        return False
    return bool(_keys(marks[at + 1], named))


def _keys(mark: Mark, named: Mapping[int, Name]) -> set[str]:
    concept = mark.value(CONCEPT)
    if concept and kinds().get(concept) in _ENTITIES:
        return {concept}
    if mark.start in named:
        return {f"~{each}" for each in named[mark.start].sounds}
    if mark.kind == "word" and not mark.meanings and mark.pieces[0].is_capital:
        starts = [name for name in named.values() if name.span.meets(mark.span)]
        return {f"~{sounds(mark.pieces[0].stem)}"} if starts else set()
    return set()


def _deed(
    marks: Sequence[Mark],
    at: int,
    parties: Sequence[_Party],
    endings: Mapping[str, tuple[str, ...]],
) -> Deed | None:
    before = [each for each in parties if each.last <= at]
    after = [each for each in parties if each.first > at]
    action = marks[at].value(CONCEPT)
    suffering = [
        one
        for one in before
        if any(mark.has("passive") for mark in marks[one.last : at]) and marks[at].kind == "han"
    ]
    if suffering and len(before) > 1 and before[-1] is not suffering[-1]:
        return _made(before[-1], action, suffering[-1])
    if not before or not after:
        return None
    one, other = before[-1], after[0]
    if _is_far(marks[one.last : at]) or _is_far(marks[at + 1 : other.first]):
        return None
    if _is_turned(marks, at, (one, other), endings):
        one, other = other, one
    return _made(one, action, other)


def _is_far(between: Sequence[Mark]) -> bool:
    """Tell whether what lies between a verb and a party parts them: another verb, many words."""
    verbs = (kinds().get(mark.value(CONCEPT) or "") in _DEEDS for mark in between)
    return len(between) > _REACH or any(verbs)


def _made(doer: _Party, action: str | None, undergoer: _Party) -> Deed | None:
    shared = doer.keys & undergoer.keys
    one, other = doer.keys - shared, undergoer.keys - shared
    if not one or not other:
        return None
    return Deed("+".join(sorted(one)), action, "+".join(sorted(other)))


def _is_turned(
    marks: Sequence[Mark],
    at: int,
    parties: tuple[_Party, _Party],
    endings: Mapping[str, tuple[str, ...]],
) -> bool:
    """Tell whether the second does it to the first: a passive, or an object put first."""
    one, other = parties
    being = any(mark.has("being") for mark in marks[max(at - _BEING, 0) : at])
    if any(mark.has("passive") for mark in marks[at + 1 : other.first]):
        return being or marks[at].kind == "word"
    verb = marks[at].pieces[-1].form
    if other.word.endswith(endings.get("agent-ending", ())) and verb.endswith(
        endings.get("participle-ending", ())
    ):
        return True
    objects = endings.get("object-ending", ())
    return one.word.endswith(objects) and not other.word.endswith(objects) if objects else False
