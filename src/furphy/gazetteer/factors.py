"""What a text states of its places, as factors over what their names may stand for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from furphy.gazetteer import fitting
from furphy.gazetteer.belief import Factor
from furphy.gazetteer.choices import Choice
from furphy.gazetteer.geometry import distance_km
from furphy.gazetteer.index import Gazetteer
from furphy.model.place import DIVISIONS, WATERS, Constraint, Place, Relation

Fits = dict[tuple[int, ...], float]

GAINS: Mapping[Relation, float] = {
    Relation.DISTANCE: 300.0,
    Relation.DIRECTION: 40.0,
    Relation.WITHIN: 150.0,
    Relation.NEAR: 60.0,
    Relation.BESIDE: 100.0,
    Relation.BETWEEN: 60.0,
    Relation.TOWARDS: 30.0,
}
"""How much rarer a place is that fits by chance, about, among the namesakes of a name."""

UNKNOWN = 0.02
"""How well a place that no gazetteer knows fits whatever is stated of it."""

_WAYS = frozenset({Relation.BETWEEN, Relation.TOWARDS})
# Of names tied three together, as many of the likeliest places are tried.
_MOST_ENDS = 12
_LONGEST_KM = 600.0
"""No text calls what lies between two places so far apart between them."""
_PAIR = 2
_KM_A_DEGREE = 111.2


def factors(
    constraint: Constraint, choices: Sequence[Choice], of: Mapping[int, int], gazetteer: Gazetteer
) -> Iterator[Factor]:
    """Yield what a constraint says of the choices; ``of`` gives the choice of each name.

    Nothing comes of one that ties a name to itself or to a name without any place.
    """
    things = [of[each] for each in constraint.objects]
    if constraint.subject is None:
        if constraint.relation is not Relation.WITHIN:
            for one, other in combinations(dict.fromkeys(things), 2):
                yield from _factor(constraint, (one, other), choices, gazetteer)
        return
    subject = of[constraint.subject]
    if constraint.relation in _WAYS and len(things) == _PAIR:
        yield from _factor(constraint, (subject, *things), choices, gazetteer)
        return
    for thing in dict.fromkeys(things):
        yield from _factor(constraint, (subject, thing), choices, gazetteer)


def _factor(
    constraint: Constraint,
    scope: tuple[int, ...],
    choices: Sequence[Choice],
    gazetteer: Gazetteer,
) -> Iterator[Factor]:
    if len(set(scope)) < len(scope) or not all(choices[each].options for each in scope):
        return
    places = [[each.candidate.place for each in choices[one].options] for one in scope]
    fits = _fits(constraint, places, gazetteer)
    yield Factor(scope, fits, constraint.evidence.score, GAINS[constraint.relation], UNKNOWN)


def _fits(constraint: Constraint, places: Sequence[Sequence[Place]], gazetteer: Gazetteer) -> Fits:
    """Return the combinations of options that fit a constraint at all."""
    if len(places) > _PAIR:
        return _on_the_way(places)
    subjects, things = places
    match constraint.relation:
        case Relation.WITHIN:
            return _inside(constraint, subjects, things)
        case Relation.BESIDE:
            return _beside(subjects, things, gazetteer)
    fits: Fits = {}
    for one, other in _not_far_apart(constraint, subjects, things):
        if constraint.subject is None:
            degree = fitting.of_one_event(constraint, subjects[one], things[other])
        else:
            degree = fitting.fit(constraint, subjects[one], things[other])
        if degree > 0 and subjects[one] != things[other]:
            fits[one, other] = degree
    return fits


def _not_far_apart(
    constraint: Constraint, subjects: Sequence[Place], things: Sequence[Place]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose latitudes allow them to fit, which is quickly told."""
    reach = fitting.reach(constraint) * (2 if constraint.subject is None else 1)
    reach = max(reach, 500.0) if constraint.relation in _WAYS else reach
    ordered = sorted(range(len(subjects)), key=lambda each: subjects[each].lat)
    lats = [subjects[each].lat for each in ordered]
    widest = max(map(fitting.radius, subjects))
    for other, thing in enumerate(things):
        degrees = (reach + widest + fitting.radius(thing)) / _KM_A_DEGREE
        first = bisect_left(lats, thing.lat - degrees)
        last = bisect_right(lats, thing.lat + degrees)
        for one in ordered[first:last]:
            yield one, other


def _inside(constraint: Constraint, subjects: Sequence[Place], things: Sequence[Place]) -> Fits:
    fits: Fits = {}
    for other, thing in enumerate(things):
        code = thing.divisions if thing.kind in DIVISIONS else ()
        depth = len(code)
        for one, subject in enumerate(subjects):
            if depth and subject.divisions[:depth] != code:
                continue
            degree = fitting.fit(constraint, subject, thing)
            if degree > 0:
                fits[one, other] = degree
    return fits


def _beside(subjects: Sequence[Place], things: Sequence[Place], gazetteer: Gazetteer) -> Fits:
    fits: Fits = {}
    for other, thing in enumerate(things):
        if thing.kind not in WATERS:
            continue
        course = gazetteer.course(thing)
        for one, subject in enumerate(subjects):
            degree = fitting.beside(subject, thing, course)
            if degree > 0:
                fits[one, other] = degree
    return fits


def _on_the_way(places: Sequence[Sequence[Place]]) -> Fits:
    subjects, ones, others = places
    fits: Fits = {}
    ends = product(range(min(len(ones), _MOST_ENDS)), range(min(len(others), _MOST_ENDS)))
    for one, other in ends:
        start, end = ones[one], others[other]
        apart = distance_km(fitting.point(start), fitting.point(end))
        if start == end or apart > _LONGEST_KM:
            continue
        for index, subject in enumerate(subjects):
            if abs(subject.lat - start.lat) * _KM_A_DEGREE > 1.7 * apart + 20:
                continue
            degree = fitting.between(subject, start, end)
            if degree > 0 and subject not in {start, end}:
                fits[index, one, other] = degree
    return fits
