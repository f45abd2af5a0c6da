"""Readings made by hand, their spans found by the words they cover."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from furphy.model.assertion import Assertion, AssertionKind, Status, StatusValue
from furphy.model.attribution import Attribution, Mode, Source, SourceKind
from furphy.model.document import Document, Segment, SegmentKind
from furphy.model.evidence import Evidence
from furphy.model.factuality import Commitment, CueKind, Factuality, FactualityCue
from furphy.model.identity import Identity, IdentityKind, Mention, MentionForm
from furphy.model.place import Constraint, Place, PlaceKind, PlaceName, Relation, Toponym
from furphy.model.quantity import Modifier, Quantity
from furphy.model.reading import Maker, Reading
from furphy.model.text import Span, Spans, hull
from furphy.model.time import TimeExpression, TimeType

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
    toponyms: list[Toponym] = field(default_factory=list)
    constraints: list[Constraint] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)
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
        self.assertions.append(replace(made, **more))  # type: ignore[arg-type]  # fields by name
        return len(self.assertions) - 1

    def status(self, value: str, words: str, by: int | None = None) -> tuple[Status, ...]:
        return (Status(StatusValue(value), self.at(words)[0], by=by),)

    def hedged(self, value: str, cue: str) -> Factuality:
        span = self.at(f" {cue} ")[0]
        words = Span(span.start + 1, span.end - 1)
        return Factuality(Commitment(value), DEGREE[value], (FactualityCue(CueKind.HEDGE, words),))

    def toponym(
        self, words: str, place: Place | None = None, kinds: tuple[str, ...] = (), **more: object
    ) -> int:
        span = self.at(words)[-1]
        kinds_told = frozenset(map(PlaceKind, kinds))
        named = PlaceName(span, span.of(self.text), RULE, kinds_told)
        toponym = Toponym(named, place, None if place is None else 0.9)
        self.toponyms.append(replace(toponym, **more))  # type: ignore[arg-type]  # fields by name
        return len(self.toponyms) - 1

    def constraint(
        self,
        relation: str,
        subject: int | None,
        objects: tuple[int, ...],
        words: str,
        **more: object,
    ) -> int:
        stated = Constraint(Relation(relation), subject, objects, self.at(words)[0], RULE)
        self.constraints.append(replace(stated, **more))  # type: ignore[arg-type]  # fields by name
        return len(self.constraints) - 1

    def time(self, words: str, value: str | None = None, *days: str, **more: object) -> int:
        interval = (days[0], days[1]) if days else None
        time = TimeExpression(self.at(words)[0], TimeType.DATE, value, RULE, interval=interval)
        self.times.append(replace(time, **more))  # type: ignore[arg-type]  # fields by name
        return len(self.times) - 1

    def quantity(
        self, words: str, low: float | None, high: float | None, of: str = "", **more: object
    ) -> int:
        counted = self.at(of)[0] if of else None
        modifier = Modifier.EXACT if low == high else Modifier.RANGE
        quantity = Quantity(self.at(words)[0], low, high, None, counted, modifier, RULE)
        self.quantities.append(replace(quantity, **more))  # type: ignore[arg-type]  # fields by name
        return len(self.quantities) - 1

    def identity(
        self, name: str, kind: str = "person", titles: tuple[str, ...] = (), /, **mentions: str
    ) -> int:
        """Add who is mentioned in these forms; of words in parts the last is the mention."""
        met = (
            Mention(self.at(words)[-1], MentionForm(form), RULE) for form, words in mentions.items()
        )
        self.identities.append(Identity(name, IdentityKind(kind), tuple(met), titles))
        return len(self.identities) - 1

    def reading(self, **document: object) -> Reading:
        digest = sha256(self.text.encode(errors="replace")).hexdigest()
        made = Document(f"sha256:{digest}", self.key, self.text, self.segments, language="en")
        return Reading(
            replace(made, **document),  # type: ignore[arg-type]  # fields by name
            Maker("0.0.0", "none"),
            tuple(self.sources),
            tuple(self.attributions),
            tuple(self.assertions),
            tuple(self.toponyms),
            tuple(self.constraints),
            tuple(self.times),
            tuple(self.quantities),
            tuple(self.identities),
        )


def spot(name: str, lat: float, lon: float, kind: str = "city", **more: object) -> Place:
    """Return a place as a gazetteer might have it."""
    place = Place("geonames", name.lower(), name, lat, lon, PlaceKind(kind), 2.0)
    return replace(place, **more)  # type: ignore[arg-type]  # fields by name


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
