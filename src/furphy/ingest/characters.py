r"""Characters that no text needs or that show something else than they are.

Every replacement keeps one code point one code point, so that spans into the text as it was given
still point at the same words; only ``\r\n`` shrinks to ``\n``.
"""

import re

from furphy.model.document import Note
from furphy.model.text import Span

_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
# Unicode 15, Bidi_Control: they turn around how what follows is shown.
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Joiners are left out: Persian and Indic scripts and pictographs need them.
_ZERO_WIDTH = re.compile(r"[\u200b\u2060-\u2064\ufeff\u00ad]")


def cleaned(text: str) -> tuple[str, tuple[Note, ...]]:
    """Return the text as valid Unicode with plain line ends, and notes on what was odd."""
    text = text.replace("\r\n", "\n").translate(_BREAKS)
    notes: list[Note] = []
    for pattern, instead, code, message in (
        (_SURROGATES, "\ufffd", "lone-surrogate", "half of a character pair, shown as �"),
        (_CONTROLS, " ", "control-character", "control characters, replaced by blanks"),
    ):
        if found := pattern.search(text):
            notes.append(Note(code, message, Span(*found.span())))
            text = pattern.sub(instead, text)
    return text, tuple(notes)


def oddities(text: str) -> tuple[Note, ...]:
    """Return one note for each kind of invisible character that is kept in the text."""
    notes: list[Note] = []
    for pattern, code, message in (
        (_BIDI, "bidi-control", "characters that turn the direction of writing"),
        (_ZERO_WIDTH, "zero-width", "characters without width"),
        (re.compile("\ufffd"), "replacement-character", "characters lost before furphy read them"),
    ):
        if found := list(pattern.finditer(text)):
            notes.append(Note(code, f"{len(found)} {message}", Span(*found[0].span())))
    return tuple(notes)
