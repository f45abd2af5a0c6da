"""Whether the line of a reading agrees with itself: spans re-read, indexes point to something."""

import json
from collections.abc import Iterator
from typing import Any

from furphy.model.reading import Reading

# Members that hold a place in a list of the reading, and which list.
_POINTS = {
    "sources": (("identity", "identities"),),
    "attributions": (("source", "sources"), ("parent", "attributions")),
    "assertions": (
        ("attribution", "attributions"),
        ("reports", "attributions"),
        ("within", "assertions"),
        ("places", "places"),
        ("times", "times"),
        ("quantities", "quantities"),
    ),
    "constraints": (("subject", "places"), ("objects", "places")),
}
_NUMBERED = (*_POINTS, "places", "times", "quantities", "identities")
_GAP = " … "
_QUOTES = (("text", ("spans", "span")), ("of", ("of_span",)))
"""Members that quote the document, and those that say where, the first of which counts."""


def faults(line: str) -> Iterator[str]:
    """Yield what in a line cannot have been read in its document.

    It has to be one that :func:`furphy.casebook.restoring.restored` takes.
    """
    given = json.loads(line)
    text = given["document"]["text"]
    yield from _spans("document", given["document"], text)
    for name in (*_NUMBERED, "notes"):
        for index, each in enumerate(given[name]):
            yield from _spans(f"{name}[{index}]", each, text)
    for name in _NUMBERED:
        for index, each in enumerate(given[name]):
            if each.get("id", index) != index:
                yield f"{name}[{index}] calls itself {each['id']}"
            yield from _pointers(f"{name}[{index}]", each, name, given)


def loops(reading: Reading) -> bool:
    """Tell whether an attribution of a reading stands, in the end, inside itself."""
    return any(
        each.parent is not None and each.parent >= index and _returns(reading, index)
        for index, each in enumerate(reading.attributions)
    )


def _returns(reading: Reading, start: int) -> bool:
    at: int | None = start
    for _ in reading.attributions:
        at = None if at is None else reading.attributions[at].parent
    return at is not None


def _pointers(where: str, each: dict[str, Any], name: str, given: dict[str, Any]) -> Iterator[str]:
    for member, target in _POINTS.get(name, ()):
        told = each[member]
        for index in told if isinstance(told, list) else [told]:
            if index is not None and not 0 <= index < len(given[target]):
                yield f"{where}.{member} is {index}, but there are {len(given[target])} {target}"
    if name == "assertions":
        if not 0 <= each["segment"] < len(given["document"]["segments"]):
            yield f"{where}.segment is {each['segment']}, which is none"
        for status in each["status"]:
            if status["by"] is not None and not 0 <= status["by"] < len(given["sources"]):
                yield f"{where}.status is by {status['by']}, which is no source"


def _spans(where: str, value: object, text: str) -> Iterator[str]:
    """Look through everything inside a value for spans, and for words that are said to be there."""
    if isinstance(value, list):
        inside = [(f"{where}[{index}]", each) for index, each in enumerate(value)]
    elif isinstance(value, dict):
        yield from _outside(where, value, text)
        yield from _misquoted(where, value, text)
        inside = [(f"{where}.{name}", each) for name, each in value.items()]
    else:
        return
    for name, each in inside:
        if isinstance(each, dict | list):
            yield from _spans(name, each, text)


def _misquoted(where: str, value: dict[str, Any], text: str) -> Iterator[str]:
    if "rule" in value:
        return  # The text of a ground is a reason in our words.
    for member, places in _QUOTES:
        quote = value.get(member)
        spans = next((value[each] for each in places if value.get(each)), None)
        if isinstance(quote, str) and spans is not None and quote != _quoted(spans, text):
            yield f"{where}.{member} is {quote!r}, but there stands {_quoted(spans, text)!r}"


def _outside(where: str, value: dict[str, Any], text: str) -> Iterator[str]:
    for name, each in value.items():
        if name in ("span", "anchor") or name.endswith("_span"):
            parts = [each] if each else []
        elif name in ("spans", "mentions") or name.endswith("_spans"):
            parts = [part for part in each or () if isinstance(part, list)]
        elif name == "start":
            parts = [[each, value["end"]]]
        else:
            continue
        for start, end in parts:
            if not 0 <= start <= end <= len(text):
                yield f"{where}.{name} is [{start}, {end}], outside a text of {len(text)}"


def _quoted(spans: Any, text: str) -> str:  # noqa: ANN401  (whatever JSON held)
    parts = spans if isinstance(spans[0], list) else [spans]
    return _GAP.join(text[start:end] for start, end in parts)
