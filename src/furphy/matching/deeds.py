"""Who does what to whom, as the order of words, the voice, small words and the endings tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from furphy.gazetteer.sounds import sounds
from furphy.matching.cases import Endings, is_turned
from furphy.matching.proposition import Deed, Name
from furphy.matching.vocabulary import CONCEPT, Mark, kinds

UNKNOWN = "="
"""What the key of a word begins with that the vocabulary lacks: it tells within a language only."""
NAMED = "~"
"""What the key of a name begins with."""
_ENTITIES = frozenset({"actor", "side"})
_DEEDS = frozenset({"action", "harm"})
_REACH = 5
"""Marks that lie at most between a verb and who does it."""
_BEING = 3
"""Marks before a participle among which its auxiliary stands."""
_LED = 4
"""Marks between a preposition and whom it leads to, at most."""
_HAN = "han"
_LIGHT = frozenset(",，、()（）")
"""Stops that may stand between a verb and its parties."""


@dataclass(frozen=True, slots=True)
class _Party:
    """Someone or something in a sentence: marks in a row."""

    first: int
    last: int
    keys: frozenset[str]
    words: tuple[str, ...]
    """Its words, folded: the ending of the first tells its case."""
    exact: bool | None
    """Whether the vocabulary has its first word in this very form; None where it lacks it."""
    oblique: bool
    """Whether a preposition says that it neither does it nor has it done to it."""


def deeds(
    marks: Sequence[Mark], names: Sequence[Name], endings: Mapping[str, tuple[str, ...]]
) -> tuple[Deed, ...]:
    """Return who does what to whom, for each verb that the vocabulary knows."""
    parties = [*_parties(marks, names)]
    found: dict[Deed, None] = {}
    for at, mark in enumerate(marks):
        concept = mark.value(CONCEPT)
        if concept and kinds().get(concept) in _DEEDS:
            beside = _around(marks, at, parties)
            if mark.kind == _HAN:
                beside = _outside(marks, at, beside[0]), beside[1]
            deed = _han_deed(marks, at, *beside) if mark.kind == _HAN else None
            deed = deed or _deed(marks, at, *beside, endings)
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
            yield _Party(
                at,
                end,
                frozenset(keys),
                tuple(each.form for mark in marks[at:end] for each in mark.pieces),
                marks[at].exact if marks[at].value(CONCEPT) else None,
                _is_oblique(marks, at),
            )
        at = max(end, at + 1)


def _is_oblique(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a preposition leads to a party: "out of Canada"."""
    for place in range(at - 1, max(at - _LED, 0) - 1, -1):
        if marks[place].last != marks[place + 1].first:
            break  # a day stood between: "in April Ukraine …"
        if marks[place].has("oblique"):
            return True
        if not marks[place].has("stop", "counter", "small", "before-place"):
            break
    return False


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
        return {f"{NAMED}{each}" for each in named[mark.start].sounds}
    if mark.kind == "word" and not mark.meanings:
        starts = [name for name in named.values() if name.span.meets(mark.span)]
        if mark.pieces[0].is_capital and starts:
            return {f"{NAMED}{sounds(mark.pieces[0].stem)}"}
        return {f"{UNKNOWN}{mark.pieces[0].stem}"}
    return set()


_Beside = tuple[list[_Party], list[_Party]]


def _around(marks: Sequence[Mark], at: int, parties: Sequence[_Party]) -> _Beside:
    """Return the parties before and after a verb that no preposition leads to."""
    free = [each for each in parties if not each.oblique]
    before = [each for each in free if each.last <= at]
    after = [each for each in free if each.first > at]
    return before, after


def _han_deed(
    marks: Sequence[Mark], at: int, before: Sequence[_Party], after: Sequence[_Party]
) -> Deed | None:
    """Read a deed whose sides are told by a sign before the verb: 把, 向 and 被 of Chinese."""
    if len(before) < 2:  # noqa: PLR2004 - both sides stand before the verb
        return None
    action = marks[at].value(CONCEPT)
    for place in range(at - 1, before[0].last - 1, -1):
        if _is_within(marks, place, at):
            continue
        leads = marks[place].has("undergoer"), marks[place].has("passive")
        ones = [each for each in before if each.last <= place]
        others = [each for each in before if each.first > place]
        if marks[place].kind == "stop":
            break
        if any(leads) and ones and others:
            near = others[0] if leads[1] else others[-1]
            sides = (ones[-1], near)
            return _made(*(sides if leads[0] else sides[::-1]), action)
    return None


def _outside(marks: Sequence[Mark], at: int, before: Sequence[_Party]) -> list[_Party]:
    """Return the parties that do not stand in words that qualify a noun: 被纳粹掠走的画作."""
    signs = [place for place in range(at) if _is_within(marks, place, at)]
    ends = {
        sign: next(place for place in range(sign, at) if marks[place].has("qualifying"))
        for sign in signs
    }
    return [
        each for each in before if not any(sign < each.first < end for sign, end in ends.items())
    ]


def _is_within(marks: Sequence[Mark], place: int, at: int) -> bool:
    """Tell whether a sign stands in words that qualify a noun before the verb: 被…的画作."""
    return marks[place].has("passive") and any(
        mark.has("qualifying") for mark in marks[place + 1 : at]
    )


def _deed(
    marks: Sequence[Mark],
    at: int,
    before: Sequence[_Party],
    after: Sequence[_Party],
    endings: Endings,
) -> Deed | None:
    if not before or not after:
        return None
    action = marks[at].value(CONCEPT)
    one, other = before[-1], after[0]
    if _is_far(marks[one.last : at]) or _is_far(marks[at + 1 : other.first]):
        return None
    verb = marks[at].pieces[-1].form
    if _is_passive(marks, at, other) or is_turned(
        verb, (one.words, one.exact), (other.words, other.exact), endings
    ):
        one, other = other, one
    return _made(one, other, action)


def _is_passive(marks: Sequence[Mark], at: int, other: _Party) -> bool:
    """Tell whether a word says that who does it follows: "by" after a participle."""
    being = any(mark.has("being") for mark in marks[max(at - _BEING, 0) : at])
    leads = any(mark.has("passive") for mark in marks[at + 1 : other.first])
    return leads and (being or marks[at].kind == "word")


def _is_far(between: Sequence[Mark]) -> bool:
    """Tell whether what lies between a verb and a party parts them.

    That is another verb, many words, or a stop that ends more than a clause within a clause.
    """
    verbs = (kinds().get(mark.value(CONCEPT) or "") in _DEEDS for mark in between)
    stops = (mark.kind == "stop" and mark.pieces[0].text not in _LIGHT for mark in between)
    return len(between) > _REACH or any(verbs) or any(stops)


def _made(doer: _Party, undergoer: _Party, action: str | None) -> Deed | None:
    shared = doer.keys & undergoer.keys
    one, other = doer.keys - shared, undergoer.keys - shared
    if not one or not other:
        return None
    return Deed("+".join(sorted(one)), action, "+".join(sorted(other)))
