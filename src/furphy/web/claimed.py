"""A claim of the last finished trace, whole, by whatever leads to it."""

from dataclasses import replace

from furphy.desk.claiming import corrected_now
from furphy.desk.showing import shown_in
from furphy.desk.signed import Signed, signed_in
from furphy.errors import InputError
from furphy.export.dossier.material import Material
from furphy.export.dossier.packing import opposed, shown
from furphy.model.reading import Reading
from furphy.web import traced
from furphy.web.desk import Desk
from furphy.web.traced import Brief


def claimed(desk: Desk, name: str) -> tuple[Brief, Material] | None:
    """Return a claim by its id; None where there is none of this id now."""
    found = traced.claim(desk.state, name)
    if found is None:
        return None
    brief, material = found
    told = opposed(material.account)
    if all(material.readings[each].document.text for each in told):
        return found
    # Of what one document alone tells, no texts are kept: what contradicts it is asked for here.
    readings = {
        each: _with_text(desk, material.readings[each]) if each in told else material.readings[each]
        for each in shown(material.account)
    }
    return brief, replace(material, readings=readings)


def now(desk: Desk, name: str) -> str | None:
    """Return the claim that a former id, or the id of an assertion, leads to."""
    return traced.former(desk.state, name) or traced.claim_with(desk.state, name)


def live(desk: Desk, material: Material) -> Material:
    """Return a claim with the verdicts, grades and corrections that stand now."""
    given: Signed = signed_in(desk.book, [each.id for each in material.account.variants])
    told = material.account.variants
    letters = tuple(each for each in material.account.grades if each.source is not None)
    digits = tuple(
        grade
        for subjects, grade in given.digits
        if not {each.id for each in told}.isdisjoint(subjects)
    )
    account = replace(
        material.account, verdicts=given.verdicts_on(told), grades=(*digits, *letters)
    )
    return corrected_now(desk.book, replace(material, account=account))


def missing(desk: Desk, name: str) -> str:
    """Return why no claim has an id."""
    if traced.is_rejected(desk.state, name):
        return "People reject all that this claim was made of. History has what they say."
    return "No claim has this id."


def _with_text(desk: Desk, reading: Reading) -> Reading:
    document = reading.document
    try:
        text = shown_in(desk.book, document.id, as_read=True).reading.document.text
    except InputError:
        # It was taken out of use since it was traced; the next trace will not have it either.
        return reading
    return replace(reading, document=replace(document, text=text))
