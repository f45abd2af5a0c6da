"""A claim of a casebook with all that stands behind it, as it is told to a reader."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.assertion import StatusValue
from furphy.model.attribution import SourceKind
from furphy.model.claim import Contradiction, Sameness
from furphy.model.derivation import Bond, Derivation
from furphy.model.evidence import Evidence
from furphy.model.factuality import Commitment
from furphy.model.origin import Count
from furphy.model.signed import Grade, SignedVerdict
from furphy.model.text import Span


@dataclass(frozen=True, slots=True)
class Informant:
    """Who is named as the one that knows."""

    name: str
    """As the document has it."""
    kind: SourceKind
    sounds: tuple[str, ...] = ()
    """What each word of the name sounds like, so that scripts make no difference."""
    is_described: bool = False
    """Whether it goes by an office or description ("the mayor"), not by a name."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One assertion of a claim: how one document puts it."""

    id: str
    """Made of the document, the spans and the words; that of the casebook where it was read."""
    document: int
    """The document's place among those traced."""
    assertion: int | None
    """Index into its reading's assertions; None where a sentence stands in for one."""
    span: Span
    text: str
    """The words of the span."""
    informant: Informant | None = None
    """Its innermost source; None where there is none or it has no name of its own."""
    chain: tuple[str | None, ...] = ()
    """Who says it through whom, outermost first; None for who is not named at all."""
    commitment: Commitment | None = None
    """As its innermost source commits to it; None where that was not read."""
    denies: bool = False
    """Whether it is put forward that it is not so."""


class OriginGround(StrEnum):
    """Why something is counted as an origin of its own."""

    ONLY = "only"
    """There is no other."""
    MADE_FROM_NONE = "made-from-none"
    """It was made from no other document that was traced."""
    OWN_INFORMANT = "own-informant"
    """It names an informant whom no other origin names."""
    ADDED = "added"
    """Though made from another document, it adds this, with an informant of its own."""
    NAMES_NOBODY = "names-nobody"
    """Neither who publishes it nor who says so is named: at the low end it counts for nothing."""


@dataclass(frozen=True, slots=True)
class Root:
    """An origin of a claim, by the links that are taken to hold."""

    document: int
    """In which it is first met."""
    informants: tuple[str, ...]
    """Who is named there as the one that knows."""
    documents: tuple[int, ...]
    """Those with the claim that go back to it, itself among them if it has the claim."""
    grounds: tuple[OriginGround, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """That two documents count as one origin though neither was made from the other."""

    one: int
    other: int
    bond: Bond
    score: float
    """How likely it is, 0 to 1."""
    detail: str
    """Whom or what they have in common."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What is behind a claim."""

    count: Count
    roots: tuple[Root, ...]
    merges: tuple[Merge, ...] = ()
    links: tuple[Derivation, ...] = ()
    """Between its documents and those that they were made from; also such as are only possible."""
    through: tuple[int, ...] = ()
    """Documents without the claim that some with it were made from."""
    changing: tuple[Derivation | Merge, ...] = ()
    """By which the number would change if they held, or did not; the nearest to call first."""


class StatusBasis(StrEnum):
    """How it is known that a claim got a status."""

    STATED = "stated"
    """The text says so of its own words."""
    DENIED = "denied"
    """It is put forward with a denial."""
    CONTRARY = "contrary"
    """Another claim has it that it is not so."""


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """That a claim was called confirmed, denied … in a document."""

    value: StatusValue
    basis: StatusBasis
    document: int
    span: Span
    """The words that say so."""
    text: str
    by: str | None
    """Who confirms or denies: a source, else the outlet; None where neither is named."""
    at: str | None
    """When the document was published, ISO 8601; None where that is unknown."""
    when: str | None = None
    """When it came to be so, in the document's own words."""


@dataclass(frozen=True, slots=True)
class Recycling:
    """That a claim came back after a silence."""

    document: int
    """The first one after it."""
    after: int
    """The last one before it."""
    silence: float
    """Seconds without a document, at least."""
    usual: float
    """Seconds that usually lie between two documents, up to then."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """What became of a claim."""

    events: tuple[StatusEvent, ...] = ()
    """In the order of their times, those without one last."""
    status: StatusValue | None = None
    """What follows from them; None where nothing is told."""
    recycled: tuple[Recycling, ...] = ()


@dataclass(frozen=True, slots=True)
class Counterclaim:
    """An assertion elsewhere, or within the claim, that cannot hold beside one of its own."""

    own: int
    """Place of the claim's assertion among its variants."""
    claim: str
    """Id of the claim that the other belongs to; it may be this one."""
    other: Variant
    contradiction: Contradiction
    """Its first span is in the text of the claim's own assertion."""
    score: float
    """How surely the two are about one thing, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Kindred:
    """Another claim that may be the same, for a person to judge."""

    claim: str
    text: str
    score: float
    documents: int
    """How many tell it."""
    assertion: str
    """The id of the assertion whose words stand for it, or of the sentence that stands in."""
    same: Sameness = Sameness.PROPOSED


@dataclass(frozen=True, slots=True)
class Account:
    """A claim with all that stands behind it."""

    id: str
    """Made of the ids of its assertions alone."""
    centre: int
    """The variant whose words stand for the claim."""
    variants: tuple[Variant, ...]
    """By document, in the order of their times, then by where they stand."""
    documents: tuple[int, ...]
    outlets: tuple[str, ...]
    """Names of those who published it, each once."""
    first_seen: str | None
    """When the first document with a time was published, ISO 8601."""
    behind: Behind
    timeline: Timeline = Timeline()
    counterclaims: tuple[Counterclaim, ...] = ()
    kindred: tuple[Kindred, ...] = ()
    because: tuple[Evidence, ...] = ()
    """What joined its assertions."""
    verdicts: tuple[SignedVerdict, ...] = ()
    """What people concluded of it, all that stand on any of its assertions, oldest first."""
    grades: tuple[Grade, ...] = ()
    """Admiralty digits set for its assertions, then letters of those who say it; all that stand."""
    rejected: tuple[Variant, ...] = ()
    """Assertions joined to it that people reject; nothing else here is told of them."""

    @property
    def text(self) -> str:
        """The words that stand for the claim."""
        return self.variants[self.centre].text

    @property
    def gap(self) -> int:
        """How many more outlets tell it than there are origins; documents where none is named."""
        return max(len(self.outlets), 1) - self.behind.count.best
