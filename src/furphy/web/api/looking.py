"""What one can look up: status, inputs, documents, readings, search, claims, sources, traces."""

import json
from dataclasses import asdict, replace
from itertools import islice
from operator import attrgetter, itemgetter
from typing import Any

from starlette.responses import Response

from furphy.desk import browsing, faceting
from furphy.desk.searching import AssertionHit, Found, Wish, found_in
from furphy.desk.showing import shown_in
from furphy.errors import InputError
from furphy.export.claims import trace_record
from furphy.web import traced
from furphy.web.api.operation import Call, Json, cut, page
from furphy.web.asking import Refusal
from furphy.web.caching import census, counts, understood
from furphy.web.claimed import claimed, live, missing, now


def status(call: Call) -> Json:
    """Return what the case holds, and how its trace stands to it."""
    standing = call.desk.foreman.standing()
    return {"census": asdict(census(call.desk)), "trace": asdict(standing)}


def inputs(call: Call) -> Json:
    """List the ledger."""
    found = browsing.inputs(call.desk.book, call.after, call.limit + 1)
    return cut(found, call.limit, _input, itemgetter("number"))


def failures(call: Call) -> Json:
    """List what is not in the case, or not read."""
    at = call.after
    # Handles of whole inputs are even, those of documents in inputs odd.
    after = (0, at >> 1) if at & 1 else (at >> 1, 0)
    found = browsing.failures(call.desk.book, after, call.limit + 1)
    return cut(
        found,
        call.limit,
        lambda row: asdict(row[2]),
        lambda row: row[1] << 1 | 1 if row[1] else row[0] << 1,
    )


def documents(call: Call) -> Json:
    """List documents, those that came last first."""
    found = browsing.documents(call.desk.book, call.values["after"], call.limit + 1)
    return cut(found, call.limit, _document, attrgetter("number"))


def reading(call: Call) -> Response:
    """Return what was read in a document, as ``furphy read --format json`` has it."""
    try:
        as_read = bool(call.values["as_read"])
        shown = shown_in(call.desk.book, call.path("document"), as_read=as_read)
    except InputError as error:
        raise Refusal(404, f"{error}.") from error
    return Response(shown.line.encode("utf-8", "replace"), media_type="application/json")


def search(call: Call) -> Json:
    """Search assertions and documents."""
    told: list[str] = []
    wish = replace(_wish(call.values), limit=call.after + call.limit + 1)
    rows = found_in(call.desk.book, wish, told.append)
    found = [*islice(rows, call.after, call.after + call.limit + 1)]
    following = call.after + call.limit if len(found) > call.limit else None
    return {**page([_hit(each) for each in found[: call.limit]], following), "understood": told}


def facets(call: Call) -> Json:
    """Count the assertions that are wanted, as ``furphy search --facets`` does."""
    wish = _wish(call.values)
    if "assertions" not in wish.over:
        raise Refusal(422, "Facets count assertions, which are not looked for here.")
    told: list[str] = []
    sought = understood(call.desk, wish, told.append)
    found = counts(call.desk, sought, call.values["limit"] or faceting.SHOWN)
    return {
        "counted": found.counted,
        "is_all": found.is_all,
        "items": [_known(asdict(each)) for each in faceting.rows(found)],
        "understood": told,
    }


def claims(call: Call) -> Json:
    """List claims, those with the widest gap from outlets to origins first."""
    wanted = traced.Wanted(
        call.values["status"] or "",
        call.values["since"],
        bool(call.values["contradicted"]),
        bool(call.values["alone"]),
    )
    found = traced.claims(call.desk.state, call.after, call.limit + 1, wanted)
    return cut(found, call.limit, _brief, attrgetter("rank"))


def claim(call: Call) -> Json:
    """Return a claim, as ``furphy trace --format json`` has it."""
    name = call.path("claim")
    found = claimed(call.desk, name)
    if found is None:
        leads_to = now(call.desk, name)
        found = None if leads_to is None else claimed(call.desk, leads_to)
    if found is None:
        raise Refusal(404, missing(call.desk, name))
    material = live(call.desk, found[1])
    return trace_record(material.account, material.documents, material.readings, material.said())


def sources(call: Call) -> Json:
    """List sources, those that told most claims first come first."""
    found = traced.sources(call.desk.state, call.after, call.limit + 1)
    return cut(found, call.limit, _source, itemgetter("rank"))


def source(call: Call) -> Json:
    """Return a source."""
    found = traced.source(call.desk.state, call.path("source"))
    if found is None:
        raise Refusal(404, "No source goes by this name.")
    return _source(found)


def derivations(call: Call) -> Json:
    """List which document was made from which."""
    return _records(call, "derivation")


def origins(call: Call) -> Json:
    """List what each document goes back to."""
    return _records(call, "origin")


def _records(call: Call, table: str) -> Json:
    found = traced.records(call.desk.state, table, call.after, call.limit + 1)
    return cut(found, call.limit, itemgetter(1), itemgetter(0))


def _input(row: dict[str, Json]) -> Json:
    return {name: value for name, value in row.items() if name != "number"}


def _document(row: browsing.Met) -> Json:
    return {**_known(asdict(row.hit)), "added_at": row.added_at}


def _wish(values: Any) -> Wish:  # noqa: ANN401 - parameters as declared
    lat, lon = values["lat"], values["lon"]
    return Wish(
        words=values["q"] or "",
        over=tuple(values["over"]) or ("assertions", "documents"),
        sources=tuple(values["source"]),
        holders=tuple(values["holder"]),
        outlets=tuple(values["outlet"]),
        aliases=True,
        firmness=tuple(values["value"]),
        kinds=tuple(values["kind"]),
        languages=tuple(values["language"]),
        place=values["place"],
        at=tuple(values["at"]),
        near=None if lat is None or lon is None else (lat, lon),
        within=values["within"],
        time=(values["from"], values["until"]),
        published=(values["published_from"], values["published_until"]),
    )


def _hit(found: Found) -> Json:
    sort = "assertion" if isinstance(found.hit, AssertionHit) else "document"
    told = {"sort": sort, **asdict(found.hit)}
    if found.excerpt is not None:
        told |= {"excerpt": found.excerpt, "excerpt_start": found.start}
    return _known(json.loads(json.dumps(told, default=str)))


def _brief(each: traced.Brief) -> Json:
    told = asdict(each)
    count = {name: told.pop(name) for name in ("low", "best", "high")}
    told.pop("rank")
    return _known({**told, "origins": count})


def _source(told: dict[str, Any]) -> Json:
    kept = {name: value for name, value in told.items() if name not in {"rank", "folded"}}
    return {"id": told["folded"], **kept}


def _known(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None}
