"""The figures that may not get worse, kept in ``floors.json``.

Each set of data has the digest of its files, so that a figure is never compared with one measured
on other data, and a bound for each figure. A bound only ever moves towards the better.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

SLACK = 0.002
"""How far a bound stays from what was measured when it is raised.

A reading gives the same bytes each time, but a release of numpy or of the parser's libraries can
tip a close decision: one attribution in five hundred is what that may cost before the gate closes.
"""

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Bound:
    """The worst that a figure may be."""

    limit: float | None
    """None where the figure is watched but not yet held."""
    falling: bool = False
    """True where less is better, as with errors."""
    aim: float | None = None
    """What it ought to become; nothing depends on it."""

    def holds(self, figure: float) -> bool:
        """Tell whether a figure is no worse than the limit."""
        return self.limit is None or not self._worse(figure, self.limit)

    def raised(self, figure: float) -> "Bound":
        """Return the bound that a measured figure allows; it is never an easier one.

        An aim that is reached falls away: the next one is for people to set.
        """
        slack = SLACK if self.falling else -SLACK
        rounded = math.ceil if self.falling else math.floor
        limit = rounded(round((figure + slack) * 1000, 6)) / 1000
        if self.limit is not None and not self._worse(self.limit, limit):
            return self
        reached = self.aim is not None and not self._worse(limit, self.aim)
        return replace(self, limit=limit, aim=None if reached else self.aim)

    def is_easier_than(self, other: "Bound") -> bool:
        """Tell whether this bound lets through a figure that the other does not."""
        if other.limit is None:
            return False
        return self.limit is None or self._worse(self.limit, other.limit)

    def _worse(self, one: float, other: float) -> bool:
        return one > other if self.falling else one < other


@dataclass(frozen=True, slots=True)
class Held:
    """What is held for one set of data."""

    digest: str | None
    """Of its files, see :func:`evaluation.corpus.digest`; None where none was pinned yet."""
    bounds: Mapping[str, Bound]
    """By the name of the figure."""


Floors = Mapping[str, Held]
"""What is held, by the name of the set."""


def load(text: str) -> Floors:
    """Read ``floors.json``; raises ``ValueError`` or ``KeyError`` where it is malformed."""
    sets: dict[str, Any] = json.loads(text)["sets"]
    return {
        name: Held(
            digest=each["digest"],
            bounds={figure: _bound(bound) for figure, bound in each["figures"].items()},
        )
        for name, each in sets.items()
    }


def dump(floors: Floors) -> str:
    """Write ``floors.json``, one figure a line, so that a change of a floor is a line of a diff."""
    parts: list[str] = []
    for name, held in floors.items():
        lines = ",\n".join(
            f"        {json.dumps(figure)}: {json.dumps(_fields(bound))}"
            for figure, bound in held.bounds.items()
        )
        parts.append(
            f"    {json.dumps(name)}: {{\n"
            f'      "digest": {json.dumps(held.digest)},\n'
            f'      "figures": {{\n{lines}\n      }}\n    }}'
        )
    return '{\n  "sets": {\n' + ",\n".join(parts) + "\n  }\n}\n"


def flaws(floors: Floors, names: set[str]) -> Iterator[str]:
    """Yield what is wrong with the floors themselves, whatever is measured."""
    for name in sorted(names - set(floors)):
        yield f"{name}: measured, but nothing is held for it"
    for name in sorted(set(floors) - names):
        yield f"{name}: held, but nothing measures it"
    for name, held in floors.items():
        if held.digest is not None and not _DIGEST.fullmatch(held.digest):
            yield f"{name}: {held.digest} is no digest"
        for figure, bound in held.bounds.items():
            if bound.aim is not None and not replace(bound, aim=None).holds(bound.aim):
                yield f"{name}: {figure}: its aim is behind its limit"


def eased(before: Floors, after: Floors) -> Iterator[str]:
    """Yield each bound that was dropped or made easier from one state of the floors to the next."""
    for name, held in before.items():
        now = after.get(name)
        for figure, bound in held.bounds.items():
            if now is None or figure not in now.bounds:
                yield f"{name}: {figure} is no longer held"
            elif now.bounds[figure].is_easier_than(bound):
                yield f"{name}: {figure}: {bound.limit} became {now.bounds[figure].limit}"


def _bound(fields: dict[str, float | None]) -> Bound:
    falling = "at_most" in fields
    return Bound(fields["at_most" if falling else "at_least"], falling, fields.get("aim"))


def _fields(bound: Bound) -> dict[str, float | None]:
    fields = {"at_most" if bound.falling else "at_least": bound.limit}
    return fields if bound.aim is None else {**fields, "aim": bound.aim}
