"""Judge: what somebody decides is kept once, and only if they saw all that was decided before."""

import time
from typing import Any
from urllib.parse import urlsplit

from starlette.responses import RedirectResponse, Response

from furphy.desk import history
from furphy.desk.judging import FIELDS, KINDS, Opinion, given
from furphy.errors import InputError, Overtaken
from furphy.web import traced
from furphy.web.asking import Ask, Refusal
from furphy.web.rendering import page
from furphy.web.sessions import Binding

_MADE_ANEW = frozenset({"form", "back", "saw", "once"})
"""Fields that a form brings anew each time."""

_REMEMBERED = 7 * 86_400.0
"""Seconds for which it is remembered that a form was sent."""


def judge(ask: Ask) -> Response:
    """Keep a judgement."""
    opinion = _opinion(ask)
    once = ask.given("once")
    if once and not _begun(ask, once):
        # The same form, sent twice.
        return _back(ask)
    watched = ask.all_given("watched") or [*opinion.subjects]
    try:
        seen = history.Seen(watched, ask.given("saw"), ask.given("document") or None)
        history.judge_seen(ask.desk.where, opinion, seen)
    except Overtaken:
        _forget(ask, once)
        return _overtaken(ask, opinion, watched)
    except InputError:
        _forget(ask, once)
        raise
    ask.desk.foreman.call()
    response = _back(ask)
    if ask.person.is_local and opinion.by != ask.person.name:
        ask.desk.sessions.bind(response, Binding(ask.binding.session, opinion.by))
    return response


def name(ask: Ask) -> Response:
    """Keep by which name the one user of a desk without accounts judges."""
    told = ask.given("name")
    if not told or len(told) > 100 or not told.isprintable():  # noqa: PLR2004 - as accounts do
        raise Refusal(422, "A name has 1 to 100 characters that can be printed.")
    response = RedirectResponse(_with(ask.back(), "named"), 303)
    ask.desk.sessions.bind(response, Binding(ask.binding.session, told))
    return response


def _opinion(ask: Ask) -> Opinion:
    kind, value = ask.given("kind"), ask.given("value")
    if kind in {"yes", "no", "unsure"}:
        kind, value = "answer", kind
    if kind not in KINDS:
        raise Refusal(422, f"{kind or 'nothing'} is none of: {', '.join(KINDS)}.")
    field = ask.given("field") or None
    if kind != "correct":
        field = None
    elif field not in FIELDS:
        raise Refusal(422, "Choose what is to be corrected.")
    by = ask.person.name or (ask.given("by") if ask.person.is_local else "")
    if not by:
        raise Refusal(422, "Say by which name your judgements go.")
    because = ask.given("because")
    if not because:
        raise Refusal(422, "Say why: whoever comes after you has to understand it.")
    words = (ask.given("words") or None) if kind == "correct" else None
    return Opinion(kind, _subjects(ask), by, because, _value(ask, kind, value), field, words)


def _subjects(ask: Ask) -> list[str]:
    """Return what is judged: what the form names, or all assertions of a claim."""
    claim = ask.given("claim")
    if not claim:
        return ask.all_given("subject")
    found = traced.claim(ask.desk.state, claim)
    if found is None:
        raise Refusal(
            409, "The claim was traced anew since, and has changed. Go back, and look at it again."
        )
    _, material = found
    return [each.id for each in material.account.variants]


def _value(ask: Ask, kind: str, value: str) -> Any:  # noqa: ANN401 - whatever JSON may hold
    if kind == "verdict":
        told: dict[str, Any] = {
            name: ask.given(name)
            for name in ("rating", "claim_reviewed", "url")
            if ask.given(name) or name == "rating"
        }
        for name in ("worst", "rating_value", "best"):
            if written := ask.given(name).replace(",", "."):
                told[name] = _number(name, written)
        return told
    return value if kind in {"answer", "relabel", "correct", "grade"} else None


def _number(name: str, written: str) -> float:
    try:
        number = float(written)
    except ValueError as error:
        raise Refusal(422, f"{name.replace('_', ' ')} is a number, not {written}.") from error
    return int(number) if number.is_integer() else number


def _overtaken(ask: Ask, opinion: Opinion, watched: list[str]) -> Response:
    """Show what was judged meanwhile beside what somebody is about to."""
    return page(
        ask,
        "overtaken",
        409,
        stands=[
            each
            for each in history.about(ask.desk.book, watched)
            if each.state.value != "superseded"
        ],
        about_to=given(opinion),
        watched=watched,
        saw=history.seen(ask.desk.book, watched),
        words=history.words_of(ask.desk.book, watched),
        back=ask.back(),
        again={name: some for name, some in ask.fields.items() if name not in _MADE_ANEW},
        standing=None,
    )


def _begun(ask: Ask, once: str) -> bool:
    """Put down that a form is being dealt with; False where it was before."""
    moment = time.time()
    with ask.desk.state.writing() as connection:
        connection.execute("DELETE FROM once WHERE made_at < ?", (moment - _REMEMBERED,))
        row = (once[:64], moment)
        asked = "INSERT OR IGNORE INTO once (id, made_at) VALUES (?, ?)"
        return connection.execute(asked, row).rowcount > 0


def _forget(ask: Ask, once: str) -> None:
    with ask.desk.state.writing() as connection:
        connection.execute("DELETE FROM once WHERE id = ?", (once[:64],))


def _back(ask: Ask) -> Response:
    done = "withdrawn" if ask.given("kind") == "withdraw" else "judged"
    return RedirectResponse(_with(ask.back(), done), 303)


def _with(address: str, done: str) -> str:
    """Return an address that also says what was done."""
    parts = urlsplit(address)
    query = f"{parts.query}&done={done}" if parts.query else f"done={done}"
    return parts._replace(query=query).geturl()
