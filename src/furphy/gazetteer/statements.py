"""What a text states of two places, in plain words: what is so of them, and what the text says."""

from collections.abc import Sequence

from furphy.gazetteer import fitting
from furphy.gazetteer.geometry import bearing, distance_km
from furphy.model.place import Constraint, Place, PlaceName, Relation

_SIDES = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_EIGHTH = 45.0
_LONGEST = 80
"""Characters of the text that are quoted."""
_WAYS = {Relation.BETWEEN: "between", Relation.TOWARDS: "on the way between"}


class Statements:
    """Says what constraints come to; quotes the text where it is at hand."""

    __slots__ = ("_names", "_text")

    def __init__(self, names: Sequence[PlaceName], text: str | None) -> None:
        self._names = names
        self._text = text

    def borne_out(self, constraint: Constraint, mine: Place, others: Sequence[Place]) -> str:
        """Return how a place lies to the others of a constraint, and what the text says."""
        return f"{_lying(constraint, mine, others)}; the text says {self.quote(constraint)}"

    def quote(self, constraint: Constraint) -> str:
        """Return the words of a constraint, or, without the text, what they come to."""
        if self._text is None:
            return self._summed_up(constraint)
        words = " ".join(constraint.span.of(self._text).split())
        if len(words) > _LONGEST:
            words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
        return f"“{words}”"

    def _summed_up(self, constraint: Constraint) -> str:
        things = " and ".join(self._names[each].name for each in constraint.objects)
        if constraint.high_km is None:
            return f"{constraint.relation.value} {things}"
        side = "" if constraint.bearing is None else f" {_side(constraint.bearing)}"
        return f"at most {constraint.high_km:.0f} km{side} from {things}"


def _lying(constraint: Constraint, mine: Place, others: Sequence[Place]) -> str:
    """Tell how a place lies to others, in the terms of a constraint."""
    other = others[0]
    relation = constraint.relation
    if relation is Relation.WITHIN:
        return f"in {other.name}" if fitting.within(mine, other) > 0 else f"holds {other.name}"
    if relation is Relation.BESIDE:
        return f"beside {other.name}"
    if relation in _WAYS and len(others) > 1:
        return f"{_WAYS[relation]} {' and '.join(each.name for each in others)}"
    km = distance_km(fitting.point(mine), fitting.point(other))
    if constraint.bearing is None:
        return f"{km:.0f} km from {other.name}"
    side = _side(bearing(fitting.point(other), fitting.point(mine)))
    return f"{km:.0f} km {side} of {other.name}"


def _side(degrees: float) -> str:
    return _SIDES[round(degrees / _EIGHTH) % len(_SIDES)]
