"""What a search shows, with what people judged laid over it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from furphy.casebook.hits import AssertionHit, DocumentHit
from furphy.casebook.judged import Fields, judged, ruled, shown
from furphy.casebook.packing import unpacked
from furphy.casebook.schema import ASSERTION, READING
from furphy.casebook.standing import Ruling


def judged_assertions(
    connection: Connection, hits: Mapping[int, AssertionHit]
) -> dict[int, AssertionHit]:
    """Return assertions by their numbers in this store, those that were judged as people say."""
    found = ruled(connection, (each.id for each in hits.values()))
    changed = dict(hits)
    if not found:
        return changed
    numbers = [number for number, each in hits.items() if each.id in found]
    asked = select(ASSERTION.c.number, READING.c.number, READING.c.packed).join(
        READING, READING.c.number == ASSERTION.c.reading
    )
    laid: dict[int, Fields] = {}
    for number, reading, packed in connection.execute(asked.where(ASSERTION.c.number.in_(numbers))):
        if reading not in laid:
            laid[reading] = judged(json.loads(unpacked(packed)), found)
        changed[number] = _as_judged(hits[number], laid[reading])
    return changed


def judged_documents(
    connection: Connection, hits: Mapping[int, DocumentHit]
) -> dict[int, DocumentHit]:
    """Return documents by the numbers of their editions, with what people say of them."""
    found = ruled(connection, (name for each in hits.values() for name in (each.id, each.edition)))
    return {number: _with_word(each, found) for number, each in hits.items()}


def _with_word(hit: DocumentHit, found: Mapping[str, list[Ruling]]) -> DocumentHit:
    given = [*found.get(hit.id, ()), *found.get(hit.edition, ())]
    told: dict[int, dict[str, object]] = {
        id(each): {**shown(each)} for each in given
    }  # A ruling may be on both.
    return replace(hit, judged=tuple(told.values())) if told else hit


# The reading is the public JSON, of which nothing is known but what reading it shows.
def _as_judged(hit: AssertionHit, reading: dict[str, Any]) -> AssertionHit:
    told = reading["assertions"][hit.ordinal]
    chain = _chain(reading, told["attribution"])
    inner = chain[-1] if chain else {}
    places = (reading["places"][each]["place"] for each in told["places"])
    times = (reading["times"][each]["interval"] for each in told["times"])
    place = next(filter(None, places), {"lat": None, "lon": None})
    start, end = next(filter(None, times), (None, None))
    return replace(
        hit,
        kind=told["kind"],
        holder=inner.get("name"),
        holder_kind=inner.get("kind"),
        chain=tuple(each.get("name") for each in chain),
        value=told["factuality"]["value"],
        degree=told["factuality"]["degree"],
        author_value=told["author_factuality"]["value"],
        author_degree=told["author_factuality"]["degree"],
        place_lat=place["lat"],
        place_lon=place["lon"],
        time_from=start,
        time_to=end,
        judged=tuple(told["judged"]),
    )


def _chain(reading: dict[str, Any], attribution: int | None) -> list[dict[str, Any]]:
    """Return the sources of an attribution, outermost first; empty where it names none."""
    found: list[dict[str, Any]] = []
    while attribution is not None:
        link = reading["attributions"][attribution]
        found.append({} if link["source"] is None else reading["sources"][link["source"]])
        attribution = link["parent"]
    return found[::-1]
