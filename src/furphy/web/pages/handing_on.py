"""Hand on: files for readers and for other programs, and the bundle for a stranger to check."""

from starlette.responses import FileResponse, RedirectResponse, Response

from furphy.export.dossier.page import render
from furphy.web import handing
from furphy.web.asking import Ask, Refusal
from furphy.web.claimed import claimed, live
from furphy.web.rendering import fragment, page

WORDS = {
    "bundle": "proof bundle: all that a claim rests on, for a stranger to check",
    "jsonl": "readings as JSON Lines",
    "geojson": "places (GeoJSON)",
    "schema-org": "Claim and ClaimReview (schema.org)",
    "prov": "what was made from what (W3C PROV)",
    "annotations": "assertions at their words (Web Annotation)",
    "stix": "report, note, opinion (STIX 2.1)",
    "ftm": "entities (FollowTheMoney)",
    "plover": "events (PLOVER)",
    "misp": "grades as tags (MISP)",
}


def exports(ask: Ask) -> Response:
    """Show what was asked for, and what can be."""
    found = handing.handovers(ask.desk.state)
    return page(ask, "exports", files=found, forms=handing.FORMS, words=WORDS)


def progress(ask: Ask) -> Response:
    """Tell how far the files are, to be put into the page."""
    return fragment("handovers", files=handing.handovers(ask.desk.state), words=WORDS)


def ask_for(ask: Ask) -> Response:
    """Have a file made."""
    claim = ask.given("claim") or None
    who = ask.person.name or ask.person.key
    handing.ask_for(ask.desk.state, who, ask.given("format"), claim)
    ask.desk.foreman.call()
    return RedirectResponse("/exports?done=asked", 303)


def download(ask: Ask) -> Response:
    """Hand a finished file out."""
    return file_response(ask, ask.path("number"))


def file_response(ask: Ask, written: str) -> Response:
    """Return a finished file as a response."""
    number = int(written) if written.isdecimal() and len(written) < 16 else 0  # noqa: PLR2004 (digits)
    found = handing.handover(ask.desk.state, number)
    path = handing.file_of(ask.desk.state, number)
    if found is None or path is None:
        raise Refusal(404, "This file is not there: not finished, failed, or long replaced.")
    return FileResponse(path, filename=found.name, media_type="application/octet-stream")


def dossier(ask: Ask) -> Response:
    """Hand out a claim as one page that needs nothing else."""
    found = claimed(ask.desk, ask.path("name"))
    if found is None:
        raise Refusal(404, "No claim has this id.")
    brief, material = found
    headers = {"Content-Disposition": f'attachment; filename="dossier-{brief.id[:8]}.html"'}
    text = render(live(ask.desk, material)).encode("utf-8", "replace")
    return Response(text, headers=headers, media_type="text/html")
