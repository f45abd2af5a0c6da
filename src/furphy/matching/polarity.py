"""Whether one of two propositions has it that it is not so."""

from furphy.matching.proposition import Concept, Proposition
from furphy.matching.quantities import middle
from furphy.matching.vocabulary import opposites, wider
from furphy.model.claim import Contradiction, ContradictionKind
from furphy.model.text import Span

_DEEDS = frozenset({"action", "harm"})


def contrary(one: Proposition, other: Proposition) -> Contradiction | None:
    """Return in what one of two propositions has it that it is not so, if there is anything."""
    if one.negative != other.negative:
        return _contrary(one.span, other.span, "denied | put forward")
    wide = wider()
    for deed in _deeds(one):
        for theirs in _deeds(other):
            same = deed.name == theirs.name or deed.name in wide.get(theirs.name, ())
            if same and deed.negated != theirs.negated and not _both_ways(one, deed.name):
                return _contrary(deed.span, theirs.span, f"{deed.name} | not")
    return _nought(one, other) or _opposed(one, other) or _one_sided(one, other)


def _one_sided(one: Proposition, other: Proposition) -> Contradiction | None:
    """Return that only one of them negates anything: it may be the same deed by another word."""
    ours = [each for each in _deeds(one) if each.negated]
    theirs = [each for each in _deeds(other) if each.negated]
    if bool(ours) == bool(theirs) or one.negative or other.negative:
        return None
    if ours:
        return _contrary(ours[0].span, other.span, f"not {ours[0].name} |")
    return _contrary(one.span, theirs[0].span, f"| not {theirs[0].name}")


def _deeds(made: Proposition) -> list[Concept]:
    return [each for each in made.concepts if each.kind in _DEEDS]


def _both_ways(made: Proposition, name: str) -> bool:
    return len({each.negated for each in made.concepts if each.name == name}) > 1


def _nought(one: Proposition, other: Proposition) -> Contradiction | None:
    """Return that one says none was harmed, and the other that some were."""
    for ours in one.amounts:
        for theirs in other.amounts:
            same = ours.harm is not None and ours.harm == theirs.harm
            if same and (middle(ours) == 0) != (middle(theirs) == 0):
                values = f"{middle(ours):g} | {middle(theirs):g}"
                return _contrary(ours.span, theirs.span, values)
    return _spared(one, other)


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
    against = opposites()
    ours = {each.name: each for each in _deeds(one)}
    theirs = {each.name: each for each in _deeds(other)}
    for name in sorted(ours):
        turned = next(
            (theirs[each] for each in sorted(against.get(name, ())) if each in theirs), None
        )
        if turned is None or name in theirs:
            continue
        known = ours.get(turned.name)
        if known is not None and known.span < ours[name].span:
            continue
        if ours[name].negated == turned.negated:
            return _contrary(ours[name].span, turned.span, f"{name} | {turned.name}")
    return None


def _contrary(one: Span, other: Span, detail: str) -> Contradiction:
    return Contradiction(ContradictionKind.POLARITY, one, other, detail)
