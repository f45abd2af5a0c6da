"""Resolve all place names of a text together: priors, what the text states, what names share.

A log-linear belief in every place each name may stand for. What speaks for a place by itself
(population, form of the name, kind) and its surroundings, the divisions and the stretch of land
that the other names share by what is believed of them so far, are taken in turns with the factors
that stated distances, directions and containment make between names. Every name may also stand
for a place no gazetteer knows: where all known ones contradict what is stated, that is believed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from furphy.gazetteer import fitting
from furphy.gazetteer.belief import Belief
from furphy.gazetteer.choices import Choice, Weights, gather, look_up, widened
from furphy.gazetteer.geometry import distance_km
from furphy.gazetteer.grounds import Grounds
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.scene import Scene, Stated, settle
from furphy.gazetteer.statements import Statements
from furphy.gazetteer.surroundings import Pull
from furphy.model.document import Note
from furphy.model.place import (
    DIVISIONS,
    SETTLEMENTS,
    Candidate,
    Constraint,
    Ground,
    Place,
    PlaceKind,
    PlaceName,
    Relation,
    Toponym,
)

_SCALE = {PlaceKind.COUNTRY: 2.5, PlaceKind.REGION: 1.2, PlaceKind.CONTINENT: 2.0}
PULL = Pull(country=0.9, region=1.5, district=1.0, around=0.4, close=1.0, beside=0.7, faint=0.2)
WEIGHTS = Weights(
    population=1.2, form=2.0, spelling=8.0, kind=3.0, seat=0.7, capital=3.0, doubt=4.0, scale=_SCALE
)
"""Chosen on LGL and GeoVirus, each checked on the other."""

_TIE = 1.02
"""Of two places, one believed less than so many times the other, neither is taken."""
_ONE_KM = 10.0
"""Places no further apart are no rivals: whichever is meant, it is there."""
_HARDLY = 0.02
"""A town believed less than this part of the division around it is not what is meant."""
_UNKNOWN = (Ground("unknown", "no place of this name is known"),)
_MEASURED = frozenset({Relation.DISTANCE, Relation.DIRECTION})
_SHOWN = 5
_TRUSTED = 0.75
"""A statement less sure to be read rightly makes no name be looked up again, nor be given up."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the names of a text were taken for, one toponym a name, and what was odd."""

    toponyms: tuple[Toponym, ...]
    notes: tuple[Note, ...]


def resolve(
    names: Sequence[PlaceName],
    constraints: Sequence[Constraint],
    gazetteer: Gazetteer,
    text: str | None = None,
) -> Resolution:
    """Choose a place for each name of a text, or none where nothing fits.

    ``constraints`` point to ``names`` by index; ``text`` is what the grounds quote.
    """
    tied = frozenset(
        each
        for constraint in constraints
        for each in (constraint.subject, *constraint.objects)
        if each is not None
    )
    choices = [
        look_up(names, group, gazetteer, WEIGHTS, tied=not tied.isdisjoint(group))
        for group in gather(names, constraints)
    ]
    scene = settle(names, choices, constraints, gazetteer, PULL)
    mended = _mended(scene, gazetteer)
    if mended is not None:
        scene = settle(names, mended, constraints, gazetteer, PULL)
    statements = Statements(names, text)
    grounds = Grounds(scene, gazetteer, statements)
    return Resolution(tuple(_toponyms(scene, grounds)), tuple(_contradictions(scene, statements)))


def _mended(scene: Scene, gazetteer: Gazetteer) -> list[Choice] | None:
    """Part mentions that are told apart, and widen names none of whose places fits."""
    taken = scene.taken()
    broken = [
        each for each in scene.stated if each.factor.trust >= _TRUSTED and each.held(taken) < _HELD
    ]
    if not broken:
        return None
    choices = list(scene.choices)
    doubtful = dict.fromkeys(
        each
        for stated in broken
        if not _parted(stated, scene, choices)
        for each in stated.factor.scope
    )
    strange = [
        each for each in doubtful if not choices[each].widened and not _renowned(choices[each])
    ]
    for each in strange[:_MOST_WIDENED]:
        choices[each] = widened(choices[each], gazetteer, WEIGHTS)
    return choices


def _parted(stated: Stated, scene: Scene, choices: list[Choice]) -> bool:
    """Part a mention from the others of its name if alone it could be what is stated of it."""
    subject, mention = stated.factor.scope[0], stated.constraint.subject
    others = tuple(scene.likeliest(each) for each in stated.factor.scope[1:])
    rest = tuple(each for each in choices[subject].mentions if each != mention)
    fits = any(options[1:] == others for options in stated.factor.fits)
    if not fits or mention not in choices[subject].mentions or not rest:
        return False
    choices[subject] = replace(choices[subject], mentions=rest)
    choices.append(replace(choices[subject], mentions=(mention,)))
    return True


def _renowned(choice: Choice) -> bool:
    """Tell whether a name is so well known that nobody means one spelled like it."""
    return any((each.candidate.place.population or 0) > _MANY for each in choice.options)


_MANY = 50_000
_MOST_WIDENED = 6
_HELD = 0.04
"""What fits less than this does not hold."""


