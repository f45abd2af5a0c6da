"""What a list of names says of each: "Ohio, Oregon and Georgia" are of one kind.

Which names stand in a row is told by the stretches between them, so that it holds in any language
that parts lists by commas: two characters, and before the last name a short word more.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import log

from furphy.gazetteer.belief import Belief
from furphy.gazetteer.choices import Choice
from furphy.model.place import SETTLEMENTS, PlaceKind, PlaceName

_COMMA, _WORD = 2, 6
"""Characters between two names at most, parted by a comma, and by a short word too."""
_FEWEST, _MANY = 3, 4
"""Fewer names are no row; so many are one even where no word comes before the last."""
_CHANCE = 0.3
"""How many names of a kind a row is taken to hold before any is looked at."""
_LIKELY = 0.5

Row = tuple[int, ...]
"""The choices of the names of a list, each once."""


class Rows:
    """The rows of a text, and what is believed of the names in them."""

    __slots__ = ("_beliefs", "_choices", "_of")

    def __init__(
        self, rows: Sequence[Row], choices: Sequence[Choice], beliefs: Sequence[Belief]
    ) -> None:
        self._choices = choices
        self._beliefs = beliefs
        self._of: dict[int, list[Row]] = {}
        for row in rows:
            for each in row:
                self._of.setdefault(each, []).append(row)

    def support(self, choice: int) -> list[float]:
        """Return how much its rows speak for each option of a choice, in natural logs."""
        options = self._choices[choice].options
        found = [0.0] * len(options)
        for row in self._of.get(choice, ()):
            kinds = self._kinds(choice, row)
            total = sum(kinds.values()) + _CHANCE
            for number, option in enumerate(options):
                mass = kinds.get(sort(option.candidate.place.kind), 0.0) + _CHANCE
                found[number] += log(mass / total) / len(self._of[choice])
        return found

    def fellows(self, choice: int, kind: PlaceKind) -> tuple[int, ...]:
        """Return the other choices in its rows that are likely of this kind."""
        others = (each for row in self._of.get(choice, ()) for each in row if each != choice)
        return tuple(
            each for each in dict.fromkeys(others) if self._share(each, sort(kind)) >= _LIKELY
        )

    def _kinds(self, choice: int, row: Row) -> Mapping[PlaceKind, float]:
        """Return how many names of each kind stand in a row besides a choice."""
        found: dict[PlaceKind, float] = {}
        for each in row:
            if each != choice:
                for option, share in self._shares(each):
                    found[option] = found.get(option, 0.0) + share
        return found

    def _share(self, choice: int, wanted: PlaceKind) -> float:
        return sum(share for kind, share in self._shares(choice) if kind is wanted)

    def _shares(self, choice: int) -> Iterator[tuple[PlaceKind, float]]:
        options, belief = self._choices[choice].options, self._beliefs[choice]
        for option, share in zip(options, belief, strict=False):
            yield sort(option.candidate.place.kind), share


def sort(kind: PlaceKind) -> PlaceKind:
    """Return a kind, of towns and villages one for both: lists mix them."""
    return PlaceKind.CITY if kind in SETTLEMENTS else kind


def rows(names: Sequence[PlaceName], of: Mapping[int, int]) -> tuple[Row, ...]:
    """Return the lists that names stand in; ``of`` gives the choice of each name."""
    return tuple(
        row
        for run in _runs(names)
        if len(row := tuple(dict.fromkeys(of[each] for each in run))) >= _FEWEST
    )


def _runs(names: Sequence[PlaceName]) -> Iterator[list[int]]:
    """Yield the indexes of names parted by commas, the last one by a word too."""
    run: list[int] = []
    end = 0
    for each in sorted(range(len(names)), key=lambda each: names[each].span):
        gap = names[each].span.start - end
        end = names[each].span.end
        if run and gap <= _COMMA:
            run.append(each)
            continue
        if len(run) > 1 and gap <= _WORD:
            yield [*run, each]
        elif len(run) >= _MANY:
            yield run
        run = [each]
    if len(run) >= _MANY:
        yield run
