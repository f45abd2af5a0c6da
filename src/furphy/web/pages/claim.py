"""A claim: how it is put, what it goes back to, what contradicts it, and what people say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response

from furphy.desk import history
from furphy.export.dossier.material import Material
from furphy.export.dossier.page import parts
from furphy.export.wording import file_name
from furphy.model.account import Account, Kindred
from furphy.model.signed import Credibility
from furphy.web import handing, traced
from furphy.web.asking import Ask, Refusal
from furphy.web.claimed import claimed, live, missing, now
from furphy.web.rendering import page
from furphy.web.traced import Brief

_MOST_KIN = 20
_OF_ONE = frozenset({"answer", "correct", "relabel"})
"""Kinds of judgements about one assertion, which its document shows."""


def claim(ask: Ask) -> Response:
    """Show a claim."""
    name = ask.path("name")
    found = claimed(ask.desk, name)
    if found is None:
        leads_to = now(ask.desk, name)
        if leads_to is None:
            raise Refusal(404, missing(ask.desk, name))
        return RedirectResponse(f"/claims/{leads_to}?was={name[:32]}", 303)
    brief, material = found
    whole = live(ask.desk, material)
    account = whole.account
    ids = [each.id for each in account.variants]
    past = history.Past(ask.desk.book, ids)
    centre = account.variants[account.centre]
    return page(
        ask,
        "claim_page",
        brief=brief,
        account=account,
        material=whole,
        centre=centre.id,
        language=material.readings[centre.document].document.language,
        parts=parts(whole, _pages(material)),
        rows=_rows(material, account),
        ids=ids,
        saw=past.saw(*ids),
        past=past,
        judged=[each for each in past.told() if each.judgement.kind.value not in _OF_ONE],
        kindred=_kindred(ask, account, centre.id),
        credibility=[*Credibility],
        forms=handing.OF_A_CLAIM,
        was=ask.query("was"),
        standing=ask.desk.foreman.standing(),
    )


def claim_of(ask: Ask) -> Response:
    """Lead from an assertion to the claim that it belongs to."""
    found = traced.claim_with(ask.desk.state, ask.path("name"))
    if found is None:
        raise Refusal(404, "No claim was made of this: it says too little to be compared.")
    return RedirectResponse(f"/claims/{found}", 303)


@dataclass(frozen=True, slots=True)
class Kin:
    """A claim that may be the same."""

    told: Kindred
    brief: Brief | None
    """None where the last trace has no such claim any more."""
    saw: str


def _kindred(ask: Ask, account: Account, centre: str) -> list[Kin]:
    shown = account.kindred[:_MOST_KIN]
    known = traced.briefs(ask.desk.state, [each.claim for each in shown])
    past = history.Past(ask.desk.book, [centre, *(each.assertion for each in shown)])
    return [
        Kin(
            each,
            known.get(each.claim),
            past.saw(centre, each.assertion),
        )
        for each in shown
    ]


def _pages(material: Material) -> dict[int, str]:
    """Return the pages of the documents of a claim, by their numbers."""
    account = material.account
    left_out = (each.document for each in account.rejected)
    numbers = {*account.documents, *account.behind.through, *left_out}
    return {each: f"/documents/{material.readings[each].document.id}" for each in numbers}


def _rows(material: Material, account: Account) -> Sequence[tuple[str, str, str, str]]:
    """Return the assertions: id, words, whose they are, and where they stand."""
    found = []
    for each in account.variants:
        document = material.readings[each.document].document
        at = "" if each.assertion is None else f"#at-{each.assertion}"
        where = f"/documents/{document.id}{at}"
        whose = document.outlet or file_name(document.key)
        found.append((each.id, each.text, whose, where))
    return found
