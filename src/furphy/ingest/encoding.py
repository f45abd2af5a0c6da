"""Bytes to text when the encoding may be undeclared, misdeclared or mixed.

Order: byte order mark, ISO-2022 where declared, strict UTF-8, what is declared, UTF-8 with a few
faults, a statistical guess. Strict UTF-8 goes before the declaration because text in another
encoding hardly ever happens to be valid UTF-8, while pages often declare what they are not.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

import charset_normalizer

from furphy.model.document import Note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a label means on the web (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
_META = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_SAMPLE = 100_000
_FAULTS = 0.05
"""Share of characters beyond ASCII that may be lost before text no longer counts as UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was told."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def declared_in(page: bytes) -> str | None:
    """Return the encoding that a page's first kilobytes declare, in its own spelling."""
    match = _META.search(page[:4096])
    return match[1].decode("ascii", "replace") if match else None


def decoded(data: bytes, declared: Iterable[str | None] = ()) -> Decoded:
    """Return the text of some bytes; ``declared`` are labels, the most trusted first."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(name, "replace"), name.removesuffix("-sig"))
    if wide := _without_mark(data):
        return Decoded(data.decode(wide, "replace"), wide)
    labels = tuple(filter(None, map(_codec, declared)))
    if b"\x1b" in data and labels and labels[0].startswith("iso2022"):
        return Decoded(data.decode(labels[0], "replace"), labels[0])
    for name in ("utf-8", *labels):
        if (text := _strictly(data, name)) is not None:
            return Decoded(text, name, tuple(_misdeclared(labels, name)))
    return _guessed(data)


def _without_mark(data: bytes) -> str | None:
    """Tell UTF-16 that lacks its mark: nearly every other byte of western text is NUL."""
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    pairs = len(sample) // 2
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if pairs <= 1 or max(first, second) < 0.6 * pairs or min(first, second) > 0.05 * pairs:
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def _codec(label: str | None) -> str | None:
    """Return the codec a label means; None for what is unknown, not text, or unsafe."""
    try:
        info = codecs.lookup((label or "").strip())
    except (LookupError, ValueError):
        return None
    if info.name == "utf-7" or not getattr(info, "_is_text_encoding", True):
        return None
    return _MEANT.get(info.name, info.name)


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _misdeclared(labels: tuple[str, ...], name: str) -> Iterable[Note]:
    if labels and name != labels[0] and name != "utf-8":
        yield Note("encoding-misdeclared", f"declared as {labels[0]}, read as {name}")


def _guessed(data: bytes) -> Decoded:
    """Decode what is neither UTF-8 nor what it declares."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    beyond = sum(1 for character in text if character > "\x7f")
    if lost <= _FAULTS * beyond:
        return Decoded(text, "utf-8", (Note("encoding-damaged", f"{lost} faults in UTF-8"),))
    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    name = _codec(best.encoding if best else None) or "cp1252"
    message = f"no encoding declared that fits; read as {name}"
    return Decoded(data.decode(name, "replace"), name, (Note("encoding-guessed", message),))
