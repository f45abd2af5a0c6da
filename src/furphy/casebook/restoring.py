"""The line of a reading, taken back into the types it was written from.

What the public JSON says twice (quoted words, the reasons as sentences) is not read here; whether
it agrees is for :mod:`.verification.rereading`.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from furphy.model.assertion import Assertion, AssertionKind, Status, StatusValue
from furphy.model.attribution import Attribution, Mode, Source, SourceKind, Stance
from furphy.model.document import (
    Basis,
    DerivationKind,
    DerivedFrom,
    Document,
    Note,
    Published,
    Segment,
    SegmentKind,
)
from furphy.model.evidence import Evidence
from furphy.model.factuality import Commitment, CueKind, Factuality, FactualityCue
from furphy.model.identity import Identity, IdentityKind, Mention, MentionForm
from furphy.model.place import (
    Candidate,
    Constraint,
    Ground,
    Place,
    PlaceKind,
    PlaceName,
    Relation,
    Toponym,
)
from furphy.model.quantity import Modifier, Quantity
from furphy.model.reading import Maker, Reading
from furphy.model.text import Span, Spans
from furphy.model.time import TimeExpression, TimeMod, TimeType

# An object of the JSON, of which nothing is known but what reading it shows.
_Given = dict[str, Any]
_Made = TypeVar("_Made")


def restored(line: str) -> Reading:
    """Return the reading that a line was written from.

    Raises :class:`ValueError` where it is not the line of one.
    """
    try:
        return _reading(json.loads(line))
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ValueError(f"not the line of a reading: {error!r}") from error


def _reading(given: _Given) -> Reading:
    maker = given["made_by"]
    return Reading(
        document=_document(given["document"]),
        made_by=Maker(maker["version"], maker["parser"], tuple(maker["gazetteers"])),
        sources=_each(_source, given["sources"]),
        attributions=_each(_attribution, given["attributions"]),
        assertions=_each(_assertion, given["assertions"]),
        toponyms=_each(_toponym, given["places"]),
        constraints=_each(_constraint, given["constraints"]),
        times=_each(_time, given["times"]),
        quantities=_each(_quantity, given["quantities"]),
        identities=_each(_identity, given["identities"]),
        notes=_each(_note, given["notes"]),
    )


def _document(given: _Given) -> Document:
    published = given["published"]
    return Document(
        id=given["id"],
        key=given["key"],
        text=given["text"],
        segments=_each(_segment, given["segments"]),
        language=given["language"],
        url=given["url"],
        title=given["title"],
        outlet=given["outlet"],
        author=given["author"],
        published=published and _published(published),
        derived_from=_each(_derived, given["derived_from"]),
        updated=given.get("updated"),
        captured=given.get("captured"),
        replies_to=given.get("replies_to"),
    )


def _published(given: _Given) -> Published:
    start, end = given["interval"]
    return Published(start, end, Basis(given["basis"]))


def _segment(given: _Given) -> Segment:
    return Segment(
        SegmentKind(given["kind"]), _ends(given), given.get("language"), given.get("page")
    )


def _derived(given: _Given) -> DerivedFrom:
    span = _ends(given) if "start" in given else None
    return DerivedFrom(DerivationKind(given["kind"]), given["target"], span)


def _source(given: _Given) -> Source:
    return Source(
        given["name"],
        SourceKind(given["kind"]),
        given["description"],
        _spans(given["mentions"]),
        given["identity"],
    )


def _attribution(given: _Given) -> Attribution:
    return Attribution(
        source=given["source"],
        source_spans=_first_or_all(given, "source"),
        cue_spans=_first_or_all(given, "cue"),
        content_spans=_spans(given["content_spans"] or []),
        mode=Mode(given["mode"]),
        parent=given["parent"],
        evidence=_evidence(given),
        stance=Stance(given["stance"]),
    )


def _assertion(given: _Given) -> Assertion:
    return Assertion(
        spans=_spans(given["spans"]),
        segment=given["segment"],
        attribution=given["attribution"],
        factuality=_factuality(given["factuality"]),
        author_factuality=_factuality(given["author_factuality"]),
        kind=AssertionKind(given["kind"]),
        evidence=_evidence(given),
        status=_each(_status, given["status"]),
        reports=given["reports"],
        within=given["within"],
        toponyms=tuple(given["places"]),
        times=tuple(given["times"]),
        quantities=tuple(given["quantities"]),
    )


def _factuality(given: _Given) -> Factuality:
    cues = tuple(
        FactualityCue(CueKind(each["kind"]), Span(*each["span"])) for each in given["cues"]
    )
    return Factuality(Commitment(given["value"]), given["degree"], cues)


def _status(given: _Given) -> Status:
    return Status(StatusValue(given["value"]), Span(*given["span"]), given["when"], given["by"])


def _toponym(given: _Given) -> Toponym:
    kinds = frozenset(map(PlaceKind, given.get("kinds", ())))
    return Toponym(
        named=PlaceName(Span(*given["span"]), given["name"], _evidence(given), kinds),
        place=given["place"] and _place(given["place"]),
        score=given["score"],
        candidates=tuple(
            Candidate(_place(each["place"]), each["name"], each["score"])
            for each in given["candidates"]
        ),
        because=tuple(
            Ground(each["rule"], each["text"], _spans(each["spans"])) for each in given["grounds"]
        ),
    )


def _place(given: _Given) -> Place:
    return Place(
        gazetteer=given["gazetteer"],
        id=given["id"],
        name=given["name"],
        lat=given["lat"],
        lon=given["lon"],
        kind=PlaceKind(given["kind"]),
        radius_km=given["radius_km"],
        country=given["country"],
        divisions=tuple(given["divisions"]),
        population=given["population"],
    )


def _constraint(given: _Given) -> Constraint:
    return Constraint(
        relation=Relation(given["relation"]),
        subject=given["subject"],
        objects=tuple(given["objects"]),
        span=Span(*given["span"]),
        evidence=_evidence(given),
        low_km=given["low_km"],
        high_km=given["high_km"],
        bearing=given["bearing"],
    )


def _time(given: _Given) -> TimeExpression:
    interval, mod, anchor = given["interval"], given.get("mod"), given.get("anchor")
    return TimeExpression(
        span=Span(*given["span"]),
        type=TimeType(given["type"]),
        value=given["value"],
        evidence=_evidence(given),
        mod=mod and TimeMod(mod),
        interval=interval and (interval[0], interval[1]),
        anchor=anchor and Span(*anchor),
    )


def _quantity(given: _Given) -> Quantity:
    of = given["of_span"]
    return Quantity(
        span=Span(*given["span"]),
        low=given["low"],
        high=given["high"],
        unit=given["unit"],
        of=of and Span(*of),
        modifier=Modifier(given["modifier"]),
        evidence=_evidence(given),
        casualty=given.get("casualty"),
    )


def _identity(given: _Given) -> Identity:
    mentions = tuple(
        Mention(Span(*each["span"]), MentionForm(each["form"]), _evidence(each))
        for each in given["mentions"]
    )
    return Identity(given["name"], IdentityKind(given["kind"]), mentions, tuple(given["titles"]))


def _note(given: _Given) -> Note:
    span = given.get("span")
    return Note(given["code"], given["message"], span and Span(*span))


def _evidence(given: _Given) -> Evidence:
    return Evidence(given["evidence"]["rule"], given["evidence"]["score"])


def _first_or_all(given: _Given, name: str) -> Spans:
    first = given[f"{name}_span"]
    return _spans(given.get(f"{name}_spans") or ([first] if first else []))


def _spans(given: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(*each) for each in given)


def _ends(given: _Given) -> Span:
    return Span(given["start"], given["end"])


def _each(make: Callable[[_Given], _Made], given: Sequence[_Given]) -> tuple[_Made, ...]:
    return tuple(make(each) for each in given)
