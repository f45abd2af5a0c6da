"""Under which keys names are kept that sound alike, and which keys are next to one another.

A name is kept under its skeleton and, where that is short and so shared by many, under the classes
of all its sounds as well. There are few classes, so that all keys one slip away from a key can be
listed: the index needs no table of neighbours (cf. Boytsov 2011, *Indexing methods for approximate
dictionary searching*, on generating a neighbourhood).
"""

from collections.abc import Iterator

from furphy.gazetteer.sounds import CONSONANTS, VOWELS, classes, skeleton

LONGEST_SHARED = 6
"""Skeletons up to this length are shared by so many names that these have a key of all sounds."""

_MARK = "="


def keys(heard: str) -> Iterator[str]:
    """Yield the keys that a string of sounds is kept under."""
    kinds = classes(heard)
    bones = skeleton(kinds)
    yield skeleton_key(bones)
    if len(bones) <= LONGEST_SHARED:
        yield kinds


def skeleton_key(bones: str) -> str:
    """Return the key of a skeleton, which no classes of all sounds are equal to."""
    return _MARK + bones


def is_skeleton(key: str) -> bool:
    """Tell whether a key is that of a skeleton."""
    return key.startswith(_MARK)


def near_skeletons(bones: str) -> set[str]:
    """Return the keys of the skeletons one slip away."""
    return set(map(skeleton_key, _one_slip_away(bones, CONSONANTS)))


def near_classes(kinds: str) -> set[str]:
    """Return the keys of the classes that are the same or one slip away."""
    return {kinds, *_one_slip_away(kinds, CONSONANTS + VOWELS)}


def _one_slip_away(word: str, alphabet: str) -> Iterator[str]:
    """Yield a word with a letter more, with one less, and with one exchanged."""
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        for letter in alphabet:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
        if tail:
            yield head + tail[1:]
