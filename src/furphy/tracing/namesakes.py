"""Names of a text by how they sound, so that they meet across scripts.

A name is known by the classes of its consonants (:mod:`furphy.gazetteer.sounds`), case endings
taken away before; a short one by the classes of its vowels too. Names are words with a capital,
Latin words in other scripts, and in Chinese runs of the signs that write foreign sounds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from furphy import lexicon
from furphy.gazetteer.sounds import classes, skeleton, sounds
from furphy.model.text import Span
from furphy.textkit.stems import stem

TELLING = 3
"""So many consonants make a skeleton a key of its own."""
LONGEST_KEY = 7
LONGEST_NAME = 40
"""Characters of a word that may be a name."""
_CAPITALISED = re.compile(r"[^\W\d_a-zа-яёіїєґ][^\W\d_]*(?:['’ʼ-][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-'’][A-Za-z0-9]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_OPENS = re.compile(r"(?:^|[.!?…:;。！？\n])[\"“”«»„(\s–—-]*$")
_LOOK_BACK = 6
_SHORTEST_RUN, _LONGEST_RUN = 3, 12
_CHINESE = "zh"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a text."""

    keys: tuple[str, ...]
    """What it may be known by, the surest first."""
    opens: bool
    """Whether it begins a sentence, so that its capital may mean nothing."""
    span: Span


def names(text: str, language: str) -> Iterator[Name]:
    """Yield the names of a text in order."""
    if language == _CHINESE:
        yield from _transcribed(text)
        for found in _LATIN.finditer(text):
            if 1 < len(found.group()) <= LONGEST_NAME:
                yield Name(_keys(found.group()), False, Span(*found.span()))
        return
    for found in _CAPITALISED.finditer(text):
        keys = _keys(found.group()) if len(found.group()) <= LONGEST_NAME else ()
        if keys:
            before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
            opens = found.start() == 0 or bool(_OPENS.search(before))
            yield Name(keys, opens, Span(*found.span()))


@lru_cache(maxsize=200_000)
def _keys(word: str) -> tuple[str, ...]:
    """Return what a written name is known by: its sound, and its letters where they are Latin."""
    lowered = _POSSESSIVE.sub("", word).lower()
    # The ending that is taken away may be the name's own: Rozhnov.
    found = [*dict.fromkeys([*_sound_keys(stem(lowered)), *_sound_keys(lowered)])]
    if lowered.isascii() and len(lowered) > 1:
        found.append(f"latin:{lowered}")
    return tuple(found)


def _sound_keys(name: str) -> Iterator[str]:
    kinds = classes(sounds(name))
    bones = skeleton(kinds)
    if len(bones) >= TELLING:
        yield f"sound:{bones[:LONGEST_KEY]}"
    elif len(kinds) >= TELLING:
        yield f"sound:={kinds}"


def _transcribed(text: str) -> Iterator[Name]:
    for found in _runs().finditer(text):
        keys = _run_keys(found.group())
        if keys:
            yield Name(keys, False, Span(*found.span()))


@lru_cache(maxsize=50_000)
def _run_keys(run: str) -> tuple[str, ...]:
    """Return the keys of all names that a run of signs may hold, the longest first."""
    found: dict[str, None] = {}
    for size in range(len(run), _SHORTEST_RUN - 2, -1):
        for start in range(len(run) - size + 1):
            found.update(dict.fromkeys(_sound_keys(run[start : start + size])))
    return tuple(found)


@cache
def _runs() -> re.Pattern[str]:
    signs = "".join(sorted(lexicon.words("name_signs", _CHINESE)))
    return re.compile(f"[{signs}]{{{_SHORTEST_RUN},{_LONGEST_RUN}}}")
