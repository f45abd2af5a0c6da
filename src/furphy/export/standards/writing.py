"""JSON written piece by piece, so that no export has to be held as a whole."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Fields = dict[str, Any]
"""An object of JSON on its way out."""

_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def line(value: object) -> str:
    """Return a value as JSON on one line, which no program takes for more."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)


def listed(head: Mapping[str, object], name: str, items: Iterable[object]) -> Iterator[str]:
    """Yield an object with the members of ``head`` and then a list, an item a line."""
    yield f"{line(head)[:-1]}{', ' if head else ''}{line(name)}: ["
    for number, each in enumerate(items):
        yield f"{',' if number else ''}\n{line(each)}"
    yield "\n]}\n"


def known(given: Mapping[str, Any]) -> Fields:
    """Return what is known of some members: neither None nor an empty list or object."""
    return {name: value for name, value in given.items() if value not in (None, [], {})}
