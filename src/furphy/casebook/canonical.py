"""One way to write a value down, so that equal values have equal bytes and equal digests.

As RFC 8785 (JSON Canonicalization Scheme): UTF-8, no blanks, members of objects in the order of
their names, nothing escaped that need not be. Numbers without a fraction are written as integers;
others as Python writes them, which is the shortest form that reads back the same.
"""

import json
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import TypeGuard

from furphy.casebook.packing import digest

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def canonical(value: Json) -> str:
    """Return the canonical JSON of a value.

    Raises :class:`ValueError` for numbers that JSON does not know (infinite, or not a number).
    """
    return json.dumps(_plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def value_digest(value: Json) -> str:
    """Return the SHA-256 of a value's canonical JSON, 64 hex digits."""
    return digest(canonical(value).encode("utf-8", "backslashreplace"))


def _plain(value: Json) -> Json:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        # By UTF-16 code units, as the scheme has it.
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return {name: _plain(value[name]) for name in names}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(each) for each in value]
    return value


def is_number(value: Json) -> TypeGuard[float]:
    """Tell whether a value is a number that there is; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
