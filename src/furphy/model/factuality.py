"""How firmly a holder commits to an event (FactBank, Saurí & Pustejovsky 2009)."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.text import Span


class Commitment(StrEnum):
    """Certainty (certain, probable, possible) and polarity; UU where not committed."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    UNCOMMITTED = "UU"
    POSSIBLY_NOT = "PS-"
    PROBABLY_NOT = "PR-"
    CERTAINLY_NOT = "CT-"


DENYING = frozenset({Commitment.POSSIBLY_NOT, Commitment.PROBABLY_NOT, Commitment.CERTAINLY_NOT})
"""That it is not so."""


class CueKind(StrEnum):
    """What a word does to the factuality of those in its scope."""

    HEDGE = "hedge"
    DENIAL = "denial"
    CONDITION = "condition"
    QUESTION = "question"
    EVIDENTIAL = "evidential"


@dataclass(frozen=True, slots=True)
class FactualityCue:
    """Words that weaken, negate or suspend a statement."""

    kind: CueKind
    span: Span


@dataclass(frozen=True, slots=True)
class Factuality:
    """One holder's commitment to an assertion."""

    value: Commitment
    degree: float
    """From -3 (certainly not) to 3 (certainly): how far a reader who trusts this holder may take
    it as having happened (veridicality, de Marneffe, Manning & Potts 2012). Where the document
    passes on another's words without a sign of doubt its ``value`` is UU, since it commits to
    nothing, while the degree stays above 0, since readers take such relays as support."""
    cues: tuple[FactualityCue, ...] = ()
