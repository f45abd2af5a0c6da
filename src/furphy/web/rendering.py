"""Pages made of templates; everything that documents or people brought is escaped."""

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup
from starlette.responses import HTMLResponse

import furphy
from furphy.desk import history
from furphy.desk.faring import folded
from furphy.export import templates
from furphy.export.dossier import page as dossier
from furphy.export.dossier import saying
from furphy.export.moments import stretch
from furphy.export.templates import asset, workshop
from furphy.export.verdicts import told
from furphy.export.visible import on_one_line
from furphy.export.wording import DERIVATION, FIRMNESS, MOST_CHECKS, NAMELESS, file_name
from furphy.model.factuality import Commitment
from furphy.model.text import Span
from furphy.web import assets
from furphy.web.asking import Ask
from furphy.web.people import Role
from furphy.web.plainly import grade, plainly

DONE = {
    "judged": "Your judgement is kept.",
    "withdrawn": "Withdrawn. It stays on record.",
    "queued": "Queued. What comes of it is told here.",
    "named": "Your judgements will go by this name.",
    "saved": "The search is saved.",
    "removed": "Removed.",
    "taken": "The task is changed.",
    "account": "The account is made.",
    "asked": "The file is being made.",
    "seen": "All that is here counts as seen.",
}
"""What is told once something was done, by what the address says."""


def page(ask: Ask, template: str, status: int = 200, /, **told_of: Any) -> HTMLResponse:  # noqa: ANN401 (whatever a template shows)
    """Return a page."""
    person = ask.person
    frame = {
        "desk": ask.desk,
        "person": person,
        "may_judge": person.role.may(Role.ANALYST),
        "may_edit": person.role.may(Role.EDITOR) and not person.is_local,
        "here": ask.request.url.path,
        "full_address": _address(ask),
        "form_token": ask.desk.sessions.form_token(person.session),
        "done": DONE.get(ask.query("done")),
        "version": furphy.__version__,
        "standing": None,
    }
    text = room().get_template(f"{template}.html.jinja").render(frame | told_of)
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def make_ready() -> None:
    """Compile all templates, which else all who come first would do at once, each for himself."""
    templates.make_ready(room(), assets.templates(), lambda name: _template(name) or "")
    dossier.make_ready()


def refused(ask: Ask, status: int, sentence: str) -> HTMLResponse:
    """Return the page that says why something is not done."""
    return page(ask, "refused", status, sentence=on_one_line(sentence), code=status)


def fragment(template: str, /, **told_of: Any) -> HTMLResponse:  # noqa: ANN401 (whatever a template shows)
    """Return a part of a page."""
    return HTMLResponse(room().get_template(f"{template}.html.jinja").render(told_of))


@cache
def room() -> Environment:
    """Return where the templates are made."""
    made = workshop()
    made.loader = FunctionLoader(_template)
    made.filters |= {
        "told": told,
        "cut": saying.cut,
        "clock": _clock,
        "day": _day,
        "folded": folded,
        "plainly": lambda judgement: on_one_line(plainly(judgement)),
        "firm": _firm,
        "published": _published,
        "escaped": lambda text: quote(text, safe=""),
        "file_name": file_name,
        "grade": grade,
        "query": lambda pairs: urlencode(pairs, doseq=True),
    }
    made.globals |= {
        "asset": assets.address,
        "marked": _marked,
        "NOTHING_SEEN": history.NOTHING_SEEN,
        "once": lambda: secrets.token_urlsafe(12),
        "DERIVATION": DERIVATION,
        "FIRMNESS": FIRMNESS,
        "MOST_CHECKS": MOST_CHECKS,
        "NAMELESS": NAMELESS,
    }
    return made


def _template(name: str) -> str | None:
    for find, where in ((assets.own, f"templates/{name}"), (asset, name)):
        try:
            return find(where)
        except FileNotFoundError:
            continue
    return None


def _address(ask: Ask) -> str:
    """Return the address of what is shown, without what was just done."""
    pairs = [each for each in ask.request.query_params.multi_items() if each[0] != "done"]
    query = f"?{urlencode(pairs)}" if pairs else ""
    return quote(ask.request.url.path, safe="/:%") + query


def _day(moment: str | None) -> str:
    return "" if moment is None else moment[:16].replace("T", " ")


def _marked(text: str, marks: Iterable[Span]) -> Markup:
    """Return words with what was sought marked."""
    found, at = Markup(), 0
    for each in marks:
        found += Markup("{}<mark>{}</mark>").format(text[at : each.start], each.of(text))
        at = each.end
    return found + text[at:]


def _clock(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M")


def _published(thing: Any) -> str:  # noqa: ANN401 - a hit of either kind
    if thing.published_from is None:
        return "no date"
    return stretch(thing.published_from, thing.published_to or thing.published_from)


def _firm(value: str | None) -> str:
    """Return a commitment in words."""
    return "unknown" if value is None else FIRMNESS[Commitment(value)].words
