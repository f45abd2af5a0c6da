"""What decided for a place, in words, weightiest first."""

from collections.abc import Iterator, Sequence
from math import log

from furphy.gazetteer import fitting
from furphy.gazetteer.choices import Option
from furphy.gazetteer.folding import fold
from furphy.gazetteer.geometry import distance_km
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.scene import Scene, Stated
from furphy.model.place import Constraint, Ground, Place, PlaceName, Relation

_LEAST = 0.2
"""What tells less for a place over its rival, in natural logs, is not told."""
_MOST = 5
_SOME = 0.5

Weighed = tuple[float, Ground]


class Grounds:
    """Tells what spoke for the places taken in a scene."""

    __slots__ = ("_gazetteer", "_scene", "_taken")

    def __init__(self, scene: Scene, gazetteer: Gazetteer) -> None:
        self._scene = scene
        self._gazetteer = gazetteer
        self._taken = scene.taken()

    def of(self, choice: int, number: int, rival: int | None) -> tuple[Ground, ...]:
        """Return what spoke for an option over a rival, the next best."""
        option = self._scene.option(choice, number)
        if option is None:
            return ()
        other = None if rival is None else self._scene.option(choice, rival)
        found = [*self._stated(choice, number, rival), *self._own(choice, option, other)]
        if other is not None:
            found += self._surroundings(choice, option, other)
        if not found:
            count = len(self._scene.choices[choice].options)
            found = [(0.0, Ground("likeliest", f"the likeliest of {count} places of this name"))]
        found.sort(key=lambda each: -each[0])
        return tuple(ground for _, ground in found[:_MOST])

    def against(self, choice: int) -> tuple[Ground, ...]:
        """Return the statements that none of a name's places fits."""
        found = []
        for stated in self._scene.stated:
            if choice in stated.factor.scope:
                constraint = stated.constraint
                text = f"no place of this name fits: {told(constraint, self._scene.names)}"
                found.append(Ground(constraint.relation.value, text, (constraint.span,)))
        return tuple(found[:_MOST])

    def _stated(self, choice: int, number: int, rival: int | None) -> Iterator[Weighed]:
        for stated in self._scene.stated:
            factor = stated.factor
            if choice not in factor.scope:
                continue
            fits = self._fit(stated, choice, number)
            if fits <= 0:
                continue
            instead = 0.0 if rival is None else self._fit(stated, choice, rival)
            gain = log(
                (factor.floor + factor.excess(fits))
                / (factor.floor + factor.excess(instead) + 1e-6)
            )
            # What the rival fits as well decided nothing between them, and yet bears it out.
            yield max(gain, _LEAST), self._ground(stated, choice, number)

    def _fit(self, stated: Stated, choice: int, number: int) -> float:
        taken = list(self._taken)
        taken[choice] = number
        return stated.held(taken)

    def _ground(self, stated: Stated, choice: int, number: int) -> Ground:
        constraint, scope = stated.constraint, stated.factor.scope
        places = [
            self._scene.option(each, number if each == choice else self._taken[each])
            for each in scope
        ]
        text = f"stated: {told(constraint, self._scene.names)}"
        mine = places[scope.index(choice)]
        for other in places:
            if mine and other and other is not mine and constraint.relation in _MEASURED:
                one, two = mine.candidate.place, other.candidate.place
                km = distance_km(fitting.point(one), fitting.point(two))
                text = f"{km:.0f} km from {two.name}; {text}"
        return Ground(constraint.relation.value, text, (constraint.span,))

    def _own(self, choice: int, option: Option, other: Option | None) -> Iterator[Weighed]:
        place, name = option.candidate.place, self._scene.choices[choice].name
        if option.alike or fold(option.candidate.name) != fold(place.name):
            yield (
                1.0 if option.alike else _LEAST,
                Ground(
                    "spelling", f"{name!r} is a spelling of {place.name} ({option.candidate.name})"
                ),
            )
        kinds = self._scene.choices[choice].kinds
        if place.kind in kinds:
            weight = (
                2.0 if other is not None and other.candidate.place.kind not in kinds else _LEAST
            )
            spans = tuple(
                self._scene.names[each].span for each in self._scene.choices[choice].mentions[:1]
            )
            yield weight, Ground("kind", f"the words around it call it a {place.kind.value}", spans)
        if other is None:
            yield _LEAST, Ground("only", "the only place of this name that is known")
        elif (place.population or 0) > (other.candidate.place.population or 0):
            gain = option.prior - other.prior
            text = f"more people than {_where(other.candidate.place, self._gazetteer)}"
            yield max(gain, _LEAST), Ground("population", text)

    def _surroundings(self, choice: int, option: Option, other: Option) -> Iterator[Weighed]:
        around = self._scene.around
        gain = around.support(choice, option.where) - around.support(choice, other.where)
        if gain < _LEAST:
            return
        place, rival = option.candidate.place, other.candidate.place
        for code in reversed(place.divisions[:3]):
            if code not in rival.divisions and (shared := around.shared(choice, code)) >= _SOME:
                division = self._gazetteer.division(code)
                if division is not None:
                    text = f"in {division.name}, as {shared:.0f} other names of the text"
                    yield gain, Ground("surroundings", text)
                    return
        yield gain, Ground("surroundings", "nearer to the other places of the text")


_MEASURED = frozenset({Relation.DISTANCE, Relation.DIRECTION, Relation.NEAR})


def told(constraint: Constraint, names: Sequence[PlaceName]) -> str:
    """Return a constraint in few words."""
    things = " / ".join(names[each].name for each in constraint.objects)
    parts = [constraint.relation.value]
    if constraint.high_km is not None:
        low = constraint.low_km or 0.0
        parts.append(f"{low:.3g} to {constraint.high_km:.3g} km")
    if constraint.bearing is not None:
        parts.append(f"at {constraint.bearing:.0f}°")
    return f"{' '.join(parts)} {things}"


def _where(place: Place, gazetteer: Gazetteer) -> str:
    """Return a place with what it lies in."""
    for code in reversed(place.divisions):
        division = gazetteer.division(code)
        if division is not None and division.id != place.id:
            return f"{place.name}, {division.name}"
    return place.name
