"""A judged reading taken back into the types of a reading, for those who show it to people.

People may say what no machine does: that something is of a kind furphy has no name for, a place in
no gazetteer, or two things at once. Where the types have no word for it a stand-in is put there,
and the :class:`Verdict` beside it, which is always shown with it, says what they said.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from furphy.casebook.canonical import Json
from furphy.casebook.judged import Fields
from furphy.casebook.lines import on_one_line
from furphy.casebook.restoring import restored
from furphy.model.assertion import AssertionKind
from furphy.model.attribution import Mode, SourceKind, Stance
from furphy.model.factuality import Commitment
from furphy.model.place import PlaceKind
from furphy.model.quantity import Modifier
from furphy.model.reading import Reading
from furphy.model.time import TimeType
from furphy.model.verdict import Opinion, Verdict

# An object of the JSON, of which nothing is known but what reading it shows.
_Given = dict[str, Any]

_DEGREES = dict(zip(Commitment, (3.0, 2.0, 1.0, 0.0, -1.0, -2.0, -3.0), strict=True))
"""The middle of what readers make of each commitment (de Marneffe, Manning & Potts 2012)."""

_SURE = 1.0

_BLANK: dict[str, _Given] = {
    "places": {"candidates": [], "grounds": [], "score": None},
    "times": {"type": TimeType.DATE.value},
    "quantities": {"of_span": None},
}
"""What an entry lacks that stands for words in which the machine found nothing."""


def as_reading(given: Fields) -> Reading:
    """Return what :func:`furphy.casebook.judged.judged` gave as a reading; it is changed."""
    changed: _Given = given
    for each in changed["assertions"]:
        _fill_assertion(each)
    for each in changed["sources"]:
        each["kind"] = each["kind"] or SourceKind.GROUP.value
    for each in changed["attributions"]:
        each["mode"] = each["mode"] or Mode.INDIRECT.value
        each.setdefault("stance", Stance.NEUTRAL.value)
    for name in ("attributions", *_BLANK):
        for each in changed[name]:
            each.setdefault("evidence", {})
            if each["evidence"].get("score") is None:
                each["evidence"] = {"rule": "judgement", "score": _SURE}
    _fill_mentions(changed)
    return restored(on_one_line(changed))


def verdicts(given: Fields) -> tuple[Verdict, ...]:
    """Return what people say of a judged reading: of the document first, then of assertions."""
    changed: _Given = given
    about = [verdict(None, each) for each in changed["document"].get("judged", ())]
    for index, assertion in enumerate(changed["assertions"]):
        about += (verdict(index, each) for each in assertion.get("judged", ()))
    return tuple(about)


def verdict(assertion: int | None, told: Mapping[str, Any]) -> Verdict:
    """Return one of the rulings that are told under ``judged``."""
    return Verdict(
        assertion=assertion,
        asked=told["asked"],
        words=told["words"],
        value=told["value"],
        original=told["original"],
        is_disputed=told["state"] == "disputed",
        opinions=tuple(
            Opinion(each["value"], each["by"], each["because"], each["at"])
            for each in told["judgements"]
        ),
    )


def _fill_assertion(assertion: _Given) -> None:
    if assertion["kind"] not in set(AssertionKind):
        assertion["kind"] = _machine_s(assertion, "kind")
    for name in ("factuality", "author_factuality"):
        told = assertion[name]
        told["value"] = told["value"] or Commitment.UNCOMMITTED.value
        if told["degree"] is None:
            told["degree"] = _DEGREES[Commitment(told["value"])]


def _machine_s(assertion: _Given, asked: str) -> Json:
    """Return what the machine had found before anyone judged."""
    found: Json = next(each["original"] for each in assertion["judged"] if each["asked"] == asked)
    return found


def _fill_mentions(changed: _Given) -> None:
    homes = {
        (name, index): assertion["spans"][0]
        for assertion in changed["assertions"]
        for name in _BLANK
        for index in assertion[name]
    }
    for name, blank in _BLANK.items():
        for index, each in enumerate(changed[name]):
            if each["span"] is None:
                each["span"] = homes.get((name, index), [0, 0])
            changed[name][index] = deepcopy(blank) | each
    for each in changed["places"]:
        each.setdefault("name", each["text"])
        if each["place"] is not None:
            _fill_place(each["place"], str(each["text"]))
    for each in changed["quantities"]:
        each["modifier"] = each["modifier"] or _by_bounds(each).value


def _by_bounds(quantity: _Given) -> Modifier:
    if quantity["high"] is None:
        return Modifier.AT_LEAST
    return Modifier.AT_MOST if quantity["low"] is None else Modifier.RANGE


def _fill_place(place: _Given, text: str) -> None:
    blank = {"gazetteer": "judgement", "id": "", "name": text, "kind": PlaceKind.SITE.value}
    for name, value in (blank | {"radius_km": 0.0}).items():
        if place.get(name) is None:
            place[name] = value
    place.setdefault("divisions", [])
    place.setdefault("population", None)
    place.setdefault("country", None)
