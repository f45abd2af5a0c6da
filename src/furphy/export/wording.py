"""The words and signs in which results are told to people, the same in every format."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import PurePath

from furphy.export.visible import on_one_line
from furphy.model.assertion import Assertion
from furphy.model.attribution import SourceKind
from furphy.model.document import Basis, DerivationKind, Document, Published
from furphy.model.factuality import Commitment, CueKind
from furphy.model.reading import Reading
from furphy.model.text import Spans, quoted

NOBODY = "no one named"
OWN_VOICE = "the document itself"


@dataclass(frozen=True, slots=True)
class Firmness:
    """How a commitment is shown: a sign for the eye, words for everyone."""

    sign: str
    words: str


FIRMNESS = {
    Commitment.CERTAIN: Firmness("●", "certain"),
    Commitment.PROBABLE: Firmness("◕", "probable"),
    Commitment.POSSIBLE: Firmness("◔", "possible"),
    Commitment.UNCOMMITTED: Firmness("○", "uncommitted"),
    Commitment.POSSIBLY_NOT: Firmness("◇", "possibly not"),
    Commitment.PROBABLY_NOT: Firmness("◈", "probably not"),
    Commitment.CERTAINLY_NOT: Firmness("✕", "denied"),
}

BASIS = {
    Basis.GIVEN: "as given",
    Basis.METADATA: "from the page's metadata",
    Basis.TEXT: "from the text",
    Basis.URL: "from the address",
    Basis.URL_ID: "from the id in the address",
    Basis.HEADER: "from the server's header",
}

DERIVATION = {
    DerivationKind.ORIGINAL: "names as its original",
    DerivationKind.FORWARD: "is forwarded from",
    DerivationKind.CITATION: "cites",
    DerivationKind.REPOST: "is reposted from",
}
NAMELESS = "a source it does not name"


MOST_CHECKS = 5
"""A list of first things to do that is longer is no list of first things."""

_TURNED = {
    Commitment.CERTAINLY_NOT: Commitment.CERTAIN,
    Commitment.PROBABLY_NOT: Commitment.PROBABLE,
    Commitment.POSSIBLY_NOT: Commitment.POSSIBLE,
}


_SURENESS = ((0.9, "sure"), (0.7, "likely"), (0.0, "unsure"))
"""From which score on which word is used: a share of the belief in all candidates."""


def stance(assertion: Assertion) -> Commitment:
    """Return how firmly the innermost speaker stands by the words of an assertion.

    Factuality is about the event: "there is no danger" commits to CT- of a danger. Beside the
    words, which hold the negation themselves, that would read as a denial of them.
    """
    value = assertion.factuality.value
    negated = any(
        cue.kind is CueKind.DENIAL and any(span.holds(cue.span) for span in assertion.spans)
        for cue in assertion.factuality.cues
    )
    return _TURNED.get(value, value) if negated else value


def weakeners(reading: Reading, assertion: Assertion) -> tuple[str, ...]:
    """Return the words that make a speaker's stance what it is; plain negation does not."""
    cues = (
        words(reading, (cue.span,))
        for cue in assertion.factuality.cues
        if cue.kind is not CueKind.DENIAL
        or not any(span.holds(cue.span) for span in assertion.spans)
    )
    return tuple(dict.fromkeys(cues))


def title(document: Document) -> str:
    """Return what a document is called: its title, else the last part of its own name."""
    return on_one_line(document.title or PurePath(document.key).name or document.key)


def file_name(key: str | None) -> str:
    """Return what a document is called by that has no name: of a path its end, an address whole."""
    told = key or ""
    return told if "://" in told else told.rstrip("/").rpartition("/")[2]


def when(published: Published) -> str:
    """Return when something was published, and how that is known."""
    return f"{published.start.replace('T', ' ')} {BASIS[published.basis]}"


def count(number: int, noun: str) -> str:
    """Return "1 source", "2 sources"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def country(code: str) -> str:
    """Return what a country is called, by its ISO 3166-1 alpha-2 code; else the code itself."""
    return _countries().get(code) or on_one_line(code)


@cache
def _countries() -> dict[str, str]:
    file = resources.files("furphy.export").joinpath("assets", "countries.tsv")
    return dict(row.split("\t") for row in file.read_text(encoding="utf-8").splitlines())


def sureness(score: float | None) -> str:
    """Return in a word how sure it is that a name stands for the place it was taken for."""
    return "" if score is None else next(word for least, word in _SURENESS if score >= least)


def coordinates(lat: float, lon: float) -> str:
    """Return a point as ``47.445° N, 35.837° E``, to about a hundred metres."""
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{abs(lat):.3f}° {north}, {abs(lon):.3f}° {east}"


def words(reading: Reading, spans: Spans) -> str:
    """Return what stands at these spans, fit to be shown on one line."""
    return on_one_line(quoted(reading.document.text, spans))


def holder(reading: Reading, attribution: int | None) -> str:
    """Return the name of who speaks in an attribution; the document itself where there is none."""
    if attribution is None:
        return OWN_VOICE
    source = reading.attributions[attribution].source
    return NOBODY if source is None else on_one_line(reading.sources[source].name)


def chain(reading: Reading, assertion: Assertion) -> tuple[str, ...]:
    """Return who says it through whom, from the outermost to the innermost speaker."""
    return tuple(holder(reading, link) for link in reading.chain(assertion.attribution))


def is_unnamed(reading: Reading, attribution: int | None) -> bool:
    """Tell whether an attribution names no one, or someone who stays anonymous."""
    if attribution is None:
        return False
    source = reading.attributions[attribution].source
    return source is None or reading.sources[source].kind is SourceKind.ANONYMOUS


def findings(reading: Reading) -> tuple[int, ...]:
    """Return the assertions that a person would list, in reading order.

    Left out are those which only state that someone spoke, since the chain of what was said shows
    it, and clauses that stand inside another listed assertion of the same speaker.
    """
    return tuple(
        index for index, each in enumerate(reading.assertions) if _stands_alone(reading, each)
    )


def _stands_alone(reading: Reading, assertion: Assertion) -> bool:
    if assertion.reports is not None:
        return False
    if assertion.within is None:
        return True
    around = reading.assertions[assertion.within]
    return around.reports is not None or around.attribution != assertion.attribution
