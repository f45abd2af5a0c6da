"""Readings as people judged them: their rulings laid over what the machine made.

:func:`judged` takes a reading as the public JSON object and gives it back with every ruling of
:mod:`.standing` in force. Corrected fields hold what people say; entries that other assertions
share (places, times, quantities, sources, attributions) stay as they are, and a corrected copy is
added to their list, with ``"corrects"`` naming the entry it stands for (null: there was none).
Each assertion that was judged says so::

    "judged": [{"asked": "value", "words": null, "state": "standing",
                "value": "PR+", "original": "CT+",
                "judgements": [{"id": …, "value": …, "by": …, "because": …, "at": …}]}]

``state`` is ``standing`` or ``disputed``. Where it is disputed, ``value`` is null and the field
itself becomes unknown: null, or an attribution without a source. An answer ``no`` leaves the
assertion where it is: whoever shows or counts assertions has to look at it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from typing import TypeAlias, cast

from sqlalchemy import Connection

from furphy.casebook.canonical import Json
from furphy.casebook.ids import assertion_ids
from furphy.casebook.judgements import Field, judgements
from furphy.casebook.standing import GRADE, SAME, VERDICT, Ruling, State, rulings

Fields: TypeAlias = dict[str, Json]
"""An object of JSON whose members can be changed."""

_LISTS = {Field.PLACE: "places", Field.TIME: "times", Field.QUANTITY: "quantities"}
_BY_A_PERSON: Fields = {"rule": "judgement", "score": None}


def by_subject(rulings: Iterable[Ruling]) -> dict[str, list[Ruling]]:
    """Return rulings by the ids of what they are about."""
    found: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        for subject in ruling.question.subjects:
            found.setdefault(subject, []).append(ruling)
    return found


def ruled(connection: Connection, ids: Iterable[str]) -> dict[str, list[Ruling]]:
    """Return what people say of things, by their ids; those that nobody judged are left out."""
    wanted = dict.fromkeys(ids)
    found = by_subject(rulings(judgements(connection, [*wanted])))
    return {name: given for name, given in found.items() if name in wanted}


def judged(reading: Fields, ruled: Mapping[str, Sequence[Ruling]]) -> Fields:
    """Return a reading with the rulings on it, and on its assertions, laid over it.

    ``ruled`` are :func:`by_subject`. The reading given is not changed; where nothing is ruled on
    it, it is itself returned. Rulings on other things are passed over.
    """
    document = document_of(reading)
    found = [ruled.get(each, []) for each in ids_of(reading)]
    about = ruled.get(document, [])
    if not about and not any(found):
        return reading
    changed = deepcopy(reading)
    if about:
        _member(changed, "document")["judged"] = [shown(each) for each in about]
    for assertion, given in zip(_list(changed, "assertions"), found, strict=True):
        if given:
            assertion["judged"] = [shown(each, _lay(changed, assertion, each)) for each in given]
    return changed


def document_of(reading: Fields) -> str:
    """Return the id of the document of a reading."""
    return str(_member(reading, "document")["id"])


def ids_of(reading: Fields) -> list[str]:
    """Return the ids of the assertions of a reading, in their order."""
    document = document_of(reading)
    given = [
        (cast("list[list[int]]", each["spans"]), str(each["text"]))
        for each in _list(reading, "assertions")
    ]
    return [*assertion_ids(document, given)]


def shown(ruling: Ruling, original: Json = None) -> Fields:
    """Return a ruling as it is told in JSON, beside what the machine had found."""
    question = ruling.question
    told: Fields = {
        "asked": question.asked,
        "words": question.words,
        "state": (State.DISPUTED if ruling.is_disputed else State.STANDING).value,
        "value": _answer(ruling),
        "original": original,
        "judgements": [
            {
                "id": each.id,
                "value": each.kind.value if question.asked == SAME else each.value,
                "by": each.by,
                "because": each.because,
                "at": each.at,
            }
            for each in ruling.judgements
        ],
    }
    # A claim has thousands of assertions, each of which would tell all of them.
    if len(question.subjects) > 1 and question.asked not in (VERDICT, GRADE):
        told["subjects"] = [*question.subjects]
    return told


def _answer(ruling: Ruling) -> Json:
    if ruling.question.asked == SAME and not ruling.is_disputed:
        return ruling.judgements[0].kind.value
    return ruling.value


def _lay(reading: Fields, assertion: Fields, ruling: Ruling) -> Json:
    """Bring a ruling into an assertion; return what the machine had there."""
    lay = _LAYING.get(ruling.question.asked)
    return None if lay is None else lay(reading, assertion, ruling)


def _lay_kind(_reading: Fields, assertion: Fields, ruling: Ruling) -> Json:
    original, assertion["kind"] = assertion["kind"], ruling.value
    return original


def _lay_factuality(name: str) -> "Callable[[Fields, Fields, Ruling], Json]":
    def lay(_reading: Fields, assertion: Fields, ruling: Ruling) -> Json:
        factuality = _member(assertion, name)
        original = factuality["value"]
        if original != ruling.value:
            # The machine's finer degree says nothing of what people found.
            factuality |= {"value": ruling.value, "degree": None}
        return original

    return lay


def _lay_holder(reading: Fields, assertion: Fields, ruling: Ruling) -> Json:
    index = assertion["attribution"]
    attributions, sources = _list(reading, "attributions"), _list(reading, "sources")
    old = None if index is None else attributions[cast("int", index)]
    source = None if old is None else old["source"]
    original = None if source is None else sources[cast("int", source)]["name"]
    if ruling.value is None and not ruling.is_disputed:
        assertion["attribution"] = None
        return original
    base: Fields = {
        "cue_span": None,
        "content_spans": assertion["spans"],
        "mode": None,
        "parent": None,
        "evidence": _BY_A_PERSON,
    }
    added = {**(old or base), "id": len(attributions), "source_span": None, "corrects": index}
    added.pop("source_spans", None)
    added["source"] = None if ruling.is_disputed else _source(sources, ruling.value)
    attributions.append(added)
    assertion["attribution"] = len(attributions) - 1
    return original


def _source(sources: list[Fields], holder: Json) -> int:
    """Return the index of the source of a name, added where the machine found no such one."""
    told = cast("Fields", {"name": holder} if isinstance(holder, str) else holder)
    for index, each in enumerate(sources):
        if all(each.get(name) == value for name, value in told.items()):
            return index
    unknown: Fields = {"kind": None, "description": None, "mentions": [], "identity": None}
    sources.append({"id": len(sources), **unknown, **told, "corrects": None})
    return len(sources) - 1


def _lay_mention(field: Field) -> "Callable[[Fields, Fields, Ruling], Json]":
    """Return what corrects a place, time or quantity of an assertion, found by its words."""
    name = _LISTS[field]

    def lay(reading: Fields, assertion: Fields, ruling: Ruling) -> Json:
        entries = _list(reading, name)
        mine = cast("list[Json]", assertion[name])
        words = ruling.question.words
        old = [each for each in mine if entries[cast("int", each)]["text"] == words]
        original: Json = None
        for index in old or [None]:
            entry = (
                _mention(reading, assertion, words)
                if index is None
                else entries[cast("int", index)]
            )
            if index is not None:
                original = _value_of(field, entry)
            added = {**entry, **_corrected(field, ruling.value), "id": len(entries)}
            entries.append({**added, "corrects": index, "evidence": _BY_A_PERSON})
            mine = _in_place_of(mine, index, len(entries) - 1)
        assertion[name] = mine
        return original

    return lay


def _in_place_of(mine: list[Json], old: Json, new: Json) -> list[Json]:
    """Return indexes with one in the place of another, or behind them where that is not there."""
    if old not in mine:
        return [*mine, new]
    return [new if each == old else each for each in mine]


def _mention(reading: Fields, assertion: Fields, words: str | None) -> Fields:
    """Return an entry for words of an assertion in which the machine found nothing."""
    text = str(_member(reading, "document")["text"])
    for start, end in cast("list[list[int]]", assertion["spans"]):
        at = text.find(words or "", start, end)
        if words and at >= 0:
            return {"text": words, "span": [at, at + len(words)]}
    return {"text": words, "span": None}


def _value_of(field: Field, entry: Fields) -> Json:
    if field is Field.PLACE:
        return entry["place"]
    names = ("interval", "value") if field is Field.TIME else ("low", "high", "unit", "modifier")
    return {name: entry.get(name) for name in names}


def _corrected(field: Field, value: Json) -> Fields:
    """Return the members of an entry that a corrected value replaces."""
    told = cast("Fields", value or {})
    if field is Field.PLACE:
        bare: Fields = {"score": None, "candidates": [], "because": [], "grounds": []}
        unknown = dict.fromkeys(("gazetteer", "id", "name", "country", "kind", "radius_km"))
        return bare | {"place": None if value is None else {**unknown, **told}}
    if field is Field.TIME:
        return {"value": None, "interval": None, "mod": None, **told}
    exact = "exact" if told and told.get("low") == told.get("high") else None
    return {"low": None, "high": None, "unit": None, "modifier": exact, **told}


def _member(fields: Fields, name: str) -> Fields:
    return cast("Fields", fields[name])


def _list(fields: Fields, name: str) -> list[Fields]:
    return cast("list[Fields]", fields[name])


_LAYING: dict[str, Callable[[Fields, Fields, Ruling], Json]] = {
    "kind": _lay_kind,
    Field.HOLDER: _lay_holder,
    Field.VALUE: _lay_factuality("factuality"),
    Field.AUTHOR_VALUE: _lay_factuality("author_factuality"),
    Field.PLACE: _lay_mention(Field.PLACE),
    Field.TIME: _lay_mention(Field.TIME),
    Field.QUANTITY: _lay_mention(Field.QUANTITY),
}
