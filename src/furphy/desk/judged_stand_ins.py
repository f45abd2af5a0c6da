"""What people judged of sentences that stand in for assertions, laid over what claims are told of.

Nothing was read in such a sentence but names, numbers and days. Who says it, how firmly, where and
when is what people say, and unknown where they differ.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from furphy.casebook.canonical import Json
from furphy.casebook.judged import shown
from furphy.casebook.judged_reading import verdict
from furphy.casebook.judgements import Field
from furphy.casebook.standing import Ruling
from furphy.desk.put_forward import informant, stand_ins, variants
from furphy.desk.standing_in import standing_in
from furphy.matching.proposition import Proposition, Spot, When
from furphy.model.account import Variant
from furphy.model.attribution import SourceKind
from furphy.model.factuality import DENYING, Commitment
from furphy.model.place import PlaceKind
from furphy.model.reading import Reading
from furphy.model.text import Span
from furphy.model.verdict import Verdict

_Mention = TypeVar("_Mention", Spot, When)


@dataclass(frozen=True, slots=True)
class Stood:
    """A sentence as people have it."""

    proposition: Proposition
    variant: Variant
    said: tuple[tuple[Verdict, Spot | None], ...] = ()
    """What they say, each with the place that they give, if it is one."""


def stood(proposition: Proposition, variant: Variant, rulings: Sequence[Ruling]) -> Stood:
    """Return a sentence with rulings on it laid over it."""
    found = Stood(proposition, variant)
    for each in rulings:
        found = _LAYING.get(each.question.asked, _only_told)(found, each)
    return found


def stood_now(
    connection: Connection, document: str, rulings: Mapping[str, Sequence[Ruling]]
) -> Iterator[Stood]:
    """Yield the sentences of a document on which people ruled."""
    for name, reading, proposition in standing_in(connection, document):
        if name in rulings:
            (variant,) = variants([reading], [proposition])
            yield stood(proposition, variant, rulings[name])


def judged_sentences(
    reading: Reading, rulings: Mapping[str, Sequence[Ruling]]
) -> Iterator[dict[str, Json]]:
    """Yield the sentences of a reading on which people ruled, as they are told in JSON.

    What they say is under ``judged``, as an assertion has it (:mod:`furphy.casebook.judged`).
    """
    for name, proposition in stand_ins(reading):
        given = rulings.get(name, ())
        if given:
            (variant,) = variants([reading], [proposition])
            said = stood(proposition, variant, given).said
            yield {
                "id": name,
                "span": [variant.span.start, variant.span.end],
                "text": variant.text,
                "judged": [
                    shown(each, cast("Json", verdict_.original))
                    for each, (verdict_, _) in zip(given, said, strict=True)
                ],
            }


def in_place(
    mine: tuple[_Mention, ...], old: Span | None, new: _Mention | None
) -> tuple[_Mention, ...]:
    """Return mentions with one in the place of what stands at a span; None only takes away."""
    kept: tuple[_Mention, ...] = tuple(each for each in mine if each.span != old)
    if new is None or new in kept:
        return kept
    added: tuple[_Mention, ...] = (new,)
    return kept + added


def _only_told(found: Stood, ruling: Ruling) -> Stood:
    return _said(found, ruling, None)


def _said(found: Stood, ruling: Ruling, original: Json, spot: Spot | None = None) -> Stood:
    told = verdict(None, cast("Mapping[str, Any]", shown(ruling, original)))
    return replace(found, said=(*found.said, (told, spot)))


def _holder(found: Stood, ruling: Ruling) -> Stood:
    chain: tuple[str | None, ...] = ()
    who = None
    if ruling.is_disputed:
        chain = (None,)
    elif ruling.value is not None:
        told = cast("Any", ruling.value)
        name = told if isinstance(told, str) else str(told["name"])
        kind = SourceKind.GROUP if isinstance(told, str) else _kind(told.get("kind"))
        chain, who = (name,), informant(name, kind, found.proposition.language)
    made = replace(found, variant=replace(found.variant, chain=chain, informant=who))
    return _said(made, ruling, None)


def _kind(written: object) -> SourceKind:
    return SourceKind(str(written)) if written in {*SourceKind} else SourceKind.GROUP


def _value(found: Stood, ruling: Ruling) -> Stood:
    proposition, variant = found.proposition, found.variant
    if ruling.is_disputed:
        proposition = replace(proposition, commitment=Commitment.UNCOMMITTED)
    else:
        value = Commitment(cast("str", ruling.value))
        denies = value in DENYING
        proposition = replace(proposition, commitment=value, negative=denies)
        variant = replace(variant, commitment=value, denies=denies)
    return _said(Stood(proposition, variant, found.said), ruling, None)


def _place(found: Stood, ruling: Ruling) -> Stood:
    proposition, span = found.proposition, _span(found, ruling)
    old = next((each for each in proposition.spots if each.span == span), None)
    new = None if ruling.value is None else _spot(cast("Any", ruling.value), ruling, span)
    made = replace(proposition, spots=in_place(proposition.spots, span, new))
    original: Json = None if old is None else {"lat": old.lat, "lon": old.lon, "name": old.name}
    return _said(replace(found, proposition=made), ruling, original, new)


def _time(found: Stood, ruling: Ruling) -> Stood:
    proposition, span = found.proposition, _span(found, ruling)
    old = next((each for each in proposition.times if each.span == span), None)
    told, new = cast("Any", ruling.value), None
    if told is not None:
        start, end = told["interval"]
        new = When(span, (start, end), told.get("value"))
    made = replace(proposition, times=in_place(proposition.times, span, new))
    original: Json = None
    if old is not None:
        original = {"interval": old.interval and [*old.interval], "value": old.value}
    return _said(replace(found, proposition=made), ruling, original)


def _span(found: Stood, ruling: Ruling) -> Span:
    """Return where the words stand that are corrected; all of the sentence where they are not."""
    words, home = ruling.question.words or "", found.variant.span
    at = found.variant.text.find(words)
    if at < 0 or not words:
        return home
    return Span(home.start + at, home.start + at + len(words))


def _spot(told: Mapping[str, Any], ruling: Ruling, span: Span) -> Spot:
    # Places of people have no number of a gazetteer; two of them are not one for that.
    name = told.get("id") or f"{told['lat']:g},{told['lon']:g}"
    country = told.get("country")
    return Spot(
        told.get("gazetteer") or "judgement",
        name,
        told.get("name") or ruling.question.words or "",
        told["lat"],
        told["lon"],
        told.get("radius_km") or 0.0,
        PlaceKind(told.get("kind") or PlaceKind.SITE),
        span,
        (country,) if country else (),
    )


_LAYING: dict[str, Callable[[Stood, Ruling], Stood]] = {
    Field.HOLDER: _holder,
    Field.VALUE: _value,
    Field.PLACE: _place,
    Field.TIME: _time,
}
"""What else is asked is only told: it bears on no count."""
