"""What decided for a place, in words, weightiest first."""

from collections.abc import Iterator
from math import log

from furphy.gazetteer.choices import Option
from furphy.gazetteer.countries import is_capital
from furphy.gazetteer.folding import fold
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.rows import sort
from furphy.gazetteer.scene import Scene, Stated
from furphy.gazetteer.statements import Statements
from furphy.model.place import SETTLEMENTS, Ground, Place

_LEAST = 0.2
"""What tells less for a place over its rival, in natural logs, is not told."""
_MOST = 5
_SOME = 0.5
_NAMED = 3

Weighed = tuple[float, Ground]


class Grounds:
    """Tells what spoke for the places taken in a scene."""

    __slots__ = ("_gazetteer", "_scene", "_statements", "_taken")

    def __init__(self, scene: Scene, gazetteer: Gazetteer, statements: Statements) -> None:
        self._scene = scene
        self._gazetteer = gazetteer
        self._statements = statements
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
            found += self._row(choice, number, rival)
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
                text = f"no place of this name fits {self._statements.quote(constraint)}"
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
        mine = self._scene.option(choice, number)
        options = (self._scene.option(each, self._taken[each]) for each in scope if each != choice)
        others = [each.candidate.place for each in options if each is not None]
        if mine is None or not others:
            text = f"the text says {self._statements.quote(constraint)}"
        else:
            text = self._statements.borne_out(constraint, mine.candidate.place, others)
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
        yield from self._kind(choice, place, other)
        if other is None:
            yield _LEAST, Ground("only", "the only place of this name that is known")
        if is_capital(place) and place.country:
            country = self._gazetteer.division(place.country)
            if country is not None:
                yield 1.0, Ground("capital", f"the capital of its country, {country.name}")
        if other is not None:
            yield from self._population(choice, option, other)

    def _kind(self, choice: int, place: Place, other: Option | None) -> Iterator[Weighed]:
        kinds = self._scene.choices[choice].kinds
        if place.kind in kinds:
            differs = other is not None and other.candidate.place.kind not in kinds
            spans = tuple(
                self._scene.names[each].span for each in self._scene.choices[choice].mentions[:1]
            )
            text = f"the words around it call it a {place.kind.value}"
            yield 2.0 if differs else _LEAST, Ground("kind", text, spans)

    def _population(self, choice: int, option: Option, other: Option) -> Iterator[Weighed]:
        """Yield that a place has more people than another of the very same name."""
        place, rival = option.candidate.place, other.candidate.place
        if option.alike or other.alike or (place.population or 0) <= (rival.population or 0):
            return
        others = [
            each.candidate.place
            for each in self._scene.choices[choice].options
            if not each.alike
            and each is not option
            and sort(each.candidate.place.kind) is sort(place.kind)
        ]
        if not others:
            text = f"the only {_called(place)} of this name that is known"
        elif all((each.population or 0) <= (place.population or 0) for each in others):
            text = f"the largest {_called(place)} of this name"
        else:
            text = f"more people than {_where(rival, self._gazetteer)}"
        yield max(option.prior - other.prior, _LEAST), Ground("population", text)

    def _row(self, choice: int, number: int, rival: int | None) -> Iterator[Weighed]:
        """Yield that a place is what the other names of its list are."""
        lists = self._scene.rows
        support = lists.support(choice)
        gain = support[number] - (0.0 if rival is None else support[rival])
        place = self._scene.choices[choice].options[number].candidate.place
        fellows = lists.fellows(choice, place.kind)
        # What the rival is as well decided nothing between them, and yet bears it out.
        if len(fellows) > 1 and support[number] >= max(support):
            names = ", ".join(self._scene.choices[each].name for each in fellows[:_NAMED])
            text = f"a {_called(place)} like others of its list: {names}"
            yield max(gain, _LEAST), Ground("row", text)

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
                    count = round(shared)
                    names = "other name" if count == 1 else "other names"
                    text = f"in {division.name}, as {count} {names} of the text"
                    if division.id == place.id:
                        text = f"{count} {names} of the text in it"
                    yield gain, Ground("surroundings", text)
                    return
        yield gain, Ground("surroundings", "nearer to the other places of the text")


def _called(place: Place) -> str:
    return "town" if place.kind in SETTLEMENTS else place.kind.value


def _where(place: Place, gazetteer: Gazetteer) -> str:
    """Return a place with what it lies in."""
    for code in reversed(place.divisions):
        division = gazetteer.division(code)
        if division is not None and division.id != place.id:
            return f"{place.name}, {division.name}"
    return place.name
