"""Bytes packed for keeping, and the digests that name them."""

import hashlib
import json
import zlib
from collections.abc import Sequence

_LEVEL = 6
_SHORT = 32


def packed(data: bytes) -> bytes:
    """Return the bytes compressed (zlib, RFC 1950)."""
    return zlib.compress(data, _LEVEL)


def unpacked(data: bytes) -> bytes:
    """Return what :func:`packed` packed; raises :class:`ValueError` where that is damaged."""
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(data) + unpacker.flush()
    except zlib.error as error:
        raise ValueError(f"not what was packed: {error}") from error
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("not what was packed: too long or too short")
    return found


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def content_id(*parts: str | int | float | Sequence[int] | None) -> str:
    """Return an id made of values alone: 32 hex digits of the SHA-256 of their JSON."""
    written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return digest(written.encode("utf-8", "backslashreplace"))[:_SHORT]
