"""The bearers of a document's names: each name goes to the bearer it is a name of.

Full names come first, wherever they stand, so that a headline's "Zelensky" finds the name that the
text gives only later. A short form goes to the one bearer it can be short for. Where there are
several, a form of address may decide; else it goes to the one who was named last, with a low score.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from furphy.model.identity import IdentityKind, MentionForm
from furphy.model.text import Span
from furphy.reading.identities.bodies import BodyName
from furphy.reading.identities.naming import Naming
from furphy.textkit.personal_names import PersonalName


@dataclass(frozen=True, slots=True)
class Join:
    """A stretch of text joined to a bearer, and by which rule."""

    span: Span
    form: MentionForm
    rule: str


@dataclass(slots=True, eq=False)
class Bearer:
    """One person or body, as far as it is known."""

    kind: IdentityKind
    name: str
    personal: PersonalName | None = None
    body: BodyName | None = None
    gender: str = ""
    """m, f, or empty where nothing tells."""
    titles: list[Span] = field(default_factory=list)
    calls: set[str] = field(default_factory=set)
    """The nouns that "the ..." may call it by."""
    joins: list[Join] = field(default_factory=list)
    spellings: list[BodyName] = field(default_factory=list)
    """A body's names that were met."""
    places: list[int] = field(default_factory=list)
    """Where it is referred to, sorted."""

    def take(self, naming: Naming, form: MentionForm, rule: str) -> None:
        """Join a name, with what stood beside it."""
        self.join(naming.span, form, rule)
        self.titles += naming.titles
        self.calls |= naming.calls
        self.gender = self.gender or naming.gender

    def join(self, span: Span, form: MentionForm, rule: str) -> None:
        """Join a stretch of text."""
        self.joins.append(Join(span, form, rule))
        insort(self.places, span.start)

    def last_before(self, place: int) -> int:
        """Return where it was last referred to before a place; -1 where it was not."""
        found = bisect_left(self.places, place)
        return self.places[found - 1] if found else -1


def last_named(candidates: Iterable[Bearer], place: int) -> Bearer:
    """Return the bearer referred to last before a place, or else first after it."""
    return max(
        candidates,
        key=lambda each: (each.last_before(place), -each.places[0]),
    )


class Roster:
    """Bearers, found by what another name must share with theirs to be of the same bearer."""

    def __init__(self) -> None:
        self.bearers: list[Bearer] = []
        self._numbers: dict[str, set[int]] = defaultdict(set)
        self._own: dict[int, int] = {}

    def add(self, bearer: Bearer, keys: Iterable[str]) -> None:
        """Add a bearer under the keys of its name."""
        self._own[id(bearer)] = len(self.bearers)
        self.bearers.append(bearer)
        self.learn(bearer, keys)

    def learn(self, bearer: Bearer, keys: Iterable[str]) -> None:
        """Add the keys of another name that a bearer has."""
        for key in keys:
            self._numbers[key].add(self._own[id(bearer)])

    def sharing(self, keys: Iterable[str]) -> list[Bearer]:
        """Return the bearers that have one of these keys, in the order they were added."""
        numbers = {number for key in keys for number in self._numbers.get(key, ())}
        return [self.bearers[number] for number in sorted(numbers)]
