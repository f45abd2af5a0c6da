"""A document: its text painted by who says what and how firmly, and each assertion to judge."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import Any

from starlette.responses import Response

from furphy.desk import browsing, history
from furphy.desk.checks import first_checks
from furphy.desk.history import Told
from furphy.desk.put_forward import ids_of, stand_ins
from furphy.desk.showing import Shown, shown_in
from furphy.errors import InputError
from furphy.export.page import told_of
from furphy.export.passages import Passage
from furphy.model.reading import Reading
from furphy.web import traced
from furphy.web.asking import Ask, Refusal
from furphy.web.rendering import page
from furphy.web.traced import Brief

_FIELDS = (
    ("holder", "who says so", "a name; null where the document itself does"),
    ("value", "how firmly they say so", "CT+ PR+ PS+ UU PS- PR- CT-"),
    ("author-value", "how firmly the document does", "CT+ PR+ PS+ UU PS- PR- CT-"),
    ("place", "place", "47.8,35.2 Name"),
    ("time", "time", "2024-03-14, or FROM/TO"),
    ("quantity", "quantity", "12, 12..15, 12.. or ..15, with a unit or without"),
)
"""What can be corrected: as the casebook has it, in words, and how it is written."""
_MOST_SENTENCES = 200


@dataclass(frozen=True, slots=True)
class Card:
    """An assertion to be judged."""

    number: int
    id: str
    passage: Passage
    claim: Brief | None
    """What other documents tell too."""
    judged: tuple[Told, ...]
    saw: str
    """What this page has seen of its judgements."""
    mentions: tuple[tuple[str, str, str], ...]
    """Its places, times and quantities: of which sort, in which words, taken for what."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to be judged, in a text in which no assertion was read."""

    number: int
    id: str
    words: str
    claim: Brief | None
    judged: tuple[Told, ...]
    saw: str


def document(ask: Ask) -> Response:
    """Show a document."""
    shown = _found(ask)
    reading = shown.reading
    told = told_of(reading, first_checks(reading), shown.verdicts)
    cards = _cards(ask, shown, told)
    made, gave = traced.derivations(ask.desk.state, reading.document.id)
    return page(
        ask,
        "document",
        **told,
        cards=cards,
        sentences=_sentences(ask, reading) if not cards else [],
        fields=_FIELDS,
        own_title=bool(told["parts"]) and told["parts"][0][0] == "title",
        made=made,
        gave=gave,
        near=browsing.named(ask.desk.book, [name for name, _ in (*made, *gave)]),
        standing=ask.desk.foreman.standing(),
    )


def _found(ask: Ask) -> Shown:
    try:
        return shown_in(ask.desk.book, ask.path("name"))
    except InputError as error:
        raise Refusal(404, f"{error}.") from error


def _cards(ask: Ask, shown: Shown, told: dict[str, Any]) -> list[Card]:
    reading = shown.reading
    ids = [*ids_of(reading)]
    judged = defaultdict[str, list[Told]](list)
    past = history.Past(ask.desk.book, ids)
    for each in past.told():
        for subject in each.judgement.subjects:
            judged[subject].append(each)
    claims = traced.claims_of(ask.desk.state, reading.document.id)
    known = traced.briefs(ask.desk.state, [*dict.fromkeys(claims.values())])
    return [
        Card(
            number,
            ids[number],
            passage,
            known.get(claims.get(ids[number], "")),
            tuple(judged[ids[number]]),
            past.saw(ids[number]),
            tuple(_mentions(told, number, reading)),
        )
        for number, passage in told["passages"].items()
    ]


def _sentences(ask: Ask, reading: Reading) -> list[Sentence]:
    """Return the first sentences of a text that stand in for assertions."""
    found = [*islice(stand_ins(reading), _MOST_SENTENCES)]
    past = history.Past(ask.desk.book, [name for name, _ in found])
    judged = past.told()
    claims = traced.claims_of(ask.desk.state, reading.document.id)
    known = traced.briefs(ask.desk.state, [*dict.fromkeys(claims.values())])
    return [
        Sentence(
            number,
            name,
            each.span.of(reading.document.text),
            known.get(claims.get(name, "")),
            tuple(one for one in judged if name in one.judgement.subjects),
            past.saw(name),
        )
        for number, (name, each) in enumerate(found)
    ]


def _mentions(told: dict[str, Any], number: int, reading: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 (as it was read)
    """Return the places, times and quantities of an assertion."""
    assertion, text = reading.assertions[number], reading.document.text
    found = list[tuple[str, str, str]]()
    for each in assertion.toponyms:
        name = reading.toponyms[each]
        place = name.place
        found.append(("place", name.named.span.of(text), place.name if place else "not found"))
    for each in assertion.times:
        time = reading.times[each]
        known = [one for one in told["lists"].moments if each in one.times]
        found.append(("time", time.span.of(text), known[0].told if known else "unknown"))
    for each in assertion.quantities:
        known = [one for one in told["lists"].amounts if each in one.quantities]
        words = reading.quantities[each].span.of(text)
        found.append(("quantity", words, known[0].told if known else "unknown"))
    return found
