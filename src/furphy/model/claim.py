"""Whether assertions say the same, what several have in common, and what cannot hold together."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.evidence import Evidence
from furphy.model.text import Span


class Sameness(StrEnum):
    """Whether two assertions put the same thing forward."""

    JOINED = "joined"
    """Sure enough to be counted as one."""
    PROPOSED = "proposed"
    """Likely; for a person to judge."""
    NO = "no"


class ContradictionKind(StrEnum):
    """In what two assertions about one thing cannot both hold."""

    PLACE = "place"
    NUMBER = "number"
    TIME = "time"
    POLARITY = "polarity"
    """That it is so, and that it is not."""
    IDENTITY = "identity"
    """Who did it, or to whom or what."""


class DifferenceKind(StrEnum):
    """In what two assertions differ that may both hold."""

    SCOPE = "scope"
    """One counts or covers more than the other: a city and its region, children among the dead."""
    DATE = "date"
    """They are true of different times: a toll, and a later one."""
    EVENT = "event"
    """They tell of different events of one sort."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two assertions that are about one thing and cannot both hold."""

    kind: ContradictionKind
    one: Span
    """The words that say so in the text of the first."""
    other: Span
    """Those of the second."""
    detail: str
    """Both values, as a reader may be told them: ``12 | 40``."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Why two assertions that look alike say different things, without contradiction."""

    kind: DifferenceKind
    detail: str


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against two assertions being one."""

    name: str
    value: float | None
    """From -1 (against) to 1 (for); None where it cannot be told."""
    detail: str = ""
    """What was compared, for a reader."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing two assertions."""

    score: float
    """How likely they say the same, 0 to 1."""
    same: Sameness
    about: float
    """How likely they are about one thing, whether or not they say the same of it, 0 to 1."""
    features: tuple[Feature, ...] = ()
    contradiction: Contradiction | None = None
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What assertions have in common."""

    members: tuple[int, ...]
    """Places of its assertions among those grouped, rising; at least one."""
    centre: int
    """The one that the others resemble most; its words stand for the claim."""
    because: tuple[Evidence, ...] = ()
    """For each member after the first in the order of joining: what joined it, how surely."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two claims that may be one; for a person to judge."""

    one: int
    """Place of the claim among the claims."""
    other: int
    pair: tuple[int, int]
    """The two assertions that look alike most."""
    score: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """A contradiction between two assertions, by their places among those grouped."""

    pair: tuple[int, int]
    contradiction: Contradiction
    score: float
    """How surely they are about one thing, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What came of grouping assertions."""

    claims: tuple[Claim, ...]
    proposals: tuple[Proposal, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
