"""What people judged of assertions, laid over what claims are told of.

Which assertions are one claim stays as it was traced: a corrected day or place parts no claim and
joins none. What people reject ("no") is left out of claims; what they correct stands in the place
of what the machine read, and what they differ on is unknown.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, select

from furphy.casebook.judged import by_subject, ids_of, judged, ruled
from furphy.casebook.judged_reading import as_reading, verdicts
from furphy.casebook.judgements import Answer, Field, JudgementKind, judgements
from furphy.casebook.packing import unpacked
from furphy.casebook.restoring import restored
from furphy.casebook.schema import ASSERTION, DOCUMENT, EDITION, READING
from furphy.casebook.standing import Ruling, rulings
from furphy.desk.judged_stand_ins import in_place, stood, stood_now
from furphy.desk.put_forward import variants
from furphy.export.json import line
from furphy.matching.proposition import Proposition, Spot, When
from furphy.model.account import Variant
from furphy.model.factuality import DENYING, Commitment
from furphy.model.place import Place
from furphy.model.reading import Reading
from furphy.model.text import Span, hull
from furphy.model.verdict import Verdict

KIND = "kind"
ANSWER = JudgementKind.ANSWER.value
_ASKED = {ANSWER, KIND, *Field}
"""Questions about one assertion; all others are about claims."""
_MENTIONS = {Field.PLACE: "places", Field.TIME: "times", Field.QUANTITY: "quantities"}
_AT_ONCE = 500
"""Ids asked for in one go; stores take only so many."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What claims are told of, as people have it."""

    readings: Sequence[Reading]
    propositions: tuple[Proposition, ...]
    variants: tuple[Variant, ...]
    """Of the propositions, in their order."""
    said: Mapping[str, tuple[Verdict, ...]] = field(default_factory=dict)
    """What people say of assertions, by their ids."""
    rejected: frozenset[str] = frozenset()
    """Ids of the assertions that people agree are none."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A reading on which people ruled."""

    before: Reading
    after: Reading
    verdicts: tuple[Verdict, ...]
    mentions: tuple["_Corrected", ...]


@dataclass(frozen=True, slots=True)
class _Corrected:
    """A place or time that people corrected."""

    field: Field
    home: Span
    """Hull of the assertion that it was corrected in."""
    old: int | None
    """Its index in the reading as it was; None where the machine had found nothing."""
    new: int


def laid(
    connection: Connection,
    readings: Sequence[Reading],
    propositions: Sequence[Proposition],
    told: Sequence[Variant],
) -> Laid:
    """Return propositions, how they are told, and their readings, as people judged them."""
    given = by_subject(
        each for each in rulings(judgements(connection)) if each.question.asked in _ASKED
    )
    if not given:
        return Laid(readings, tuple(propositions), tuple(told))
    documents = _documents_of(connection, [*given])
    changed: dict[int, _Judged] = {}
    for at, reading in enumerate(readings):
        found = _judged(reading, given) if reading.document.id in documents else None
        if found is not None:
            changed[at] = found
    return _with_stand_ins(given, _over(changed, Laid(readings, tuple(propositions), tuple(told))))


def said_now(
    connection: Connection, ids: Sequence[str], sentences: Mapping[str, str]
) -> Iterator[tuple[str, Verdict, Spot | None]]:
    """Yield what people say of assertions now: whose id it is, what, and the place they give it.

    ``sentences`` holds the documents of those among them that only stand in for assertions. This
    traces nothing: it looks at the few readings that somebody judged.
    """
    found = ruled(connection, ids)
    for name, given in found.items():
        mine = [each for each in given if each.question.asked in _ASKED]
        if name in sentences:
            for sentence in stood_now(connection, sentences[name], {name: mine}) if mine else ():
                yield from ((name, verdict, spot) for verdict, spot in sentence.said)
            continue
        read = (
            select(READING.c.packed)
            .join(ASSERTION, ASSERTION.c.reading == READING.c.number)
            .where(ASSERTION.c.id == name, READING.c.current == 1)
            .order_by(READING.c.number.desc())
            .limit(1)
        )
        packed = connection.scalar(read) if mine else None
        over = packed and _judged(restored(unpacked(packed).decode()), {name: mine})
        for verdict in over.verdicts if over else ():
            yield name, verdict, _given(over, verdict) if over else None


def _given(found: _Judged, verdict: Verdict) -> Spot | None:
    """Return the place that people say words stand for."""
    if verdict.asked != Field.PLACE:
        return None
    for mention in found.mentions:
        toponym = found.after.toponyms[mention.new] if mention.field is Field.PLACE else None
        span = None if toponym is None else toponym.named.span
        if span is not None and span.of(found.before.document.text) == verdict.words:
            return _spot(toponym.place if toponym else None, span)
    return None


