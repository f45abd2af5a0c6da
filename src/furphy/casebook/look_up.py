"""What is looked up of a reading, as rows without numbers; the rest stands in its line."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import isfinite

from furphy.casebook.packing import content_id
from furphy.model.assertion import Assertion
from furphy.model.place import Toponym
from furphy.model.quantity import Quantity
from furphy.model.reading import Reading
from furphy.model.text import hull, quoted
from furphy.model.time import TimeExpression
from furphy.textkit.search import search_text

Row = dict[str, object]
"""Values by the names of their columns."""


def assertions(reading: Reading) -> Iterator[Row]:
    """Yield a row for each assertion, in the order of the reading."""
    met = Counter[str]()
    for ordinal, each in enumerate(reading.assertions):
        text = quoted(reading.document.text, each.spans)
        whole = hull(each.spans)
        yield {
            "id": _assertion_id(reading, each, text, met),
            "ordinal": ordinal,
            "start": whole.start,
            "stop": whole.end,
            "text": text,
            "kind": each.kind.value,
            "language": reading.document.segments[each.segment].language
            or reading.document.language,
            **_holder(reading, each),
            "value": each.factuality.value.value,
            "degree": each.factuality.degree,
            "author_value": each.author_factuality.value.value,
            "author_degree": each.author_factuality.degree,
            **_where(reading, each),
            **_when(reading, each),
            "search": search_text(text),
        }


def _assertion_id(reading: Reading, each: Assertion, text: str, met: Counter[str]) -> str:
    spans = json.dumps([[span.start, span.end] for span in each.spans])
    found = content_id(reading.document.id, spans, text)
    met[found] += 1
    # Two assertions may cover the same words; the second goes by an id of its own.
    return found if met[found] == 1 else content_id(found, met[found])


def _holder(reading: Reading, each: Assertion) -> Row:
    names: list[str | None] = []
    kind = None
    for index in reading.chain(each.attribution):
        source = reading.attributions[index].source
        names.append(None if source is None else reading.sources[source].name)
        kind = None if source is None else reading.sources[source].kind.value
    return {
        "holder": names[-1] if names else None,
        "holder_kind": kind,
        "chain": json.dumps(names, ensure_ascii=False),
    }


def _where(reading: Reading, each: Assertion) -> Row:
    found = (reading.toponyms[index].place for index in each.toponyms)
    place = next(filter(None, found), None)
    return {"place_lat": place and place.lat, "place_lon": place and place.lon}


def _when(reading: Reading, each: Assertion) -> Row:
    found = (reading.times[index].interval for index in each.times)
    start, end = next(filter(None, found), (None, None))
    return {"time_from": start, "time_to": end}


def places(reading: Reading) -> Iterator[Row]:
    """Yield a row for each place name, once for each assertion that it stands in."""
    homes = _homes(reading.toponyms, (each.toponyms for each in reading.assertions))
    for ordinal, home in homes:
        yield {
            "assertion": home,
            "ordinal": ordinal,
            **_place(reading.toponyms[ordinal], reading.document.text),
        }


def _place(toponym: Toponym, text: str) -> Row:
    place = toponym.place
    return {
        "text": toponym.named.span.of(text),
        "gazetteer": place and place.gazetteer,
        "place_id": place and place.id,
        "name": place and place.name,
        "kind": place and place.kind.value,
        "country": place and place.country,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "radius_km": place and place.radius_km,
        "score": toponym.score,
    }


def moments(reading: Reading) -> Iterator[Row]:
    """Yield a row for each expression of time, once for each assertion that it stands in."""
    homes = _homes(reading.times, (each.times for each in reading.assertions))
    for ordinal, home in homes:
        yield {
            "assertion": home,
            "ordinal": ordinal,
            **_moment(reading.times[ordinal], reading.document.text),
        }


def _moment(time: TimeExpression, text: str) -> Row:
    start, end = time.interval or (None, None)
    return {
        "text": time.span.of(text),
        "type": time.type.value,
        "value": time.value,
        "time_from": start,
        "time_to": end,
    }


def quantities(reading: Reading) -> Iterator[Row]:
    """Yield a row for each quantity, once for each assertion that it stands in."""
    homes = _homes(reading.quantities, (each.quantities for each in reading.assertions))
    for ordinal, home in homes:
        yield {
            "assertion": home,
            "ordinal": ordinal,
            **_quantity(reading.quantities[ordinal], reading.document.text),
        }


def _quantity(quantity: Quantity, text: str) -> Row:
    return {
        "text": quantity.span.of(text),
        "low": _finite(quantity.low),
        "high": _finite(quantity.high),
        "unit": quantity.unit,
        "counted": None if quantity.of is None else quantity.of.of(text),
        "modifier": quantity.modifier.value,
        "casualty": quantity.casualty,
    }


def sources(reading: Reading) -> Iterator[Row]:
    """Yield a row for each source."""
    said = Counter(each.source for each in reading.attributions)
    for ordinal, each in enumerate(reading.sources):
        known = None if each.identity is None else reading.identities[each.identity].name
        yield {
            "ordinal": ordinal,
            "name": each.name,
            "kind": each.kind.value,
            "description": each.description,
            "identity": known,
            "said": said[ordinal],
        }


def _homes(
    things: Sequence[object], named: Iterable[Sequence[int]]
) -> Iterator[tuple[int, int | None]]:
    """Yield each thing's index with each assertion that names it, with None where none does."""
    found: list[list[int]] = [[] for _ in things]
    for assertion, indexes in enumerate(named):
        for index in dict.fromkeys(indexes):
            found[index].append(assertion)
    for index, homes in enumerate(found):
        if not homes:
            yield index, None
        for home in homes:
            yield index, home


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
