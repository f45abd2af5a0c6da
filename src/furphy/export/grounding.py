"""Where, when, how many and who is the same who, in the public JSON."""

from furphy.export.fields import Fields, evidence, number, pair, pairs
from furphy.model.identity import Identity
from furphy.model.place import Candidate, Constraint, Ground, Place, Toponym
from furphy.model.quantity import Quantity
from furphy.model.reading import Reading
from furphy.model.time import TimeExpression


def grounding(reading: Reading) -> Fields:
    """Return the lists of what ties a reading to the world; ``id`` is the place in the list."""
    text = reading.document.text
    return {
        "places": [
            {"id": index} | _toponym(each, text) for index, each in enumerate(reading.toponyms)
        ],
        "constraints": [_constraint(*each) for each in enumerate(reading.constraints)],
        "times": [{"id": index} | _time(each, text) for index, each in enumerate(reading.times)],
        "quantities": [
            {"id": index} | _quantity(each, text) for index, each in enumerate(reading.quantities)
        ],
        "identities": [
            {"id": index} | _identity(each, text) for index, each in enumerate(reading.identities)
        ],
    }


def _toponym(toponym: Toponym, text: str) -> Fields:
    named = toponym.named
    fields: Fields = {
        "text": named.span.of(text),
        "span": pair(named.span),
        "name": named.name,
        "place": None if toponym.place is None else _place(toponym.place),
        "score": toponym.score,
        "candidates": [_candidate(each) for each in toponym.candidates],
        "because": [f"{each.rule}: {each.text}" for each in toponym.because],
        "grounds": [_ground(each) for each in toponym.because],
        "evidence": evidence(named.evidence),
    }
    if named.kinds:
        fields["kinds"] = [*sorted(each.value for each in named.kinds)]
    return fields


def _place(place: Place) -> Fields:
    return {
        "gazetteer": place.gazetteer,
        "id": place.id,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "kind": place.kind.value,
        "radius_km": place.radius_km,
        "divisions": [*place.divisions],
        "population": place.population,
    }


def _candidate(candidate: Candidate) -> Fields:
    return {"place": _place(candidate.place), "name": candidate.name, "score": candidate.score}


def _ground(ground: Ground) -> Fields:
    return {"rule": ground.rule, "text": ground.text, "spans": pairs(ground.spans)}


def _constraint(index: int, constraint: Constraint) -> Fields:
    return {
        "id": index,
        "relation": constraint.relation.value,
        "subject": constraint.subject,
        "objects": [*constraint.objects],
        "span": pair(constraint.span),
        "low_km": number(constraint.low_km),
        "high_km": number(constraint.high_km),
        "bearing": number(constraint.bearing),
        "evidence": evidence(constraint.evidence),
    }


def _time(time: TimeExpression, text: str) -> Fields:
    fields: Fields = {
        "text": time.span.of(text),
        "span": pair(time.span),
        "type": time.type.value,
        "value": time.value,
        "interval": None if time.interval is None else [*time.interval],
        "evidence": evidence(time.evidence),
    }
    if time.mod is not None:
        fields["mod"] = time.mod.value
    if time.anchor is not None:
        fields["anchor"] = pair(time.anchor)
    return fields


def _quantity(quantity: Quantity, text: str) -> Fields:
    fields: Fields = {
        "text": quantity.span.of(text),
        "span": pair(quantity.span),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "unit": quantity.unit,
        "of": None if quantity.of is None else quantity.of.of(text),
        "of_span": None if quantity.of is None else pair(quantity.of),
        "modifier": quantity.modifier.value,
        "evidence": evidence(quantity.evidence),
    }
    if quantity.casualty is not None:
        fields["casualty"] = quantity.casualty
    return fields


def _identity(identity: Identity, text: str) -> Fields:
    return {
        "name": identity.name,
        "kind": identity.kind.value,
        "titles": [*identity.titles],
        "mentions": [
            {
                "text": each.span.of(text),
                "span": pair(each.span),
                "form": each.form.value,
                "evidence": evidence(each.evidence),
            }
            for each in identity.mentions
        ],
    }
