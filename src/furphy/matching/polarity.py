"""Whether one of two propositions has it that it is not so."""

from collections.abc import Mapping

from furphy.matching.proposition import Concept, Proposition
from furphy.matching.quantities import middle
from furphy.matching.vocabulary import opposites, wider
from furphy.model.claim import Contradiction, ContradictionKind
from furphy.model.text import Span

_DEEDS = frozenset({"action", "harm"})
_DENIED, _ASSERTED = "denied", "put forward"
_UNDOING = frozenset({"cancel", "end", "lift"})
"""Concepts of verbs that undo what they are said of, and so negate it."""


def contrary(one: Proposition, other: Proposition) -> Contradiction | None:
    """Return in what one of two propositions has it that it is not so, if there is anything."""
    turned = _turned(one, other)
    if one.negative != other.negative:
        if turned is not None:
            return None  # "denied that they fled", "they did not flee"
        sides = (_DENIED, _ASSERTED) if one.negative else (_ASSERTED, _DENIED)
        return _contrary(one.span, other.span, " | ".join(sides))
    return (
        turned or _nought(one, other) or _spared(one, other) or _opposed(one, other)
    ) or _one_sided(one, other)


def _turned(one: Proposition, other: Proposition) -> Contradiction | None:
    """Return a deed that is negated in one of them alone, if there is one."""
    for deed in _negatable(one):
        for theirs in _negatable(other):
            same = _are_one(deed.name, theirs.name)
            if same and deed.negated != theirs.negated and not _both_ways(one, other, deed, theirs):
                sides = ("not", theirs.name) if deed.negated else (deed.name, "not")
                return _contrary(deed.span, theirs.span, " | ".join(sides))
    return None


def _one_sided(one: Proposition, other: Proposition) -> Contradiction | None:
    """Return that only one of them negates anything: it may be the same deed by another word.

    Not so where the other has the opposite of what is negated, or undoes something as well.
    """
    ours = [each for each in (*_deeds(one), *_unknown(one)) if each.negated]
    theirs = [each for each in (*_deeds(other), *_unknown(other)) if each.negated]
    if bool(ours) == bool(theirs) or one.negative or other.negative:
        return None
    negated, made, against = (ours[0], one, other) if ours else (theirs[0], other, one)
    told = {each.name for each in _deeds(against)}
    if told & (opposites().get(negated.name, frozenset()) | _UNDOING) or _undoes(made):
        return None
    if ours:
        return _contrary(negated.span, other.span, f"not {negated.name} |")
    return _contrary(one.span, negated.span, f"| not {negated.name}")


def _unknown(made: Proposition) -> list[Concept]:
    """Return what is negated of words that the vocabulary lacks."""
    return [each for each in made.concepts if each.kind == "unknown"]


def _undoes(made: Proposition) -> bool:
    return any(each.name in _UNDOING for each in made.concepts)


def _are_one(ours: str, theirs: str) -> bool:
    return ours == theirs or ours in wider().get(theirs, ()) or theirs in wider().get(ours, ())


def _deeds(made: Proposition) -> list[Concept]:
    return [each for each in made.concepts if each.kind in _DEEDS]


def _negatable(made: Proposition) -> list[Concept]:
    """Return the deeds, and the things of which it may be said that there are none."""
    return [each for each in made.concepts if each.kind in _DEEDS or each.kind == "thing"]


def _both_ways(one: Proposition, other: Proposition, deed: Concept, theirs: Concept) -> bool:
    """Tell whether either of them has the deed once negated and once not."""
    return any(
        len({each.negated for each in made.concepts if each.name == name}) > 1
        for made, name in ((one, deed.name), (other, theirs.name))
    )


def _nought(one: Proposition, other: Proposition) -> Contradiction | None:
    """Return that one says none was harmed, and the other that some were."""
    for ours in one.amounts:
        for theirs in other.amounts:
            same = ours.harm is not None and ours.harm == theirs.harm
            if same and (middle(ours) == 0) != (middle(theirs) == 0):
                values = f"{middle(ours):g} | {middle(theirs):g}"
                return _contrary(ours.span, theirs.span, values)
    return None


def _spared(one: Proposition, other: Proposition) -> Contradiction | None:
    """Return that one says none was harmed, and the other that people were, with no number."""
    for made, against in ((one, other), (other, one)):
        spared = {each.harm for each in made.amounts if each.harm and middle(each) == 0}
        told = {each.harm for each in against.amounts}
        harmed = [
            each
            for each in against.concepts
            if each.kind == "harm" and each.name in spared - told and not each.negated
        ]
        if harmed:
            none = next(each for each in made.amounts if each.harm == harmed[0].name)
            spans = (none.span, harmed[0].span)
            first, second = spans if made is one else spans[::-1]
            return _contrary(first, second, f"{harmed[0].name} | none")
    return None


def _opposed(one: Proposition, other: Proposition) -> Contradiction | None:
    """Return a deed of one of which the other has the opposite, if there is one."""
    ours, theirs = _firsts(one), _firsts(other)
    for name in sorted(ours):
        for turned in sorted(opposites().get(name, ())):
            if turned not in theirs or ours[name].negated != theirs[turned].negated:
                continue
            if _has_first(theirs, name, turned) or _has_first(ours, turned, name):
                continue
            if _has(theirs, name) and _has(ours, turned):
                continue
            return _contrary(ours[name].span, theirs[turned].span, f"{name} | {turned}")
    return None


def _firsts(made: Proposition) -> dict[str, Concept]:
    """Return the first mention of each deed."""
    found: dict[str, Concept] = {}
    for each in _deeds(made):
        found.setdefault(each.name, each)
    return found


def _has(deeds: Mapping[str, Concept], name: str) -> bool:
    """Tell whether a deed, or a wider or narrower one, is among those told."""
    return any(_are_one(name, each) for each in deeds)


def _has_first(deeds: Mapping[str, Concept], name: str, turned: str) -> bool:
    """Tell whether a deed is told before its opposite, which then only goes on from it.

    What was freed was detained before: "freed 47 detained journalists" has it the other way.
    """
    return name in deeds and deeds[name].span < deeds[turned].span


def _contrary(one: Span, other: Span, detail: str) -> Contradiction:
    return Contradiction(ContradictionKind.POLARITY, one, other, detail)
