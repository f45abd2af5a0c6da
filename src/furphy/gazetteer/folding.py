"""Names made comparable: what differs by case, accents or punctuation alone becomes one."""

import re
import unicodedata
from functools import cache

from anyascii import anyascii

from furphy import lexicon

_APOSTROPHES = "'’‘ʼʹʻ´`′＇"
_STOPS = ".․。"
_MARKED = ("LATIN", "GREEK")
"""Scripts whose marks are left out of names often enough to tell nothing."""


class _Letters(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        folded = _fold_character(chr(point))
        self[point] = folded
        return folded


def _fold_character(char: str) -> str:
    if char in _APOSTROPHES or char in _STOPS:
        return ""
    if unicodedata.category(char)[0] in "ZPC":
        return " "
    name = unicodedata.name(char, "")
    if name.startswith("CYRILLIC SMALL LETTER IO"):
        return "е"
    if not name.startswith(_MARKED):
        return char
    plain = "".join(
        each for each in unicodedata.normalize("NFD", char) if not unicodedata.combining(each)
    )
    # Letters such as ø and ł have no mark to take off; anyascii knows what they resemble.
    return anyascii(plain).lower() if name.startswith("LATIN") else plain


_LETTERS = _Letters()


@cache
def _article() -> re.Pattern[str]:
    """Return what finds an article before a name."""
    words = sorted(lexicon.words("name_articles", "any"))
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))}) (?=\S)")


def fold(name: str) -> str:
    """Return what spellings of one name share: ``U.S.`` and ``us``, ``Orléans`` and ``orleans``.

    Case, the marks of Latin and Greek letters, apostrophes and full stops go; hyphens and other
    punctuation become blanks; a leading article goes, as do blanks at the edges.
    """
    text = unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS)
    text = " ".join(unicodedata.normalize("NFC", text).split())
    found = _article().match(text)
    return text[found.end() :] if found else text
