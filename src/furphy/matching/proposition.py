"""What is compared: an assertion, or a sentence in its stead, with all that tells it apart."""

from dataclasses import dataclass

from furphy.model.factuality import Commitment
from furphy.model.place import PlaceKind
from furphy.model.text import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name, in any script."""

    text: str
    span: Span
    sounds: tuple[str, ...]
    """What each of its words sounds like (:mod:`furphy.gazetteer.sounds`), the last one last."""
    of_place: bool = False
    """Whether the words around say that it names a place."""
    sure: bool = True
    """False where it may be a word like others: at the head of a sentence, in Chinese."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that was resolved."""

    gazetteer: str
    id: str
    name: str
    lat: float
    lon: float
    radius_km: float
    kind: PlaceKind
    span: Span
    divisions: tuple[str, ...] = ()
    """Codes of the divisions that hold it, outermost first."""
    sure: bool = True
    """False where only its name was looked up, and nothing else of the text."""


@dataclass(frozen=True, slots=True)
class When:
    """A time that was told."""

    span: Span
    interval: tuple[str, str] | None
    """Half-open, ISO 8601; None where it is not on the calendar."""
    value: str | None = None
    """In TimeML's notation, ``XXXX-05-03``, ``XXXX-WXX-1``, where no interval is known."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None = None
    counted: str | None = None
    """The concept, or else the stem, of what is counted."""
    harm: str | None = None
    """``killed``, ``wounded``, ``missing`` … where the harmed are counted."""
    about: bool = False
    bounded: bool = False
    """Whether it is "at least" or "at most" so many."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A word that the vocabulary knows, by its meaning."""

    name: str
    kind: str
    span: Span
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does what to whom, as the order of words tells; entries are concepts or sounds."""

    doer: str
    action: str | None
    undergoer: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing put forward, made comparable."""

    document: int
    """The document's place among those compared."""
    assertion: int | None
    """Index into its reading's assertions; None where a sentence stands in for one."""
    span: Span
    """Where it stands in the document's text."""
    text: str
    language: str
    """BCP 47, without region."""
    terms: tuple[str, ...] = ()
    """Stems of its telling words, pairs of characters in Chinese, in order, concepts by name."""
    concepts: tuple[Concept, ...] = ()
    names: tuple[Name, ...] = ()
    spots: tuple[Spot, ...] = ()
    times: tuple[When, ...] = ()
    amounts: tuple[Amount, ...] = ()
    deeds: tuple[Deed, ...] = ()
    negative: bool = False
    """Whether it is put forward that it is not so: denied, or its main verb negated."""
    commitment: Commitment | None = None
    """As its innermost holder commits to it; None where that was not read."""
    holder: str | None = None
    """Who is said to say it, in the document's words."""
    sayers: frozenset[str] = frozenset()
    """The concepts of the words that say who says it: a ministry, a mayor."""
    published: tuple[str, str] | None = None
    """When the document was published: half-open, ISO 8601."""
    marks: frozenset[str] = frozenset()
    """``later`` (a number that has grown), ``more``, ``total``: what says how a number is meant."""
