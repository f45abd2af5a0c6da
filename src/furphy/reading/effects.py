"""What words do to a commitment: the effects the lexicon names, and how they compose.

The scale is that of veridicality (de Marneffe, Manning & Potts 2012), -3 to 3: how far a reader who
trusts the holder may take the event as having happened. Composition runs from the outside in, after
De Facto (Saurí & Pustejovsky 2012): each operator has one effect on what it governs where it is
itself affirmed and another where it is negated (Karttunen 1971), and a doubtful operator passes on
no more certainty than it has. The figures are chosen, not learned; docs/decisions/0003 says how.
"""

from dataclasses import dataclass

from furphy.model.factuality import Commitment, CueKind, Factuality, FactualityCue
from furphy.model.text import Span

CERTAIN = 3.0
"""The degree of a plain statement."""
_FIRM, _FIRMLY_NOT = 2.0, -2.0
"""From here on, up or down, an operator passes on all its certainty, as a plain denial does."""
_MOST_CUES = 16
"""A stance keeps its innermost cues up to here: nobody reads more, and hostile text nests deep."""
_BANDS = (
    (2.5, -1.8, Commitment.CERTAIN, Commitment.CERTAINLY_NOT),
    (1.5, -1.2, Commitment.PROBABLE, Commitment.PROBABLY_NOT),
    (0.5, -0.4, Commitment.POSSIBLE, Commitment.POSSIBLY_NOT),
)
"""From which degree up, and from which down, a settled holder commits to what. Denials lie nearer
to the middle: which part of a clause "not" denies is left open ("did not leave on Monday")."""


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """What becomes of an event under an operator its holder is certain of."""

    degree: float
    """What the operator's own holder makes of the event, -3 to 3."""
    settled: bool = True
    """Whether that holder commits to anything by it: a plan and a question commit to nothing."""
    inner: float | None = None
    """What the source the operator brings in makes of it, where that differs ("denied that …")."""
    commits: bool = True
    """Whether that source commits to anything: one that wants something does not."""
    kind: CueKind = CueKind.HEDGE


@dataclass(frozen=True, slots=True)
class Reach:
    """An operator's effects on what it governs."""

    affirmed: Effect
    negated: Effect


@dataclass(frozen=True, slots=True)
class Stance:
    """One holder's commitment at one word, and the words that brought it about."""

    degree: float
    settled: bool = True
    cues: tuple[FactualityCue, ...] = ()

    def factuality(self) -> Factuality:
        """Return the stance as the model's value and degree."""
        return Factuality(self._value(), round(self.degree, 2), self.cues)

    def _value(self) -> Commitment:
        if not self.settled:
            return Commitment.UNCOMMITTED
        for above, below, holds, fails in _BANDS:
            if self.degree >= above:
                return holds
            if self.degree <= below:
                return fails
        return Commitment.UNCOMMITTED


PLAIN = Stance(CERTAIN)


def _open(degree: float, kind: CueKind = CueKind.HEDGE) -> Effect:
    """Make an effect that commits nobody."""
    return Effect(degree, settled=False, commits=False, kind=kind)


def _told(degree: float, inner: float) -> Effect:
    """Make the effect of passing on what a source commits to."""
    return Effect(degree, settled=False, inner=inner, kind=CueKind.EVIDENTIAL)


FACT = Effect(CERTAIN)
"""Presupposed: as certain as the holder's plain statements, whatever governs it."""
SAME = Effect(CERTAIN)
"""As certain as what it hangs on."""

EFFECTS = {
    # Settled: the holder stands by a degree.
    "fact": FACT,
    "time": FACT,
    "when": Effect(CERTAIN),
    "same": SAME,
    "certain": Effect(3.0),
    "shown": Effect(2.7),
    "probable": Effect(2.0),
    "seeming": Effect(2.0, kind=CueKind.EVIDENTIAL),
    "future": Effect(2.0),
    "possible": Effect(1.0),
    "able": Effect(0.5),
    "doubtful": Effect(-0.8),
    "unlikely": Effect(-1.5),
    "averted": Effect(-1.8, kind=CueKind.DENIAL),
    "ended": _open(1.0, CueKind.DENIAL),
    "not": Effect(-2.0, kind=CueKind.DENIAL),
    # Unsettled: nobody commits; the degree only leans.
    "enabled": _open(1.2),
    "before": Effect(2.0, kind=CueKind.CONDITION),
    "planned": _open(1.2),
    "expected": Effect(1.5, settled=False, inner=2.0),
    "offered": _open(0.5),
    "attempted": _open(1.0),
    "mentioned": _open(1.8),
    "affected": _open(1.3),
    "awaited": _open(0.8, CueKind.CONDITION),
    "wanted": _open(0.6),
    "considered": _open(0.5),
    "obliged": _open(0.3),
    "obliged_to": _open(0.5),
    "open_to": _open(0.5),
    "conditional": _open(0.7, CueKind.CONDITION),
    "contingent": _open(1.5, CueKind.CONDITION),
    "contingent_not": _open(-1.0, CueKind.CONDITION),
    "open": _open(0.0, CueKind.CONDITION),
    "asked": _open(-0.3, CueKind.QUESTION),
    "asked_about": _open(1.0, CueKind.QUESTION),
    "bidden": _open(-2.2),
    "unplanned": _open(-1.5, CueKind.DENIAL),
    "unwanted": _open(-0.8, CueKind.DENIAL),
    "forbidden": _open(-1.0, CueKind.DENIAL),
    "unreal": _open(-1.0, CueKind.CONDITION),
    # Passed on: a source commits, whoever passes it on does not.
    "relayed": _told(2.7, 3.0),
    "suggested": _told(1.8, 2.0),
    "thought": _told(1.8, 2.0),
    "claimed": _told(1.5, 3.0),
    "warned": _told(1.3, 2.0),
    "feared": _told(1.0, 1.0),
    "rumoured": _told(0.3, 1.0),
    "denied": _told(-0.8, -3.0),
    "unthought": _told(-1.5, -2.0),
}
"""Every effect a lexicon may name."""


def under(stance: Stance, reach: Reach, base: Stance, cue: Span | None) -> Stance:
    """Return the stance towards what an operator governs, given that towards the operator.

    ``base`` is the holder's stance towards what is simply so, which presupposed events go back to.
    """
    effect = reach.affirmed if stance.degree >= 0 else reach.negated
    if effect is FACT:
        return base
    if effect is SAME:
        return stance
    limit = _FIRM if stance.degree >= 0 else _FIRMLY_NOT
    # Nothing follows more surely than what it follows from.
    degree = min(effect.degree * min(1.0, stance.degree / limit), abs(stance.degree))
    settled = stance.settled and effect.settled
    if degree == stance.degree != 0 and settled == stance.settled:
        return stance
    cues = stance.cues
    if cue is not None:
        cues = (*cues, FactualityCue(effect.kind, cue))[-_MOST_CUES:]
    return Stance(degree, settled, cues)


def always(effect: Effect) -> Reach:
    """Make an operator whose effect is the same affirmed and negated."""
    return Reach(effect, effect)


def inwards(stance: Stance, reach: Reach, cue: Span | None) -> Stance:
    """Return the stance a source takes towards its content, given that towards its saying so."""
    effect = reach.affirmed if stance.degree >= 0 else reach.negated
    if effect is FACT:
        return PLAIN
    degree = effect.degree if effect.inner is None else effect.inner
    if cue is None or (degree == CERTAIN and effect.commits):
        return Stance(degree, effect.commits)
    return Stance(degree, effect.commits, (FactualityCue(effect.kind, cue),))
