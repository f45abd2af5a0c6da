"""The small features that two propositions are compared by, each with what it saw."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from furphy.matching import moments, quantities, whereabouts
from furphy.matching.names import name_likeness
from furphy.matching.proposition import Name, Proposition
from furphy.matching.quantities import Pairing, Verdict
from furphy.matching.vocabulary import wider
from furphy.matching.whereabouts import Placed
from furphy.model.claim import Feature

_VALUE = {Verdict.SAME: 1.0, Verdict.APART: -0.5, Verdict.CONFLICT: -1.0}
_WIDER = 0.7
"""What a concept counts that the other proposition has a wider word for."""
_BY_CHANCE = 0.35
"""How alike the letters of two sentences are that have nothing in common."""
_SAYS_LITTLE = frozenset({"direction", "unknown"})
"""Kinds of concepts that are no sign of one thing."""
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a term tells: its weight in what is compared, from 0."""

    of_term: Mapping[str, float] = field(default_factory=dict)
    unknown: float = 1.0
    """Of terms that are not listed."""

    def of(self, term: str) -> float:
        """Return the weight of a term."""
        return self.of_term.get(term, self.unknown)


EVEN = Rarity()
"""All terms tell the same: for pairs without a collection around them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the comparison of two propositions saw; the features, and what conflicts rest on."""

    features: tuple[Feature, ...]
    placed: Placed
    amounts: tuple[Pairing, ...]
    time: Verdict | None
    one_language: bool

    def value(self, name: str) -> float:
        """Return the value of a feature, 0 where it could not be told."""
        return next((each.value or 0.0 for each in self.features if each.name == name), 0.0)


def seen(one: Proposition, other: Proposition, rarity: Rarity = EVEN) -> Seen:
    """Compare two propositions feature by feature."""
    placed = whereabouts.compared(one, other)
    time, _ = moments.compared(one, other)
    pairs = tuple(quantities.paired(one, other))
    one_language = one.language == other.language
    features = (
        _words(one, other, rarity) if one_language else Feature("words", None),
        _characters(one, other) if one_language else Feature("characters", None),
        _concepts(one, other, rarity),
        _actions(one, other),
        _names(one, other),
        _verdict("place", placed.verdict, _places(placed)),
        _verdict("time", time, ""),
        _amounts(one, other, pairs),
    )
    return Seen(features, placed, pairs, time, one_language)


def _words(one: Proposition, other: Proposition, rarity: Rarity) -> Feature:
    """Share of the weight of both propositions' terms that both have (Dice)."""
    ours, theirs = frozenset(one.terms), frozenset(other.terms)
    return _overlap("words", ours, theirs, rarity.of)


def _overlap(
    name: str, ours: Collection[str], theirs: Collection[str], weight: Callable[[str], float]
) -> Feature:
    shared = sorted(each for each in ours if each in theirs)
    whole = sum(map(weight, sorted(ours))) + sum(map(weight, sorted(theirs)))
    if not whole:
        return Feature(name, None)
    return Feature(name, 2 * sum(map(weight, shared)) / whole, ", ".join(shared[:_SHOWN]))


def _characters(one: Proposition, other: Proposition) -> Feature:
    """How alike the stems are, letter by letter, in alphabetical order: forgives spellings."""
    if not one.terms or not other.terms:
        return Feature("characters", None)
    alike = ratio(" ".join(sorted(one.terms)), " ".join(sorted(other.terms))) / 100
    return Feature("characters", max(0.0, (alike - _BY_CHANCE) / (1 - _BY_CHANCE)))


def _concepts(one: Proposition, other: Proposition, rarity: Rarity) -> Feature:
    """Share of the concepts of both that both have, in whatever language; wider ones count less."""
    ours = {each.name for each in one.concepts if each.kind not in _SAYS_LITTLE}
    theirs = {each.name for each in other.concepts if each.kind not in _SAYS_LITTLE}
    if not ours or not theirs:
        return Feature("concepts", None)
    fits = [(rarity.of(each), _fit(each, theirs)) for each in sorted(ours)]
    fits += [(rarity.of(each), _fit(each, ours)) for each in sorted(theirs)]
    whole = sum(weight for weight, _ in fits)
    share = sum(weight * fit for weight, fit in fits) / whole if whole else 0.0
    return Feature("concepts", share, ", ".join(sorted(ours & theirs)[:_SHOWN]))


def _fit(concept: str, others: Collection[str]) -> float:
    if concept in others:
        return 1.0
    wide = wider()
    if any(each in wide.get(concept, ()) or concept in wide.get(each, ()) for each in others):
        return _WIDER
    return 0.0


def _actions(one: Proposition, other: Proposition) -> Feature:
    """Whether both tell of one deed or harm."""
    ours = {each.name for each in one.concepts if each.kind in {"action", "harm"}}
    theirs = {each.name for each in other.concepts if each.kind in {"action", "harm"}}
    if not ours or not theirs:
        return Feature("actions", None)
    shared = ours & theirs
    value = 2 * len(shared) / (len(ours) + len(theirs)) if shared else -1.0
    return Feature("actions", value, ", ".join(sorted(shared)))


def _names(one: Proposition, other: Proposition) -> Feature:
    """Share of the names of the one with fewer that sound like one of the other's."""
    ours, theirs = _telling(one.names), _telling(other.names)
    if not ours or not theirs:
        return Feature("names", None)
    few, many = sorted((ours, theirs), key=len)
    likest = [max((name_likeness(each, name), name.text) for name in many) for each in few]
    value = sum(likeness for likeness, _ in likest) / len(few)
    return Feature("names", value, ", ".join(text for likeness, text in likest if likeness))


def _telling(names: Iterable[Name]) -> list[Name]:
    return [each for each in names if any(each.sounds)]


def _verdict(name: str, verdict: Verdict | None, detail: str) -> Feature:
    return Feature(name, None if verdict is None else _VALUE[verdict], detail)


def _places(placed: Placed) -> str:
    if placed.one is None or placed.other is None:
        return ""
    return f"{placed.one.text} | {placed.other.text}"


def _amounts(one: Proposition, other: Proposition, pairs: Iterable[Pairing]) -> Feature:
    """Share of comparable amounts that agree, less those that do not."""
    found = list(pairs)
    if not one.amounts or not other.amounts or not found:
        return Feature("amounts", None)
    value = sum(_VALUE[each.verdict] for each in found) / len(found)
    shown = [
        f"{quantities.middle(each.one):g} | {quantities.middle(each.other):g}" for each in found
    ]
    return Feature("amounts", value, ", ".join(shown[:_SHOWN]))
