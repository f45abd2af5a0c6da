"""Grades that people set, as tags of MISP's admiralty-scale taxonomy, an event for each claim.

Only what a person graded is tagged, and only where nobody grades it otherwise. MISP gives "cannot
be judged" the number 50, above "not usually reliable": a tag holds the letter or digit alone.
"""

from collections.abc import Iterator

from furphy.export.dossier.material import Material
from furphy.export.standards.handover import Handover, instant, named
from furphy.export.standards.writing import Fields, listed
from furphy.model.signed import Credibility, Grade

_DAY = len("2024-03-14")
_SHOWN = 250


def export(handover: Handover) -> Iterator[str]:
    """Yield the text of a list of events, as MISP takes and gives them."""
    events = (
        {"Event": _event(material, handover)}
        for material in handover.materials
        if any(not each.is_disputed for each in material.account.grades)
    )
    yield from listed({}, "response", events)


def _event(material: Material, handover: Handover) -> Fields:
    account = material.account
    held = [each for each in account.grades if not each.is_disputed]
    digits = {each.value.value for each in held if isinstance(each.value, Credibility)}
    date = instant(account.first_seen, handover.changed) or handover.changed
    claim = _attribute(account.id, "text", account.text, "claim")
    # Where several grade its assertions otherwise, none of it holds.
    if len(digits) == 1:
        claim["Tag"] = [_tag(f'information-credibility="{digits.pop()}"')]
    return {
        "uuid": str(named("misp", account.id)),
        "info": account.text if len(account.text) <= _SHOWN else f"{account.text[:_SHOWN]} …",
        "date": date[:_DAY],
        "published": False,
        "distribution": "0",
        "analysis": "0",
        "threat_level_id": "4",
        "Attribute": [claim, *_sources(account.id, held)],
    }


def _sources(claim: str, grades: list[Grade]) -> Iterator[Fields]:
    """Yield an attribute for each source that has a letter."""
    for name, letter in dict.fromkeys(
        (each.source, each.value.value) for each in grades if each.source is not None
    ):
        attribute = _attribute(claim, "text", name, "source")
        yield attribute | {"Tag": [_tag(f'source-reliability="{letter.lower()}"')]}


def _attribute(claim: str, kind: str, value: str, comment: str) -> Fields:
    return {
        "uuid": str(named("misp-attribute", claim, comment, value)),
        "type": kind,
        "category": "Other",
        "value": value,
        "comment": comment,
        "to_ids": False,
    }


def _tag(value: str) -> Fields:
    return {"name": f"admiralty-scale:{value}"}
