"""Readings made by hand, their spans found by the words they cover."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from furphy.model.assertion import Assertion, AssertionKind, Status, StatusValue
from furphy.model.attribution import Attribution, Mode, Source, SourceKind
from furphy.model.document import Document, Segment, SegmentKind
from furphy.model.evidence import Evidence
from furphy.model.factuality import Commitment, CueKind, Factuality, FactualityCue
from furphy.model.reading import Maker, Reading
from furphy.model.text import Span, Spans, hull

RULE = Evidence("made-by-hand", 1.0)
DEGREE = {"CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "UU": 0.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0}


@dataclass
class Made:
    """A document under construction; each method returns the index of what it added."""

    text: str
    segments: tuple[Segment, ...]
    sources: list[Source] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    assertions: list[Assertion] = field(default_factory=list)
    key: str = "report.txt"

    def at(self, words: str) -> Spans:
        """Return where these words first stand; a bar parts a discontinuous stretch."""
        found: list[Span] = []
        for part in words.split("|") if words else []:
            start = self.text.index(part, found[-1].end if found else 0)
            found.append(Span(start, start + len(part)))
        return tuple(found)

    def source(self, name: str, kind: str = "person", description: str | None = None) -> int:
        mentions = self.at(name) if name in self.text else ()
        self.sources.append(Source(name, SourceKind(kind), description, mentions))
        return len(self.sources) - 1

    def attribution(
        self, source: int | None, cue: str, content: str, parent: int | None = None
    ) -> int:
        spans = () if source is None else self.sources[source].mentions
        said = Attribution(
            source, spans, self.at(cue), self.at(content), Mode.INDIRECT, parent, RULE
        )
        self.attributions.append(said)
        return len(self.attributions) - 1

    def assertion(
        self,
        words: str,
        attribution: int | None = None,
        value: str = "CT+",
        author: str | None = None,
        **more: object,
    ) -> int:
        spans = self.at(words)
        inside = [n for n, each in enumerate(self.segments) if each.span.meets(hull(spans))]
        own = author or (value if attribution is None else "UU")
        made = Assertion(
            spans, inside[0], attribution, firm(value), firm(own), AssertionKind.REPORT, RULE
        )
        self.assertions.append(replace(made, **more))  # type: ignore[arg-type]
        return len(self.assertions) - 1

    def status(self, value: str, words: str, by: int | None = None) -> tuple[Status, ...]:
        return (Status(StatusValue(value), self.at(words)[0], by=by),)

    def hedged(self, value: str, cue: str) -> Factuality:
        span = self.at(f" {cue} ")[0]
        words = Span(span.start + 1, span.end - 1)
        return Factuality(Commitment(value), DEGREE[value], (FactualityCue(CueKind.HEDGE, words),))

    def reading(self, **document: object) -> Reading:
        digest = sha256(self.text.encode(errors="replace")).hexdigest()
        made = Document(f"sha256:{digest}", self.key, self.text, self.segments, language="en")
        return Reading(
            replace(made, **document),  # type: ignore[arg-type]
            Maker("0.0.0", "none"),
            tuple(self.sources),
            tuple(self.attributions),
            tuple(self.assertions),
        )


def firm(value: str) -> Factuality:
    return Factuality(Commitment(value), DEGREE[value])


def made(*segments: str, title: str | None = None) -> Made:
    """Return a document of these paragraphs, below this title."""
    parts = ([(SegmentKind.TITLE, title)] if title else []) + [
        (SegmentKind.PARAGRAPH, each) for each in segments
    ]
    text, spans = "", list[Segment]()
    for kind, words in parts:
        text += "\n\n" if text else ""
        spans.append(Segment(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Made(text, tuple(spans))


def flood() -> Made:
    """Return a small report with a nested chain, an unnamed source, a denial and own words."""
    flood = made(
        "The dam above the town burst at dawn, the regional water board said.",
        "The mayor's office says residents told it that looters were seen downstream.",
        "Sources claim that up to 40 people may be missing. This could not be verified.",
        "The road is closed.",
        title="Dam bursts above town",
    )
    board = flood.source("the regional water board", "organization")
    office = flood.source("The mayor's office", "organization")
    residents = flood.source("residents", "group")
    unnamed = flood.source("Sources", "anonymous")
    first = flood.attribution(board, "said", "The dam above the town burst at dawn")
    outer = flood.attribution(office, "says", "residents told it that looters were seen downstream")
    inner = flood.attribution(residents, "told it that", "looters were seen downstream", outer)
    last = flood.attribution(unnamed, "claim that", "up to 40 people may be missing")
    flood.assertion("Dam bursts above town")
    flood.assertion("The dam above the town burst at dawn", first)
    flood.assertion("The mayor's office says", reports=outer)
    flood.assertion("residents told it", outer, reports=inner)
    flood.assertion("looters were seen downstream", inner)
    flood.assertion(
        "up to 40 people may be missing",
        last,
        factuality=flood.hedged("PS+", "may"),
        status=flood.status("unconfirmed", "could not be verified"),
    )
    flood.assertion("The road is closed")
    return flood