def _documents_of(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Return the ids of the documents that assertions stand in."""
    found = set[str]()
    for start in range(0, len(ids), _AT_ONCE):
        chosen = (
            select(DOCUMENT.c.id)
            .join_from(ASSERTION, READING, READING.c.number == ASSERTION.c.reading)
            .join(EDITION, EDITION.c.number == READING.c.edition)
            .join(DOCUMENT, DOCUMENT.c.number == EDITION.c.document)
            .where(ASSERTION.c.id.in_(ids[start : start + _AT_ONCE]))
        )
        found |= {str(each) for each in connection.scalars(chosen.distinct())}
    return found


def _judged(reading: Reading, rulings_on: Mapping[str, Sequence[Ruling]]) -> _Judged | None:
    """Return a reading with the rulings on its assertions; None where there are none."""
    given = json.loads(line(reading))
    mine = {each: rulings_on[each] for each in ids_of(given) if each in rulings_on}
    if not mine:
        return None
    over: dict[str, Any] = judged(given, mine)
    mentions = tuple(_corrected(reading, over))
    told = verdicts(over)
    return _Judged(reading, replace(as_reading(over), document=reading.document), told, mentions)


def _corrected(reading: Reading, over: Mapping[str, Any]) -> Iterator[_Corrected]:
    for number, assertion in enumerate(over["assertions"]):
        home = hull(reading.assertions[number].spans)
        for field_, name in _MENTIONS.items():
            for index in assertion[name]:
                if "corrects" in over[name][index]:
                    yield _Corrected(field_, home, over[name][index]["corrects"], index)


def _over(changed: Mapping[int, _Judged], raw: Laid) -> Laid:
    readings = [*raw.readings]
    for number, found in changed.items():
        readings[number] = found.after
    propositions, told = [*raw.propositions], [*raw.variants]
    touched = [at for at, each in enumerate(propositions) if each.document in changed]
    said = dict[str, tuple[Verdict, ...]]()
    for at in touched:
        each, found = propositions[at], changed[propositions[at].document]
        if each.assertion is not None and (mine := tuple(_said(each, found))):
            said[told[at].id] = mine
            propositions[at] = _proposition(each, found, mine)
    for at, variant in zip(
        touched, variants(readings, [propositions[at] for at in touched]), strict=True
    ):
        told[at] = _firmly(variant, said.get(variant.id, ()))
    return Laid(readings, tuple(propositions), tuple(told), said)


def _with_stand_ins(given: Mapping[str, Sequence[Ruling]], raw: Laid) -> Laid:
    """Return what is laid over sentences in which nothing was read, and all that is rejected."""
    propositions, told, said = [*raw.propositions], [*raw.variants], dict(raw.said)
    for at, each in enumerate(propositions):
        if each.assertion is None and (mine := given.get(told[at].id)):
            over = stood(each, told[at], mine)
            propositions[at], told[at] = over.proposition, over.variant
            said[told[at].id] = tuple(verdict for verdict, _ in over.said)
    rejected = frozenset(name for name, mine in said.items() if _is_rejected(mine))
    return Laid(raw.readings, tuple(propositions), tuple(told), said, rejected)


def _said(each: Proposition, found: _Judged) -> Iterator[Verdict]:
    """Yield what is said of an assertion, and of the places and times of those that it meets."""
    for verdict in found.verdicts:
        if verdict.assertion is None:
            continue
        spans = found.before.assertions[verdict.assertion].spans
        if verdict.assertion == each.assertion or (
            verdict.asked in _MENTIONS and hull(spans).meets(each.span)
        ):
            yield verdict


def _proposition(each: Proposition, found: _Judged, said: Sequence[Verdict]) -> Proposition:
    """Return a proposition with the places, times and firmness that people gave it."""
    spots, times = each.spots, each.times
    for mention in found.mentions:
        if not mention.home.meets(each.span):
            continue
        if mention.field is Field.PLACE:
            before = None if mention.old is None else found.before.toponyms[mention.old].named.span
            new = found.after.toponyms[mention.new]
            spots = in_place(spots, before, _spot(new.place, before or new.named.span))
        elif mention.field is Field.TIME:
            before = None if mention.old is None else found.before.times[mention.old].span
            time = found.after.times[mention.new]
            told = None if time.interval is None else When(time.span, time.interval, time.value)
            times = in_place(times, before, told)
    made = replace(each, spots=spots, times=times)
    firm = next((verdict for verdict in said if verdict.asked == Field.VALUE), None)
    if firm is None or each.assertion is None:
        return made
    if firm.is_disputed:
        return replace(made, commitment=Commitment.UNCOMMITTED)
    value = found.after.assertions[each.assertion].factuality.value
    return replace(made, commitment=value, negative=value in DENYING)


def _spot(place: Place | None, span: Span) -> Spot | None:
    if place is None:
        return None
    # Places of people have no number of a gazetteer; two of them are not one for that.
    name = place.id or f"{place.lat:g},{place.lon:g}"
    divisions = place.divisions or ((place.country,) if place.country else ())
    return Spot(
        place.gazetteer,
        name,
        place.name,
        place.lat,
        place.lon,
        place.radius_km,
        place.kind,
        span,
        divisions,
    )


def _firmly(variant: Variant, said: Sequence[Verdict]) -> Variant:
    """Return an assertion without how firmly it is said, where people differ on that."""
    if any(each.asked == Field.VALUE and each.is_disputed for each in said):
        return replace(variant, commitment=None)
    return variant


def _is_rejected(said: Sequence[Verdict]) -> bool:
    return any(each.asked == ANSWER and each.value == Answer.NO.value for each in said)
