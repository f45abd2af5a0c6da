"""What was worked out before, kept under the digest of all that it follows from.

Nothing here is true because it is kept: a value is looked up by what it was made of, so that one
made of anything else is never met. Whoever loses it only has to work again.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from furphy.tracing.words import Hashes

SIZE = 16
"""Bytes of a digest: two different ones are the same once in 2^64 documents."""
_LENGTH = 4

_STEP = 0x9E3779B97F4A7C15
_MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
"""SplitMix64 (Steele et al. 2014)."""

Array = NDArray[Any]


class Memory(Protocol):
    """Values by kind and key."""

    def recall(self, kind: str, keys: Sequence[bytes]) -> list[bytes | None]:
        """Return the value kept under each key; None where there is none."""
        ...

    def keep(self, kind: str, values: Mapping[bytes, bytes]) -> None:
        """Keep values under their keys, in place of those that are there."""
        ...


class Fresh:
    """A memory that begins with nothing, and ends with the process."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bytes], bytes] = {}

    def recall(self, kind: str, keys: Sequence[bytes]) -> list[bytes | None]:
        """Return the value kept under each key; None where there is none."""
        return [self._kept.get((kind, key)) for key in keys]

    def keep(self, kind: str, values: Mapping[bytes, bytes]) -> None:
        """Keep values under their keys, in place of those that are there."""
        self._kept.update(((kind, key), value) for key, value in values.items())


def digest(*parts: str | bytes) -> bytes:
    """Return a digest of parts, in which their bounds count."""
    made = blake2b(digest_size=SIZE)
    for each in parts:
        data = each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "little"))
        made.update(data)
    return made.digest()


def digest_of(value: object) -> bytes:
    """Return a digest of what JSON can write; numbers are written so that they differ if at all."""
    return digest(json.dumps(value, sort_keys=True))


def number_of(made: bytes) -> int:
    """Return the first 64 bits of a digest as a number."""
    return int.from_bytes(made[:8], "little")


def numbers_of(digests: Iterable[bytes]) -> Hashes:
    """Return the first 64 bits of each digest."""
    return np.frombuffer(b"".join(each[:8] for each in digests), np.uint64).copy()


def mixed(numbers: Hashes) -> Hashes:
    """Return a number for each that looks random, always the same: sums of them differ."""
    found = numbers + np.uint64(_STEP)
    for shift, factor in _MIX:
        found ^= found >> np.uint64(shift)
        found *= np.uint64(factor)
    mixed_up: Hashes = found ^ (found >> np.uint64(31))
    return mixed_up


def written(head: object, *arrays: Array) -> bytes:
    """Return what JSON can write, and arrays of one dimension or two, as bytes."""
    shapes = [[each.dtype.str, *each.shape] for each in arrays]
    told = json.dumps([head, shapes], ensure_ascii=True, separators=(",", ":")).encode()
    parts = [np.ascontiguousarray(each).tobytes() for each in arrays]
    return b"".join([len(told).to_bytes(_LENGTH, "little"), told, *parts])


def read(data: bytes) -> tuple[Any, list[Array]]:
    """Return what :func:`written` wrote; raises :class:`ValueError` where that is damaged."""
    at = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
    head, shapes = json.loads(data[_LENGTH:at])
    arrays = []
    for kind, *shape in shapes:
        count = int(np.prod(shape, dtype=np.int64))
        made = np.frombuffer(data, np.dtype(kind), count, at)
        at += made.nbytes
        arrays.append(made.reshape(shape))
    return head, arrays
