"""All the choices of one text, what ties them together, and what is believed of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log1p

from furphy.gazetteer.belief import Belief, Factor, Net, shares
from furphy.gazetteer.choices import Choice, Option
from furphy.gazetteer.factors import factors
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.rows import Rows, rows
from furphy.gazetteer.surroundings import Mass, Pull, Surroundings, mass
from furphy.model.place import Constraint, PlaceName

_TURNS = 3
_PASSAGE = 250
"""Names within so many characters of each other are of one passage."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A constraint and a factor that it makes between choices."""

    constraint: Constraint
    factor: Factor

    def held(self, taken: Sequence[int]) -> float:
        """Tell how well the options taken, one a choice, fit it."""
        return self.factor.fits.get(tuple(taken[each] for each in self.factor.scope), 0.0)


@dataclass(frozen=True, slots=True)
class Scene:
    """The choices of a text and the beliefs they were settled in."""

    names: Sequence[PlaceName]
    choices: Sequence[Choice]
    stated: Sequence[Stated]
    beliefs: Sequence[Belief]
    around: Surroundings
    rows: Rows

    def taken(self) -> list[int]:
        """Return the option of each choice believed most; the last one stands for none."""
        return [max(range(len(each)), key=each.__getitem__) for each in self.beliefs]

    def likeliest(self, choice: int) -> int:
        """Return the known option of a choice believed most."""
        belief = self.beliefs[choice]
        return max(range(max(1, len(belief) - 1)), key=belief.__getitem__)

    def option(self, choice: int, number: int) -> Option | None:
        """Return an option of a choice; None for the last one, which stands for none."""
        options = self.choices[choice].options
        return options[number] if number < len(options) else None


def settle(
    names: Sequence[PlaceName],
    choices: Sequence[Choice],
    constraints: Sequence[Constraint],
    gazetteer: Gazetteer,
    pull: Pull,
) -> Scene:
    """Find what to believe of each choice, given all the others."""
    of = {mention: number for number, each in enumerate(choices) for mention in each.mentions}
    stated = [
        Stated(constraint, factor)
        for constraint in constraints
        for factor in factors(constraint, choices, of, gazetteer)
    ]
    net = Net([each.factor for each in stated])
    close = list(_close(names, choices, of))
    alone = [_alone(each, [0.0] * len(each.options)) for each in choices]
    beliefs = net.beliefs(alone)
    around = Surroundings([], [], pull)
    listed = rows(names, of)
    lists = Rows(listed, choices, beliefs)
    for _ in range(_TURNS):
        around = Surroundings(
            [_mass(*each) for each in zip(choices, beliefs, strict=True)], close, pull
        )
        lists = Rows(listed, choices, beliefs)
        alone = [
            _alone(each, _support(number, each, around, lists))
            for number, each in enumerate(choices)
        ]
        beliefs = net.beliefs(alone)
    return Scene(names, choices, stated, beliefs, around, lists)


def _support(number: int, choice: Choice, around: Surroundings, lists: Rows) -> list[float]:
    """Return what the other names say of each option, by where they are and what they are."""
    return [
        around.support(number, option.where) + more
        for option, more in zip(choice.options, lists.support(number), strict=True)
    ]


def _alone(choice: Choice, support: Sequence[float]) -> Belief:
    """Return the belief in a choice without what the text states of it."""
    logs = [option.prior + more for option, more in zip(choice.options, support, strict=True)]
    # What is known by no list lies where its namesakes would have to lie, as far as is known; what
    # is only spelled like a place has to show that it belongs there.
    most = 0.0 if all(option.alike for option in choice.options) else max(support)
    return shares([*logs, choice.unknown + most])


def _mass(choice: Choice, belief: Belief) -> Mass:
    weight = 1.0 + 0.5 * log1p(len(choice.mentions) - 1)
    return mass(belief[:-1], [option.where for option in choice.options], weight)


def _close(
    names: Sequence[PlaceName], choices: Sequence[Choice], of: dict[int, int]
) -> Iterator[tuple[int, ...]]:
    """Yield for each choice the others that are named in the same passages."""
    order = sorted(of, key=lambda each: names[each].span)
    near: list[set[int]] = [set() for _ in choices]
    for place, mention in enumerate(order):
        for other in order[place + 1 :]:
            if names[other].span.start - names[mention].span.end > _PASSAGE:
                break
            near[of[mention]].add(of[other])
            near[of[other]].add(of[mention])
    for number, others in enumerate(near):
        yield tuple(sorted(others - {number}))