def _toponyms(scene: Scene, grounds: Grounds) -> Iterator[Toponym]:
    """Yield what each name was taken for, in the order of the names."""
    found: dict[int, Toponym] = {}
    for number, choice in enumerate(scene.choices):
        verdict = _verdict(scene, number, grounds)
        for mention in choice.mentions:
            found[mention] = replace(verdict, named=scene.names[mention])
    for mention in sorted(found):
        yield found[mention]


def _verdict(scene: Scene, number: int, grounds: Grounds) -> Toponym:
    choice, belief = scene.choices[number], scene.beliefs[number]
    named = scene.names[choice.mentions[0]]
    order = sorted(range(len(choice.options)), key=lambda each: -belief[each])
    candidates = tuple(
        Candidate(
            choice.options[each].candidate.place, choice.options[each].candidate.name, belief[each]
        )
        for each in order[:_SHOWN]
    )
    if not order:
        return Toponym(named, None, None, (), _UNKNOWN)
    best, share = _likeliest(choice, belief, order)
    against = grounds.against(number)
    if belief[-1] > share * _excuse(against) and (against or choice.options[best].alike):
        return Toponym(named, None, None, candidates, against or _UNKNOWN)
    place = choice.options[best].candidate.place
    others = [each for each in order if not _one(place, choice.options[each].candidate.place)]
    rival = others[0] if others else None
    if rival is not None and share < belief[rival] * _TIE:
        because = (Ground("tie", "nothing tells which of several"),)
        return Toponym(named, None, None, candidates, because)
    return Toponym(named, place, min(1.0, share), candidates, grounds.of(number, best, rival))


def _excuse(against: Sequence[Ground]) -> float:
    """Return how much surer than a place it must be that none is meant.

    "In" and commas mean many things, while who states a distance seldom means another place.
    """
    return 1.0 if any(each.rule in _MEASURED for each in against) else 2.0


def _likeliest(choice: Choice, belief: Belief, order: Sequence[int]) -> tuple[int, float]:
    """Return the option believed most, and the belief in it and all that lie where it lies.

    Of a town and the divisions around or in it, it is the town, unless words say otherwise or
    hardly anything speaks for it: the middle of Maryland is near Maryland City.
    """
    best, most, spot = order[0], 0.0, [order[0]]
    for each in order[:_SHOWN]:
        place = choice.options[each].candidate.place
        same = [
            other
            for other in order[: 2 * _SHOWN]
            if _one(place, choice.options[other].candidate.place)
        ]
        share = sum(belief[other] for other in same)
        if share > most + 1e-9:
            best, most, spot = each, share, same
    if choice.kinds & DIVISIONS:
        return best, most
    towns = (
        each
        for each in spot
        if choice.options[each].candidate.place.kind in SETTLEMENTS
        and belief[each] >= _HARDLY * belief[best]
    )
    return next(towns, best) if _is_division(choice, best) else best, most


def _is_division(choice: Choice, option: int) -> bool:
    return choice.options[option].candidate.place.kind in DIVISIONS


def _one(place: Place, other: Place) -> bool:
    """Tell whether two places are so near that it makes no odds which is meant."""
    if place == other:
        return True
    km = distance_km(fitting.point(place), fitting.point(other))
    if min(place.radius_km, other.radius_km) <= _ONE_KM:
        return km <= _ONE_KM
    # A city and what is made of its land: a division whose middle lies within the city.
    for town, division in ((place, other), (other, place)):
        if town.kind in SETTLEMENTS and division.kind in DIVISIONS:
            return km <= town.radius_km
    return False


def _contradictions(scene: Scene, statements: Statements) -> Iterator[Note]:
    """Yield a note on each pair of stated distances that cannot both be true."""
    taken = scene.taken()
    told_of: dict[int, list[tuple[Constraint, Place]]] = {}
    for stated in scene.stated:
        constraint, scope = stated.constraint, stated.factor.scope
        if constraint.relation is not Relation.DISTANCE:
            continue
        ends = [scene.option(each, taken[each]) for each in scope]
        end = ends[-1]
        if constraint.subject is not None and end is not None:
            told_of.setdefault(scope[0], []).append((constraint, end.candidate.place))
        elif all(ends) and stated.held(taken) <= 0:
            yield _contradiction(constraint, statements)
    for told in told_of.values():
        for (one, here), (other, there) in combinations(told, 2):
            if not _agree(one, here, other, there):
                yield _contradiction(other, statements)
                break


def _agree(one: Constraint, here: Place, other: Constraint, there: Place) -> bool:
    """Tell whether a spot can have both of two stated distances (the triangle's inequality)."""
    apart = distance_km(fitting.point(here), fitting.point(there))
    span = fitting.radius(here) + fitting.radius(there)
    far = (one.high_km or 0.0) + (other.high_km or 0.0)
    least = max(
        (one.low_km or 0.0) - (other.high_km or 0.0), (other.low_km or 0.0) - (one.high_km or 0.0)
    )
    return 0.6 * least - span <= apart <= 1.2 * far + span + 2.0


def _contradiction(constraint: Constraint, statements: Statements) -> Note:
    message = f"cannot be true together with the other places: {statements.quote(constraint)}"
    return Note("contradictory-distances", message, constraint.span)
