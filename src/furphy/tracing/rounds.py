"""What was made the last time, by names that tell all that it follows from."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(slots=True)
class Round(Generic[Value]):
    """Values by name; no more is held than was asked for last."""

    known: dict[Hashable, Value] = field(default_factory=dict)

    def of(
        self, names: Sequence[Hashable], made: Callable[[Sequence[int]], Iterable[Value]]
    ) -> list[Value]:
        """Return what goes by each name; ``made`` makes those that are wanting, by their places."""
        wanting = [place for place, name in enumerate(names) if name not in self.known]
        new = dict(zip(wanting, made(wanting), strict=True))
        found = [
            new[place] if place in new else self.known[name] for place, name in enumerate(names)
        ]
        self.known = dict(zip(names, found, strict=True))
        return found
