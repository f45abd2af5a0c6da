"""Cut words to what their forms share, so that any form finds the others.

Only for search: a stem is no word, and now and then two words have one. What language a word is of
is not asked, for a search of two words does not tell; nearly all that is said here of Russian and
Ukrainian holds for both. Measured against Snowball's stemmer in ``benchmarks/stems.py``.
"""

from functools import cache
from importlib import resources

_VOWELS = frozenset("аеєиіїоуыэюя")
_FLEETING = "еєо"
_LEAST = 3
"""Letters that a first ending leaves at least; a second one leaves one more."""

_REFLEXIVE = ("ся", "сь")
_LONGEST_UNTOUCHED = 3
_NOT_PLURAL = ("ss", "us", "is")


def stem(word: str) -> str:
    """Return the stem of a word in lower case without marks (:func:`.search.fold`).

    Words in Cyrillic letters lose up to two endings, and what differs between their forms before
    the ending becomes one; others lose the s of the plural. Words with figures stay as they are.
    """
    if not word.isalpha():
        return word
    if word.isascii():
        return _singular(word)
    return _cyrillic(word) if "\u0400" <= word[0] <= "\u04ff" else word


def _singular(word: str) -> str:
    """Return an English noun without its plural s, by the S stemmer of D. Harman (1991).

    "How effective is suffixing?", JASIS 42(1), p. 7–15; more than that finds no more there.
    """
    if len(word) <= _LONGEST_UNTOUCHED or not word.endswith("s") or word.endswith(_NOT_PLURAL):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return f"{word[:-3]}y"
    return word[:-1]


def _cyrillic(word: str) -> str:
    if len(word) > _LEAST + 2 and word.endswith(_REFLEXIVE):
        word = word[:-2]
    word = _without(word, _endings(), _LEAST)
    # The first form of many nouns looks as if it had an ending ("-ом", "-ал"), the others do not;
    # what the others have left of them then loses it too.
    return _levelled(_without(word, _closed_endings(), _LEAST + 1))


def _without(word: str, endings: frozenset[str], least: int) -> str:
    """Return a word without the longest ending that leaves so many letters, one a vowel."""
    for start in range(least, len(word)):
        if word[start:] in endings and not _VOWELS.isdisjoint(word[:start]):
            return word[:start]
    return word


def _levelled(word: str) -> str:
    """Return a stem without what changes in it from form to form."""
    if len(word) > _LEAST and word[-1] in "ьй":
        word = word[:-1]
    if len(word) > _LEAST and word[-1] not in _VOWELS:
        word = _with_open_vowel(word)
    if len(word) > _LEAST and word.endswith("нн"):
        word = word[:-1]
    if len(word) > _LEAST and word[-1] == "ц":
        word = f"{word[:-1]}к"  # Ukrainian: "-ка", "-ці".
    return word[:-1] if len(word) > _LEAST + 1 and word[-1] in _VOWELS else word


def _with_open_vowel(word: str) -> str:
    """Return a stem with its last vowel as it is before an ending: fled, or і become о."""
    before, vowel, last = word[:-2], word[-2], word[-1]
    flees = last in "кцн" and vowel in f"{_FLEETING}ії" and before[-1] not in _VOWELS
    if flees and len(word) > _LEAST + 1:
        return before + last
    return before + {"і": "о", "ї": "є"}.get(vowel, vowel) + last


@cache
def _endings() -> frozenset[str]:
    file = resources.files("furphy") / "textkit" / "data" / "cyrillic_endings.tsv"
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(each.split("\t")[0] for each in lines if each[0] != "#") - {"ending"}


@cache
def _closed_endings() -> frozenset[str]:
    """Return those endings whose last letter is a consonant."""
    return frozenset(
        each for each in _endings() if each[-1] not in _VOWELS and each[-1] not in "ьй"
    )
