"""Who is said to say what: source, cue, content (PARC 3.0, Pareti 2012; PolNeAR, Newell 2018)."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.evidence import Evidence
from furphy.model.text import Spans


class SourceKind(StrEnum):
    """What sort of source speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    CHANNEL = "channel"
    DOCUMENT = "document"
    GROUP = "group"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Source:
    """Someone or something that a document says puts something forward."""

    name: str
    """The fullest form the document gives, in its own words."""
    kind: SourceKind
    description: str | None = None
    """Office or role, in the document's own words."""
    mentions: Spans = ()
    identity: int | None = None
    """Index of who it is among the document's identities; None where that is not known."""


class Mode(StrEnum):
    """Whether the content is in quotation marks: wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What a cue tells of its content, beyond that it is put forward."""

    NEUTRAL = "neutral"
    """The author passes it on ("said")."""
    DOUBT = "doubt"
    """The author keeps a distance ("claimed")."""
    FACT = "fact"
    """The author takes it to be so ("revealed")."""
    KNOW = "know"
    """The source is aware of it, and the author takes it to be so ("realized")."""
    DENY = "deny"
    """The source says that it is not so ("denied")."""
    ASK = "ask"
    """The source asks it ("wondered whether")."""
    THINK = "think"
    """The source believes it ("suspected")."""
    WISH = "wish"
    """The source wants it ("promised to")."""
    JUDGE = "judge"
    """The source values it ("condemned")."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source–cue–content; the chain is read by following ``parent`` outwards."""

    source: int | None
    """Index into the reading's sources; None for an agentless cue ("reportedly")."""
    source_spans: Spans
    cue_spans: Spans
    content_spans: Spans
    mode: Mode
    parent: int | None
    """Index of the attribution this one stands inside; None for the document's own voice."""
    evidence: Evidence
    stance: Stance = Stance.NEUTRAL
